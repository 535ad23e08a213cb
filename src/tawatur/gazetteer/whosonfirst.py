"""Read a Who's On First table: a row a place, its Arabic names in one cell, its holder by identifier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from tawatur.errors import GazetteerError
from tawatur.gazetteer.countries import load_countries
from tawatur.gazetteer.divisions import Divisions
from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.intake import Intake, Progress, find_fault, is_readable, parse_point, parse_population
from tawatur.gazetteer.kinds import KINDS
from tawatur.gazetteer.rows import Row
from tawatur.gazetteer.settlements import kind_of_settlement, load_sources
from tawatur.gazetteer.spell import tokens_of

COLUMNS = ("wof_id", "placetype", "name", "names_ar", "lat", "lon", "parent_id")


class _Row(msgspec.Struct, array_like=True, gc=False):
    number: int
    id: str
    kind: str
    name: str
    arabic: tuple[str, ...]
    point: tuple[float, float] | None
    parent: str
    geonames: str
    population: int


def read_whosonfirst(
    path: Path, rows: Iterator[Row], header: list[str], divisions: Divisions, progress: Progress
) -> Intake:
    """The places of one table. Its country is its own row for it, else the code that ends its name."""
    intake = Intake(path.name, "whosonfirst")
    at = {name: index for index, name in enumerate(header)}
    kinds = load_sources().whosonfirst
    kept: list[_Row] = []
    names: dict[str, tuple[str, str, str, tuple[str, ...]]] = {}  # id → kind, parent, name, Arabic names
    countries: dict[str, str] = {}
    for number, cells in rows:
        intake.rows += 1
        if intake.rows % 1000 == 0:
            progress(intake.rows)
        if len(cells) < len(header):
            intake.refuse(number, "short", f"{len(cells)} cells of {len(header)}")
            continue
        row = _read_row(number, cells, at)
        if row.kind == "country":
            code = _code_of(row)
            if code:
                countries[row.id] = code
            continue
        if row.kind in {"region", "county", "macrocounty"}:
            names[row.id] = (row.kind, row.parent, row.name, row.arabic)
        if row.kind not in kinds:
            intake.left_out["of a kind that is not taken"] += 1
        elif not row.arabic:
            intake.left_out["without an Arabic name"] += 1
        else:
            kept.append(row)
            intake.check_room(len(kept))
    default = next(iter(countries.values()), "") if len(countries) == 1 else _code_in_name(path)
    if not default and not countries:
        raise GazetteerError(
            f"{path.name} does not say its country. Add the country's own row, "
            "or end the file's name with its code: whosonfirst-sy.csv."
        )
    for row in kept:
        country, admin1, admin2 = _holders(row, names, countries, default, divisions)
        _take(row, country, admin1, admin2, divisions, intake)
    return intake


def _read_row(number: int, cells: list[str], at: dict[str, int]) -> _Row:
    def cell(name: str) -> str:
        index = at.get(name)
        return cells[index].strip() if index is not None else ""

    return _Row(
        number,
        cell("wof_id"),
        cell("placetype"),
        cell("name"),
        tuple(filter(None, (form.strip() for form in cell("names_ar").split("|")))),
        parse_point(cell("lat"), cell("lon")),
        cell("parent_id"),
        cell("geonames_id"),
        parse_population(cell("population")),
    )


def _code_of(row: _Row) -> str:
    """The code of a country's row, by its English name."""
    for country in load_countries().values():
        if row.name == country.name_en or set(row.arabic) & set(country.names):
            return country.code
    return ""


def _code_in_name(path: Path) -> str:
    ending = path.name.split(".")[0].replace("_", "-").rsplit("-", 1)[-1].upper()
    return ending if ending in load_countries() else ""


def _holders(
    row: _Row,
    names: dict[str, tuple[str, str, str, tuple[str, ...]]],
    countries: dict[str, str],
    default: str,
    divisions: Divisions,
) -> tuple[str, str, str]:
    """Country, first and second division, by the chain of parents."""
    admin1 = admin2 = ""
    parent, steps = row.parent, 0
    chain: list[tuple[str, str, tuple[str, ...]]] = []
    while parent in names and steps < 6:
        kind, above, name, arabic = names[parent]
        chain.append((kind, name, arabic))
        parent, steps = above, steps + 1
    country = countries.get(parent, default)
    for kind, name, arabic in chain:
        if kind == "region":
            admin1 = divisions.of_name(country, *arabic, name)
        elif not admin2:
            admin2 = name
    return country, admin1, admin2


def _take(row: _Row, country: str, admin1: str, admin2: str, divisions: Divisions, intake: Intake) -> None:
    forms = [form for form in row.arabic if tokens_of(form)]
    if not forms or not all(map(is_readable, forms)):
        intake.refuse(row.number, "encoding", " ".join(row.arabic)[:40])
        return
    if not row.id:
        intake.refuse(row.number, "no_identifier", forms[0])
        return
    if row.point is None:
        intake.refuse(row.number, "no_point", forms[0])
        return
    fault = find_fault(row.point, country)
    if fault:
        intake.refuse(row.number, fault, f"{forms[0]} at {row.point[0]}, {row.point[1]}")
        return
    kind = load_sources().whosonfirst[row.kind]
    if kind == "settlement":
        kind = kind_of_settlement(row.population)
    elif kind == "facility":
        kind = next((k for word, k in load_sources().named.items() if forms[0].startswith(word)), kind)
    if kind == "province":
        admin1 = divisions.of_name(country, *forms, row.name)
    intake.take(
        Entry(
            id=f"geonames:{row.geonames}" if row.geonames else f"wof:{row.id}",
            kind=kind,
            country=country,
            admin1=admin1 or divisions.nearest(country, row.point),
            admin2=admin2,
            name_ar=forms[0],
            name_en=row.name,
            lat=row.point[0],
            lon=row.point[1],
            precision=KINDS[kind].precision,
            population=row.population,
            forms=tuple(dict.fromkeys(forms[1:])),
        )
    )
