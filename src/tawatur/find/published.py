"""Settle the day on which a report was published from what stands on its page.

Asked only where nobody says it. Trusted, in this order: the address; a post's stamp (`4:38 PM · Aug 19,
2022`); a day that the report calls today (`اليوم السبت 6 آب`, whose weekday settles the year); a date that
stands alone above the report, if the weekday the report calls today agrees with it. The trap is the
page's furniture: the day on which it was fetched stands in its head, other reports' days beside their
headlines, and captions and quoted posts have days of their own. A wrong day is worse than none, so
what is contradicted, or stands among its like, is not taken.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from urllib.parse import unquote

from tawatur.arabic.calendar import parse_day
from tawatur.arabic.calendar_names import read_weekday
from tawatur.arabic.fold import fold_word
from tawatur.find.date_calendar import read_calendar_date
from tawatur.find.date_points import DAY, Open, Scene
from tawatur.find.date_words import Start, load_vocabulary, start_of
from tawatur.find.years import YearEvidence, load_eras
from tawatur.segment.words import Words

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ENGLISH_MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_ENGLISH = re.compile(
    rf"{_ENGLISH_MONTH} (\d{{1,2}}),? (20\d\d)|(?<!\d)(\d{{1,2}}) {_ENGLISH_MONTH},? (20\d\d)"
)
_CLOCK_BEFORE = re.compile(r"\d{1,2}:\d\d\s*(?:[AP]M|[صم])\s*[·•|,-]\s*$")
_SHARED_AFTER = re.compile(r"\s*[·•]\s*(?:Shared|Public|Twitter|تمت|عام|\S+ Views)|\s*at \d{1,2}:\d\d")
_PATH_DATE = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
_JOINED_DATE = re.compile(r"/(\d{2})(\d{2})(20\d\d)\d?(?:/|$)")
_SLUG_DATE = re.compile(
    r"(?<!\d)(\d{1,2})-(\d{1,2})-(20\d\d)(?!\d)|(?<!\d)(20\d\d)-(\d{1,2})-(\d{1,2})(?!\d)"
)
_STATUS = re.compile(r"(?:twitter|x)\.com/[^/]+/status/(\d{17,20})")
_TIME = re.compile(r"[0-9٠-٩]{1,2}:[0-9٠-٩]{2}")
_LETTERS = re.compile(r"[^\W\d_]+")
_STATUS_EPOCH = dt.datetime(2010, 11, 4, 1, 42, 54, 657000, tzinfo=dt.UTC)
_HEAD = 700  # characters; a date above the report stands no further down
_PARAGRAPH = 110  # characters; a longer line belongs to the report itself
_LINES_TO_REPORT = 5  # from a date above a report to its first paragraph: title, place, sharing
_SHORT_REPORT = 80  # characters of the longest line of a page that holds one short report
_OTHER_WORDS = 6  # in a date's line: a weekday, a time, a label, a number of views
_SAID_REACH = 1500  # characters from the head; further down, a report quotes others' today
_NEAR = 1  # days by which a page's date may follow the day that the report calls today


@dataclass(frozen=True, slots=True)
class _Said:
    """A day that the report calls today (or yesterday, one day before), as far as it is said."""

    shift: int  # days from it to publication
    weekday: int | None
    day: dt.date | None  # with its year
    open: Open | None  # without

    def fits(self, published: dt.date) -> bool:
        """Whether it agrees with a day of publication, or with one shortly before it."""
        return any(self.fits_on(published - late * DAY) for late in range(_NEAR + 1))

    def fits_on(self, published: dt.date) -> bool:
        return self._is(published - self.shift * DAY)

    def _is(self, day: dt.date) -> bool:
        if self.day is not None:
            return day == self.day
        if self.open is not None:
            return (day.month, day.day) == (self.open.month, self.open.day)
        return day.weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class _Shown:
    """A full date on the page."""

    at: int  # character
    day: dt.date
    alone: bool  # in a line of its own, above the report
    labelled: bool  # with a time or a word such as `نشر`


def settle_published(words: Words, url: str | None = None) -> tuple[dt.date, str] | None:
    """The day of publication and what settled it; None where nothing does, or only what is not trusted."""
    if url:
        found = parse_address(url)
        if found is not None:
            return found
    stamps = _find_stamps(words.text)
    if stamps:
        return stamps[0], f"the post is stamped {stamps[0]}"
    said = _find_said(words)
    full = next((s for s in said if s.day is not None), None)
    if full is not None and full.day is not None:
        return full.day + full.shift * DAY, f"the report calls {full.day} {_NAMES[full.shift]}"
    shown = _find_shown(words)
    return _from_page(shown, said) or _from_year(words, shown, said) or _from_quoted(words, said)


_NAMES = {0: "today", 1: "yesterday"}


def parse_address(url: str) -> tuple[dt.date, str] | None:
    """The day in an address: `/2021/10/19/`, `…-06-07-2022`, or the number of a post on X.

    >>> parse_address("https://example.org/2021/10/19/report")[0]
    datetime.date(2021, 10, 19)
    """
    path = unquote(url).split("?")[0]
    if match := _STATUS.search(path):
        moment = _STATUS_EPOCH + dt.timedelta(milliseconds=int(match[1]) >> 22)
        return moment.date(), "the number of the post says when it was made"
    if match := _PATH_DATE.search(path):
        day = _day(int(match[1]), int(match[2]), int(match[3]))
        return None if day is None else (day, "the address holds the day")
    if match := _JOINED_DATE.search(path):
        day = _day(int(match[3]), int(match[2]), int(match[1]))
        return None if day is None else (day, "the address holds the day")
    if match := _SLUG_DATE.search(path):
        parts = (match[3], match[2], match[1]) if match[3] else (match[4], match[5], match[6])
        day = _day(*map(int, parts))
        return None if day is None else (day, "the address holds the day")
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    if not load_eras().earliest <= year <= load_eras().latest:
        return None
    return parse_day(year, month, day)


# What the page shows.


def _find_stamps(text: str) -> list[dt.date]:
    """The stamps of posts, in order: a date with a time before it or a mark of sharing after it."""
    stamps = []
    for match, day in _english_dates(text):
        if _CLOCK_BEFORE.search(text[max(0, match.start() - 24) : match.start()]) or _SHARED_AFTER.match(
            text, match.end()
        ):
            stamps.append(day)
    return stamps


def _english_dates(text: str) -> list[tuple[re.Match[str], dt.date]]:
    dates = []
    for match in _ENGLISH.finditer(text):
        month, day, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        found = _day(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day))
        if found is not None:
            dates.append((match, found))
    return dates


def _find_shown(words: Words) -> list[_Shown]:
    """Every full date on the page, in order, and whether it stands above the report by itself."""
    scene = Scene(words, None)
    shown = []
    last = 0
    for at, form in enumerate(words.forms):
        if at < last or start_of[form] is not Start.NUMBER:
            continue
        point = read_calendar_date(scene, at)
        if point is None or point.days is None or point.days.first != point.days.last:
            continue
        last = point.last
        if _day(point.days.first.year, point.days.first.month, point.days.first.day) is not None:
            shown.append(_show(words, at, last, point.days.first))
    shown += [
        _Shown(match.start(), day, alone=False, labelled=False) for match, day in _english_dates(words.text)
    ]
    return sorted(shown, key=lambda date: date.at)


def _show(words: Words, first: int, last: int, day: dt.date) -> _Shown:
    text, start, end = words.text, words.starts[first], words.ends[last - 1]
    above, below = text[:start].split("\n"), text[end:].split("\n")
    line = above[-1] + " " + below[0]
    timed = bool(_TIME.search(line))
    labels = load_vocabulary().publication_labels
    labelled = timed or any(fold_word(word) in labels for word in _LETTERS.findall(line))
    alone = start <= _HEAD and len(line.split()) <= _OTHER_WORDS * (1 + labelled)
    begun = sum(len(paragraph) > _PARAGRAPH for paragraph in above[:-1])
    if alone and begun:  # below the report's first words only by itself, or with a time
        alone = begun == 1 and (timed or not line.strip(" ,،|-"))
    return _Shown(start, day, alone=alone and _is_beside_report(above, below), labelled=labelled)


def _is_beside_report(above: list[str], below: list[str]) -> bool:
    """Whether a paragraph stands within a few lines, and not a list of headlines."""
    following = [line for line in below[1:] if line.strip()][:_LINES_TO_REPORT]
    if any(len(line) > _PARAGRAPH for line in following):
        return True
    before = [line for line in above[:-1] if line.strip()][-_LINES_TO_REPORT:]
    longest = max(map(len, above + below))
    return (
        bool(before) and longest > _SHORT_REPORT and any(len(line) == longest for line in before + following)
    )


def _from_page(shown: list[_Shown], said: list[_Said]) -> tuple[dt.date, str] | None:
    """A date above the report, unless the report's own words are against it or it stands among its like."""
    above = [date for date in shown if date.alone]
    if said:
        agreed = [date for date in above if all(s.fits(date.day) for s in said)]
        if agreed:
            return agreed[
                0
            ].day, f"{agreed[0].day} stands above the report, and agrees with the day it calls today"
        return None
    if not above:
        return None
    first = above[0]
    labelled = [date for date in above if date.labelled]
    best = labelled[0] if labelled else first
    alike = {date.day for date in above}
    if len(alike) > 1 and not labelled:
        return None
    if sum(date.day == best.day for date in shown) > 2 and not best.labelled:
        return None  # a list of headlines
    return best.day, f"{best.day} stands above the report"


