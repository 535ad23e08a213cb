"""The rows of a text table (CSV, TSV), whatever parts its cells and whatever encoding wrote it.

Where letters of the encoding may be more than a byte, separators, quotes and line ends still are one each, the
same in UTF-8 and the old Arabic encodings. So rows are cut among bytes, and only cells are decoded: one row in
another encoding spoils no other.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from tawatur.arabic.encodings import decode, find_wide, is_binary
from tawatur.errors import ReportError
from tawatur.read import limits
from tawatur.read.headings import count_known
from tawatur.read.streams import Counted, buffered

_HEAD = 1 << 16
_BYTES = "latin-1"  # a letter for each byte
_ENCODINGS = ("utf-8", "cp1256", "iso8859_6")
_NONE = "\x1f"  # parts nothing: a table of one column, whose commas are its text's
_SAYS_SEPARATOR = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)  # a first line that Excel writes and hides


class Separated:
    """A text table; `broken` is why its stream ended before its end, where it did."""

    def __init__(self, name: str, stream: BinaryIO, broken: ReportError | None = None) -> None:
        self.name = name
        self._stream = stream
        self._broken = broken
        head = stream.read(_HEAD)
        if not head.strip():
            raise broken or ReportError("empty", "It is empty.")
        if is_binary(head):
            raise ReportError(
                "binary",
                "It is no table as text (a workbook that was renamed?). Save it as CSV UTF-8 or XLSX.",
            )
        self._wide = find_wide(head)
        mark = "\ufeff".encode(self._wide or "utf-8")
        self._start = len(mark) if head.startswith(mark) else 0
        head = head[: head.rfind(b"\n") + 1] or head
        self._narrow = _find_encoding(head[self._start :])
        shown = head[self._start :].decode(self._wide or self._narrow, "replace")
        lines = [line for line in shown.splitlines() if line.strip()] or [""]
        says = _SAYS_SEPARATOR.fullmatch(lines[0])
        self._skips = bool(says)
        self._separator = says[1] if says else _find_separator(lines[0])

    def rows(self) -> Iterator[Sequence[object]]:
        """Every row, blank ones too, so that their count is the number a spreadsheet shows.

        Of a stream that broke off the last row may be half of one: it is not given.
        """
        self._stream.seek(self._start)
        raw = buffered(Counted(self._stream))
        text = io.TextIOWrapper(
            raw, encoding=self._wide or _BYTES, errors="replace" if self._wide else "strict", newline=""
        )
        lines = _Lines(text)
        csv.field_size_limit(limits.LINE_BYTES + 1)
        held: list[str] | None = None
        try:
            for number, row in enumerate(csv.reader(lines, delimiter=self._separator), 1):
                if held is not None:
                    yield held
                if lines.is_open_at_end:
                    raise self._broken or ReportError(
                        "broken_table",
                        f"A quote is opened in row {number} and never closed, so that all after it is one cell. "
                        "Close it; what was read before stands.",
                    )
                lines.begin_row(number + 1)
                told = [] if number == 1 and self._skips else row
                if self._broken:
                    held = told
                else:
                    yield told
        except csv.Error as error:
            raise ReportError(
                "broken_table", f"It is no table that can be read ({error}). What was read before stands."
            ) from error
        if self._broken:
            raise self._broken

    def words(self, cell: object) -> str:
        if self._wide:
            return str(cell)
        raw = str(cell).encode(_BYTES)
        try:
            return raw.decode(self._narrow)
        except UnicodeDecodeError:
            text = decode(raw)
        if text is None:
            raise ReportError("unknown_encoding", "The row is not UTF-8. Save the table as CSV UTF-8.")
        return text

    def day(self, cell: object) -> str:
        return self.words(cell)

    def check(self, row: Sequence[object], width: int) -> None:
        """A row with more cells than headings was cut inside its text."""
        if any(map(str.strip, map(str, row[width:]))):
            raise ReportError(
                "broken_table",
                f"The row has {len(row)} cells and there are {width} headings: a text that holds "
                f"{self._separator!r} must stand in quotes. Save the table anew from the spreadsheet.",
            )


class _Lines:
    """The lines of a table for the CSV reader, which itself would join them without end."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._number = 1
        self._letters = 0
        self.is_open_at_end = False

    def begin_row(self, number: int) -> None:
        self._number = number
        self._letters = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(limits.LINE_BYTES + 1 - self._letters)
        if not line:
            self.is_open_at_end = self._letters > 0
            raise StopIteration
        self._letters += len(line)
        if self._letters > limits.LINE_BYTES:
            raise ReportError(
                "too_large",
                f"Row {self._number} is over {limits.LINE_BYTES >> 20} MiB, as where a quote is opened and never "
                "closed. Mend it; what was read before stands.",
            )
        return line


def _find_encoding(head: bytes) -> str:
    """The encoding of the file; where its head tells none its rows are refused one by one."""
    text = decode(head)
    return next((name for name in _ENCODINGS if head.decode(name, "replace") == text), "utf-8")


def _find_separator(line: str) -> str:
    """What parts the headings: that which makes most of them known."""

    def told(separator: str) -> tuple[int, int]:
        return count_known(next(csv.reader([line[:_HEAD]], delimiter=separator), [])), line.count(separator)

    return max("\t,;", key=told) if any(mark in line for mark in "\t,;") else _NONE
