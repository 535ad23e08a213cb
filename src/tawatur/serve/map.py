"""Incidents on a map: those that lie close at a zoom are one circle, with how many they are.

Cells are squares of the web map's own projection, so that circles keep their distance on the screen.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from typing import Any, Literal

import msgspec

from tawatur.export.ontology import Lang
from tawatur.records import Precision
from tawatur.serve.index import Index
from tawatur.serve.query import State
from tawatur.serve.rows import Row

_CELLS = 6.0  # to a tile of 512 pixels: circles some 85 pixels apart
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
    found = index.find(state)
    cells: dict[tuple[int, int], list[Row]] = defaultdict(list)
    across = _CELLS * 2.0 ** min(max(0.0, math.floor(zoom)), DEEPEST)
    nowhere = 0
    for row in index.rows_in(found):
        if row.lat is None or row.lon is None:
            nowhere += 1
            continue
        cells[int((row.lon + 180) / 360 * across), int(_to_y(row.lat) * across)].append(row)
    return IncidentMap(
        type="FeatureCollection",
        features=tuple(_build_feature(cells[key], lang) for key in sorted(cells)),
        total=found.total,
        nowhere=nowhere,
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


def _build_feature(rows: list[Row], lang: Lang) -> Feature:
    if len(rows) == 1:
        return _place(rows[0].lon or 0.0, rows[0].lat or 0.0, describe(rows[0], lang))
    lats = [row.lat for row in rows if row.lat is not None]
    lons = [row.lon for row in rows if row.lon is not None]
    return _place(
        round(sum(lons) / len(lons), 5),
        round(sum(lats) / len(lats), 5),
        {
            "cluster": True,
            "count": len(rows),
            "contested": sum(bool(row.contested) for row in rows),
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
