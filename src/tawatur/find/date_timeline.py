"""What has been read of a report's time so far: its mentions in order, and the day they turn on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import msgspec

from tawatur.arabic.calendar import month_range, parse_day
from tawatur.find.date_points import DateKind, Point, Scene, one_day
from tawatur.records.claim import DayRange
from tawatur.segment.words import Words

_PARAGRAPHS_BACK = 3
_LEAD = 3  # sentences at the head of a report that date its main happening
_QUOTES = ' \xa0"“”«»#_'


class DateMention(msgspec.Struct, frozen=True, gc=False):
    """Words that say when, from the word `first` up to, not including, `last`.

    `days` is None where nothing settles them, and `why` says what is missing. Of a `since`, `days`
    runs up to publication and `start` holds the days in which it begins. Of an `anchor`, `days`
    belongs to the happening named right after the words, not to the one they stand in.
    """

    first: int
    last: int
    days: DayRange | None
    kind: DateKind
    why: str
    part: str | None = None  # of the day: dawn, morning, noon, afternoon, evening, night
    start: DayRange | None = None
    is_hour: bool = False  # of a sentence that names no day
    within: DayRange | None = None  # of a `since`, the days on which it may have begun where they are many
    begun: bool = False  # a `since` of what is said to have begun then (بدأت الحملة في أيار), without منذ


class Timeline:
    """The mentions of one text as they are found; a method that adds one says where it ends."""

    __slots__ = ("base", "forms", "gaps", "lead", "mentions", "points", "scene", "since", "size", "words")

    def __init__(self, words: Words, published: dt.date | None) -> None:
        self.words = words
        self.forms = words.forms
        self.gaps = words.gaps
        self.size = len(words.forms)
        self.base = published
        self.scene = Scene(words, published)
        self.mentions: list[DateMention] = []
        self.points: list[Point | None] = []  # beside `mentions`: what was read, where it was one point
        self.since = -1  # a منذ that still waits for its date
        self.lead: DayRange | None = None  # the day that the head of the report names

    def add(self, mention: DateMention, point: Point | None = None) -> int:
        self.mentions.append(mention)
        self.points.append(point)
        if mention.days is not None and mention.kind in {DateKind.DAY, DateKind.PERIOD}:
            self.scene.previous = mention.days
            if self.lead is None and mention.kind is DateKind.DAY and self._is_in_lead(mention.first):
                self.lead = mention.days
        return mention.last

    def add_point(self, point: Point) -> int:
        return self.add(to_mention(point), point)

    def take_back(self) -> DateMention:
        """The last mention, which is about to be read as a part of a longer one."""
        self.points.pop()
        return self.mentions.pop()

    def swap_last(self, point: Point) -> None:
        """Put a better reading in the place of the last mention."""
        self.mentions[-1], self.points[-1] = to_mention(point), point

    def _is_in_lead(self, at: int) -> bool:
        return self.words.sentence_of[at] < _LEAD

    def form(self, at: int) -> str:
        """The word at an index, or nothing past either end."""
        return self.scene.form(at)

    def told_day(self, at: int) -> DayRange | None:
        """The day last named in a word's sentence, else in the report's lead, else that of publication."""
        sentence = self.words.sentence_of[at]
        for mention in reversed(self.mentions):
            if self.words.sentence_of[mention.first] != sentence:
                break
            if mention.kind is DateKind.DAY and mention.days is not None:
                return mention.days if (mention.days.last - mention.days.first).days < 2 else None
        if self.lead is not None:
            return self.lead
        return None if self.base is None else one_day(self.base)

    def told_last(self, at: int) -> DayRange | None:
        """The day last named before a word, of the paragraph before at the farthest."""
        for mention in reversed(self.mentions):
            if sum(gap.count("\n") for gap in self.gaps[mention.last : at + 1]) > _PARAGRAPHS_BACK:
                break
            if mention.kind is DateKind.DAY and mention.days is not None:
                return mention.days if (mention.days.last - mention.days.first).days < 2 else None
        return None

    def told_then(self, at: int) -> DayRange | None:
        """The days last named before a word, of the sentence before at the farthest; of what goes on, those on which it began."""
        if not self.mentions:
            return None
        before = self.mentions[-1]
        if self.words.sentence_of[at] - self.words.sentence_of[before.first] > 1:
            return None
        if before.kind is DateKind.SINCE:
            return before.start
        return before.days if before.kind in {DateKind.DAY, DateKind.PERIOD} else None

    def one_clause(self, first: int, last: int) -> bool:
        """Whether nothing but space and quotation marks stands between two words."""
        return all(gap == " " or not gap.strip(_QUOTES) for gap in self.gaps[first + 1 : last + 1])


def to_mention(point: Point) -> DateMention:
    return DateMention(point.first, point.last, point.days, point.kind, point.why, point.part)


def in_year_of(point: Point, later: dt.date) -> Point | None:
    """An open date in the latest year that does not put it after `later`."""
    if point.open is None or point.open.hijri:
        return None
    kind = DateKind.PERIOD if point.open.day is None else DateKind.DAY
    for year in (later.year, later.year - 1):
        days = open_days(point, year)
        if days is not None and days.first <= later:
            why = f"{days.first}, with the year of the date beside it"
            return replace(point, days=days, kind=kind, why=why, open=None)
    return None


def open_days(point: Point, year: int) -> DayRange | None:
    """The days of an open date in a year."""
    assert point.open is not None
    if point.open.day is None:
        return month_range(year, point.open.month)
    first = parse_day(year, point.open.month, point.open.day)
    last = parse_day(year, point.open.month, point.open.until or point.open.day)
    return None if first is None or last is None else DayRange(first, last)
