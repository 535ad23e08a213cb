"""Read a date as it is written: `28 نوفمبر 2018`, `الثالث والعشرين من أيلول الماضي`, `28/11/2018`, `5 الجاري`.

A day without a year is the last such day up to publication, unless the coming one is much nearer. A
date in a name (`ثورة 25 يناير`) is no date, and half a month (`النصف الأول من أيار`) no day.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from sys import maxsize
from typing import NamedTuple

from tawatur.arabic.calendar import HIJRI_YEARS, months_back, parse_day
from tawatur.arabic.calendar_names import Month, read_month
from tawatur.arabic.digits import Shape, parse_digits
from tawatur.arabic.number_words import number_word
from tawatur.arabic.ordinals import read_ordinal
from tawatur.find.date_points import DAY, NO_BASE, DateKind, Open, Point, Scene
from tawatur.find.date_words import core_of, load_vocabulary
from tawatur.find.date_years import Year, read_year_after, year_chosen
from tawatur.records.claim import DayRange

_MONTHS = 12
_QUOTES = ' \xa0"“”«»'
_AHEAD = 90  # days; a day without a year that lies no further ahead is the coming one and not last year's


class _Days(NamedTuple):
    """The days of a month that are said, and where: `first` to `last` of the text's words."""

    first: int
    last: int
    day: int
    until: int | None


def read_calendar_date(scene: Scene, at: int, weekday: int | None = None) -> Point | None:
    """The date whose first word is at `at`; `weekday` is the one named before it, if any."""
    form = scene.forms[at]
    if not form[0].isdecimal():
        return _in_words(scene, at, weekday)
    digits = parse_digits(form)
    if digits is None:
        return None
    if digits.shape is Shape.DATE:
        if "." in form and max(digits.parts) < 100:
            return None  # a version of something
        return _in_digits(scene, at, at + 1, digits.parts, weekday)
    if digits.shape is Shape.RANGE and digits.parts[1] <= 31:
        return _of_month(scene, _Days(at, at + 1, *digits.parts), weekday)
    if digits.shape is not Shape.WHOLE or not 1 <= digits.value <= 31:
        return None
    return _apart(scene, at, weekday) or _days_of_month(scene, at, at + 1, int(digits.value), weekday)


def _in_words(scene: Scene, at: int, weekday: int | None) -> Point | None:
    ordinal = read_ordinal(scene.forms, at, scene.gaps)
    if ordinal is not None and ordinal.value <= 31:
        if core_of[scene.form(at - 1)] in scene.vocabulary.times and scene.tied(at):
            return None  # للمرة الرابعة هذا الشهر
        if not ordinal.definite and scene.forms[at].endswith("ه"):
            return None  # غارة رابعة هذا الشهر: a day is no feminine
        if at and scene.tied(at) and _share_named(scene.forms[at - 1]) is not None:
            return _share(scene, at, ordinal.last, ordinal.value)
        return _days_of_month(scene, at, ordinal.last, ordinal.value, weekday)
    word = number_word(scene.forms[at])
    if word is None or not 1 <= word.value <= 30 or word.definite or not scene.tied(at + 1):
        return None
    month = read_month(scene.forms, at + 1, scene.gaps)
    if month is None or not month.sure:
        return None
    return _of_month(scene, _Days(at, at + 1, word.value, None), weekday)


# In digits.


def _apart(scene: Scene, at: int, weekday: int | None) -> Point | None:
    """`1/ 5 / 2023`: a date whose separators stand apart."""
    if at + 2 >= scene.size:
        return None
    marks = scene.gaps[at + 1].strip(), scene.gaps[at + 2].strip()
    numbers = scene.forms[at : at + 3]
    if marks[0] not in {"/", "-", "–", "\\"} or marks[0] != marks[1]:
        return None
    if not all(number.isdecimal() for number in numbers) or scene.year_number(at + 2) is None:
        return None
    return _in_digits(scene, at, at + 3, tuple(map(int, numbers)), weekday)


