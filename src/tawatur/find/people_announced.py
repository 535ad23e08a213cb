"""People whose number is told apart from them: `يرتفع إلى 267 تعداد العسكريين والمدنيين`, `ارتفع تعداد المدنيين الذين قتلوا إلى 6`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.people_around import BOTH

if TYPE_CHECKING:
    from tawatur.find.people import People
    from tawatur.find.people_words import Vocabulary
    from tawatur.segment.words import Words

_TO = "الي"
_THESE = frozenset({"هولاء", "اوليك"})
_REACH = 25  # words from those announced, over what became of them, to their number


def count_announced(groups: list[People], words: Words, vocabulary: Vocabulary) -> list[People]:
    """The groups with those counted whom a tally announces; the number itself is no group any more."""
    kept: list[People] = []
    at = 0
    while at < len(groups):
        group = groups[at]
        named = [g for g in groups[at : at + 3] if g.first >= group.last]
        if _is_risen_to(group, words) and named and _is_tallied(named[0], words, vocabulary, group.last + 1):
            said = _with_joined(named)
            kept.append(replace(said, low=group.low, high=group.high))
            at += 1 + sum(g.last <= said.last for g in named)
        elif _is_tallied(group, words, vocabulary, group.first):
            said = _with_joined([g for g in groups[at : at + 2] if g.first >= group.first])
            rest = groups[at + sum(g.last <= said.last for g in groups[at : at + 2]) :]
            number = next((g for g in rest if _is_number_of(g, said, words, vocabulary)), None)
            if number is None:
                kept.append(group)
                at += 1
                continue
            kept.append(replace(said, low=number.low, high=number.high))
            groups = [*groups[:at], said, *(g for g in rest if g is not number)]
            at += 1
        else:
            kept.append(group)
            at += 1
    return kept


def _is_risen_to(group: People, words: Words) -> bool:
    return group.bare and group.low is not None and words.forms[group.first - 1 : group.first] == [_TO]


def _is_tallied(group: People, words: Words, vocabulary: Vocabulary, first: int) -> bool:
    """Whether a group is the one that a word for a tally speaks of, and not counted: تعداد المدنيين."""
    return (
        group.first == first > 0
        and group.low is None is group.high
        and group.definite
        and not group.harm
        and _tally_before(words, first) in vocabulary.tallies
    )


def _tally_before(words: Words, first: int) -> str:
    """The word before those announced, or before "these": عدد هؤلاء المسلحين."""
    these = first > 1 and words.forms[first - 1] in _THESE
    return words.forms[first - 1 - these].lstrip("وفبل")


def _is_number_of(number: People, said: People, words: Words, vocabulary: Vocabulary) -> bool:
    if number.low is None or number.harm or words.sentence_of[number.first] != words.sentence_of[said.first]:
        return False
    if number.first - said.last > _REACH:
        return False
    if words.forms[number.first - 1] == _TO:
        return number.bare or number.value in {"unknown", said.value}
    # بلغ عدد الجنود الذين قتلوا 132, عدد الجنود الذين قتلوا بلغ 132
    reached = (said.first - 2, number.first - 1)
    return (
        any(at >= 0 and words.forms[at].lstrip("وف") in vocabulary.reaching for at in reached)
        and not (number.joined or number.subset or number.governor or number.definite)
        and number.value in {"bare", "unknown", said.value}
    )


def _with_joined(groups: list[People]) -> People:
    """Those announced, with others joined to them: of `العسكريين والمدنيين` nobody knows how many are either."""
    said, *others = groups
    for other in others:
        if not other.joined or other.first != said.last or other.low is not None or not other.definite:
            break
        said = replace(said, last=other.last, entry=None, of=None, party=None, behind=None, theirs=BOTH)
    return said
