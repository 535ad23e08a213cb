"""Tell happenings of two places apart: `قتل خمسة في غارة على بنش. وأصيب عشرة في غارة على سرمين`.

Tellings of one happening differ in how exactly they say where; but a strike that is new (`غارة`, not `الغارة`) and hit a place that
is said right behind it is not the one that hit another place as narrow, also where both lie near each other. Nor are things done
to others at two narrow places one where each has a day of its own, or a number of its own, or a statement of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.nesting import are_two, is_narrow
from tawatur.claim.other_days import own_days
from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.another import states_another

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.placed import Placed

_BY_ARMS = frozenset({"bombard", "blast"})
_AND_IN = "وفي"
_WITHIN = 3  # words from a strike to the place that it hit: غارة جوية على بلدة


def struck_elsewhere(before: Draft, draft: Draft) -> bool:
    """Whether two drafts tell of strikes on two narrow places, the later of a strike that is new."""
    here, there = before.place, draft.place
    if here is None or there is None or here is there or not (is_narrow(here) and is_narrow(there)):
        return False
    return _hit(draft, is_new=True) and _hit(before, is_new=False) and are_two(here, there)


def is_elsewhere(before: Draft, draft: Draft) -> bool:
    """Whether two drafts tell of things done at two narrow places, each on a day or to a number of people of its own, or each in a statement."""
    here, there = before.place, draft.place
    if here is None or there is None or here is there or before.type != draft.type:
        return False
    if kind_of(draft.type) not in BY_FORCE or not (is_narrow(here) and is_narrow(there)):
        return False
    if not (_is_within(before, here) and _is_within(draft, there) and are_two(here, there)):
        return False
    return (
        _on_other_days(before, draft)
        or _to_others(before, draft)
        or _is_stated_apart(draft)
        or _turns_there(draft, there)
    )


def _turns_there(draft: Draft, place: Placed) -> bool:
    """Whether its sentence begins with the place: `وفي تكريت، انفجرت سيارة مفخخة`."""
    begin, _ = draft.sentence_span()
    words = draft.found.words
    return (
        begin + 1 in {place.first, place.begin}
        and words.forms[begin] == _AND_IN
        and not draft.main.definite
        and draft.sentences[0] == draft.sentences[-1]
    )


def _is_within(draft: Draft, place: Placed) -> bool:
    begin, end = draft.sentence_span()
    return begin <= place.first < end


def _on_other_days(before: Draft, draft: Draft) -> bool:
    """Whether each has a day that its own sentence names."""
    one, other = own_days(before), own_days(draft)
    return one is not None and other is not None and (one.last < other.first or other.last < one.first)


def _to_others(before: Draft, draft: Draft) -> bool:
    """Whether each harmed an exact number of people in one way, and the numbers differ in every way that both tell."""
    here, there = _counts(before), _counts(draft)
    both = here.keys() & there.keys()
    return bool(both) and all(here[kind] != there[kind] for kind in both)


def _counts(draft: Draft) -> dict[str, int]:
    return {
        harm.kind: harm.low
        for harm, _ in draft.effects
        if harm.of is None and harm.low is not None and harm.low == harm.high
    }


def _is_stated_apart(draft: Draft) -> bool:
    """Whether its sentence says before it that it is told in a statement of its own: `وفي بيان منفصل، أعلنت أنها قصفت`."""
    begin, _ = draft.sentence_span()
    return states_another(draft.found.words.forms[begin : draft.main.first]) and not draft.main.definite


def _hit(draft: Draft, *, is_new: bool) -> bool:
    """Whether a word for a strike of the draft has its place right behind it."""
    place = draft.place
    assert place is not None
    return any(
        trigger.act is not None
        and not _BY_ARMS.isdisjoint(trigger.traits)
        and 0 <= place.begin - trigger.last <= _WITHIN
        and not (is_new and trigger.definite)
        for trigger in draft.triggers
    )
