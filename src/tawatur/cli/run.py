"""`tawatur run`: from reports to a case."""

from __future__ import annotations

import signal
import sys
import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tawatur.cli.options import Lang, Language

if TYPE_CHECKING:
    from tawatur.run.build import Built


def run(
    reports: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REPORTS...",
            help="Files (.txt .html .jsonl .csv .tsv .xlsx .warc, packed or not), folders and archives, here or at an address "
            "(s3://…). With none, finish the case.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        str,
        typer.Option(
            "--out", "-o", metavar="CASE", help="The case folder, new or to grow.", show_default=False
        ),
    ] = ...,  # type: ignore[assignment]
    *,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", "-j", min=1, help="Processes that read; all cores by default.", show_default=False
        ),
    ] = None,
    engine: Annotated[
        str, typer.Option("--engine", metavar="local|ray", help="What reads: this machine, or a Ray cluster.")
    ] = "local",
    address: Annotated[
        str | None,
        typer.Option(
            "--address", help="The cluster to join; without it one is started here.", show_default=False
        ),
    ] = None,
    shards: Annotated[
        str | None,
        typer.Option(
            "--shards",
            help="Where what the cluster has read waits for the case: a path or address that every node can write to.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 where an input was set aside.")
    ] = False,
    lang: Lang = Language.en,
) -> None:
    """Read reports into a case. Stopped at any point, the same command goes on from there."""
    signal.signal(signal.SIGTERM, _interrupt)
    began = time.monotonic()
    try:
        built = _build(reports or [], out, workers, engine=engine, address=address, shards=shards)
    except KeyboardInterrupt:
        print("\nStopped. What was read is kept; the same command goes on from there.", file=sys.stderr)
        raise typer.Exit(130) from None
    _show(built, time.monotonic() - began, lang)
    if strict and built.tally.refused:
        raise typer.Exit(1)


def _build(reports: list[str], out: str, workers: int | None, **cluster: Any) -> Built:  # noqa: ANN401
    from contextlib import closing

    from tawatur.cli.progress import build_progress
    from tawatur.cli.tables import build_console
    from tawatur.run.build import build_case

    with closing(build_progress(build_console(to_errors=True))) as progress:
        return build_case(reports, out, workers=workers, watcher=progress, **cluster)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _show(built: Built, seconds: float, lang: Language) -> None:
    from tawatur.cli.tables import show_table
    from tawatur.export.labels import heading, label

    tally, counts = built.tally, built.counts
    done = {
        "new": tally.new,
        "changed": tally.changed,
        "again": tally.again,
        "unchanged": tally.unchanged,
        "seen": tally.seen,
        "refused": tally.refused.total(),
        "bare": tally.bare,
    }
    rows = [(heading(name, lang.value), f"{count:,}") for name, count in done.items() if count]
    rows += [
        (heading(name, lang.value), f"{counts[name]:,}") for name in ("documents", "claims", "incidents")
    ]
    show_table((str(built.case), heading("count", lang.value)), rows, numbers=[1])
    if tally.refused:
        show_table(
            (heading("refused", lang.value), heading("code", lang.value), heading("count", lang.value)),
            [
                (label("refusals", code, lang.value), code, f"{n:,}")
                for code, n in sorted(tally.refused.items())
            ],
            numbers=[2],
        )
        for refusal in sorted(tally.refusals, key=lambda refusal: refusal.name):
            print(f"{refusal.name}: {refusal.reason}")
        more = tally.refused.total() - len(tally.refusals)
        print(
            f"{f'And {more:,} more. ' if more else ''}Each is named, with the reason, in {built.case / 'manifest.json'}."
        )
    if tally.bare:
        print(
            f"{tally.bare:,} of those read {'is a page' if tally.bare == 1 else 'are pages'} without a report: menus and headlines "
            "of others alone, as where a site writes its text by script. Save them from a browser; the desk lists them."
        )
    read = tally.read
    print(
        f"{read:,} read in {seconds:.1f} s" + (f", {read / seconds:,.0f} a second." if seconds > 1 else ".")
    )
