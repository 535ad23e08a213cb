"""Which of a page's lines are the report: the run whose lines weigh most as a report.

Weights are those of a conditional random field over three states that follow one another
(before, report, after), so the best run is found in one pass.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

import msgspec


class Weights(msgspec.Struct, frozen=True):
    """What each feature is worth to a line before the report, in it, and after it."""

    features: dict[str, tuple[float, float, float]]
    stays: tuple[float, float, float]  # from a line to the next in the same state
    begins: float
    ends: float


class _Path(NamedTuple):
    weight: float
    first: int
    last: int


_NEVER = -1e9


@cache
def load_weights() -> Weights:
    source = resources.files("tawatur") / "data" / "clean" / "weights.json"
    return msgspec.json.decode(source.read_bytes(), type=Weights)


def find_run(
    described: list[list[str]], weights: Weights, *, earliest: int = 0, needed: int | None = None
) -> tuple[int, int]:
    """The first and the last line of the report; `(0, -1)` where the page is furniture alone.

    It begins at `earliest` or below. Where `needed` is a line, a report there is, and it does
    not end before that line.
    """
    known, nothing = weights.features, (0.0, 0.0, 0.0)
    stays_before, stays_in, stays_after = weights.stays
    before, inside, after, empty = 0.0, _Path(_NEVER, 0, -1), _Path(_NEVER, 0, -1), 0.0
    for i, features in enumerate(described):
        as_before = as_report = as_after = 0.0
        for feature in features:
            one, two, three = known.get(feature, nothing)
            as_before += one
            as_report += two
            as_after += three
        left = _Path(inside.weight + weights.ends, inside.first, i - 1)
        if needed is None or i > needed:
            after = max(left, _Path(after.weight + stays_after, after.first, after.last))
        begins = before + (weights.begins if i else 0.0) if i >= earliest else _NEVER
        inside = max(_Path(begins, i, i), _Path(inside.weight + stays_in, inside.first, i))
        if i:
            before += stays_before
            empty += stays_after
        before += as_before
        inside = _Path(inside.weight + as_report, inside.first, inside.last)
        after = _Path(after.weight + as_after, after.first, after.last)
        empty += as_after
    best = max(inside, after)
    if needed is None and max(before, empty) > best.weight:
        return 0, -1
    return best.first, best.last
