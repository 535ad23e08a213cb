"""`tawatur doctor`: what is installed, what data, what is missing and how to get it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.options import Lang, Language


def doctor(
    case: Annotated[
        Path | None, typer.Argument(metavar="[CASE]", help="A case to look at too.", show_default=False)
    ] = None,
    lang: Lang = Language.en,
) -> None:
    """Look at the installation, the data and, where one is named, a case."""
    from tawatur.cli.tables import show_table
    from tawatur.export.labels import heading
    from tawatur.run.doctor import examine

    findings = list(examine(case))
    show_table(
        ("", heading("found", lang.value), heading("remedy", lang.value)),
        [(finding.what, finding.found, finding.remedy) for finding in findings],
    )
    if any(finding.remedy for finding in findings):
        raise typer.Exit(1)
