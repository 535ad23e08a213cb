"""`tawatur export`: a case in one of its forms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.options import CasePath


def export(
    case: CasePath,
    form: Annotated[
        str, typer.Option("--as", metavar="FORM", help="claims, csv, geojson or parquet.", show_default=False)
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
            "--rows", help="For csv, what a row is: claims, effects or incidents.", show_default="claims"
        ),
    ] = None,
) -> None:
    """Write a case as claims, csv, geojson or parquet."""
    from tawatur.run.export import export_case
    from tawatur.store import SqliteStore

    with SqliteStore(case) as store:
        export_case(store, form, None if out is None or str(out) == "-" else out, rows=rows)
