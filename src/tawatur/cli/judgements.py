"""`tawatur judgements`: what reviewers decided, between cases and beside each other."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.options import CasePath, Lang, Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.records import Judgement, Noted

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

_Out = Annotated[
    Path | None,
    typer.Option(
        "--out", "-o", metavar="FILE", help="Where to; standard output by default.", show_default=False
    ),
]


@app.command(name="export")
def export_lines(case: CasePath, out: _Out = None) -> None:
    """Write every judgement as a JSON line, undone ones and the undoing too."""
    from tawatur.review.lines import write_lines
    from tawatur.store import SqliteStore, written_aside

    is_file = out is not None and str(out) != "-"
    with (
        SqliteStore(case) as store,
        written_aside(out) if out and is_file else nullcontext(sys.stdout.buffer) as to,
    ):
        count = write_lines(store.judgements(), to)
    print(f"{count} judgements.", file=sys.stderr)


@app.command(name="import")
def import_lines(
    case: CasePath,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Files that `judgements export` wrote.", show_default=False),
    ],
    lang: Lang = Language.en,
) -> None:
    """Add judgements from other cases: all of them or none, each once. What does not apply here is listed."""
    from tawatur.review.lines import read_lines
    from tawatur.run.judged import JudgedCase
    from tawatur.store import SqliteStore

    with SqliteStore(case) as store:
        read: list[Judgement] = []
        for path in files:
            with path.open("rb") as stream:
                read += read_lines(stream, str(path))
        new = store.log.take_in(read)
        print(f"{len(new)} judgements are new, {len(read) - len(new)} were there.")
        ids = {judgement.id for judgement in new}
        _list_idle((note for note in JudgedCase(store).judged.idle if note.judgement.id in ids), lang)


@app.command()
def check(case: CasePath, lang: Lang = Language.en) -> None:
    """List the judgements that do not apply to the case as it stands. Exits with 1 where there are any."""
    from tawatur.run.judged import JudgedCase
    from tawatur.store import SqliteStore

    with SqliteStore(case) as store:
        idle = JudgedCase(store).judged.idle
        print(f"{store.log.count() - len(idle)} judgements apply or were undone, {len(idle)} do not apply.")
        _list_idle(idle, lang)
    if idle:
        raise typer.Exit(1)


@app.command()
def agreement(case: CasePath, lang: Lang = Language.en) -> None:
    """Print how far reviewers agree over what more than one of them judged: shares, and Cohen's kappa."""
    from tawatur.export.labels import label
    from tawatur.review.agreement import measure_agreement
    from tawatur.store import SqliteStore

    with SqliteStore(case) as store:
        found = measure_agreement(store.judgements())
    print("reviewer\treviewer\tfield\titems\tagree\tkappa")
    for one in found:
        kappa = "-" if one.kappa is None else f"{one.kappa:.3f}"
        field = label("judgements", one.field, lang.value)
        print(f"{one.left}\t{one.right}\t{field}\t{one.items}\t{one.observed:.3f}\t{kappa}")


def _list_idle(notes: Iterable[Noted], lang: Language) -> None:
    from tawatur.export.labels import label

    for note in notes:
        one = note.judgement
        field, why = label("judgements", one.field, lang.value), label("applied", note.reason, lang.value)
        print(f"{one.id}\t{one.when.date()}\t{one.who}\t{field}\t{one.about}\t{why}")
