"""What a sentence sets beside a happening as another one: `غارات ردا على هجوم`, `غداة قصف`, `بعد يومين على مقتل ثلاثة`.

Each has its place and its people, and what is answered was done by others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.in_order import InOrder
from tawatur.find.another import comes_of_it, find_reasons, tells_doing
from tawatur.find.date_points import DateKind
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.claim.placed import Placed
    from tawatur.claim.triggers import Trigger

_WITHIN = 4  # words from what sets the other happening off to the word that tells of it
_AT_HEAD = 2  # words before the time that a sentence begins with
_MORROW = "غداه"
_LASTING = frozenset({"mutual", "period", "bombard"})  # بعد أيام من القصف: of bombardment, and none after it
_LASTING_TYPES = frozenset({"negotiation", "protest", "siege", "displacement", "deployment"})
_OF_ONE = frozenset(
    {"wounded", "missing", "abducted", "arrested", "captured", "released"}
)  # what he lived through before


class Apart(NamedTuple):
    """Where a sentence turns to another happening, where its clause ends, and whether that is what was answered."""

    at: int
    end: int
    answered: bool


def by_place(apart: list[Apart]) -> InOrder[Apart]:
    """Those in order already, by the words where they turn."""
    return InOrder(apart, [at for at, _, _ in apart])


def find_apart(found: Found) -> list[Apart]:
    """Where a happening is set off as what the one before it, or behind its clause, answers, or follows by some time."""
    apart = []
    for at, last in find_reasons(found.words.forms):
        by = _told_behind(found, at, last)
        if by is not None and _says_more(found, by):
            apart.append(Apart(at, _clause_end(found, by), answered=True))
    for mention in found.dates:
        if mention.kind == DateKind.ANCHOR:
            by = _told_behind(found, mention.first, mention.last)
            if by is not None and _says_more(found, by) and not _goes_on(found, mention.last, by):
                apart.append(Apart(mention.first, _clause_end(found, by), answered=False))
    return apart


def is_apart(found: Found, a: Trigger, b: Trigger) -> bool:
    """Whether of two triggers of one sentence, or of one and the next, one tells of what is set off, and the other does not."""
    begin, _ = found.words.sentences[b.sentence]
    if a.sentence != b.sentence:
        return a.sentence == b.sentence - 1 and bool(found.apart_in(begin - 1, begin))
    for at, end, answered in found.apart_in(begin, b.first):
        if a.first <= at < b.first < end:
            return True
        if (
            answered
            and at < a.first < end <= b.first
            and (at == begin or comes_of_it(found.words.forms[end]))
        ):
            return True
    return False


def comes_after(found: Found, a: Trigger, b: Trigger) -> bool:
    """Whether one did something some time after the happening that heads his sentence: `بعد ساعات من الغارة هاجم مسلحون البلدة`."""
    if a.sentence != b.sentence or b.part != "verb" or a.part == "verb" or b.effect is not None:
        return False
    if b.act is None or a.act is None or a.type == b.type:
        return False
    begin, _ = found.words.sentences[b.sentence]
    return any(
        mention.kind == DateKind.ANCHOR
        and mention.last <= a.first
        and _told_behind(found, mention.first, mention.last) is a
        for mention in found.dates_in(begin, min(a.first, begin + _AT_HEAD + 1))
    )


def leave_places_apart(draft: Draft, places: list[Placed]) -> list[Placed]:
    """The places less those of what is set off, or, for that, less all others where it has its own."""
    begin, stop = draft.sentence_span()
    for at, end, _ in draft.found.apart_in(begin, stop):
        own = [p for p in places if at < p.first < end]
        if not at < draft.main.first < end:
            places = [p for p in places if p not in own]
        elif own:
            places = own
    return places


def name_answered(draft: Draft) -> None:
    """Let those who answer a deed have no part in doing it; those whom they strike are those who did it."""
    found = draft.found
    begin, stop = draft.sentence_span()
    answer = draft.before
    for at, end, answered in found.apart_in(begin, draft.main.first):
        if not answered or draft.main.first >= min(end, stop):
            continue
        if answer is None or not begin <= answer.main.first <= at:
            continue
        named = {m.party for m in found.parties_in(at, end)}
        struck = tuple(p for p in answer.targets if p != "civilians")
        actors = tuple(p for p in draft.actors if p not in answer.actors or p in named)
        targets = tuple(p for p in draft.targets if p not in answer.targets or p in named)
        actors = actors or (struck if len(struck) == 1 else ())
        targets = targets or answer.actors
        draft.actors = actors
        draft.targets = tuple(p for p in targets if p not in actors)


def _told_behind(found: Found, at: int, last: int) -> Trigger | None:
    """The word for a happening right behind what sets it off."""
    words = found.words
    end = words.sentences[words.sentence_of[at]][1]
    by = next(iter(found.triggers_in(last, min(end, last + _WITHIN))), None)
    if by is None or not all(is_space(words.gaps[i]) for i in range(last, by.first + 1)):
        return None
    return by


def _clause_end(found: Found, by: Trigger) -> int:
    words = found.words
    end = words.sentences[by.sentence][1]
    return next((i for i in range(by.last, end) if "،" in words.gaps[i]), end)


def _says_more(found: Found, by: Trigger) -> bool:
    """Whether words for another happening say more than that it was: `ردا على الهجوم` may point back to what was told."""
    end = _clause_end(found, by)
    harmed = any(h.low is not None for h in found.harms_in(by.first, end))
    return harmed or bool(found.places_in(by.last, end) or found.parties_in(by.last, end))


def _goes_on(found: Found, last: int, by: Trigger) -> bool:
    """Whether the time is how long something lasted (`بعد أيام من المعارك`), or since what befell the same man (`من خطفه`)."""
    forms = found.words.forms
    if by.form.says is not None and by.form.says.pronoun:
        return True
    if by.effect is not None and by.effect.entry.value in _OF_ONE:
        return True
    if forms[last - 1] == _MORROW or forms[last] == "علي":
        return False
    if any(tells_doing(form) for form in forms[last : by.first]):  # من شن غارات
        return False
    return bool(by.traits & _LASTING) or by.type in _LASTING_TYPES
