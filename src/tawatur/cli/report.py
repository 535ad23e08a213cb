"""`tawatur report`: a case as a static site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.options import CasePath, Lang, Language


def report(
    case: CasePath,
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", metavar="SITE", help="The folder, new or of an older site.", show_default=False
        ),
    ],
    no_quotes: Annotated[
        bool, typer.Option("--no-quotes", help="Leave out the words of the reports and their headlines.")
    ] = False,
    lang: Lang = Language.en,
) -> None:
    """Write a case as pages that open from a disk, in both languages, without review."""
    from tawatur.run.report import write_report

    written = write_report(case, out, lang=lang.value, quotes=not no_quotes, progress=_show_progress)
    print(f"{written:,} pages are in {out}. Open {out / 'index.html'} in a browser.")


def _show_progress(done: int, many: int) -> None:
    print(f"\rWriting pages: {done:,} of {many:,}", end="\n" if done == many else "", file=sys.stderr)
