"""Read what chooses the year of a month: `2018`, `الماضي`, `من العام الجاري`, `من كل عام`, `1440 هـ`."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.arabic.calendar import HIJRI_YEARS
from tawatur.arabic.calendar_names import Month
from tawatur.find.date_points import Scene
from tawatur.find.date_words import Start, start_of


class Year(NamedTuple):
    """What follows a month: a year, or a word that chooses one. `last` is the word after it."""

    last: int
    year: int | None = None
    tense: str | None = None  # past, present, future; last year, this year, next year
    every: bool = False


def read_year_after(scene: Scene, at: int) -> Year | None:
    """A year, or a word that chooses one, after a month."""
    if not scene.loose(at):
        return None
    number = scene.year_number(at)
    if number is not None:
        return Year(at + 2 if scene.tied(at + 1) and scene.forms[at + 1] == "م" else at + 1, number)
    if not scene.tied(at):
        return None
    tense, last = scene.tense_after(at)
    if tense in {"past", "future", "present"}:
        return Year(last, tense=tense)
    if is_hijri_year(scene, at):
        return Year(after_hijri_mark(scene, at + 1), int(scene.forms[at]))
    return _year_word_after(scene, at)


def _year_word_after(scene: Scene, at: int) -> Year | None:
    """`من عام 2018`, `من العام الماضي`, `هذا العام`, `من كل عام`."""
    place = at + 1 if scene.forms[at] == "من" else at
    if scene.form(place) == "كل" and scene.form(place + 1) in scene.vocabulary.every_year:
        return Year(place + 2, every=True)
    this = scene.form(place) in {"هذا", "هذه"}
    place += this
    if place >= scene.size or start_of[scene.forms[place]] is not Start.YEAR_WORD:
        return None
    number = scene.year_number(place + 1)
    if number is not None:
        return Year(place + 2, number)
    if is_hijri_year(scene, place + 1):
        return Year(after_hijri_mark(scene, place + 2), int(scene.forms[place + 1]))
    tense, last = scene.tense_after(place + 1)
    if this:
        return Year(place + 1, tense="this year")
    if tense == "same":
        return None if scene.previous is None else Year(last, scene.previous.first.year)
    chosen = {"past": "last year", "present": "this year", "future": "next year"}.get(tense or "")
    return None if chosen is None else Year(last, tense=chosen)


def is_hijri_year(scene: Scene, at: int) -> bool:
    form = scene.form(at)
    return len(form) == 4 and form.isdecimal() and int(form) in HIJRI_YEARS


def after_hijri_mark(scene: Scene, at: int) -> int:
    return at + 1 if scene.form(at) in scene.vocabulary.hijri_marks else at


def year_chosen(scene: Scene, year: Year, month: Month, day: int | None) -> int | None:
    """The year that is said or chosen by a word; None if the calendar is left to choose."""
    if year.year is not None:
        return year.year
    if scene.base is None:
        return None
    now = scene.now(hijri=month.hijri)
    match year.tense:
        case "last year":
            return now[0] - 1
        case "this year" | "present":
            return now[0]
        case "next year":
            return now[0] + 1
        case "future":
            return now[0] + ((month.number, day or 32) <= now[1:])
        case "past" if day is None:
            return now[0] - (month.number >= now[1])
    return None
