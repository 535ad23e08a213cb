"""Months, weekdays and the days they cover: names as newspapers print them, and pure conversions.

A month has a Levantine name (تشرين الثاني), an Egyptian and Gulf one (نوفمبر) and a Maghrebi one
(أوت), often two of them together (`تشرين الثاني/نوفمبر`), and the Hijri year has months of its own.
Some names are also words: آب is "father", مارس "practised", صفر "zero", تشرين a dam and a
university; `Month.sure` is False for a name that needs company (a day, a year, `شهر`) to be a month.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.records.claim import DayRange

_MONTHS = {
    1: "يناير كانون-الثاني كانون-ثاني جانفي",
    2: "فبراير شباط فيفري",
    3: "آذار مارس",
    4: "أبريل نيسان أفريل",
    5: "أيار مايو ماي",
    6: "يونيو يونيه حزيران جوان",
    7: "يوليو يوليه تموز جويلية",
    8: "أغسطس آب أوت غشت",
    9: "سبتمبر أيلول شتنبر سيبتمبر",
    10: "أكتوبر تشرين-الأول تشرين-أول أوكتوبر",
    11: "نوفمبر تشرين-الثاني تشرين-ثاني نونبر",
    12: "ديسمبر كانون-الأول كانون-أول دجنبر ديسيمبر",
}
_HIJRI = {
    1: "محرم المحرم",
    2: "صفر",
    3: "ربيع-الأول ربيع-أول",
    4: "ربيع-الآخر ربيع-الثاني ربيع-ثاني",
    5: "جمادى-الأولى جمادى-الأول جماد-الأول",
    6: "جمادى-الآخرة جمادى-الثانية جماد-الآخر جماد-الثاني جمادى-الثاني",
    7: "رجب",
    8: "شعبان",
    9: "رمضان",
    10: "شوال",
    11: "ذو-القعدة ذي-القعدة",
    12: "ذو-الحجة ذي-الحجة",
}
# Names that are other words too, or people's names.
_UNSURE = frozenset(
    map(
        fold,
        (
            "آب",
            "مارس",
            "ماي",
            "أوت",
            "جوان",
            "غشت",
            "نيسان",
            "محرم",
            "المحرم",
            "صفر",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
        ),
    )
)
_WEEKDAYS = {
    0: "الاثنين الإثنين الأثنين الإتنين الاتنين",
    1: "الثلاثاء الثلاثا الثلثاء",
    2: "الأربعاء الأربعا الاربعاء",
    3: "الخميس",
    4: "الجمعة",
    5: "السبت",
    6: "الأحد",
}
_BARE_WEEKDAYS = {0: "اثنين", 1: "ثلاثاء", 2: "أربعاء", 3: "خميس", 4: "جمعة", 5: "سبت", 6: "أحد"}
HIJRI_YEARS = range(1343, 1501)  # what the Umm al-Qura tables cover
YEARS = range(1900, 2101)


class Month(NamedTuple):
    """A month's name, one or two (`تشرين الثاني/نوفمبر`), up to and not including the word `last`."""

    last: int
    number: int  # 1–12
    hijri: bool
    sure: bool  # nothing but a month


def _first_words() -> dict[str, list[tuple[tuple[str, ...], int, bool]]]:
    names: dict[str, list[tuple[tuple[str, ...], int, bool]]] = {}
    for table, hijri in ((_MONTHS, False), (_HIJRI, True)):
        for number, forms in table.items():
            for form in forms.split():
                words = tuple(fold(form).split("-"))
                names.setdefault(words[0], []).append((words[1:], number, hijri))
    return names


_NAMES = _first_words()
_BETWEEN_NAMES = frozenset(" /\\-–—(,،|_.")
_DAYS = {fold(form): day for day, forms in _WEEKDAYS.items() for form in forms.split()}
_BARE_DAYS = {fold(form): day for day, form in _BARE_WEEKDAYS.items()}


def is_month_start(form: str) -> bool:
    """Whether a month's name can begin with this folded word, clitics and all."""
    return _month_words(form) is not None


def read_month(forms: Sequence[str], at: int, gaps: Sequence[str] | None = None) -> Month | None:
    """The month whose name begins at `forms[at]`; a second name of the same month goes with it.

    >>> read_month("تشرين الثاني نوفمبر 2018".split(), 0)
    Month(last=3, number=11, hijri=False, sure=True)
    """
    first = _read_name(forms, at, gaps)
    if first is None or first.hijri:
        return first
    second = (
        _read_name(forms, first.last, gaps, bare=True)
        if first.last < len(forms) and (gaps is None or _BETWEEN_NAMES.issuperset(gaps[first.last]))
        else None
    )
    if second is None or second.number != first.number or second.hijri:
        return first
    return Month(second.last, first.number, hijri=False, sure=True)