def _in_digits(scene: Scene, at: int, last: int, parts: tuple[int, ...], weekday: int | None) -> Point | None:
    """Day first, as Arabic writes it, or year first; the month is the part that can be one.

    Where both can be and a weekday stands beside them, month first if that alone is such a day, and lies no
    farther from publication: `الخميس 02/03`.
    """
    day_first = _in_order(scene, at, last, parts, weekday)
    if weekday is None or _is_on(day_first, weekday) or max(parts[:2]) > _MONTHS or parts[0] == parts[1]:
        return day_first
    month_first = _in_order(scene, at, last, (parts[1], parts[0], *parts[2:]), weekday)
    fits = _is_on(month_first, weekday) and _distance(scene, month_first) <= _distance(scene, day_first)
    return month_first if fits else day_first


def _in_order(scene: Scene, at: int, last: int, parts: tuple[int, ...], weekday: int | None) -> Point | None:
    if len(parts) == 2:
        asked = weekday is not None or (
            at > 0 and core_of[scene.forms[at - 1]] in scene.vocabulary.asks_for_a_date
        )
        if not asked:
            return None
        day, month = parts if parts[1] <= _MONTHS else (parts[1], parts[0])
        named = Month(last, month, hijri=False, sure=True)
        return _settle(scene, _Days(at, last, day, None), named, None, weekday)
    year, month, day = parts if parts[0] > 31 else (parts[2], parts[1], parts[0])
    if month > _MONTHS:
        month, day = day, month
    if scene.tied(last) and scene.forms[last] in {"ه", "م"}:
        last += 1
    whole = parse_day(year + 2000 if year < 100 else year, month, day, hijri=year in HIJRI_YEARS)
    if whole is None:
        return None
    return _checked(Point(at, last, DayRange(whole, whole), f"the date {whole}"), weekday)


def _is_on(point: Point | None, weekday: int) -> bool:
    return point is not None and point.days is not None and point.days.first.weekday() == weekday


def _distance(scene: Scene, point: Point | None) -> int:
    """Days from publication; where either is not known, more than any."""
    if point is None or point.days is None or scene.base is None:
        return maxsize
    return abs((point.days.first - scene.base).days)


# A day and a month.


def _days_of_month(scene: Scene, at: int, last: int, day: int, weekday: int | None) -> Point | None:
    """A day of a month, or the first and last of several (`3 و4 مايو`, `3 إلى 7 مايو`)."""
    single = _of_month(scene, _Days(at, last, day, None), weekday)
    if single is not None:
        return single
    place, until = last, day
    while scene.loose(place):
        if scene.forms[place] in scene.vocabulary.between_days:
            place += 1
            continue
        number = _day_number(scene, place)
        if number is None or number[1] <= until:
            return None
        place, until = number
        several = _of_month(scene, _Days(at, place, day, until), weekday)
        if several is not None:
            return several
    return None


def _day_number(scene: Scene, at: int) -> tuple[int, int] | None:
    form = scene.forms[at]
    if form.isdecimal():
        return (at + 1, int(form)) if 1 <= int(form) <= 31 else None
    ordinal = read_ordinal(scene.forms, at, scene.gaps)
    return (ordinal.last, ordinal.value) if ordinal is not None and ordinal.value <= 31 else None


def _of_month(scene: Scene, days: _Days, weekday: int | None) -> Point | None:
    """The month after its day: `من تشرين الثاني`, `من الشهر الجاري`, `أيام عيد الفطر`."""
    place = days.last
    if not scene.loose(place):
        return None
    if scene.forms[place] in scene.vocabulary.day_of and scene.tied(place + 1):
        place += 1
        if scene.forms[place] == "عيد" and scene.form(place + 1) in scene.vocabulary.feasts:
            return _feast(scene, days, place + 1)
    if scene.forms[place] == "من" and scene.tied(place + 1):
        place += 1
    if scene.forms[place] == "شهر" and scene.tied(place + 1):
        place += 1
    month = read_month(scene.forms, place, scene.gaps)
    if month is None:
        return _of_this_month(scene, days, place, weekday)
    year = read_year_after(scene, month.last)
    if month.hijri and not month.sure and year is None and place == days.last and _is_score(scene, place):
        return None
    return _settle(scene, days, month, year, weekday)


