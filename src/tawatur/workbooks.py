"""Open an XLSX workbook to be read sheet by sheet, as wherever tables are read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook


@contextmanager
def open_workbook(source: Path | IO[bytes], check_size: Callable[[int], None]) -> Iterator[Workbook]:
    """The workbook, with values where it has formulas; `check_size` raises where it unpacks to too many bytes.

    Sheets are streamed, the strings that they share are held in memory as a whole: hence the check.
    A broken workbook raises what the readers of its parts please.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import, and few tables are workbooks

    with zipfile.ZipFile(source) as packed:
        check_size(sum(info.file_size for info in packed.infolist()))
    book = load_workbook(source, read_only=True, data_only=True)
    try:
        yield book
    finally:
        book.close()