def _month_words(form: str) -> list[tuple[tuple[str, ...], int, bool]] | None:
    if form in _NAMES:
        return _NAMES[form]
    if form[:1] in "وفبلك" and len(form) > 3:
        return _NAMES.get(form[1:])
    return None


def _read_name(
    forms: Sequence[str], at: int, gaps: Sequence[str] | None, *, bare: bool = False
) -> Month | None:
    names = _NAMES.get(forms[at]) if bare else _month_words(forms[at])
    for rest, number, hijri in names or ():
        last = at + 1 + len(rest)
        if tuple(forms[at + 1 : last]) != rest:
            continue
        if gaps is not None and any(gap not in {" ", "_", "\xa0"} for gap in gaps[at + 1 : last]):
            continue
        name = forms[at] if forms[at] in _NAMES else forms[at][1:]
        return Month(last, number, hijri, name not in _UNSURE)
    return None


def read_weekday(form: str) -> int | None:
    """The weekday that a folded form names, Monday 0, whatever clitics it carries; else None.

    >>> read_weekday("الاثنين"), read_weekday("وللجمعه"), read_weekday("جمعه")
    (0, 4, None)
    """
    day = _DAYS.get(form)
    if day is not None:
        return day
    rest = form[1:] if form[:1] == "و" else form
    if rest[:2] == "لل":
        return _DAYS.get("ال" + rest[2:])
    return _DAYS.get(rest[1:] if rest[:1] in "فبك" else rest)


def read_bare_weekday(form: str) -> int | None:
    """The weekday of an indefinite form; only after `يوم` or `كل` does it surely mean the day."""
    return _BARE_DAYS.get(form)


def parse_day(year: int, month: int, day: int, *, hijri: bool = False) -> dt.date | None:
    """The day, or None if the calendar has no such day.

    >>> parse_day(1440, 3, 20, hijri=True)
    datetime.date(2018, 11, 28)
    """
    try:
        return _from_hijri(year, month, day) if hijri else dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _from_hijri(year: int, month: int, day: int) -> dt.date:
    from hijridate import Hijri  # noqa: PLC0415 — few reports have a Hijri date; its tables load only then

    day_found = Hijri(year, month, day).to_gregorian()
    return dt.date(day_found.year, day_found.month, day_found.day)


def to_hijri(day: dt.date) -> tuple[int, int, int]:
    """Year, month and day by Umm al-Qura."""
    from hijridate import Gregorian  # noqa: PLC0415

    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    return hijri.year, hijri.month, hijri.day


def month_range(year: int, month: int, *, hijri: bool = False) -> DayRange | None:
    """The first to the last day of a month."""
    first = parse_day(year, month, 1, hijri=hijri)
    if first is None:
        return None
    if hijri:
        following = parse_day(year + month // 12, month % 12 + 1, 1, hijri=True)
        return None if following is None else DayRange(first, following - dt.timedelta(1))
    return DayRange(first, first.replace(day=monthrange(year, month)[1]))


def months_back(day: dt.date, months: int) -> DayRange:
    """The whole month that lies `months` before the one of `day` (after it, if negative)."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    whole = month_range(year, month + 1)
    assert whole is not None
    return whole


def year_range(year: int) -> DayRange:
    return DayRange(dt.date(year, 1, 1), dt.date(year, 12, 31))


def week_of(day: dt.date) -> DayRange:
    """The week, Sunday to Saturday, that holds a day; the week of the Arab press."""
    first = day - dt.timedelta((day.weekday() + 1) % 7)
    return DayRange(first, first + dt.timedelta(6))


def last_weekday(until: dt.date, weekday: int) -> dt.date:
    """The most recent such weekday up to and including `until`."""
    return until - dt.timedelta((until.weekday() - weekday) % 7)


def next_weekday(after: dt.date, weekday: int) -> dt.date:
    """The first such weekday after `after`."""
    return after + dt.timedelta((weekday - after.weekday() - 1) % 7 + 1)


def years_that_fit(weekday: int, month: int, day: int, years: Sequence[int]) -> list[int]:
    """The years, of those given, in which this day of this month falls on this weekday.

    >>> years_that_fit(2, 11, 28, range(2011, 2027))
    [2012, 2018]
    """
    fits = []
    for year in years:
        date = parse_day(year, month, day)
        if date is not None and date.weekday() == weekday:
            fits.append(year)
    return fits
