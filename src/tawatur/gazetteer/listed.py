"""Read a list of places that an analyst made: a row a place, in this gazetteer's own columns.

Only `name_ar` and `country` are needed. A row without a point lends its `forms` to the one place
of that name, so that a spelling can be added without knowing where the place lies.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tawatur.gazetteer.countries import load_countries
from tawatur.gazetteer.divisions import Divisions
from tawatur.gazetteer.entry import Entry, slug
from tawatur.gazetteer.intake import Intake, Progress, find_fault, is_readable, parse_point, parse_population
from tawatur.gazetteer.kinds import KINDS
from tawatur.gazetteer.rows import Row
from tawatur.gazetteer.spell import key_of, tokens_of

NEEDED = ("name_ar", "country")
COLUMNS = (*NEEDED, "name_en", "kind", "admin1", "admin2", "lat", "lon", "population", "said", "forms")
_SAID = frozenset({"", "sure", "beside", "rarely"})


def read_listed(
    path: Path, rows: Iterator[Row], header: list[str], divisions: Divisions, progress: Progress
) -> Intake:
    """The places of one list."""
    intake = Intake(path.name, "list")
    table = slug(path.name.split(".")[0]) or "list"
    for number, cells in rows:
        if cells[0].startswith("#"):
            continue
        intake.rows += 1
        if intake.rows % 1000 == 0:
            progress(intake.rows)
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
        fault = _take(number, row, table, divisions, intake)
        if fault:
            intake.refuse(number, fault, _show(row))
    return intake


def _take(number: int, row: dict[str, str], table: str, divisions: Divisions, intake: Intake) -> str | None:
    """Take a row in, or say what is wrong with it."""
    forms = [
        form.strip() for form in f"{row.get('name_ar', '')}|{row.get('forms', '')}".split("|") if form.strip()
    ]
    country = _code_of(row.get("country", ""))
    kind = row.get("kind") or "village"
    if not forms or not all(is_readable(form) and tokens_of(form) for form in forms):
        return "encoding"
    if not country:
        return "no_country"
    if kind not in KINDS or row.get("said", "") not in _SAID:
        return "kind"
    point = parse_point(row.get("lat", ""), row.get("lon", ""))
    if point is None and (row.get("lat") or row.get("lon")):
        return "no_point"
    if point is not None and (fault := find_fault(point, country)):
        return fault
    admin1 = divisions.of_name(country, row.get("admin1", "")) if row.get("admin1") else ""
    intake.take(
        Entry(
            id=f"{table}:{number}",
            kind=kind,
            country=country,
            admin1=admin1 or (divisions.nearest(country, point) if point else ""),
            admin2=row.get("admin2", ""),
            name_ar=forms[0],
            name_en=row.get("name_en", ""),
            lat=point[0] if point else None,
            lon=point[1] if point else None,
            precision=KINDS[kind].precision,
            population=parse_population(row.get("population", "")),
            said=row.get("said", ""),
            forms=tuple(dict.fromkeys(forms[1:])),
        )
    )
    return None


@cache
def _code_of(country: str) -> str:
    """The two-letter code of a country that is given by its code or by a name."""
    if country.upper() in load_countries():
        return country.upper()
    wanted = key_of(tokens_of(country))
    for known in load_countries().values():
        if country.casefold() == known.name_en.casefold() or (
            wanted and wanted in {key_of(tokens_of(name)) for name in known.names}
        ):
            return known.code
    return ""


def _show(row: dict[str, str]) -> str:
    said = (row.get(name, "") for name in ("name_ar", "country", "kind", "said", "lat", "lon"))
    return ", ".join(filter(None, said)) or "an empty row"
