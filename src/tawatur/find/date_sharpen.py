"""Say more exactly when something began that a report tells twice: `منذ نحو شهرين`, and elsewhere `منذ 20 كانون الثاني`.

Of a beginning that is told roughly (a year, a month or a part of one, some months or days ago), the one exact day among those on which it can
have been that the report names as a beginning is meant; of a year's, also the one month or day of it that the report names at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tawatur.find.date_points import DateKind
from tawatur.records.claim import DayRange

if TYPE_CHECKING:
    from tawatur.find.date_timeline import DateMention

_NAMED = frozenset({DateKind.DAY, DateKind.PERIOD})
_A_MONTH = 31  # days
_A_YEAR = 360


def sharpen(mentions: list[DateMention]) -> list[DateMention]:
    """The mentions, the rough beginnings among them as exact as the report tells them anywhere."""
    if not any(m.within for m in mentions):
        return mentions
    return [_sharpened(mention, mentions) if mention.within else mention for mention in mentions]


def _sharpened(mention: DateMention, mentions: list[DateMention]) -> DateMention:
    within, days = mention.within, mention.days
    if within is None or days is None:
        return mention
    begun = {m.start for m in mentions if m is not mention and m.start and _is_finer(m.start, within)}
    if not begun and _length(within) > _A_YEAR:
        begun = {m.days for m in mentions if m.kind in _NAMED and m.days and _is_finer(m.days, within)}
    if len(begun) != 1:
        return mention
    (start,) = begun
    why = f"{mention.why}, which began {start.first}"
    return msgspec.structs.replace(mention, days=DayRange(start.first, days.last), start=start, why=why)


def _is_finer(days: DayRange, within: DayRange) -> bool:
    limit = _A_MONTH if _length(within) > _A_YEAR else 1
    return within.first <= days.first and days.last <= within.last and _length(days) <= limit


def _length(days: DayRange) -> int:
    return (days.last - days.first).days + 1
