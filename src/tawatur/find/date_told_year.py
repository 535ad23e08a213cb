"""Give a date without a year that of a past told right before it: `في عام 1981، يوم 14 أكتوبر`, `وفي 26 آذار 1996 خطفوا، وفي 23 أيار قتلوا`.

Without such a past the year is the one that lies nearest to publication (`date_calendar`). It is told where a year, or a
date with its year, heads the sentence or the one before it, or where the date that has none follows it with `وفي`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tawatur.find.date_points import DateKind, Grain, Point
from tawatur.find.date_timeline import DateMention, Timeline, open_days
from tawatur.find.date_words import Start, start_of, tense_of

if TYPE_CHECKING:
    from tawatur.records.claim import DayRange

_PAST = 366  # days before publication from which a date that is written out is of a past
_HEAD = 2  # words of a sentence before what it begins with
_BESIDE = 2  # words between a year and the day that goes with it
_NEAR = 14  # days before publication within which a day is the report's own, whatever is told before it
_NEAR_APART = 60  # … where another sentence tells it
_TOLD = frozenset({DateKind.DAY, DateKind.PERIOD})


def in_told_year(line: Timeline, point: Point) -> Point | None:
    """The date in the past that the mention before it tells of; None where none is told."""
    if point.open is None or point.open.hijri or not line.mentions:
        return None
    told, mention = line.points[-1], line.mentions[-1]
    if told is None or mention.kind not in _TOLD or mention.days is None or not _is_past(line, told, mention):
        return None
    if _is_said_otherwise(line, point) or not _goes_with(line, mention, point):
        return None
    if line.form(mention.first - 1) in line.scene.vocabulary.not_of_a_past:
        return None
    year = mention.days.first.year
    days = open_days(point, year)
    if told.grain is not Grain.YEAR and days is not None and days.last < mention.days.first:
        days = open_days(point, year + 1)
    if days is None or (line.base is not None and days.last > line.base):
        return None
    kind = DateKind.PERIOD if point.open.day is None else DateKind.DAY
    why = f"{days.first}, in the past that is told before it"
    first = point.first
    if told.grain is Grain.YEAR and line.scene.vocabulary.between_year_and_day.issuperset(
        line.forms[mention.last : point.first]
    ):
        first = line.take_back().first  # عام 1981، يوم 14 أكتوبر is one day
    return replace(point, first=first, days=days, kind=kind, why=why, open=None)


def _is_past(line: Timeline, told: Point, mention: DateMention) -> bool:
    """Whether the mention before is a whole year that is over, or a date long past."""
    days = mention.days
    assert days is not None
    if told.open is not None or days.first.year != days.last.year:
        return False
    if told.grain is Grain.YEAR:
        return (days.first.month, days.last.month, days.last.day) == (1, 12, 31)
    return line.base is not None and (line.base - days.last).days > _PAST


def _is_said_otherwise(line: Timeline, point: Point) -> bool:
    """Whether a weekday or a word (`الماضي`) ties the date to the report."""
    first = point.first + (start_of[line.forms[point.first]] is Start.DAY_WORD)
    return start_of[line.form(first)] is Start.WEEKDAY or tense_of[line.forms[point.last - 1]] is not None


def _goes_with(line: Timeline, mention: DateMention, point: Point) -> bool:
    """Whether a date goes on from what the mention before it tells."""
    of, sentences = line.words.sentence_of, line.words.sentences
    there, here = of[mention.first], of[point.first]
    heads = mention.first - sentences[there][0] <= _HEAD
    led = line.forms[point.first - 1] if point.first else ""
    if here == there:
        beside = point.first - mention.last <= _BESIDE
        return _lies_back(line, point.days, _NEAR) and (
            heads or beside or led in line.scene.vocabulary.and_then
        )
    follows = here == there + 1 and point.first - sentences[here][0] <= _HEAD
    return follows and heads and _lies_back(line, point.days, _NEAR_APART)


def _lies_back(line: Timeline, days: DayRange | None, least: int) -> bool:
    return days is None or line.base is None or not 0 <= (line.base - days.last).days <= least