def _is_score(scene: Scene, at: int) -> bool:
    """Whether `صفر` or another name is no month after all: `2-صفر`, `فاز 1 صفر`."""
    return scene.forms[at] == "صفر" or not scene.tied(at)


def _feast(scene: Scene, days: _Days, at: int) -> Point | None:
    month, day = scene.vocabulary.feasts[scene.forms[at]]
    named = Month(at + 1, month, hijri=True, sure=True)
    counted = days._replace(day=day + days.day - 1, until=None)
    return _settle(scene, counted, named, read_year_after(scene, at + 1), None)


def _of_this_month(scene: Scene, days: _Days, place: int, weekday: int | None) -> Point | None:
    """`28 من الشهر الجاري`, `الخامس من هذا الشهر`, `5 الجاري`, `في 28 الشهر الماضي`."""
    tense: str | None = None
    end = place + 1
    if scene.forms[place] == "هذا" and scene.form(place + 1) == "الشهر":
        tense, end = "present", place + 2
    elif scene.forms[place] == "الشهر" and (place > days.last or _is_asked_for(scene, days.first, weekday)):
        tense, end = scene.tense_after(place + 1)
    elif scene.forms[place] in scene.vocabulary.this_month:
        tense = "present"
    if tense == "same" and scene.previous is not None:
        first = scene.previous.first  # of the month named before: وفي 29 من الشهر ذاته
        return _in_year(days._replace(last=end), first.year, Month(end, first.month, hijri=False, sure=True))
    if tense not in {"past", "present", "future"}:
        return None
    if scene.base is None:
        return Point(days.first, end, None, f"a day of a month counted from the report, and {NO_BASE}")
    month = months_back(scene.base, {"past": 1, "present": 0, "future": -1}[tense]).first
    named = Month(end, month.month, hijri=False, sure=True)
    point = _in_year(days._replace(last=end), month.year, named)
    if point is None or point.days is None:
        return None
    if point.days.first > scene.base:
        point = replace(point, kind=DateKind.FUTURE)
    return _checked(point, weekday)


def _is_asked_for(scene: Scene, at: int, weekday: int | None) -> bool:
    """Whether a number in digits is a day by what stands before it: `في 25 الشهر الماضي`, but not `قتل 25 الشهر الماضي`."""
    if not scene.forms[at].isdecimal() or int(scene.forms[at]) > 31:
        return False
    before = core_of[scene.form(at - 1)]
    return weekday is not None or not scene.tied(at) or before in scene.vocabulary.asks_for_a_date


def _share_named(form: str) -> int | None:
    shares = load_vocabulary().shares
    return shares.get(form) or shares.get(form[1:])


def _share(scene: Scene, at: int, last: int, number: int) -> Point | None:
    """`النصف الأول من أيار`, `الأسبوع الثالث من الشهر الماضي`."""
    place = last + 1 if scene.form(last) == "من" else last
    whole = _of_month(scene, _Days(at, last, 1, None), None) if scene.tied(place) else None
    if whole is None or whole.days is None:
        return None
    length = _share_named(scene.forms[at - 1])
    assert length is not None
    begin = whole.days.first
    size = monthrange(begin.year, begin.month)[1]
    first = (number - 1) * length
    if first >= size:
        return None
    end = size - 1 if first + 2 * length > size else first + length - 1
    days = scene.so_far(DayRange(begin + first * DAY, begin + end * DAY))
    return replace(
        whole, first=at - 1, days=days, why=f"a part of {begin:%B %Y}", kind=DateKind.PERIOD, open=None
    )


# Its year.


