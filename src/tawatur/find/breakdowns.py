"""The lines of a list that only break a toll down: who the dead were, and where or when of a whole year they died.

`والقتلى هم:` and `وتوزعت الاستهدافات على النحو الآتي:`, each with a line for each part, tell of no happening of their own.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tawatur.find.people_words import load_vocabulary
from tawatur.segment.lists import lines_below

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tawatur.find.dates import DateMention
    from tawatur.segment.words import Words

_SENTENCES_BACK = 2  # from a list to the toll that it breaks down
_SEVERAL = 3  # days that a toll is over


class Breakdowns(NamedTuple):
    """The words in lines that tell who the harmed were, and in those that tell where or when; the sentences over the latter."""

    members: frozenset[int]
    shares: frozenset[int]
    heads: frozenset[int]


def find_breakdowns(words: Words, dates: Iterable[DateMention]) -> Breakdowns:
    """The lines of the lists of a text that break a toll over a period down; most texts have none."""
    heads = list(_heads(words))
    if not heads:
        return Breakdowns(frozenset(), frozenset(), frozenset())
    over_days = frozenset(
        words.sentence_of[date.first]
        for date in dates
        if date.days is not None and (date.days.last - date.days.first).days >= _SEVERAL - 1
    )
    vocabulary = load_vocabulary()
    members: set[int] = set()
    shares: set[int] = set()
    shared: set[int] = set()
    for at in heads:
        inside = {i for first, last in lines_below(words, at + 1) for i in range(first, last)}
        sentence = words.sentence_of[at]
        first, last = words.sentences[sentence]
        if words.forms[at] in vocabulary.they_are:
            members |= inside
        elif any(form.lstrip("وف") in vocabulary.shared_out for form in words.forms[first:last]):
            told = _toll_before(words, sentence, members | shares)
            if over_days.intersection((*told, sentence)) or _is_tally(words, (*told, sentence)):
                shares |= inside
                shared.add(sentence)
    return Breakdowns(frozenset(members), frozenset(shares), frozenset(shared))


def _heads(words: Words) -> Iterator[int]:
    """The words behind which a colon ends the line, with lines of a list below."""
    for i in words.breaks:
        gap = words.gaps[i] if 0 < i < len(words) else ""
        if "\n" in gap and ":" in gap and lines_below(words, i):
            yield i - 1


def _toll_before(words: Words, sentence: int, listed: set[int]) -> list[int]:
    """The sentences in which the toll stands that a list breaks down: those just before it, but for the lines of another list."""
    before = (n for n in range(sentence - 1, -1, -1) if words.sentences[n][0] not in listed)
    return list(islice(before, _SENTENCES_BACK))


def _is_tally(words: Words, sentences: Iterable[int]) -> bool:
    """Whether a word for a tally stands in one of some sentences."""
    tallies = load_vocabulary().tallies
    return any(not tallies.isdisjoint(words.forms[slice(*words.sentences[n])]) for n in sentences)
