"""Tolls whose word for harm is said once, of two places: `قتلت طفلة في البارة وسيدة في احسم`, `اعتقال خمسة في نابلس وثلاثة في جنين`."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tawatur.claim.draft import Draft
from tawatur.claim.in_order import by_first
from tawatur.claim.triggers import Trigger
from tawatur.find.another import says_where
from tawatur.gazetteer.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.claim.placed import Placed
    from tawatur.find.people import People
    from tawatur.segment.words import Words

_FAR = 25  # words from a word for harm to those whom it tells of again
_RIGHT_BEHIND = 1  # word from them to where they were
_NAME = 4  # words that a place has at most
_BY = 6  # … over what did it: وعنصر ثالث بعبوة ناسفة في ديالى


def find_elided(
    triggers: Sequence[Trigger], groups: Sequence[People], places: Sequence[Placed], words: Words
) -> list[Trigger]:
    """A word for harm, said before, at each of those whom it tells of again, in a place of their own."""
    triggers_in, places_in = by_first(list(triggers)).within, by_first(list(places)).within
    elided: list[Trigger] = []
    for group in groups:
        if not group.joined or group.subset or group.harm or group.low is None or group.theirs:
            continue
        at, last = group.first, group.last
        sentence = words.sentence_of[at]
        begin, end = words.sentences[sentence]
        told = next(
            (t for t in reversed(triggers_in(max(begin, at - _FAR), at)) if t.effect is not None), None
        )
        if told is None or told.effect is None or told.last > at or triggers_in(at, last):
            continue
        here = next(iter(places_in(last, min(end, last + _BY + _NAME))), None)
        if here is None or _is_body(here) or not _is_where(here):
            continue
        by = triggers_in(last, here.begin)
        if here.begin - last > (_BY if by else _RIGHT_BEHIND) or any(t.effect is not None for t in by):
            continue
        there = [p for p in places_in(max(told.last, at - _BY - _NAME), at) if p.last <= at]
        if there and _is_where(there[-1]) and there[-1].name != here.name and at - there[-1].last <= _BY:
            elided.append(Trigger(at, at + 1, None, told.effect, "و", definite=False, sentence=sentence))
    return elided


def _is_body(place: Placed) -> bool:
    """Whether men are of it, rather than in it: `وطالب في جامعة س`, `وعضو في مجلس س`, `وجندي في أوكرانيا`."""
    kind = KINDS.get(place.mention.kind or "")
    return place.grain in {"point", "country", ""} or (kind is not None and kind.precision == "point")


def with_shared_cause(draft: Draft) -> Draft:
    """A toll with what the last of those told again says did it, where no other word does: `خمسة في س وثلاثة في ص بقصف مدفعي`."""
    found, main = draft.found, draft.main
    if not found.elided or main.act is not None:
        return draft
    end = found.words.sentences[main.sentence][1]
    behind = found.triggers_in(draft.last, end)
    told = list(takewhile(lambda t: t.first in found.elided, behind))
    if not told or len(told) == len(behind):
        return draft
    cause = behind[len(told)]
    where = found.places_in(told[-1].last, cause.first)
    is_cause = cause.act is not None and cause.effect is None and "و" not in cause.proclitics
    if not where or not is_cause or cause.part == "verb":
        return draft
    of = found.triggers.index
    return Draft(found, [*(of(t) for t in draft.triggers), of(cause)], draft.before)


def is_told_again(before: Draft, draft: Draft) -> bool:
    """Whether a draft goes on with the word for harm of the one before it: if that is a claim, so is this."""
    found = draft.found
    return bool(found.elided) and draft.first in found.elided and before.sentences[-1] == draft.sentences[0]


def goes_on_as(before: Draft, draft: Draft) -> bool:
    """Whether nothing but such a word told again tells of a draft: who did what to whom is as it was told of the place before."""
    return is_told_again(before, draft) and all(t.first in draft.found.elided for t in draft.triggers)


def take_roles_before(draft: Draft) -> None:
    """Let the same act to the same as in the place before: `قتل الجيش 5 مسلحين في س، و3 في ص`."""
    before = draft.before
    if before is not None and draft.type == before.type and goes_on_as(before, draft):
        draft.actors, draft.targets = before.actors, before.targets
    elif before is not None and _is_more_of_it(before, draft):
        draft.actors = before.actors


def _is_more_of_it(before: Draft, draft: Draft) -> bool:
    """Whether a draft tells no more than a further toll of what the clause before it names: `خمسة في غارة للجيش على س، كما قتل ثلاثة في ص`."""
    main, found = draft.main, draft.found
    if draft.actors or draft.type != before.type or before.main.sentence != main.sentence:
        return False
    if any(t.act is not None for t in draft.triggers) or not {"و", ""} >= {main.proclitics}:
        return False
    begin, end = before.first, found.words.sentences[main.sentence][1]
    named = found.parties_in(main.first, end)
    return (
        bool(found.places_in(main.last, end))
        and not named
        and before.last <= main.first
        and begin < main.first
    )


def _is_where(place: Placed) -> bool:
    return bool(place.governor) and says_where(place.governor)
