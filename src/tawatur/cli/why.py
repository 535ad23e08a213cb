"""`tawatur why`: an incident's chain, down to the words."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.options import CasePath, Lang, Language


def why(
    case: CasePath,
    incident: Annotated[
        str,
        typer.Argument(
            metavar="INCIDENT",
            help="Its id, or the beginning of it, or the id of one of its claims, or of a casualty total.",
            show_default=False,
        ),
    ],
    lang: Lang = Language.en,
) -> None:
    """Print an incident as a short memo: its grade, figures and disputes, who says what, and why it is one."""
    from tawatur.errors import CaseError
    from tawatur.export.memo import write_memo, write_total
    from tawatur.run.case import open_case

    with open_case(case) as opened:
        told = opened.incident(incident)
        if told is None and (total := opened.total(incident)) is not None:
            for line in write_total(*total, lang.value):
                print(line)
            return
        if told is None:
            raise CaseError(
                f"{case} has no incident {incident!r}.\n"
                "  `tawatur export CASE --as csv --rows incidents` lists them; a beginning must fit one alone."
            )
        for line in write_memo(told, opened.words, lang.value, opened.neighbours(told)):
            print(line)
