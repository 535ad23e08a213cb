"""Open a table that someone else made: CSV with any separator, plain, gzipped or zipped, or XLSX."""

from __future__ import annotations

import csv
import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from tawatur.errors import GazetteerError
from tawatur.workbooks import open_workbook

_LONGEST_CELL = 1 << 20  # characters; GeoNames puts a hundred names in one
_LONGEST_LINE = 4 << 20  # characters; a packed file may hold a line that fills the memory
_MOST_COLUMNS = 256  # of a sheet; a list of places has under a hundred
_LARGEST_BOOK = 1 << 30  # bytes unpacked; a workbook is read into memory in part
# What broken packed files make the libraries raise, found by fuzzing.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, struct.error, ValueError, OSError)


class Row(NamedTuple):
    number: int  # as a spreadsheet shows it
    cells: list[str]


@contextmanager
def open_text(path: Path) -> Iterator[IO[str]]:
    """The table's text, whatever it is packed in; UTF-8, or UTF-16 with its mark."""
    with _open_bytes(path) as raw:
        buffered = io.BufferedReader(raw, 1 << 20)  # type: ignore[type-var]
        start = buffered.peek(4)[:4]
        encoding = "utf-16" if start[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
        text = io.TextIOWrapper(buffered, encoding=encoding, newline="")
        try:
            yield text
        except UnicodeDecodeError as error:
            raise GazetteerError(
                f"{path.name} is not UTF-8 (byte {error.object[error.start]:#04x} at {error.start:,}). "
                "Save it as UTF-8 (in Excel: CSV UTF-8) and add it again."
            ) from error


@contextmanager
def _open_bytes(path: Path) -> Iterator[IO[bytes]]:
    try:
        if path.suffix == ".gz":
            with gzip.open(path, "rb") as file:
                yield file  # type: ignore[misc]
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                tables = [n for n in archive.namelist() if n.lower().endswith((".txt", ".csv", ".tsv"))]
                tables = [n for n in tables if "readme" not in n.lower()]
                if len(tables) != 1:
                    raise GazetteerError(f"{path.name} holds {len(tables)} tables. Unpack it and add them.")
                with archive.open(tables[0]) as file:
                    yield file
        else:
            with path.open("rb") as file:
                yield file
    except FileNotFoundError as error:
        raise GazetteerError(f"{path} is not there.") from error
    except _BROKEN as error:
        raise GazetteerError(
            f"{path.name} is broken, or may not be read ({error}). Fetch it again."
        ) from error


def read_rows(path: Path) -> Iterator[Row]:
    """The rows that are not blank, the header first."""
    for number, cells in enumerate(_read_cells(path), 1):
        if any(map(str.strip, cells)):
            yield Row(number, cells)


def _read_cells(path: Path) -> Iterator[list[str]]:
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        yield from _read_sheet(path)
        return
    csv.field_size_limit(_LONGEST_CELL)
    with open_text(path) as text:
        first = text.readline(_LONGEST_LINE)
        separator = max("\t,;", key=first.count)
        parts = partial(
            csv.reader,
            delimiter=separator,
            quoting=csv.QUOTE_NONE if separator == "\t" else csv.QUOTE_MINIMAL,
        )
        yield next(parts([first]), [])
        try:
            yield from parts(_lines(text, path.name))
        except csv.Error as error:
            raise GazetteerError(f"{path.name} is no table that can be read ({error}).") from error


def _lines(text: IO[str], name: str) -> Iterator[str]:
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE and not line.endswith("\n"):
            raise GazetteerError(
                f"{name} has a line of over {_LONGEST_LINE >> 20} million letters: it is no table."
            )
        yield line


def _read_sheet(path: Path) -> Iterator[list[str]]:
    """The widest sheet of a workbook: P-code workbooks keep their finest level in it."""

    def check_size(size: int) -> None:
        if size > _LARGEST_BOOK:
            raise GazetteerError(
                f"{path.name} unpacks to {size >> 20:,} MiB, as no table does. Save its sheet as CSV and add that."
            )

    try:
        with open_workbook(path, check_size) as book:
            sheet = max(book.worksheets, key=lambda s: (s.max_column or 0, s.max_row or 0))
            yield from _cut_to_head(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True))
    except GazetteerError:
        raise
    except FileNotFoundError as error:
        raise GazetteerError(f"{path} is not there.") from error
    except Exception as error:  # (a broken workbook raises what its parts' readers please)
        raise GazetteerError(f"{path.name} is no workbook that can be read ({error}).") from error


def _cut_to_head(rows: Iterable[tuple[object, ...]]) -> Iterator[list[str]]:
    """The cells under a heading, or beside the table. A sheet is as wide and long as the farthest cell ever touched."""
    width = 0
    blank: tuple[object, ...] | None = None
    for row in rows:
        if row is blank or row.count(None) == len(row):
            blank = row  # the reader gives one for all that were never written: there may be a million
            yield []
            continue
        last = max(index for index, cell in enumerate(row) if cell is not None)
        width = width or last + 1
        yield ["" if cell is None else str(cell) for cell in row[: max(width, last + 1)]]
