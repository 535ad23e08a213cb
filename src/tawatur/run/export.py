"""Write a case in one of its forms: aside first, then renamed, so that a file is whole or not there."""

from __future__ import annotations

import sys
from pathlib import Path

from tawatur.errors import CaseError, ExportError
from tawatur.export.chain import Chain
from tawatur.export.views import find_view, load_file_writer, load_folder_writer
from tawatur.export.withheld import WithoutQuotes
from tawatur.run.judged import JudgedCase
from tawatur.store import SqliteStore, written_aside


def export_case(
    store: SqliteStore, view: str, out: Path | None, *, rows: str | None = None, quotes: bool = True
) -> None:
    """Write `view`, as reviewers left the case, to a file, or to a folder where the view is one.

    None is standard output. Without `quotes`, the words of the reports and their headlines are left out.
    """
    form = find_view(view)
    if not store.state("finished"):
        raise CaseError(
            f"The last run of {store.case} did not come to its end.\n"
            f"  Finish it with `tawatur run -o {store.case}`, or run the same command again."
        )
    judged = JudgedCase(store)
    chain: Chain = judged if quotes else WithoutQuotes(judged)
    try:
        if form.is_folder:
            write_folder = load_folder_writer(form, rows)
            if out is None:
                raise ExportError(f"{view} is a folder of files.\n  Name the folder with `-o`.")
            folder = out
            _require_folder(folder.absolute().parent)
            folder.mkdir(exist_ok=True)
            write_folder(chain, lambda name: written_aside(folder / name))
            return
        write_file = load_file_writer(form, rows)
        if out is None:
            write_file(chain, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        if out.is_dir():
            raise ExportError(f"{out} is a folder.\n  Give the name of a file with `-o`.")
        _require_folder(out.absolute().parent)
        with written_aside(out) as stream:
            write_file(chain, stream)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(
            f"{out} cannot be written: {error.strerror}.\n  Give another name with `-o`."
        ) from None


def _require_folder(folder: Path) -> None:
    """A folder that is not there is likely a slip of the pen, and is not made."""
    if folder.is_file():
        raise ExportError(f"{folder} is a file.\n  Give the name of a folder with `-o`.")
    if not folder.is_dir():
        raise ExportError(f"There is no folder {folder}.\n  Make it first, or give another name with `-o`.")
