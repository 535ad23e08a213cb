"""Those of whom a toll is made up, told in a list behind it: `166 قتيلا، هم: 114 من التنظيم و45 من القوات`, or a line each with a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.harm import Harm
from tawatur.segment.lists import list_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tawatur.find.harm_reach import Reach
    from tawatur.find.people import People
    from tawatur.lexicon.match import Hit

_REACH = 80  # words from a toll to its list
_SENTENCES_BACK = 2
_MISCOUNT = 1.1  # reports carry a running count on, and add up wrong by one or two
_NAMED = 4  # words before "they are" in which the harmed may be named again: والقتلى والشهداء هم


def find_listed(harms: Sequence[Harm], reach: Reach, effects: Sequence[Hit]) -> list[Harm]:
    """The harms to the parts of each toll that a list tells, none where they come to another number."""
    counting = {h.first: h.form.entry.value for h in effects if "count" in h.form.entry.traits}
    words, they_are = reach.words, reach.vocabulary.they_are
    found: list[Harm] = []
    for at in range(len(words) - 1):
        if words.forms[at] not in they_are or ":" not in words.gaps[at + 1]:
            continue
        whole = _whole(harms, reach, at, counting)
        if whole is None:
            continue
        parts = [part for first, last in list_behind(words, at) for part in _parts(whole, reach, first, last)]
        total = sum(part.low or 0 for part in parts if part.people is not None and not part.people.subset)
        if (whole.low or 0) <= _MISCOUNT * total and total <= _MISCOUNT * (whole.low or 0):
            found += parts
    return found


def _whole(harms: Sequence[Harm], reach: Reach, at: int, counting: Mapping[int, str]) -> Harm | None:
    """The toll that "they are" speaks of: the nearest counted before it, of the kind that is named again."""
    words = reach.words
    said = {counting[i] for i in range(max(0, at - _NAMED), at) if i in counting and _is_close(reach, i, at)}
    begin = words.sentences[max(0, words.sentence_of[at] - _SENTENCES_BACK)][0]
    tolls = [
        harm
        for harm in harms
        if begin <= harm.at < at
        and harm.last <= at
        and at - harm.last <= _REACH
        and harm.way != "part"
        and (harm.low or 0) > 1
        and harm.low == harm.high
        and (not said or harm.kind in said)
    ]
    return max(tolls, key=lambda h: (h.last, h.first), default=None)


def _is_close(reach: Reach, first: int, at: int) -> bool:
    return reach.words.sentence_of[first] == reach.words.sentence_of[at]


def _parts(whole: Harm, reach: Reach, first: int, last: int) -> Iterator[Harm]:
    """Of one item those whom it counts, and those who are told as parts of them."""
    in_part, any_told = False, False
    for group in reach.after(first, last):
        if group.harm and group.harm != whole.kind:
            return
        begins = not any_told and group.first - first <= 1
        goes_on = any_told and group.joined and (not in_part or "،" in reach.words.gaps[group.first])
        if group.subset or (any_told and in_part and group.joined and not goes_on):
            in_part = True
            told = group if group.subset else replace(group, among="بينهم")
        elif (begins or goes_on) and group.low is not None:
            in_part, told = False, group
        elif not any_told:
            return
        else:
            continue
        any_told = True
        yield _part(whole, told)


def _part(whole: Harm, group: People) -> Harm:
    return Harm(
        whole.at,
        group.first,
        group.last,
        whole.kind,
        group.low,
        group.high,
        group.of,
        group,
        "part",
        joint=False,
        distance=1,
    )
