"""Tell strikes of two places apart: `قتل خمسة في غارة على بنش. وأصيب عشرة في غارة على سرمين`.

Tellings of one happening differ in how exactly they say where; but a strike that is new (`غارة`, not `الغارة`) and hit a place that
is said right behind it is not the one that hit another place as narrow, also where both lie near each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.nesting import are_two, is_narrow

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_BY_ARMS = frozenset({"bombard", "blast"})
_WITHIN = 3  # words from a strike to the place that it hit: غارة جوية على بلدة


def struck_elsewhere(before: Draft, draft: Draft) -> bool:
    """Whether two drafts tell of strikes on two narrow places, the later of a strike that is new."""
    here, there = before.place, draft.place
    if here is None or there is None or here is there or not (is_narrow(here) and is_narrow(there)):
        return False
    return _hit(draft, is_new=True) and _hit(before, is_new=False) and are_two(here, there)


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
