"""`tawatur redact`: black out names in a case."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.options import CasePath


def redact(
    case: CasePath,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAMES...",
            help="Names as reports write them, each in quotation marks: 'سالم القادري'.",
            show_default=False,
        ),
    ],
) -> None:
    """Black out names everywhere in a case but in the received bytes, now and whenever it is run again."""
    from tawatur.run.redact import redact_case

    blacked = redact_case(case, names)
    print(
        f"Blacked out in {blacked.documents:,} {'report' if blacked.documents == 1 else 'reports'}, "
        f"{blacked.places:,} times in what is shown. {case / 'redactions.json'} holds the log."
    )
    if blacked.ids:
        print(f"These identifiers spell a name and were left: {', '.join(blacked.ids)}.")
    print(
        f"The received bytes under {case / 'objects'}, and files that were exported before, still hold the names."
    )
