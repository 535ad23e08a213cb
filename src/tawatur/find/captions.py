"""Find the captions of pictures that a page prints among the first lines of a report.

A caption tells of the picture, often of another day: `متطوعون يتفقدون منزلا قصفته الطائرات- 25 من تموز 2021 (الدفاع المدني)`. It stands below
the headline, and ends in a credit.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tawatur.arabic.wordlists import Forms, open_lists, read_lists

if TYPE_CHECKING:
    from tawatur.segment.words import Words

_LINES = 8  # of a report in which its picture stands
_WORDS = 45  # of a caption at most
_MOST = 2  # captions; more such lines are a chronicle with its sources
_DATED = re.compile(r"[-–—_،,][^\n()]{0,40}\d{4}\s*\([^()\n]{2,50}\)\s*$")


class _Vocabulary(NamedTuple):
    """The lists of `captions.yaml`, by their names there."""

    credits: Forms


def find_captions(words: Words) -> list[tuple[int, int]]:
    """The words of each caption, from the first up to, not including, the last."""
    starts = [0, *(i for i in words.breaks if 0 < i < len(words) and "\n" in words.gaps[i])][: _LINES + 1]
    found = [
        (first, last)
        for first, last in pairwise(starts[1:])
        if 1 < last - first <= _WORDS and _is_caption(words, first, last)
    ]
    return found if len(found) <= _MOST else []


def _is_caption(words: Words, first: int, last: int) -> bool:
    line = words.text[words.starts[first] : words.starts[last]].partition("\n")[0]
    if _DATED.search(line):
        return True
    credited = _lists().credits
    return any(
        words.gaps[i].strip() in {"-", "–", "—", "_"} and words.forms[i] in credited
        for i in range(max(first + 1, last - 3), last)
    )


@cache
def _lists() -> _Vocabulary:
    return read_lists(open_lists("captions"), _Vocabulary)
