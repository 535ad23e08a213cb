"""Drafts that tell of no happening by how the report is laid out or put: the lines of a toll's breakdown, what happens now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.claim.draft import Draft

_HABIT = "habit"
_REACH = 25  # words between what happens and the words that say how often


def leave_asides(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that may tell of a happening, in the order given."""
    return [draft for draft in drafts if not (_is_breakdown(draft) or _is_habit(draft))]


def _is_breakdown(draft: Draft) -> bool:
    """Whether all of it stands in lines that tell who the dead of a toll were, or in lines that share out a toll and count nobody."""
    members, shares, _ = draft.found.breakdowns
    inside = all(t.first in members or t.first in shares for t in draft.triggers)
    return inside and not (draft.type == "toll" and draft.effects)


def _is_habit(draft: Draft) -> bool:
    """`وتشهد المنطقة قصفا بين الحين والآخر`: what happens again and again, with no day and nobody counted."""
    if draft.type == "toll" or draft.days_by == "mention" or any(h.low is not None for h, _ in draft.effects):
        return False
    begin, end = draft.sentence_span()
    last = min(end, draft.last + _REACH)
    return any(
        h.form.entry.value == _HABIT
        for h in draft.found.hits_in("cue", max(begin, draft.first - _REACH), last)
    )
