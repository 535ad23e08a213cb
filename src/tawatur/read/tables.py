"""Reports as the rows of a table (CSV, TSV, XLSX): a column for each field, told by its heading.

A row is kept as the JSON line that would have said the same, its cells as they were written; columns that are
no field are left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Protocol, cast

import msgspec

from tawatur.errors import ReportError
from tawatur.read import limits
from tawatur.read.days import find_order, parse_written_day
from tawatur.read.headings import Columns, find_columns
from tawatur.read.lines import build_found
from tawatur.read.received import Found
from tawatur.read.separated import Separated
from tawatur.read.sheets import open_sheets
from tawatur.read.streams import Budget
from tawatur.records import Refusal

_FIELDS = ("id", "outlet", "url", "published", "title", "text", "html")
_IN_MEMORY = 8 * limits.MIB


class Table(Protocol):
    """Rows that can be read more than once, from the first."""

    name: str

    def rows(self) -> Iterator[Sequence[object]]: ...
    def words(self, cell: object) -> str: ...
    def day(self, cell: object) -> str: ...
    def check(self, row: Sequence[object], width: int) -> None: ...


def read_separated(name: str, stream: BinaryIO) -> Iterator[Found | Refusal]:
    """The reports of a CSV or TSV table."""
    stream, broken = _keep(stream)
    yield from _read_table(Separated(name, stream, broken))


def read_workbook(name: str, stream: BinaryIO, budget: Budget | None) -> Iterator[Found | Refusal]:
    """The reports of every sheet; one that holds none is refused by its name, an empty one passed over."""
    stream, broken = _keep(stream)
    if broken:
        raise broken
    with open_sheets(name, stream, budget) as sheets:
        for sheet in sheets:
            try:
                yield from _read_table(sheet)
            except ReportError as error:
                if error.code != "empty" or len(sheets) == 1:
                    yield Refusal(name=sheet.name, code=error.code, reason=str(error))


def _keep(stream: BinaryIO) -> tuple[BinaryIO, ReportError | None]:
    """A stream that can be read twice, and why it is not whole; the budget of what is unpacked bounds a copy."""
    if stream.seekable():
        return stream, None
    copy = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when nothing reads it
    read_once: Callable[[int], bytes] = getattr(stream, "read1", stream.read)  # all there is before a break
    broken = None
    try:
        while data := read_once(1 << 16):
            copy.write(data)
    except ReportError as error:
        broken = error
    copy.seek(0)
    return cast("BinaryIO", copy), broken


def _read_table(table: Table) -> Iterator[Found | Refusal]:
    start, headings = _find_head(table)
    columns = find_columns(headings)
    day_first = _find_order(table, start, columns["published"]) if "published" in columns else None
    for number, row in _told_rows(table):
        if number <= start:
            continue
        name = f"{table.name}:{number}"
        try:
            table.check(row, len(headings))
            yield _build(name, table, row, columns, day_first=day_first)
        except ReportError as error:
            yield Refusal(name=name, code=error.code, reason=str(error))


def _told_rows(table: Table) -> Iterator[tuple[int, Sequence[object]]]:
    """The rows that are not blank, each with the number that a spreadsheet shows."""
    blank: Sequence[object] | None = None
    for number, row in enumerate(table.rows(), 1):
        if row is blank:
            continue
        if any(cell is not None and str(cell).strip() for cell in row):
            yield number, row
        else:
            blank = row


def _find_head(table: Table) -> tuple[int, list[str]]:
    for number, row in _told_rows(table):
        return number, [table.words(cell) for cell in row]
    raise ReportError("empty", "It is empty.")


def _find_order(table: Table, start: int, column: int) -> bool | None:
    def days() -> Iterator[str]:
        try:
            for number, row in _told_rows(table):
                if number > start and column < len(row):
                    yield str(row[column])
        except ReportError:  # met again, and told, when the rows are read
            return

    return find_order(days())


def _build(
    name: str, table: Table, row: Sequence[object], columns: Columns, *, day_first: bool | None
) -> Found:
    keys = {}
    for field in _FIELDS:
        if (at := columns.get(field)) is None or at >= len(row):
            continue
        words = (table.day if field == "published" else table.words)(row[at]).strip()
        if words:
            keys[field] = words
    received = msgspec.json.encode(keys)
    day = parse_written_day(keys["published"], day_first=day_first) if "published" in keys else None
    return build_found(name, received, {**keys, "published": day.isoformat() if day else None})
