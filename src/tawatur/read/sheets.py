"""The sheets of an XLSX workbook as tables."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import Any, BinaryIO

from tawatur.errors import ReportError
from tawatur.read import limits
from tawatur.read.archives import check_directory
from tawatur.read.streams import Budget
from tawatur.workbooks import open_workbook

# Days that a bare number may be in the date column of a workbook: 1980 to 2099, counted from 1900.
_SERIAL = range(29_221, 73_051)
_BATCH = 100  # rows that are read at a time


class Sheet:
    """One sheet; its rows are read anew each time they are asked for."""

    def __init__(self, name: str, sheet: Any, epoch: dt.datetime) -> None:  # noqa: ANN401 - openpyxl has no types
        self.name = name
        self._sheet = sheet
        self._epoch = epoch

    def rows(self) -> Iterator[Sequence[object]]:
        """Every row; those that were never written, of which there may be a million, are one and the same."""
        self._sheet.reset_dimensions()  # some programs write A1, whatever there is
        rows = self._sheet.iter_rows(max_col=limits.COLUMNS, values_only=True)
        number, broken = 0, None
        while broken is None:
            batch: list[Sequence[object]] = []
            try:
                with _explained():
                    batch.extend(islice(rows, _BATCH))
            except ReportError as error:  # told after the rows before it
                broken = error
            number += len(batch)
            if number > limits.SHEET_ROWS:
                del batch[limits.SHEET_ROWS - number :]
                broken = ReportError(
                    "broken_table", f"It has a row past {limits.SHEET_ROWS:,}, as no sheet can."
                )
            yield from batch
            if not batch:
                break
        if broken:
            raise broken

    def words(self, cell: object) -> str:
        if isinstance(cell, dt.datetime) and not cell.time():
            cell = cell.date()
        if isinstance(cell, (dt.date, dt.time)):
            return cell.isoformat()
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        return "" if cell is None else str(cell).encode("utf-8", "replace").decode()

    def day(self, cell: object) -> str:
        """The cell of a date column: a number that was never formatted as a day is one."""
        if isinstance(cell, (int, float)) and not isinstance(cell, bool) and int(cell) in _SERIAL:
            return (self._epoch + dt.timedelta(days=int(cell))).date().isoformat()
        return self.words(cell)

    def check(self, row: Sequence[object], width: int) -> None:
        """Whatever stands beside the table is left."""


@contextmanager
def open_sheets(name: str, stream: BinaryIO, budget: Budget | None) -> Iterator[list[Sheet]]:
    """The sheets; they can be read until the workbook is closed, at the end of this."""

    def check_size(size: int) -> None:
        if size > limits.BOOK_BYTES:
            raise ReportError(
                "too_large",
                f"The workbook unpacks to {size >> 20:,} MiB; at most {limits.BOOK_BYTES >> 20} are read. "
                "Save its sheets as CSV UTF-8, which may be of any length.",
            )
        if budget:
            budget.spend(size)

    with ExitStack() as opened:
        with _explained():
            check_directory(stream)
            book = opened.enter_context(open_workbook(stream, check_size))
        yield [Sheet(f"{name}!{sheet.title}", sheet, book.epoch) for sheet in book.worksheets]


@contextmanager
def _explained() -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and checks that are not read
            yield
    except ReportError:
        raise
    except Exception as error:  # a broken workbook raises what its parts' readers please
        raise ReportError(
            "broken_table",
            f"It is no workbook that can be read ({str(error)[:120] or type(error).__name__}); one with a password "
            "is none either. Save it anew, or as CSV UTF-8.",
        ) from error
