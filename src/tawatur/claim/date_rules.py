"""Which days near a happening cannot be its own: those of another happening that the words hang on them.

`بعد يومين من الهجوم` dates the attack, not what came two days after it; `أفرج عن جنود تحتجزهم منذ آذار` dates the holding. What
these leave is weighed in `claim.dates`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.date_points import DateKind
from tawatur.find.date_words import load_vocabulary
from tawatur.records.claim import DayRange

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.find.dates import DateMention

_HELD_BACK = 4  # words before منذ that may say who is held since
_GATHERED_LATE = 4  # days by which a report that gathers a day's happenings may follow it
_GATHERED_MOST = 31  # days that it may gather
_GATHERED = frozenset({DateKind.DAY, DateKind.PERIOD})
_SPACE = " \xa0\u200f\u200e"
_NO_BULLETS = "\"“”«»(#['_"
_DASHES = frozenset("-–")
_AFTER_NUMBER = "-–.):_"
_HOLDINGS = frozenset({"arrest", "abduction", "siege"})


def is_of_another(draft: Draft, mention: DateMention) -> bool:
    """Whether the words that say when hang on another happening than the draft's."""
    if mention.kind == DateKind.ANCHOR:
        return not any(t.first >= mention.last for t in draft.triggers)
    if mention.kind != DateKind.SINCE or draft.type in _HOLDINGS:
        return False
    before = draft.found.words.forms[max(0, mention.first - _HELD_BACK) : mention.first]
    return not load_vocabulary().held.isdisjoint(before)


def gathered_days(draft: Draft) -> DayRange | None:
    """The days whose happenings a report says that it gathers.

    In its headline (`أبرز أحداث يوم الاثنين`), or at the head of the list in which the draft stands (`أسفرت العمليات خلال
    الأيام الأربعة الماضية عن الآتي:`).
    """
    found, vocabulary = draft.found, load_vocabulary()
    listed = _list_head(found, draft.first)
    if listed is not None:
        days = _only_days(found, *listed)
        if days is not None:
            return days
    head = found.words.forms[: found.title_end]
    days = _only_days(found, 0, found.title_end)
    if days is None or vocabulary.gathered.isdisjoint(head):
        over = days is not None and days.first < days.last and not vocabulary.gathered_over.isdisjoint(head)
        return days if over else None
    return days


def _only_days(found: Found, first: int, end: int) -> DayRange | None:
    """The days that a line names, where it names no others and they are the report's own."""
    mentions = [m for m in found.dates_in(first, end) if m.kind in _GATHERED and m.days is not None]
    named = [m.days for m in mentions if m.days is not None]
    if len(named) == 2 and found.words.gaps[mentions[1].first].strip() in _DASHES:  # 26 نيسان - 2 أيار
        named = [DayRange(named[0].first, named[1].last)] if named[0] < named[1] else []
    if len(named) != 1 or found.published is None:
        return None
    (days,) = named
    near = 0 <= (found.published - days.last).days < _GATHERED_LATE
    return days if near and (days.last - days.first).days <= _GATHERED_MOST else None


def _list_head(found: Found, at: int) -> tuple[int, int] | None:
    """The line that a colon ends, above the items of a list of which one holds the word at `at`."""
    starts = [i for i in range(1, at + 1) if "\n" in found.words.gaps[i]]
    while starts and _is_item(found, starts[-1]):
        end = starts.pop()
        if found.words.gaps[end].lstrip(_SPACE).startswith(":"):
            return (starts[-1] if starts else 0), end
    return None


def _is_item(found: Found, at: int) -> bool:
    """Whether a line begins with a bullet or a number: `- `, `•`, `1-`."""
    gaps = found.words.gaps
    mark = gaps[at].rpartition("\n")[2].strip()
    numbered = found.words.forms[at].isdecimal() and at + 1 < len(gaps) and gaps[at + 1].strip()[:1]
    return bool((mark and mark[0] not in _NO_BULLETS) or (numbered and numbered in _AFTER_NUMBER))


def goes_on(draft: Draft, before: Draft, gathered: DayRange | None) -> bool:
    """Whether the days of the draft before may go on in this one.

    In the paragraphs that follow, an hour of the day (فجرا) is over; so is a day further back than yesterday, where the new
    happening has a place of its own. The days that a list gathers go before those that no words settle.
    """
    origin = before
    while origin.days_by == "before" and origin.before is not None:
        origin = origin.before
    if gathered is not None and origin.days_by == "eve" and before.days != gathered:
        return False
    if not any("\n" in gap for gap in draft.found.words.gaps[before.last : draft.first + 1]):
        return True
    if origin.date_mention is not None and origin.date_mention.is_hour:
        return False
    day, days = draft.found.published, before.days
    if day is None or days is None or (day - days.last).days <= 1:
        return True
    if not draft.place_inside or before.place is None or draft.place is None:
        return True
    return draft.place.name == before.place.name
