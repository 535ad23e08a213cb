"""What an expression of time is, and the scene in which it is read.

A `Point` is one expression (`فجر اليوم`, `مطلع الشهر الجاري`, `28/11/2018`) with the days that it can mean. A
`Scene` is the report's words, the day of publication, and the days last read, which `اليوم نفسه` needs.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tawatur.arabic.calendar import YEARS, to_hijri
from tawatur.find.date_words import Vocabulary, load_vocabulary, tense_of
from tawatur.find.years import YearEvidence
from tawatur.records.claim import DayRange
from tawatur.segment.words import Words

DAY = dt.timedelta(1)
NO_BASE = "the day of publication is not known"
_SPACE = frozenset({" ", "", "_", "  "})
_LOOSE = frozenset(' ،,(/\\-–—_:)\xa0\u200f\u200e«»"”“#')


class DateKind(StrEnum):
    """What a mention of time says about what happened."""

    DAY = "day"  # on it; a few possible days where the words leave it open
    PERIOD = "period"  # within it or throughout
    SINCE = "since"  # from it on, up to the report
    UNTIL = "until"  # up to it; from when is not said
    FUTURE = "future"
    RECURRING = "recurring"  # every year, every Friday
    ANCHOR = (
        "anchor"  # the day of the other happening that is named right after the words (غداة, بعد يومين من)
    )
    NAME = "name"  # a date inside a name (ثورة 25 يناير)
    VAGUE = "vague"  # a time, but no day (في وقت سابق)


class Grain(StrEnum):
    """How much one expression holds."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Open(NamedTuple):
    """A date whose year is not said, as far as it is said: a neighbour's year may settle it."""

    month: int
    day: int | None
    until: int | None
    hijri: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One expression of time, from the word `first` up to, not including, `last`."""

    first: int
    last: int
    days: DayRange | None
    why: str
    grain: Grain = Grain.DAY
    kind: DateKind = DateKind.DAY
    part: str | None = None  # of the day: dawn, morning, noon, afternoon, evening, night
    open: Open | None = None


def one_day(day: dt.date) -> DayRange:
    return DayRange(day, day)


class Scene:
    """One report's words and the days against which its expressions are resolved."""

    __slots__ = ("_evidence", "base", "forms", "gaps", "previous", "size", "vocabulary", "words")

    def __init__(self, words: Words, published: dt.date | None) -> None:
        self.words = words
        self._evidence: YearEvidence | None = None
        self.forms = words.forms
        self.gaps = words.gaps
        self.size = len(words.forms)
        self.base = published
        self.previous: DayRange | None = None
        self.vocabulary: Vocabulary = load_vocabulary()

    def form(self, at: int) -> str:
        """The word at an index, or nothing past either end."""
        return self.forms[at] if 0 <= at < self.size else ""

    def tied(self, at: int) -> bool:
        """Whether nothing but space stands between a word and the one before it."""
        if at >= self.size:
            return False
        gap = self.gaps[at]
        return gap in _SPACE or not gap.strip(" _\xa0\u200f\u200e")

    def loose(self, at: int) -> bool:
        """Whether a comma, bracket, slash or dash is the most that stands before a word."""
        return at < self.size and (self.gaps[at] == " " or _LOOSE.issuperset(self.gaps[at]))

    def past_article(self, at: int) -> int:
        """Past an article that is written apart from its digits (`الـ15`)."""
        return at + 1 if self.form(at) == "ال" and self.form(at + 1)[:1].isdecimal() else at

    def tense_after(self, at: int) -> tuple[str | None, int]:
        """`الماضي`, `الجاري`, `المقبل`, `نفسه` and where it ends; `قبل الماضي` is "before last"."""
        if not self.tied(at):
            return None, at
        if self.forms[at] in self.vocabulary.calendars and self.tied(at + 1):
            at += 1  # العام الميلادي المنصرم
        if self.forms[at] == "ما" and self.form(at + 1) == "قبل" and self.tied(at + 1):
            at += 1
        if self.forms[at] == "قبل" and self.tied(at + 1) and tense_of[self.forms[at + 1]] == "past":
            return "before last", at + 2
        tense = tense_of[self.forms[at]]
        return (None, at) if tense is None else (tense, at + 1)

    def year_number(self, at: int) -> int | None:
        """A year of four digits."""
        form = self.form(at)
        return int(form) if len(form) == 4 and form.isdecimal() and int(form) in YEARS else None

    def settled_year(self, weekday: int, month: int, day: int) -> tuple[int, str] | None:
        """The year of a date beside its weekday where the day of publication is not known, and why."""
        if self._evidence is None:
            self._evidence = YearEvidence(self.words)
        return self._evidence.settle(weekday, month, day)

    def now(self, *, hijri: bool) -> tuple[int, int, int]:
        """Year, month and day of publication, by the calendar asked for."""
        assert self.base is not None
        return to_hijri(self.base) if hijri else (self.base.year, self.base.month, self.base.day)

    def so_far(self, days: DayRange) -> DayRange:
        """A stretch that holds the day of publication ends there."""
        if self.base is not None and days.first <= self.base < days.last:
            return DayRange(days.first, self.base)
        return days
