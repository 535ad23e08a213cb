"""What incidents are filtered by, and the orders they can stand in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from tawatur.serve.query import Sort
from tawatur.serve.rows import NONE, Row

ANY = "any"  # of what is contested: whatever it is
_NO_DAY = dt.date.min

# What makes an incident worth a reviewer's look, and whether one has looked.
DONE = "done"
DOUBTS: dict[str, Callable[[Row], bool]] = {
    "contested": lambda row: bool(row.contested) or row.grade == "contested",
    "weak": lambda row: row.grade in ("weak", NONE),
    "unresolved": lambda row: row.lat is None or row.first is None,
    "changed": lambda row: "changed" in row.review,
    DONE: lambda row: not {"reviewed", "rejected"}.isdisjoint(row.review),
}
# Kept as facets are, and no facets: no address asks for them.
DOUBT = "doubt"
ALONE = "alone"  # the facets of which an incident has but one value

VALUES: dict[str, Callable[[Row], Iterable[str]]] = {
    "kind": lambda row: (row.type,),
    "harm": lambda row: row.harms or (NONE,),
    "grade": lambda row: (row.grade,),
    "contested": lambda row: (ANY, *row.contested) if row.contested else (NONE,),
    "party": lambda row: row.parties or (NONE,),
    "area": lambda row: row.area or (NONE,),
    "source": lambda row: row.sources,
    "publisher": lambda row: row.publishers,
    "review": lambda row: row.review or (NONE,),
    ALONE: lambda row: tuple(
        facet for facet, own in (("source", row.sources), ("publisher", row.publishers)) if len(own) == 1
    ),
    DOUBT: lambda row: tuple(doubt for doubt, has in DOUBTS.items() if has(row)),
}


def _newest(row: Row) -> tuple[int, str]:
    return (-(row.last or _NO_DAY).toordinal(), row.id)


ORDERS: dict[Sort, Callable[[Row], tuple[Any, ...]]] = {
    "newest": _newest,
    "oldest": lambda row: (row.first is None, row.first or _NO_DAY, row.id),
    "killed": lambda row: (-((row.killed[1] or row.killed[0] or 0) if row.killed else 0), *_newest(row)),
    "disputed": lambda row: (-row.gap, not row.contested, *_newest(row)),
    "reports": lambda row: (-row.reports, *_newest(row)),
}
