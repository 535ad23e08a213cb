"""`tawatur gazetteer`: places beside those that ship."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tawatur.gazetteer.add import Added

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

_LINE_EVERY = 5.0  # seconds
_NOWHERE = "in no table. `tawatur gazetteer add` takes tables that may have it."
_IN_LATIN = "reports are in Arabic, and write the places of this name so:"


@app.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="GeoNames country dumps and alternate names, Who's On First and OCHA P-code tables, lists of your own.",
            show_default=False,
        ),
    ],
) -> None:
    """Add tables of places; what is known already is joined, and nothing is added if one is refused."""
    from tawatur.cli.tables import build_console, show_table
    from tawatur.errors import GazetteerError
    from tawatur.gazetteer.add import add_tables
    from tawatur.gazetteer.intake import WRONG

    console = build_console(to_errors=True)
    try:
        if console.is_terminal:
            with console.status("Reading") as status:
                added = add_tables(
                    files, watch=lambda name, rows: status.update(f"Reading {name}: {rows:,} rows")
                )
        else:
            added = add_tables(files, watch=_Said().watch)
    except GazetteerError as error:
        left = " Nothing was added: leave it out, and the others can be." if len(files) > 1 else ""
        raise GazetteerError(f"{error}{left}") from error
    show_table(
        ("table", "format", "rows", "taken", "of these known", "left out", "refused"),
        [_count(one) for one in added],
        numbers=(2, 3, 4, 5, 6),
    )
    for one in added:
        for reason, count in sorted(one.intake.left_out.items()):
            print(f"{one.table.name}: left out {count:,} rows {reason}")
        for code, count in sorted(one.intake.refused.items()):
            print(f"{one.table.name}: refused {count:,} rows: {WRONG[code]}")
            for example in one.intake.examples[code]:
                print(f"    {example}")


def _count(one: Added) -> tuple[str, ...]:
    intake = one.intake
    numbers = (
        intake.rows,
        len(intake.entries),
        intake.merged,
        sum(intake.left_out.values()),
        one.table.refused,
    )
    return (one.table.name, one.table.format, *(f"{number:,}" for number in numbers))


class _Said:
    """Plain lines of progress, one now and then, where there is no terminal."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def watch(self, name: str, rows: int) -> None:
        if time.monotonic() - self._last >= _LINE_EVERY:
            self._last = time.monotonic()
            typer.echo(f"{name}: {rows:,} rows", err=True)


@app.command(name="list")
def list_() -> None:
    """List the tables that were added, and what ships."""
    from collections import Counter

    from tawatur.cli.tables import show_table
    from tawatur.gazetteer.home import Home
    from tawatur.gazetteer.shipped import read_shipped

    sources = Counter(entry.id.split(":", 1)[0] for entry in read_shipped())
    rows = [
        ("(ships) countries", "", f"{sources['iso']:,}", "", "", ""),
        ("(ships) supplement", "", f"{sources['tawatur']:,}", "", "", ""),
        ("(ships) base, GeoNames", "", f"{sources['geonames']:,}", "", "", ""),
    ]
    rows += [
        (table.name, table.format, f"{table.taken:,}", f"{table.merged:,}", f"{table.refused:,}", table.file)
        for table in Home.at().tables()
    ]
    show_table(("table", "format", "places", "of these known", "refused", "file"), rows, numbers=(2, 3, 4))


@app.command()
def find(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A name, or words from a report with a name in them: 'بلدة الصالحية بريف دير الزور'. Latin letters do too: Binnish.",
            show_default=False,
        ),
    ],
) -> None:
    """Show every place that a name may mean, best first, and why. Exits with 1 where none is known."""
    from tawatur.cli.tables import show_table
    from tawatur.find.place_context import rank_places
    from tawatur.find.places import find_places
    from tawatur.gazetteer.index import Gazetteer
    from tawatur.segment.words import Words

    gazetteer = Gazetteer.load()
    words = Words(name)
    mentions = find_places(words, gazetteer)
    shown = False
    for mention, candidates in zip(mentions, rank_places(mentions, words, gazetteer), strict=True):
        if not candidates:
            print(f"{mention.name}: {_NOWHERE}")
            continue
        shown = True
        show_table(
            ("place", "precision", "where", "latitude, longitude", "id", "score", "why"),
            [
                (
                    f"{c.name_ar} {c.name_en}",
                    c.precision.value,
                    ", ".join(filter(None, (c.admin2, c.admin1, c.country))),
                    f"{c.lat:.4f}, {c.lon:.4f}" if c.lat is not None and c.lon is not None else "not known",
                    c.id,
                    f"{c.score:.1f}",
                    c.reason,
                )
                for c in candidates
            ],
            numbers=(5,),
            title=mention.name,
        )
    if shown:
        return
    entries = gazetteer.named(name)
    if entries:
        print(
            f"{name} is read as a place only where the words around it say so: in a phrase such as 'قرية {name}'."
        )
    elif not mentions:
        entries = gazetteer.called(name)
        print(f"{name}: {_IN_LATIN if entries else _NOWHERE}")
    if not entries:
        raise typer.Exit(1)
    show_table(
        ("place", "kind", "where", "latitude, longitude", "id"),
        [
            (
                f"{e.name_ar} {e.name_en}",
                e.kind,
                ", ".join(filter(None, (e.admin2, e.admin1, e.country))),
                f"{e.lat:.4f}, {e.lon:.4f}" if e.lat is not None and e.lon is not None else "not known",
                e.id,
            )
            for e in entries
        ],
    )


@app.command()
def remove(
    tables: Annotated[
        list[str],
        typer.Argument(
            metavar="TABLE...", help="Names as `tawatur gazetteer list` shows them.", show_default=False
        ),
    ],
) -> None:
    """Take tables out again, with every place and spelling that only they gave."""
    from tawatur.gazetteer.home import Home
    from tawatur.gazetteer.index import Gazetteer

    Home.at().remove(tables)
    Gazetteer.load()  # compile now, so that the next reading does not wait for it
    print(f"Removed {', '.join(tables)}.")
