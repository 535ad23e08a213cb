"""Tell happenings of two days apart: `قتل خمسة بانفجار في المدينة اليوم … وفي 1 من شباط قتل أربعة بانفجار فيها`.

Tellings of one happening may differ in the day, as a headline's does; but where each names a day of the calendar in words of its own,
and they count otherwise, they are two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.records.claim import DayRange

_DEEDS = frozenset(
    {"airstrike", "drone_strike", "shelling", "bombing", "landmine", "killing", "suicide_attack"}
)


def were_other_days(before: Draft, draft: Draft) -> bool:
    """Whether two drafts of one kind each name another single day, and share no count."""
    if before.type != draft.type or draft.type not in _DEEDS:
        return False
    one, other = own_days(before), own_days(draft)
    if one is None or other is None or one == other or one.first != one.last or other.first != other.last:
        return False
    counts, others = _counts_of(before), _counts_of(draft)
    return bool(others) and counts.isdisjoint(others)


def own_days(draft: Draft) -> DayRange | None:
    """The days of a draft where its own sentences name them."""
    mention = draft.date_mention
    if mention is None or draft.days_by != "mention":
        return None
    begin, end = draft.sentence_span()
    return draft.days if begin <= mention.first < end else None


def _counts_of(draft: Draft) -> set[tuple[str, int]]:
    return {(harm.kind, harm.low) for harm, _ in draft.effects if harm.low is not None}
