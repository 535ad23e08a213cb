"""`tawatur score`: precision, recall and F1 by slot."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.options import Lang, Language

if TYPE_CHECKING:
    from tawatur.score import Scores


def score(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="A folder of .json files or a .jsonl file.", show_default=False),
    ],
    pred: Annotated[
        Path,
        typer.Argument(
            metavar="PRED", help="The same, as `export --as claims` writes it.", show_default=False
        ),
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of the table.")] = False,
    errors: Annotated[
        int, typer.Option("--errors", metavar="N", help="List up to N errors.", show_default=False)
    ] = 0,
    lang: Lang = Language.en,
) -> None:
    """Hold predicted claims against gold claims, document by document."""
    from tawatur.score import load_documents
    from tawatur.score import score as measure

    scores = measure(load_documents(gold), load_documents(pred))
    if as_json:
        import msgspec

        figures = {slot: row._asdict() for slot, row in scores.figures.items()}
        links = scores.links._asdict() if scores.links else None
        said = {**asdict(scores), "figures": figures, "links": links, "errors": scores.errors[:errors]}
        print(msgspec.json.encode(said).decode())
        return
    _show(scores, lang)
    for line in scores.errors[:errors]:
        print(line)


def _show(scores: Scores, lang: Language) -> None:
    from tawatur.cli.tables import show_table
    from tawatur.export.labels import heading

    show_table(
        [heading(name, lang.value) for name in ("slot", "p", "r", "f1", "gold")],
        [
            (
                heading(slot, lang.value),
                f"{row.precision:.3f}",
                f"{row.recall:.3f}",
                f"{row.f1:.3f}",
                f"{row.gold:,}",
            )
            for slot, row in scores.figures.items()
        ],
        numbers=[1, 2, 3, 4],
    )
    missing = f"; {len(scores.not_predicted)} not predicted" if scores.not_predicted else ""
    print(f"{scores.documents} documents{missing}; {scores.predicted} claims predicted.")
    print(f"F1 of slots, 95% over documents: {scores.interval[0]:.3f} to {scores.interval[1]:.3f}.")
    if scores.links:
        pairwise, b_cubed = scores.links.pairwise[2], scores.links.b_cubed[2]
        print(
            f"Incidents, over {scores.links.claims} claims: pairwise F1 {pairwise:.3f}, B-cubed F1 {b_cubed:.3f}."
        )
