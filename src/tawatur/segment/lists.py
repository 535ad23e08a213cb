"""Lists that a colon announces: in its own line, or below it, a line each with a dash."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tawatur.segment.words import Words

_DASHES = frozenset("-–—−•*●▪◾○")
_ITEMS_MOST = 40


def list_behind(words: Words, at: int) -> list[tuple[int, int]]:
    """The runs of words that are the items behind a word with a colon: the rest of its line, or the lines below."""
    if "\n" not in words.gaps[at + 1]:
        return [(at + 1, words.sentences[words.sentence_of[at + 1]][1])]
    return lines_below(words, at + 1)


def lines_below(words: Words, first: int) -> list[tuple[int, int]]:
    """The lines from the word `first` on that begin with a dash, up to one that begins otherwise."""
    starts = list(_line_starts(words, first))
    items: list[tuple[int, int]] = []
    for begin, end in pairwise([*starts, len(words)]):
        if not _DASHES.intersection(words.gaps[begin].rpartition("\n")[2]) or len(items) == _ITEMS_MOST:
            break
        items.append((begin, end))
    return items


def _line_starts(words: Words, first: int) -> Iterator[int]:
    for i in words.breaks:
        if first <= i < len(words) and "\n" in words.gaps[i]:
            yield i
