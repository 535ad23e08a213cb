"""Read a length of time: `يومين`, `3 أيام`, `الأيام الثلاثة الماضية`, `الساعات الـ24 الأخيرة`, `أيام قليلة`.

A length is no date; what stands before it makes it one (`قبل`, `منذ`, `خلال`), and `days_ago` and
`first_day` count it back. A plural without a number reaches back a few days, or says nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from tawatur.arabic.calendar import months_back, year_range
from tawatur.arabic.number_words import Role, number_word
from tawatur.arabic.numerals import MOST, read_number
from tawatur.find.date_points import DAY, Scene, one_day
from tawatur.find.date_words import Unit, unit_of
from tawatur.records.claim import DayRange

_YEARS = 500  # that months, weeks and days may come to; a calendar has no day farther back
_MOST = {"month": 12 * _YEARS, "week": 52 * _YEARS, "day": 365 * _YEARS, "hour": 24 * 365 * _YEARS}


class Stretch(NamedTuple):
    """A length of time, up to and not including the word `last`."""

    last: int
    unit: Unit
    number: int | None  # None: a plural, and how many is not said
    tense: str | None  # past or future, where a word says so
    counted: bool  # its number is said, and not only its form (`يوم واحد` and not `يوم`)
    less: bool = False  # أقل من

    def __str__(self) -> str:
        count = "some" if self.number is None else str(self.number)
        return f"{count} {self.unit.name}{'' if self.number == 1 else 's'}"


def read_stretch(scene: Scene, at: int) -> Stretch | None:
    """The length of time that begins at a word, past `نحو` and `أقل من`."""
    if at >= scene.size:
        return None
    start = _past_about(scene, at)
    if start >= scene.size or (start > at and not scene.tied(start)):
        return None
    stretch = _read(scene, start)
    if stretch is not None and (stretch.number or 0) > _MOST.get(stretch.unit.name, MOST):
        return None
    less = scene.forms[at : at + 2] == ["اقل", "من"]
    return stretch._replace(less=less) if stretch is not None else None


def _past_about(scene: Scene, at: int) -> int:
    if scene.forms[at] in scene.vocabulary.passing and scene.tied(at + 1):
        at += 1
    for size in (1, 2, 3):
        if tuple(scene.forms[at : at + size]) in scene.vocabulary.about:
            return at + size
    return at


def _read(scene: Scene, at: int) -> Stretch | None:
    at = scene.past_article(at)
    unit = unit_of[scene.forms[at]]
    if unit is not None:
        return _unit_first(scene, at, unit)
    number = read_number(scene.forms, at, scene.gaps)
    if number is None or not scene.tied(number.last) or number.fraction is not None:
        return None
    unit = unit_of[scene.forms[number.last]]
    if unit is None or scene.forms[number.last].startswith("و"):
        return None
    if unit.definite and unit.number == 1 and unit.name == "month":
        return None  # قتل 25 الشهر الماضي: they were killed last month
    tense, last = _tense(scene, _past_few(scene, number.last + 1), unit)
    return Stretch(last, unit, number.value, tense, counted=number.value is not None)


def _unit_first(scene: Scene, at: int, unit: Unit) -> Stretch | None:
    last, count, counted = at + 1, unit.number, unit.number == 2
    place = scene.past_article(last)
    if scene.tied(last) and count != 2:
        word = number_word(scene.forms[place])
        if scene.forms[place].isdecimal() and unit.definite:
            count, last, counted = int(scene.forms[place]), place + 1, True
        elif word is not None and not word.joined and (word.definite or word.role is Role.ONE):
            number = read_number(scene.forms, place, scene.gaps)
            if number is not None and number.value is not None:
                count, last, counted = number.value, number.last, True
    tense, last = _tense(scene, _past_few(scene, last), unit)
    if unit.definite and tense is None:
        return None  # الأيام, الساعة: time, but no length of it
    return Stretch(last, unit, count, tense, counted)


def _past_few(scene: Scene, at: int) -> int:
    while scene.tied(at) and _is_few(scene, scene.forms[at]):
        at += 1
    return at


def _is_few(scene: Scene, form: str) -> bool:
    few = scene.vocabulary.not_full
    return form in few or (form[:2] == "ال" and form[2:] in few)


def _tense(scene: Scene, at: int, unit: Unit) -> tuple[str | None, int]:
    tense, last = scene.tense_after(at)
    if (
        tense is None
        and unit.number != 1
        and scene.tied(at)
        and scene.forms[at] in scene.vocabulary.ones_before
    ):
        return "past", at + 1
    return (tense, last) if tense in {"past", "future"} else (None, at)


def first_day(base: dt.date, stretch: Stretch) -> dt.date | None:
    """The first day of a length of time that ends on `base`; None where no number is said.

    Months and years are counted by writers in whole ones, so they reach back to the first of theirs.
    """
    count = stretch.number
    if count is None:
        return None if stretch.unit.few is None else base - stretch.unit.few * DAY
    match stretch.unit.name:
        case "minute":
            return base
        case "hour":
            return base - max(1, -(-count // 24)) * DAY
        case "day":
            return base - count * DAY
        case "week":
            return base - (7 * count - stretch.less) * DAY
        case "month" if count == 1:
            return same_day(base, count)
        case "month":
            return months_back(base, count).first
    return months_back(base, 12 * count).first if base.year > count else None


def same_day(day: dt.date, months: int) -> dt.date:
    """The same day some months before, or the last of a shorter month."""
    whole = months_back(day, months)
    return min(whole.first + (day.day - 1) * DAY, whole.last)


def days_ago(base: dt.date, stretch: Stretch) -> DayRange | None:
    """The days that lie that far back: `قبل شهرين` is a whole month, `قبل عامين` a whole year."""
    name, count = stretch.unit.name, stretch.number
    if name == "minute":
        return one_day(base)
    if count is None:
        first = first_day(base, stretch)
        if first is None:
            return None
        return DayRange(first, base if name == "hour" else base - DAY)
    if name == "month":
        return months_back(base, count)
    if name == "year":
        return year_range(base.year - count) if base.year > count else None
    first = first_day(base, stretch)
    assert first is not None
    return DayRange(first, base) if name == "hour" else one_day(first)
