"""What stands between two words of a text, in short.

Cues are `c` and their value, places P, dates D, parties A, people N, sayings S; commas, colons and brackets stand for
themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.model import Spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tawatur.claim.in_order import Mention
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


_CUE = Spelled("c{}")


class Marks:
    """The marks of one text: what decisions see of the words on the way from one mention to another."""

    def __init__(self, words: Words, hits: Sequence[Hit], lettered: Mapping[str, Iterable[Mention]]) -> None:
        self._marks, self._before = _lay_out(_mark(words, hits, lettered), len(words))
        self._between: dict[tuple[int, int], tuple[str, ...]] = {}  # by how many stand before the words

    def between(self, first: int, last: int) -> tuple[str, ...]:
        """Distinct marks on the words from `first` up to `last`, in order of their place; a gap's after its word's.

        Marks of the word before a gap do not count as between; those on the way do.
        """
        if last <= first:
            return ()
        before = self._before
        begin, end = before[first], before[last] if last < len(before) else before[-1]
        if begin == end:
            return ()
        known = self._between.get((begin, end))
        if known is None:
            known = self._between[begin, end] = tuple(dict.fromkeys(self._marks[begin:end]))
        return known


def _mark(
    words: Words, hits: Sequence[Hit], lettered: Mapping[str, Iterable[Mention]]
) -> dict[int, list[str]]:
    """What begins at each word; each kind of mention in `lettered` has a letter."""
    marks: dict[int, list[str]] = {}
    for hit in hits:
        if hit.layer == "cue":
            for form in hit.forms:
                marks.setdefault(hit.first, []).append(_CUE[form.entry.value])
        elif hit.layer == "say":
            marks.setdefault(hit.first, []).append("S")
    for letter, mentions in lettered.items():
        for mention in mentions:
            marks.setdefault(mention.first, []).append(letter)
    for i in words.breaks:
        if not 0 < i < len(words):
            continue
        gap = words.gaps[i]
        if "،" in gap or "," in gap:
            marks.setdefault(i, []).append(",")
        elif ":" in gap or "؛" in gap:
            marks.setdefault(i, []).append(":")
        if "(" in gap:
            marks.setdefault(i, []).append("(")
    return marks


def _lay_out(marks: dict[int, list[str]], words: int) -> tuple[list[str], list[int]]:
    """All marks in order of their words, and for each word how many stand before it."""
    flat: list[str] = []
    before: list[int] = []
    for at in sorted(marks):
        before += [len(flat)] * (at + 1 - len(before))
        flat += marks[at]
    before += [len(flat)] * (words + 1 - len(before))
    return flat, before
