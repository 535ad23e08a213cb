"""`tawatur export`: a case in one of its forms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.options import CasePath


def export(
    case: CasePath,
    form: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="FORM",
            help="claims, csv, geojson, parquet, acled, ucdp or airwars.",
            show_default=False,
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="FILE", help="Where to; standard output by default.", show_default=False
        ),
    ] = None,
    rows: Annotated[
        str | None,
        typer.Option(
            "--rows", help="What a row is, where a form has several kinds; the reference lists them."
        ),
    ] = None,
    *,
    no_quotes: Annotated[
        bool, typer.Option("--no-quotes", help="Leave out the words of the reports and their headlines.")
    ] = False,
) -> None:
    """Write a case in one of its forms."""
    from tawatur.run.export import export_case
    from tawatur.store import SqliteStore

    with SqliteStore(case) as store:
        export_case(
            store, form, None if out is None or str(out) == "-" else out, rows=rows, quotes=not no_quotes
        )
