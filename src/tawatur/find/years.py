"""Settle the year of a date that gives none: from its weekday, the report's other dates, and what it names.

A day of a month falls on a named weekday in two or three years of a war. A year that the report
writes out, and the parties that did not yet exist (`data/grammar/eras.yaml`), choose among them; where
both leave several, the latest is taken, because what has lost its date is seldom old. Only asked
where the day of publication is not known.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

from tawatur.arabic.calendar import YEARS, parse_day, years_that_fit
from tawatur.arabic.digits import Shape, parse_digits
from tawatur.arabic.fold import fold
from tawatur.segment.words import Words


class Era(NamedTuple):
    """When a name can stand in a report."""

    words: tuple[str, ...]
    first: dt.date
    last: dt.date | None


class Eras:
    """The names of `eras.yaml`, by their first word."""

    def __init__(self, source: dict[str, Any]) -> None:
        self.latest: int = source["latest"]
        self.earliest: int = source["earliest"]
        self.by_first: dict[str, list[Era]] = {}
        for entry in source["eras"]:
            for form in entry["forms"]:
                words = tuple(fold(form).split())
                self.by_first.setdefault(words[0], []).append(Era(words, entry["from"], entry.get("to")))


@cache
def load_eras() -> Eras:
    path = resources.files("tawatur") / "data" / "grammar" / "eras.yaml"
    return Eras(yaml.safe_load(path.read_text(encoding="utf-8")))


class YearEvidence:
    """What one report says of its year."""

    __slots__ = ("begun", "eras", "last", "said")

    def __init__(self, words: Words) -> None:
        self.eras = load_eras()
        self.said = _years_said(words) - set(range(self.eras.latest + 1, YEARS.stop))
        self.begun: set[dt.date] = set()  # the days before which a name that stands here did not exist
        self.last = dt.date(self.eras.latest, 12, 31)
        forms = words.forms
        for at, form in enumerate(forms):
            for name in (form, form[1:]) if form[:1] in "وبلف" else (form,):
                for era in self.eras.by_first.get(name, ()):
                    if tuple(forms[at + 1 : at + len(era.words)]) == era.words[1:]:
                        self.begun.add(era.first)
                        self.last = min(self.last, era.last or self.last)

    def fits(self, weekday: int, month: int, day: int) -> list[int]:
        """The years in which this day of this month falls on this weekday, but for those ruled out.

        A name younger than all of them stands in the page's furniture and rules out none.
        """
        years = years_that_fit(weekday, month, day, range(self.eras.earliest, self.eras.latest + 1))
        dates = {year: parse_day(year, month, day) or dt.date.min for year in years}
        first = max(
            (day for day in self.begun if any(date >= day for date in dates.values())), default=dt.date.min
        )
        return [year for year, date in dates.items() if date >= first]

    def settle(self, weekday: int, month: int, day: int) -> tuple[int, str] | None:
        """The year in which this day of this month falls on this weekday, and why that one."""
        fits = self.fits(weekday, month, day)
        if not fits:
            return None
        said = [year for year in fits if year in self.said]
        if said:
            return said[-1], f"{said[-1]} is written in the report, and the weekday fits it"
        later = [year for year in fits if not self.said or year >= max(self.said)]
        fits = later or fits
        within = [year for year in fits if (parse_day(year, month, day) or self.last) <= self.last]
        fits = within or fits
        why = "the only year" if len(fits) == 1 else f"the latest year of {', '.join(map(str, fits))}"
        return fits[-1], f"{why} in which the weekday and the date agree"


def _years_said(words: Words) -> set[int]:
    """The years written out anywhere in a text."""
    years: set[int] = set()
    for form in words.forms:
        if not form[0].isdecimal() or len(form) < 4:
            continue
        digits = parse_digits(form)
        if digits is None or (digits.shape is not Shape.DATE and not (form.isdecimal() and len(form) == 4)):
            continue
        years.update(part for part in digits.parts if part in YEARS and part >= load_eras().earliest)
    return years
