"""Tables on a terminal, in English or Arabic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text


def show_table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Sequence[int] = (),
    title: str | None = None,
) -> None:
    """Print a table; `numbers` are the columns that are set to the right. A pipe gets it unbroken."""
    console = build_console()
    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False)
    for at, heading in enumerate(headings):
        table.add_column(heading, justify="right" if at in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))  # plain: a report's words are no markup
    console.print(table)


def build_console(*, to_errors: bool = False) -> Console:
    console = Console(stderr=to_errors, highlight=False)
    if not console.is_terminal:
        console.width = 160
    return console
