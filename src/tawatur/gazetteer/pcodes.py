"""Read a table of OCHA P-codes: a row an administrative unit or a settlement, with the names of all levels above it.

The tables of different countries write their columns differently (`ADM4_AR`, `admin4Name_ar`,
`adm4_name1`), may carry points or not, and may have a row of HXL tags under the header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tawatur.errors import GazetteerError
from tawatur.gazetteer.countries import load_countries
from tawatur.gazetteer.divisions import Divisions
from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.geonames import is_arabic
from tawatur.gazetteer.intake import Intake, Progress, find_fault, is_readable, parse_point
from tawatur.gazetteer.kinds import KINDS
from tawatur.gazetteer.rows import Row
from tawatur.records.place import Precision

_CODE = re.compile(r"^adm(?:in)?_?([0-5])_?p_?code$")
_ARABIC = re.compile(r"^adm(?:in)?_?([0-5])_?(?:name)?_?(?:ar|arabic)\d?$")
_ENGLISH = re.compile(r"^adm(?:in)?_?([0-5])_?(?:name)?_?(?:en|english|name|ref)?\d?$")
_LAT = frozenset(
    {"lat", "latitude", "latitude_y", "y", "point_y", "center_lat", "lat_y", "y_coord", "latitude_dd"}
)
_LON = frozenset(
    {
        "lon",
        "long",
        "longitude",
        "longitude_x",
        "x",
        "point_x",
        "center_lon",
        "lon_x",
        "x_coord",
        "longitude_dd",
    }
)
_LEVELS = {1: "province", 2: "district", 3: "district", 4: "village", 5: "neighbourhood"}


class Columns(msgspec.Struct):
    """Which cell holds what, by level."""

    codes: dict[int, int]
    arabic: dict[int, int]
    english: dict[int, int]
    lat: int | None
    lon: int | None

    @property
    def level(self) -> int:
        """The finest level that has a code."""
        return max(self.codes)


def find_columns(header: list[str]) -> Columns | None:
    """The columns of a P-code table, or None where no column is a P-code."""
    codes: dict[int, int] = {}
    arabic: dict[int, int] = {}
    english: dict[int, int] = {}
    lat = lon = None
    for index, name in enumerate(header):
        plain = name.strip().lower().replace(" ", "_")
        for pattern, columns in ((_CODE, codes), (_ARABIC, arabic), (_ENGLISH, english)):
            match = pattern.match(plain)
            if match:
                columns.setdefault(int(match.group(1)), index)
                break
        if plain in _LAT:
            lat = index
        elif plain in _LON:
            lon = index
    return Columns(codes, arabic, english, lat, lon) if codes else None


def read_pcodes(
    path: Path, rows: Iterator[Row], columns: Columns, divisions: Divisions, progress: Progress
) -> Intake:
    """The places of one table: the finest level, and the ones above that it names."""
    intake = Intake(path.name, "pcodes")
    level = columns.level
    if level == 0 or level not in columns.arabic:
        raise GazetteerError(
            f"{path.name} has P-codes of level {level} but no column of Arabic names for it "
            f"(ADM{level}_AR or admin{level}Name_ar). Add the column, or use the country's bilingual table."
        )
    seen: set[str] = set()
    for number, cells in rows:
        if any(cell.startswith("#") for cell in cells[:6]):
            continue  # HXL tags
        intake.rows += 1
        if intake.rows % 1000 == 0:
            progress(intake.rows)
        if len(cells) <= max(columns.codes.values()):
            intake.refuse(number, "short", f"{len(cells)} cells")
            continue
        _take_row(number, cells, columns, divisions, intake, seen)
    return intake


def _take_row(
    number: int, cells: list[str], columns: Columns, divisions: Divisions, intake: Intake, seen: set[str]
) -> None:
    def cell(index: int | None) -> str:
        return cells[index].strip() if index is not None and index < len(cells) else ""

    country = _country_of(
        cell(columns.codes[columns.level]), cell(columns.english.get(0)), cell(columns.codes.get(0))
    )
    if not country:
        intake.refuse(number, "no_country", cell(columns.codes[columns.level]) or "no code")
        return
    admin1 = divisions.of_name(country, cell(columns.arabic.get(1)), cell(columns.english.get(1)))
    for level in sorted(columns.codes):
        code, arabic = cell(columns.codes[level]), cell(columns.arabic.get(level))
        if level == 0 or not code or code in seen:
            continue
        finest = level == columns.level
        forms = [form.strip() for form in re.split(r"[/|؛;]", arabic) if form.strip()]
        if not forms or not all(map(is_arabic, forms)):
            if finest:
                broken = arabic and not is_readable(arabic)
                if broken:
                    intake.refuse(number, "encoding", arabic[:40])
                else:
                    intake.left_out["without an Arabic name"] += 1
            continue
        has_point = finest and columns.lat is not None and columns.lon is not None
        point = parse_point(cell(columns.lat), cell(columns.lon)) if has_point else None
        if has_point and point is None and (cell(columns.lat) or cell(columns.lon)):
            intake.refuse(number, "no_point", f"{forms[0]} at {cell(columns.lat)}, {cell(columns.lon)}")
            continue
        fault = find_fault(point, country) if point else None
        if fault and point:
            intake.refuse(number, fault, f"{forms[0]} at {point[0]}, {point[1]}")
            continue
        seen.add(code)
        kind = _LEVELS[level]
        intake.take(
            Entry(
                id=f"pcode:{code}",
                kind=kind,
                country=country,
                admin1=admin1,
                admin2=cell(columns.english.get(2)) if level > 2 else "",
                name_ar=forms[0],
                name_en=cell(columns.english.get(level)),
                lat=point[0] if point else None,
                lon=point[1] if point else None,
                precision=Precision.DISTRICT if kind == "district" else KINDS[kind].precision,
                forms=tuple(dict.fromkeys(forms[1:])),
            )
        )


def _country_of(code: str, name: str, top: str) -> str:
    """A P-code begins with its country's two letters."""
    for start in (code[:2].upper(), top[:2].upper()):
        if start in load_countries():
            return start
    return next((c.code for c in load_countries().values() if c.name_en.lower() == name.lower() and name), "")
