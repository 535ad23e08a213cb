"""Days in the words of a statement, which count from its own day: `قالت في بيان الأربعاء الماضي: "قتل جيشنا عشرة صباح اليوم"`.

Only what stands between quotation marks is told as it was said; an outlet that tells in its own words counts from its own day.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.arabic.calendar_names import read_weekday
from tawatur.find.date_points import DateKind
from tawatur.records.claim import DayRange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.attribution import Attribution
    from tawatur.find.dates import DateMention
    from tawatur.segment.words import Words

_SAID_BEFORE = 4  # words before a verb of saying that may say when it was said: وفي يوم السبت قالت
_FROM_TODAY = ("today", "yesterday", "the day before yesterday")  # how the reasons of such days begin


def count_from_statements(
    dates: list[DateMention], sources: Sequence[Attribution], words: Words, published: dt.date | None
) -> list[DateMention]:
    """The dates, with "today" and "yesterday" within a quotation counted from the day on which it is told to have been said."""
    if published is None or not words.quotes:
        return dates
    told: list[DateMention] = []
    for mention in dates:
        quote = next((q for q in words.quotes if q[0] <= mention.first < q[1]), None)
        day = _said_on(dates, sources, words, quote) if quote and _is_from_today(mention, words) else None
        if day is None or mention.days is None or not day < published:
            told.append(mention)
            continue
        back = published - day
        days = DayRange(mention.days.first - back, mention.days.last - back)
        told.append(replace(mention, days=days, why=f"{mention.why}, said on {day}"))
    return told


def _is_from_today(mention: DateMention, words: Words) -> bool:
    is_day = mention.kind is DateKind.DAY and mention.why.startswith(_FROM_TODAY)
    return is_day and not any(
        read_weekday(form) is not None for form in words.forms[mention.first : mention.last]
    )


def _said_on(
    dates: list[DateMention], sources: Sequence[Attribution], words: Words, quote: tuple[int, int]
) -> dt.date | None:
    """The one day that is named around the verb of whoever says the quotation, before it, in its sentence."""
    begin = words.sentences[words.sentence_of[quote[0]]][0]
    said = [a for a in sources if begin <= a.verb < quote[0] and a.reach_first <= quote[0] <= a.reach_last]
    if not said:
        return None
    verb = max(a.verb for a in said)
    near = [m for m in dates if max(begin, verb - _SAID_BEFORE) <= m.first < quote[0]]
    days = {m.days for m in near if m.kind is DateKind.DAY}
    day = days.pop() if len(days) == 1 else None
    return day.first if day is not None and day.first == day.last else None
