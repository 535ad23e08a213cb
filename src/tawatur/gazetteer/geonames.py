"""Read GeoNames: a country's dump, and the table of alternate names that goes with it.

A dump's own alternate names hold the Arabic ones among those of all languages; the separate
table says which language each is, and knows more. Its names are joined to places by GeoNames'
identifier, whether those were added in the same go, before, or ship.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tawatur.gazetteer.divisions import Divisions
from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.intake import Intake, Progress, find_fault, is_readable, parse_point, parse_population
from tawatur.gazetteer.kinds import KINDS
from tawatur.gazetteer.rows import Row
from tawatur.gazetteer.settlements import kind_of_settlement, load_sources

FIELDS = 19  # of a dump, which has no header
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u064b-\u0652\u0670 پچگژکی\u0640-]+")
_LANGUAGES = frozenset({"ar", "fa", "ps", "ur", "ckb"})


def read_dump(path: Path, rows: Iterator[Row], divisions: Divisions, progress: Progress) -> Intake:
    """The places of one dump that have an Arabic name."""
    intake = Intake(path.name, "geonames")
    kinds = load_sources().geonames
    seconds: dict[str, str] = {}
    waiting: list[tuple[Entry, str]] = []
    for number, cells in rows:
        intake.rows += 1
        if intake.rows % 1000 == 0:
            progress(intake.rows)
        if len(cells) < FIELDS:
            intake.refuse(number, "short", f"{len(cells)} cells of {FIELDS}")
            continue
        code, country = cells[7], cells[8]
        if code == "ADM2":
            seconds[f"{country}.{cells[10]}.{cells[11]}"] = cells[1]
        kind = kinds.get(code)
        if kind is None:
            intake.left_out["of a kind that is not taken"] += 1
            continue
        forms = [name for name in dict.fromkeys((cells[1], *cells[3].split(","))) if is_arabic(name)]
        point = parse_point(cells[4], cells[5])
        fault = "no_point" if point is None else find_fault(point, country)
        if fault is None and not is_readable(cells[3]):
            fault = "encoding"
        if fault or point is None:
            intake.refuse(number, fault or "no_point", f"{cells[1]} at {cells[4]}, {cells[5]}")
            continue
        population = parse_population(cells[14])
        kind = kind_of_settlement(population) if kind == "settlement" else kind
        entry = Entry(
            id=f"geonames:{cells[0]}",
            kind=kind,
            country=country,
            admin1=divisions.of_code(f"{country}.{cells[10]}") or divisions.nearest(country, point),
            name_ar=forms[0] if forms else "",
            name_en=cells[1],
            lat=point[0],
            lon=point[1],
            precision=KINDS[kind].precision,
            population=population,
            forms=tuple(forms[1:]),
        )
        intake.check_room(len(waiting))
        waiting.append((entry, f"{country}.{cells[10]}.{cells[11]}"))
    for entry, second in waiting:
        intake.take(_with_second(entry, seconds.get(second, "")))
    return intake


def _with_second(entry: Entry, admin2: str) -> Entry:
    return msgspec.structs.replace(entry, admin2=admin2) if admin2 else entry


def read_alternates(rows: Iterator[Row], progress: Progress) -> dict[str, list[str]]:
    """GeoNames' identifier → Arabic names, the preferred ones first; historic ones are left out."""
    names: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for count, (_, cells) in enumerate(rows, 1):
        if count % 50_000 == 0:
            progress(count)
        if len(cells) < 4 or cells[2] not in _LANGUAGES or not is_arabic(cells[3]):
            continue
        flags = [*cells[4:8], "", "", "", ""]
        if flags[3] == "1":
            continue
        names[cells[1]].append((flags[0] != "1" or cells[2] != "ar", cells[3]))
    return {id_: [name for _, name in sorted(found)] for id_, found in names.items()}


def is_arabic(name: str) -> bool:
    """Whether a name is written in Arabic letters, Persian ones among them."""
    return _ARABIC.fullmatch(name) is not None
