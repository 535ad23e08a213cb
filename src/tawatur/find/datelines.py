"""Where a report was filed from: `القاهرة (أفق) –`, `بيروت - وكالات`. A capital that stands there is no government."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.segment.words import Words

_AGENCY_WORDS = 4  # between the brackets
_DASHES = "-–—"


def is_dateline(words: Words, first: int, last: int) -> bool:
    """Whether a run of words is the place at the head of a paragraph, set off by a dash or by an agency in brackets."""
    gaps = words.gaps
    if first and "\n" not in gaps[first]:
        return False
    if last >= len(words):
        return False
    if "(" in gaps[last]:
        return any(")" in gaps[i] for i in range(last + 1, min(last + _AGENCY_WORDS + 1, len(words))))
    return "\n" not in gaps[last] and any(dash in gaps[last] for dash in _DASHES)


def heads_news(words: Words, first: int, last: int, told: set[int]) -> bool:
    """Whether a place stands at the head of a line, or as a hashtag, right before what happened there: `#لبنان غارة على سيارة`.

    `told` are the words at which something that happened is named, in no verb.
    """
    gaps = words.gaps
    if last not in told or "(" in gaps[last]:
        return False
    return first == 0 or "\n" in gaps[first] or "#" in gaps[first]