# What the report calls today.


def _find_said(words: Words) -> list[_Said]:
    """The days called today or yesterday together with a weekday or a date, in order."""
    scene = Scene(words, None)
    said = []
    reach = max(_SAID_REACH, len(words.text) // 2)
    for at, form in enumerate(words.forms):
        if words.starts[at] > reach:
            break
        start = start_of[form]
        if start is Start.TODAY or form == "ليوم":
            shift = 0
        elif start is Start.YESTERDAY:
            shift = 1
        else:
            continue
        found = _read_said(scene, at + 1, shift)
        if found is not None:
            said.append(found)
    return said


def _read_said(scene: Scene, at: int, shift: int) -> _Said | None:
    weekday = None
    if scene.loose(at) and scene.forms[at] == "يوم":
        at += 1
    if scene.loose(at):
        weekday = read_weekday(scene.forms[at])
        at += weekday is not None
    while scene.loose(at) and scene.forms[at] in scene.vocabulary.before_said_date:
        at += 1
    point = None
    if scene.loose(at) and start_of[scene.forms[at]] is Start.NUMBER:
        point = read_calendar_date(scene, at, weekday)
    if point is None:
        return None if weekday is None else _Said(shift, weekday, None, None)
    if point.days is not None and point.open is None:
        return _Said(shift, weekday, point.days.first, None)
    if point.open is None or point.open.hijri or point.open.day is None:
        return None if weekday is None else _Said(shift, weekday, None, None)
    return _Said(shift, weekday, None, point.open)


def _from_year(words: Words, shown: list[_Shown], said: list[_Said]) -> tuple[dt.date, str] | None:
    """A day and month called today, in the year that the page or the weekday gives."""
    dated = [one for one in said if one.open is not None and one.open.day is not None]
    evidence = YearEvidence(words) if dated else None
    for one in dated:
        assert one.open is not None
        assert one.open.day is not None
        assert evidence is not None
        if one.weekday != said[0].weekday and None not in {one.weekday, said[0].weekday}:
            continue  # a neighbouring report's day
        for date in shown:
            day = parse_day(date.day.year, one.open.month, one.open.day)
            if day is not None and abs((date.day - day).days) <= 2 and one.weekday in {None, day.weekday()}:
                return (
                    day + one.shift * DAY,
                    f"the report calls {day} {_NAMES[one.shift]}, and {date.day} is on the page",
                )
        if one.weekday is None or _disagree(dated, evidence):
            continue
        year = evidence.settle(one.weekday, one.open.month, one.open.day)
        day = None if year is None else parse_day(year[0], one.open.month, one.open.day)
        if year is not None and day is not None:
            return day + one.shift * DAY, f"the report calls {day} {_NAMES[one.shift]}: {year[1]}"
    return None


def _from_quoted(words: Words, said: list[_Said]) -> tuple[dt.date, str] | None:
    """The one day of the posts that a report quotes, if its weekday is the one called today, or they are several.

    A report quotes the posts of its day; one post alone may be older.
    """
    days = [day for _, day in _english_dates(words.text)]
    if len(set(days)) != 1:
        return None
    if said and said[0].weekday is not None:
        for one in said:
            # Posts of the day that the report calls yesterday, or of its own, on the morrow of that.
            for later in range(one.shift + 1):
                published = days[0] + (one.shift - later) * DAY
                if one.open is None and one.fits_on(published):
                    why = f"posts of {days[0]} are quoted, which fits the weekday that the report calls"
                    return published, f"{why} {_NAMES[one.shift]}"
        return None
    return (days[0], f"several posts are quoted, all of {days[0]}") if len(days) > 1 else None


def _disagree(said: list[_Said], evidence: YearEvidence) -> bool:
    """Whether no one year makes all the weekdays right: one of them is misprinted."""
    years = [
        set(evidence.fits(one.weekday, one.open.month, one.open.day))
        for one in said
        if one.weekday is not None and one.open is not None and one.open.day is not None
    ]
    return bool(years) and not set.intersection(*years)
