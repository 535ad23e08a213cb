"""Tolls of one sentence, each with its own place or day: `إصابة سبعة بقصف على الأتارب ومقتل آخر بانفجار لغم في عفرين` are two.

So are numbers of dead told town by town: `3 شهداء في رفح، و6 شهداء في جباليا`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.apart import Apart
from tawatur.claim.nesting import are_two, is_narrow
from tawatur.claim.wards import is_ward
from tawatur.find.another import says_where, tells_moving, turns_to

if TYPE_CHECKING:
    from tawatur.claim.found import Found
    from tawatur.claim.placed import Placed
    from tawatur.claim.triggers import Trigger
    from tawatur.records.claim import DayRange


def find_each_place(found: Found) -> list[Apart]:
    """Where a sentence turns from a toll with its place or day to another toll, elsewhere or on another."""
    apart: list[Apart] = []
    before: Trigger | None = None
    for n, toll in enumerate(found.triggers):
        if not _tells_toll(found, toll):
            continue
        a, before = before, toll
        if a is None:
            continue
        if a.sentence == toll.sentence - 1 and _is_anew(found, a, toll):
            begin, end = found.words.sentences[toll.sentence]
            apart.append(Apart(begin - 1, end, answered=False))
        if a.sentence != toll.sentence or not _turns(found, toll):
            continue
        at, own_end = _turn_of(found, toll), _end_of(found, n, any_act=True)
        if (
            toll.first in found.elided
            or _is_elsewhere(found, a, toll, at, own_end)
            or _is_another_day(found, a, toll, at, own_end)
        ):
            apart.append(Apart(at - 1, _end_of(found, n, any_act=False), answered=False))
    return apart


def _is_anew(found: Found, a: Trigger, b: Trigger) -> bool:
    """Whether the next sentence tells of a toll at another place as narrow: `قتل خمسة في غارة على بنش. وأصيب عشرة في غارة على سرمين`."""
    begin, end = found.words.sentences[b.sentence]
    theirs, own = _places_of(found, a.last, begin), _places_of(found, b.last, end)
    return bool(theirs and own) and all(
        is_narrow(p) and is_narrow(q) and are_two(p, q) for p in theirs for q in own
    )


def _tells_toll(found: Found, trigger: Trigger) -> bool:
    """Whether a word says of somebody, who stands behind it or whom it counts, that harm was done to him."""
    return trigger.effect is not None and (
        any(
            h.first >= trigger.first and h.way not in {"part", "pronoun", "relative", "before"}
            for h in found.harms_in(trigger.first, trigger.last)
        )
        or _counted_from(found, trigger) is not None
    )


def _counted_from(found: Found, trigger: Trigger) -> int | None:
    """Where the number of a noun for the harmed begins that goes on from those counted before: `، و6 شهداء`."""
    if trigger.effect is None or trigger.part == "verb" or trigger.definite:
        return None
    harms = found.harms_in(trigger.first, trigger.last)
    return next((h.first for h in harms if h.way == "noun" and h.first <= trigger.first), None)


def _turns(found: Found, trigger: Trigger) -> bool:
    return "و" in trigger.proclitics or _opens(found, _turn_of(found, trigger))


def _opens(found: Found, at: int) -> bool:
    """Whether a clause may begin at a word: `و6 شهداء`, `، 6 شهداء`, `فيما سقط`."""
    form = found.words.forms[at]
    return form[0] == "و" or "،" in found.words.gaps[at] or turns_to(form)


def _turn_of(found: Found, trigger: Trigger) -> int:
    """Where the clause of a toll begins: at its own word, at its number, or at the `بينما` or `وسقط` before it."""
    counted = _counted_from(found, trigger)
    at = trigger.first if counted is None else counted
    begins = found.words.sentences[trigger.sentence][0]
    if counted is not None and begins < at - 1 and not _opens(found, at):
        at -= 1
    return at - 1 if begins < at - 1 and turns_to(found.words.forms[at - 1]) else at


def _end_of(found: Found, n: int, *, any_act: bool) -> int:
    """Where the clause of a toll ends: with its sentence, or where the next toll, or any act, turns away."""
    toll = found.triggers[n]
    for behind in found.triggers[n + 1 :]:
        if behind.sentence != toll.sentence:
            break
        if (any_act or _tells_toll(found, behind)) and _turns(found, behind):
            return _turn_of(found, behind)
    return found.words.sentences[toll.sentence][1]


def _is_elsewhere(found: Found, a: Trigger, b: Trigger, at: int, end: int) -> bool:
    theirs, own = _places_of(found, a.last, at), _places_of(found, b.last, end)
    return bool(theirs and own) and all(are_two(p, q) for p in theirs for q in own)


def _places_of(found: Found, first: int, end: int) -> list[Placed]:
    """Where a toll was: `في`, `على` and their like, and none to which the hurt were brought."""
    forms = found.words.forms
    places = found.places_in(first, end)
    moved = next((i for i in range(first, end) if tells_moving(forms[i])), end) if places else end
    return [p for p in places if p.first < moved and says_where(p.governor) and not is_ward(found, p)]


def _is_another_day(found: Found, a: Trigger, b: Trigger, at: int, end: int) -> bool:
    theirs, own = _days_of(found, a.last, at), _days_of(found, b.last, end)
    return bool(theirs and own) and all(p.last < q.first or q.last < p.first for p in theirs for q in own)


def _days_of(found: Found, first: int, end: int) -> list[DayRange]:
    return [d.days for d in found.dates_in(first, end) if d.days is not None]
