"""Open a table that someone else made: CSV with any separator, plain, gzipped or zipped, or XLSX."""

from __future__ import annotations

import csv
import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tawatur.errors import GazetteerError
from tawatur.workbooks import open_workbook

_LONGEST_CELL = 1 << 20  # characters; GeoNames puts a hundred names in one
_LONGEST_LINE = 4 << 20  # characters; a packed file may hold a line that fills the memory
_LARGEST_BOOK = 1 << 30  # bytes unpacked; a workbook is read into memory in part
# What broken packed files make the libraries raise, found by fuzzing.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, struct.error, ValueError, OSError)


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


def read_rows(path: Path) -> Iterator[list[str]]:
    """The cells of every row, the header first."""
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        yield from _read_sheet(path)
        return
    csv.field_size_limit(_LONGEST_CELL)
    with open_text(path) as text:
        first = text.readline(_LONGEST_LINE)
        if not first.strip():
            return
        separator = max("\t,;", key=first.count)
        plain = separator == "\t"
        yield next(
            csv.reader([first], delimiter=separator, quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL)
        )
        try:
            yield from csv.reader(
                _lines(text, path.name),
                delimiter=separator,
                quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL,
            )
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
            for row in sheet.iter_rows(values_only=True):
                yield ["" if cell is None else str(cell) for cell in row]
    except GazetteerError:
        raise
    except FileNotFoundError as error:
        raise GazetteerError(f"{path} is not there.") from error
    except Exception as error:  # (a broken workbook raises what its parts' readers please)
        raise GazetteerError(f"{path.name} is no workbook that can be read ({error}).") from error