def _settle(scene: Scene, days: _Days, month: Month, year: Year | None, weekday: int | None) -> Point | None:
    """A day of a named month in the year that is said, or in the one that fits."""
    last = month.last if year is None else year.last
    days = days._replace(last=max(days.last, last))
    if days.day > 31 or (days.until is not None and days.until <= days.day):
        return None
    if year is not None and year.every:
        return Point(days.first, days.last, None, "every year", kind=DateKind.RECURRING)
    number = None if year is None else year_chosen(scene, year, month, days.day)
    if number is not None:
        point = _in_year(days, number, month)
        if point is not None and year is not None and year.tense in {"future", "next year"}:
            point = replace(point, kind=DateKind.FUTURE)
        return None if point is None else _checked(point, weekday)
    if days.first and _is_in_name(scene, days.first):
        return Point(days.first, days.last, None, "a date inside a name", kind=DateKind.NAME)
    left_open = Open(month.number, days.day, days.until, month.hijri)
    if scene.base is None:
        return _without_base(scene, days, month, weekday, left_open)
    point = _nearest(scene, days, month, weekday, past=year is not None and year.tense == "past")
    return None if point is None else replace(_checked(point, weekday), open=left_open)


def _is_in_name(scene: Scene, at: int) -> bool:
    """`ثورة 25 يناير`, `حركة "23 مارس"`."""
    beside = scene.tied(at) or not scene.gaps[at].strip(_QUOTES)
    return beside and core_of[scene.forms[at - 1]] in scene.vocabulary.names_before


def _without_base(
    scene: Scene, days: _Days, month: Month, weekday: int | None, left_open: Open
) -> Point | None:
    """Where publication is not known, a weekday beside the date can still settle its year."""
    settled = None
    if weekday is not None and not month.hijri:
        settled = scene.settled_year(weekday, month.number, days.day)
    point = None if settled is None else _in_year(days, settled[0], month)
    if point is None or settled is None:
        return Point(days.first, days.last, None, f"no year is said, and {NO_BASE}", open=left_open)
    return replace(point, why=f"{point.why}: {settled[1]}", open=left_open)


def _nearest(scene: Scene, days: _Days, month: Month, weekday: int | None, *, past: bool) -> Point | None:
    """The last such day up to publication, or the coming one where that is far nearer or the weekday's."""
    assert scene.base is not None
    year = scene.now(hijri=month.hijri)[0]
    behind = ahead = None
    for number in (year - 1, year, year + 1):
        point = _in_year(days, number, month)
        if point is None or point.days is None:
            continue
        distance = (point.days.first - scene.base).days
        if distance <= (-1 if past else 1):  # a report stamped before midnight may name the next day
            behind = point
        elif ahead is None:
            ahead = replace(point, kind=DateKind.FUTURE)
    if behind is None or ahead is None or past:
        return behind or ahead
    assert ahead.days is not None
    assert behind.days is not None
    if weekday is not None:
        fits = ahead.days.first.weekday() == weekday != behind.days.first.weekday()
        return ahead if fits and (ahead.days.first - scene.base).days <= 2 * _AHEAD else behind
    return ahead if (ahead.days.first - scene.base).days <= _AHEAD else behind


def _in_year(days: _Days, year: int, month: Month) -> Point | None:
    first = parse_day(year, month.number, days.day, hijri=month.hijri)
    end = first if days.until is None else parse_day(year, month.number, days.until, hijri=month.hijri)
    if first is None or end is None:
        return None
    why = f"the date {first}" if first == end else f"the dates {first} to {end}"
    return Point(days.first, days.last, DayRange(first, end), why)


def _checked(point: Point, weekday: int | None) -> Point:
    """The date, with a word on the weekday beside it where the two disagree: the date is kept."""
    if weekday is None or point.days is None or point.days.first.weekday() == weekday:
        return point
    return replace(point, why=f"{point.why}, a {point.days.first:%A}, although another weekday is named")
