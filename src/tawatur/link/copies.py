"""See what reports took over from each other: whole reports, and passages.

Near-identical reports are looked up by the MinHash of their words, so that not all are compared with all; whether and how
far two share their words is then settled by the words themselves. Which of the two is the original, nobody can know:
the earlier stands for it, and among those of one day the one that relays nobody.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from rensa import RMinHash

from tawatur.arabic.fold import fold_phrase, fold_word
from tawatur.link.sides import load_rules
from tawatur.records import CopyOf, Likeness, Reason, Span

# A word with its diacritics and stretched letters; numbers are words.
_WORD = re.compile(r"[^\W_]+(?:[\u0610-\u061a\u0640\u064b-\u065f\u0670]+[^\W_]*)*")
_SHINGLE = 3  # words, for MinHash: a word changed here and there leaves most of them whole
_SEED = 6  # words that must stand in a row before two texts are held to share a passage
_GAP = 4  # words changed, dropped or put in between, within one passage
PASSAGE = 15  # words: a shorter run is a phrase of the trade and no copy
# Of the words of the shorter and of the longer report: then it is the report that was taken over, with another headline,
# dateline or last line, and not a passage.
_OF_SHORTER, _OF_LONGER = 0.75, 0.5
_BANDS, _ROWS = (
    16,
    3,
)  # reports that share 6 in 10 shingles meet with a chance of 98 in 100; of 2 in 10, of 12


_HOW = {
    Likeness.EXACT: "same_report",
    Likeness.TEXT: "same_report_but_for_words",
    Likeness.PASSAGE: "same_passage",
}


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A text as its words, folded, with their places."""

    id: str
    day: dt.date | None
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    relays: bool  # its words say that it hands on what an agency or another outlet wrote

    @classmethod
    def of(cls, id_: str, day: dt.date | None, shown: str) -> Report:
        found = [(_key(match.group()), match.span()) for match in _WORD.finditer(shown)]
        words = tuple(word for word, _ in found)
        return cls(id_, day, words, tuple(place for _, place in found), _says_relayed(words))

    @property
    def order(self) -> tuple[dt.date, bool, str]:
        """Originals before copies: one order for all, so that chains of copies end."""
        return self.day or dt.date.max, self.relays, self.id

    def seeds(self) -> dict[tuple[str, ...], int]:
        """Every run of words that may begin a passage, and where it first stands."""
        found: dict[tuple[str, ...], int] = {}
        for at in range(len(self.words) - _SEED + 1):
            found.setdefault(self.words[at : at + _SEED], at)
        return found


class Passage(NamedTuple):
    """Words that two reports share, in order: from and to, in either, and how many of them."""

    left: tuple[int, int]
    right: tuple[int, int]
    shared: int


def find_copies(reports: Iterable[Report]) -> Iterator[CopyOf]:
    """Near-identical reports, each copy with the first of those that it may be a copy of."""
    blocks: dict[int, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.order):
        keys = build_bands(report)
        copy = find_original(
            report, {other.id: other for key in keys for other in blocks.get(key, ())}.values()
        )
        if copy is not None:
            yield copy
        for key in keys:
            blocks[key].append(report)


def find_original(report: Report, others: Iterable[Report]) -> CopyOf | None:
    """The first of the others that a report is a copy of as a whole, where it is one."""
    for other in sorted(others, key=lambda other: other.order):
        if other.order >= report.order:
            break
        copy = agree_on_report(report, other)
        if copy is not None:
            return copy
    return None


