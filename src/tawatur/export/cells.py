"""Cells that a spreadsheet shows and never runs.

A cell that begins with = + - @ or a control character would be taken for a formula, and a report
may hold one on purpose. Such a cell is written with an apostrophe before it, and so is one that
begins with an apostrophe: whoever reads the file back takes one leading apostrophe off.
"""

from __future__ import annotations

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")


def to_cell(value: str) -> str:
    """The value as a cell that is only shown.

    >>> to_cell("=1+1"), to_cell("'"), to_cell("قصف")
    ("'=1+1", "''", 'قصف')
    """
    return f"'{value}" if value.startswith(_RUNS) else value


def from_cell(cell: str) -> str:
    """What `to_cell` was given."""
    return cell.removeprefix("'")
