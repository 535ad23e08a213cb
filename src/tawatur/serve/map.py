"""Incidents on a map: those that lie close at a zoom are one circle, with how many they are.

Cells are squares of the web map's own projection, so that circles keep their distance on the screen.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from itertools import product
from typing import Any, Literal, NamedTuple

import msgspec

from tawatur.export.ontology import Lang
from tawatur.records import Precision
from tawatur.serve.index import Found, Here, Index, Spot
from tawatur.serve.query import State
from tawatur.serve.rows import Row

_CELLS = 6.0  # to a tile of 512 pixels: circles some 85 pixels apart
_TILE = 512
_SIZES = (
    (1000, 60),
    (100, 50),
    (10, 40),
    (2, 32),
)  # of circles with so many incidents or more, with their rims
_ONE = 24
_REMEMBERED = 8  # zoom up to which a map is small, and is what many look at
DEEPEST = 15  # zoom from which each incident stands by itself, unless others have its very point

# How far from its point a place may reach, in metres, at most: what a map draws as an area.
RADIUS_M = {
    Precision.POINT: 300,
    Precision.NEIGHBOURHOOD: 1_500,
    Precision.VILLAGE: 2_000,
    Precision.TOWN: 5_000,
    Precision.AREA: 12_000,
    Precision.DISTRICT: 25_000,
    Precision.PROVINCE: 75_000,
    Precision.REGION: 150_000,
    Precision.COUNTRY: 300_000,
}


Circle = list[tuple[Spot, Here]]  # where its incidents lie, in no order


class _Drawn(NamedTuple):
    """A circle on the screen, in pixels."""

    x: float
    y: float
    incidents: int

    def touches(self, other: _Drawn) -> bool:
        apart = (_size_of(self.incidents) + _size_of(other.incidents)) / 2
        return math.hypot(self.x - other.x, self.y - other.y) < apart


def _size_of(count: int) -> int:
    """How many pixels a circle is across, as web/styles/map.css has it."""
    return next((size for least, size in _SIZES if count >= least), _ONE)


class Point(msgspec.Struct, frozen=True):
    type: Literal["Point"]
    coordinates: tuple[float, float]  # longitude first


class Feature(msgspec.Struct, frozen=True):
    type: Literal["Feature"]
    geometry: Point
    properties: dict[
        str, Any
    ]  # of one incident, or of a circle of several: `cluster`, `count`, `contested`, `bbox`


class IncidentMap(msgspec.Struct, frozen=True):
    """GeoJSON, and beside it how many there are, and how many of them have no place."""

    type: Literal["FeatureCollection"]
    features: tuple[Feature, ...]
    total: int
    nowhere: int


def radius_of(precision: str | None) -> int:
    return RADIUS_M[Precision(precision)] if precision else RADIUS_M[Precision.TOWN]


def build_map(index: Index, state: State, zoom: float, lang: Lang) -> IncidentMap:
    """Circles and single incidents; what has no place is counted beside them."""
    found, depth = index.find(state), min(max(0, math.floor(zoom)), DEEPEST)
    if depth > _REMEMBERED:
        return _build(index, found, depth, lang)
    return index.remember(("map", found.bits, depth, lang), lambda: _build(index, found, depth, lang))


def _build(index: Index, found: Found, depth: int, lang: Lang) -> IncidentMap:
    cells: dict[tuple[int, int], Circle] = defaultdict(list)
    across = _CELLS * 2.0**depth
    nowhere = 0
    for spot, here in index.count_spots(found).items():
        if spot is None:
            nowhere = here.incidents
        else:
            lon, lat = spot
            cells[int((lon + 180) / 360 * across), int(_to_y(lat) * across)].append((spot, here))
    if depth < DEEPEST:
        _join_touching(cells, _TILE * 2.0**depth)
    return IncidentMap(
        type="FeatureCollection",
        features=tuple(_build_feature(index, cells[key], lang) for key in sorted(cells)),
        total=found.total,
        nowhere=nowhere,
    )


def _join_touching(cells: dict[tuple[int, int], Circle], across: float) -> None:
    """Circles of neighbouring cells whose points lie at the border they share would hide each other's numbers.

    The larger takes the smaller in. `across` is how many pixels the world is wide.
    """
    drawn = {key: _draw(circle, across) for key, circle in cells.items()}
    for key in sorted(drawn, key=lambda key: (-drawn[key].incidents, key)):
        if key not in cells:
            continue
        x, y = key
        for beside in product((x - 1, x, x + 1), (y - 1, y, y + 1)):
            if beside != key and beside in cells and drawn[key].touches(drawn[beside]):
                cells[key] += cells.pop(beside)
                drawn[key] = _draw(cells[key], across)


def _draw(circle: Circle, across: float) -> _Drawn:
    lon, lat, count = _weigh(circle)
    return _Drawn((lon + 180) / 360 * across, _to_y(lat) * across, count)


def _weigh(circle: Circle) -> tuple[float, float, int]:
    """The middle of a circle, and how many incidents it holds. Summed exactly: the points come in no order."""
    count = sum(here.incidents for _, here in circle)
    return (
        round(math.fsum(lon * here.incidents for (lon, _), here in circle) / count, 5),
        round(math.fsum(lat * here.incidents for (_, lat), here in circle) / count, 5),
        count,
    )


def describe(row: Row, lang: Lang) -> dict[str, Any]:
    """One incident as the map has it."""
    return {
        "id": row.id,
        "title": row.ar if lang == "ar" else row.en,
        "grade": row.grade,
        "kind": row.type,
        "day": row.first.isoformat() if row.first else None,
        "contested": bool(row.contested),
        "precision": row.precision,
        "radius_m": radius_of(row.precision),
    }


def _build_feature(index: Index, told: Circle, lang: Lang) -> Feature:
    middle_lon, middle_lat, count = _weigh(told)
    if count == 1:
        (lon, lat), here = told[0]
        return _place(lon, lat, describe(index.rows[here.last], lang))
    lons = [lon for (lon, _), _ in told]
    lats = [lat for (_, lat), _ in told]
    return _place(
        middle_lon,
        middle_lat,
        {
            "cluster": True,
            "count": count,
            "contested": sum(here.contested for _, here in told),
            "bbox": [min(lons), min(lats), max(lons), max(lats)],
        },
    )


def _place(lon: float, lat: float, properties: dict[str, Any]) -> Feature:
    return Feature(
        type="Feature", geometry=Point(type="Point", coordinates=(lon, lat)), properties=properties
    )


@lru_cache(1 << 16)  # places come again and again
def _to_y(lat: float) -> float:
    """North to south, 0 to 1, as the web map has it."""
    sine = math.sin(math.radians(max(-85.05, min(85.05, lat))))
    return 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
