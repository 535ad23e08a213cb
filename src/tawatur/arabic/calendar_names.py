"""Read the names of months and weekdays (`data/grammar/calendar.yaml`), as newspapers print them.

A month has a Levantine name (تشرين الثاني), an Egyptian and Gulf one (نوفمبر) and a Maghrebi one
(أوت), often two of them together (`تشرين الثاني/نوفمبر`), and the Hijri year has months of its own.
Some names are also words: آب is "father", مارس "practised", صفر "zero", تشرين a dam and a
university; `Month.sure` is False for a name that needs company (a day, a year, `شهر`) to be a month.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tawatur.arabic.wordlists import WordLists, open_lists

_BETWEEN_NAMES = frozenset(" /\\-–—(,،|_.")
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Month(NamedTuple):
    """A month's name, one or two (`تشرين الثاني/نوفمبر`), up to and not including the word `last`."""

    last: int
    number: int  # 1–12
    hijri: bool
    sure: bool  # nothing but a month


class _Name(NamedTuple):
    """A month's name, by its first word."""

    rest: tuple[str, ...]
    number: int
    hijri: bool
    sure: bool


class _Vocabulary(NamedTuple):
    months: dict[str, list[_Name]]
    weekdays: dict[str, int]
    bare_weekdays: dict[str, int]


@cache
def _load_vocabulary() -> _Vocabulary:
    lists = open_lists("calendar")
    lists.check_names(("months", "hijri_months", "unsure_months", "weekdays", "bare_weekdays"))
    unsure = lists.forms("unsure_months")
    months: dict[str, list[_Name]] = {}
    for name, hijri in (("months", False), ("hijri_months", True)):
        for form, number in lists.groups(name).items():
            first, *rest = form.split()
            months.setdefault(first, []).append(_Name(tuple(rest), int(number), hijri, first not in unsure))
    return _Vocabulary(months, _weekdays(lists, "weekdays"), _weekdays(lists, "bare_weekdays"))


def _weekdays(lists: WordLists, name: str) -> dict[str, int]:
    return {form: _WEEK.index(day) for form, day in lists.groups(name).items()}


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


def _month_words(form: str) -> list[_Name] | None:
    names = _load_vocabulary().months
    if form in names:
        return names[form]
    if form[:1] in "وفبلك" and len(form) > 3:
        return names.get(form[1:])
    return None


def _read_name(
    forms: Sequence[str], at: int, gaps: Sequence[str] | None, *, bare: bool = False
) -> Month | None:
    names = _load_vocabulary().months.get(forms[at]) if bare else _month_words(forms[at])
    for name in names or ():
        last = at + 1 + len(name.rest)
        if tuple(forms[at + 1 : last]) != name.rest:
            continue
        if gaps is not None and any(gap not in {" ", "_", "\xa0"} for gap in gaps[at + 1 : last]):
            continue
        return Month(last, name.number, name.hijri, name.sure)
    return None


def read_weekday(form: str) -> int | None:
    """The weekday that a folded form names, Monday 0, whatever clitics it carries; else None.

    >>> read_weekday("الاثنين"), read_weekday("وللجمعه"), read_weekday("جمعه")
    (0, 4, None)
    """
    days = _load_vocabulary().weekdays
    day = days.get(form)
    if day is not None:
        return day
    rest = form[1:] if form[:1] == "و" else form
    if rest[:2] == "لل":
        return days.get("ال" + rest[2:])
    return days.get(rest[1:] if rest[:1] in "فبك" else rest)


def read_bare_weekday(form: str) -> int | None:
    """The weekday of an indefinite form; only after `يوم` or `كل` does it surely mean the day."""
    return _load_vocabulary().bare_weekdays.get(form)
