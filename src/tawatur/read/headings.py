"""Which column of a table holds which field of a report, by its heading (`data/read/headings.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from tawatur.arabic.fold import fold
from tawatur.arabic.wordlists import WordLists
from tawatur.errors import ReportError

Columns = Mapping[str, int]  # a field → the number of its column, from 0

_SHOWN = 12  # headings in a refusal
_LETTERS = 40  # of a heading in a refusal


def find_columns(headings: Sequence[str]) -> Columns:
    """The column of each field that the table has; two for one field, or none for the text, are refused."""
    known = _load()
    columns: dict[str, int] = {}
    for at, heading in enumerate(headings):
        field = known.get(_key(heading))
        if field is None:
            continue
        if field in columns:
            raise ReportError(
                "bad_headings",
                f"The columns {_shown(headings[columns[field]])} and {_shown(heading)} are both `{field}`. "
                "Rename one of them, or take it out.",
            )
        columns[field] = at
    if "text" not in columns and "html" not in columns:
        found = ", ".join(_shown(heading) for heading in headings[:_SHOWN] if heading.strip())
        raise ReportError(
            "bad_headings",
            f"No column is headed as the text of the reports; the first row is: {found}. "
            "Write `text` (or النص) over the column that holds it; the headings are the first row.",
        )
    return columns


def count_known(headings: Sequence[str]) -> int:
    """How many of them name a field: what tells a row of headings from another, and its separator."""
    known = _load()
    return sum(_key(heading) in known for heading in headings)


@cache
def _load() -> dict[str, str]:
    lists = WordLists(files("tawatur") / "data" / "read" / "headings.yaml")
    lists.check_names(("headings",))
    return {_key(heading): field for heading, field in lists.groups("headings").items()}


def _key(heading: str) -> str:
    """What of a heading counts.

    >>> _key(" Published_at "), _key("تاريخ النشر:")
    ('publishedat', 'تاريخالنشر')
    """
    return "".join(letter for letter in fold(heading[:200]).casefold() if letter.isalnum())


def _shown(heading: str) -> str:
    return f"«{' '.join(heading.split())[:_LETTERS]}»"
