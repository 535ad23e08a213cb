"""Add tables of places: tell what each is, read it, join what is known already, and store all or none.

Tables of alternate names add nothing by themselves: their names go to the places of the same
command, of tables added before, or of the base.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import msgspec

from tawatur.errors import GazetteerError
from tawatur.gazetteer import geonames, listed, pcodes, whosonfirst
from tawatur.gazetteer.divisions import Divisions
from tawatur.gazetteer.entry import slug
from tawatur.gazetteer.home import Home, Table
from tawatur.gazetteer.index import Gazetteer
from tawatur.gazetteer.intake import Intake, Progress
from tawatur.gazetteer.merge import Merger
from tawatur.gazetteer.rows import read_rows
from tawatur.gazetteer.shipped import read_shipped

_FORMATS = (
    "a GeoNames country dump (19 columns, no header), GeoNames alternate names, "
    f"a Who's On First table (with {', '.join(whosonfirst.COLUMNS)}), "
    "an OCHA P-code table (with ADM1_PCODE, ADM1_AR and so on), "
    f"or a list of your own (with {' and '.join(listed.NEEDED)})"
)
Watch = Callable[[str, int], None]


class Added(msgspec.Struct):
    """What came of adding one table."""

    table: Table
    intake: Intake
    seconds: float


def add_tables(paths: list[Path], home: Path | None = None, watch: Watch | None = None) -> list[Added]:
    """Add tables to the user's gazetteer; `watch` is told the file and the rows read so far.

    If any is refused nothing is added.
    """
    place = Home.at(home)
    shipped = list(read_shipped())
    divisions = Divisions(shipped)
    replaced = {_table_name(path) for path in paths}
    merger = Merger()
    for entry in shipped:
        merger.add(entry)
    for table, entries in place.read_tables():
        if table.name not in replaced:
            for entry in entries:
                merger.add(entry)
    intakes: list[tuple[Path, Intake, float]] = []
    alternates: dict[str, list[str]] = {}
    alternate_files: list[Path] = []
    for path in paths:
        began = time.monotonic()
        found = _read_table(path, divisions, _progress_of(path, watch))
        if isinstance(found, Intake):
            intakes.append((path, found, time.monotonic() - began))
        else:
            alternate_files.append(path)
            for id_, names in found.items():
                alternates.setdefault(id_, []).extend(names)
    for path in alternate_files:
        lent = _name_known(path, alternates, merger, intakes)
        if lent.entries:
            intakes.append((path, lent, 0.0))
    for _, intake, _ in intakes:
        _finish(intake, alternates)
        intake.check_whole()
    added = [_merge(path, intake, seconds, merger) for path, intake, seconds in intakes]
    place.add((one.table, one.intake.entries) for one in added)
    Gazetteer.load(home)  # compile now, so that the next reading does not wait for it
    return added


def _read_table(path: Path, divisions: Divisions, progress: Progress) -> Intake | dict[str, list[str]]:
    rows = read_rows(path)
    first = next(rows, None)
    if first is None:
        raise GazetteerError(f"{path.name} is empty.")
    header = first.cells
    if _is_dump(header):
        return geonames.read_dump(path, chain((first,), rows), divisions, progress)
    if _is_alternates(header):
        return geonames.read_alternates(chain((first,), rows), progress)
    plain = [name.strip().lower() for name in header]
    missing = [name for name in whosonfirst.COLUMNS if name not in plain]
    if not missing:
        return whosonfirst.read_whosonfirst(path, rows, plain, divisions, progress)
    if all(name in plain for name in listed.NEEDED):
        return listed.read_listed(path, rows, plain, divisions, progress)
    columns = pcodes.find_columns(plain)
    if columns is not None:
        return pcodes.read_pcodes(path, rows, columns, divisions, progress)
    if "wof_id" in plain or len(missing) <= 2:
        raise GazetteerError(
            f"{path.name} is a Who's On First table without the column{'s' * (len(missing) > 1)} "
            f"{', '.join(missing)}. Export it with all of: {', '.join(whosonfirst.COLUMNS)}."
        )
    raise GazetteerError(f"{path.name} is none of the tables that can be added: {_FORMATS}.")


def _is_dump(cells: list[str]) -> bool:
    return len(cells) == geonames.FIELDS and cells[0].isdecimal() and len(cells[6]) <= 1


def _is_alternates(cells: list[str]) -> bool:
    return 4 <= len(cells) <= 10 and cells[0].isdecimal() and cells[1].isdecimal() and len(cells[2]) <= 7


def _progress_of(path: Path, watch: Watch | None) -> Progress:
    return (lambda count: watch(path.name, count)) if watch else (lambda _: None)


def _finish(intake: Intake, alternates: dict[str, list[str]]) -> None:
    """Give a dump's places their alternate names, and leave out those that have none in Arabic."""
    if intake.format != "geonames":
        return
    kept = []
    for entry in intake.entries:
        more = alternates.get(entry.id.removeprefix("geonames:"), [])
        names = list(dict.fromkeys((*more, *entry.spellings)))
        if not names:
            intake.left_out["without an Arabic name"] += 1
        else:
            kept.append(msgspec.structs.replace(entry, name_ar=names[0], forms=tuple(names[1:])))
    intake.entries = kept


def _name_known(
    path: Path, alternates: dict[str, list[str]], merger: Merger, intakes: list[tuple[Path, Intake, float]]
) -> Intake:
    """Entries that only lend alternate names to places known before this command."""
    intake = Intake(path.name, "alternates", rows=sum(map(len, alternates.values())))
    here = {entry.id for _, other, _ in intakes for entry in other.entries}
    for id_, names in alternates.items():
        known = merger.find(f"geonames:{id_}")
        if known is not None and known.id not in here:
            intake.take(msgspec.structs.replace(known, name_ar=names[0], forms=tuple(names[1:])))
    if not intake.entries and not here:
        raise GazetteerError(
            f"{path.name} holds names for places that are not known. Add the country's dump (SY.txt) with it."
        )
    return intake


def _merge(path: Path, intake: Intake, seconds: float, merger: Merger) -> Added:
    for entry in intake.entries:
        _, known = merger.add(entry)
        intake.merged += known
    table = Table(
        name=_table_name(path),
        format=intake.format,
        file=path.name,
        sha256="",
        taken=len(intake.entries),
        merged=intake.merged,
        refused=sum(intake.refused.values()),
    )
    return Added(table, intake, seconds)


def _table_name(path: Path) -> str:
    """The name that a table is listed under: its file's, in plain letters."""
    return slug(path.name.split(".")[0]) or "table"
