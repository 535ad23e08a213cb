"""Which days near a happening cannot be its own: those of another happening that the words hang on them.

`بعد يومين من الهجوم` dates the attack, not what came two days after it; `أفرج عن جنود تحتجزهم منذ آذار` dates the holding. What
these leave is weighed in `claim.dates`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.date_points import DateKind
from tawatur.find.date_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.find.dates import DateMention
    from tawatur.records.claim import DayRange

_HELD_BACK = 4  # words before منذ that may say who is held since
_GATHERED_LATE = 4  # days by which a report that gathers a day's happenings may follow it
_HOLDINGS = frozenset({"arrest", "abduction", "siege"})


def is_of_another(draft: Draft, mention: DateMention) -> bool:
    """Whether the words that say when hang on another happening than the draft's."""
    if mention.kind == DateKind.ANCHOR:
        return not any(t.first >= mention.last for t in draft.triggers)
    if mention.kind != DateKind.SINCE or draft.type in _HOLDINGS:
        return False
    before = draft.found.words.forms[max(0, mention.first - _HELD_BACK) : mention.first]
    return not load_vocabulary().held.isdisjoint(before)


def gathered_day(found: Found) -> DayRange | None:
    """The day whose happenings a report says in its headline that it gathers: `أبرز أحداث يوم الاثنين`."""
    end = found.title_end
    if not end or load_vocabulary().gathered.isdisjoint(found.words.forms[:end]):
        return None
    named = [m.days for m in found.dates_in(0, end) if m.kind == DateKind.DAY and m.days is not None]
    if len(named) != 1 or found.published is None:
        return None
    (days,) = named
    near = 0 <= (found.published - days.last).days < _GATHERED_LATE
    return days if near and days.first == days.last else None


def goes_on(draft: Draft, before: Draft) -> bool:
    """Whether the days of the draft before may go on in this one.

    In the paragraphs that follow, an hour of the day (فجرا) is over; so is a day further back than yesterday, where the new
    happening has a place of its own.
    """
    if not any("\n" in gap for gap in draft.found.words.gaps[before.last : draft.first + 1]):
        return True
    origin = before
    while origin.days_by == "before" and origin.before is not None:
        origin = origin.before
    if origin.date_mention is not None and origin.date_mention.is_hour:
        return False
    day, days = draft.found.published, before.days
    if day is None or days is None or (day - days.last).days <= 1:
        return True
    if not draft.place_inside or before.place is None or draft.place is None:
        return True
    return draft.place.name == before.place.name