def build_bands(report: Report) -> list[int]:
    """Keys of which near-identical reports share at least one."""
    if len(report.words) < PASSAGE:
        return []
    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=1)
    words = report.words
    sketch.update([" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)])
    digest = sketch.digest()
    keys = []
    for band in range(_BANDS):
        key = band
        for value in digest[band * _ROWS : (band + 1) * _ROWS]:
            key = (key * 1_000_003 + value) & 0x7FFF_FFFF_FFFF_FFFF
        keys.append(key)
    return keys


def agree_on_report(one: Report, other: Report) -> CopyOf | None:
    """Whether one of two reports is the other's copy as a whole."""
    copies = [copy for copy in agree_on_passages(one, other) if copy.likeness is not Likeness.PASSAGE]
    return copies[0] if copies else None


def agree_on_passages(one: Report, other: Report) -> list[CopyOf]:
    """What the later of two reports took over from the earlier: the whole, or passages in the order of its text."""
    original, copy = sorted((one, other), key=lambda report: report.order)
    named = _name_original(original, copy)
    if original.words == copy.words and len(copy.words) >= PASSAGE:
        return [
            _build(copy, original, Likeness.EXACT, Passage(*_whole(copy, original), len(copy.words)), named)
        ]
    passages = list(_find_passages(copy, original))
    shared = sum(passage.shared for passage in passages)
    shorter, longer = sorted((len(copy.words), len(original.words)))
    if passages and shared >= _OF_SHORTER * shorter and shared >= _OF_LONGER * longer:
        first, last = passages[0], passages[-1]
        starts = min(passage.right[0] for passage in passages), max(passage.right[1] for passage in passages)
        return [
            _build(
                copy, original, Likeness.TEXT, Passage((first.left[0], last.left[1]), starts, shared), named
            )
        ]
    return [_build(copy, original, Likeness.PASSAGE, passage, named) for passage in passages]


def _find_passages(copy: Report, original: Report) -> Iterator[Passage]:
    """Runs of shared words, those close together in both taken as one, in the order of the copy's text."""
    seeds = original.seeds()
    at = 0
    open_: Passage | None = None
    while at <= len(copy.words) - _SEED:
        start = seeds.get(copy.words[at : at + _SEED])
        if start is None:
            at += 1
            continue
        length = _SEED
        while (
            at + length < len(copy.words)
            and start + length < len(original.words)
            and copy.words[at + length] == original.words[start + length]
        ):
            length += 1
        run = Passage((at, at + length), (start, start + length), length)
        if open_ is not None and _follows(open_, run):
            open_ = Passage(
                (open_.left[0], run.left[1]), (open_.right[0], run.right[1]), open_.shared + length
            )
        else:
            if open_ is not None and open_.shared >= PASSAGE:
                yield open_
            open_ = run
        at += length
    if open_ is not None and open_.shared >= PASSAGE:
        yield open_


def _follows(one: Passage, other: Passage) -> bool:
    return other.left[0] - one.left[1] <= _GAP and 0 <= other.right[0] - one.right[1] <= _GAP


def _whole(one: Report, other: Report) -> tuple[tuple[int, int], tuple[int, int]]:
    return (0, len(one.words)), (0, len(other.words))


def _build(copy: Report, original: Report, likeness: Likeness, passage: Passage, named: Reason) -> CopyOf:
    return CopyOf(
        copy=copy.id,
        original=original.id,
        likeness=likeness,
        span=_span(copy, passage.left),
        of=_span(original, passage.right),
        share=round(passage.shared / (passage.left[1] - passage.left[0]), 3),
        why=(Reason(_HOW[likeness]), named),
    )


def _span(report: Report, words: tuple[int, int]) -> Span:
    return Span(report.places[words[0]][0], report.places[words[1] - 1][1])


def _name_original(original: Report, copy: Report) -> Reason:
    if original.day and copy.day and original.day < copy.day:
        days = (copy.day - original.day).days
        return Reason("printed_earlier", (str(days),)) if days > 1 else Reason("printed_the_day_before")
    if copy.relays and not original.relays:
        return Reason("copy_relays")
    if original.day and not copy.day:
        return Reason("alone_dated")
    return Reason("either_first")


@lru_cache(maxsize=200_000)
def _key(word: str) -> str:
    return fold_word(word)


def _says_relayed(words: Sequence[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(phrase in text for phrase in _relay_phrases())


@cache
def _relay_phrases() -> tuple[str, ...]:
    return tuple(f" {fold_phrase(phrase)} " for phrase in load_rules("relays")["relays"])
