"""Read what follows the name of a day: its weekday, its date, a part of it (`أمس الجمعة 23 آذار`, `الجمعة مساء`)."""

from __future__ import annotations

from tawatur.arabic.calendar_names import read_weekday
from tawatur.find.date_calendar import read_calendar_date
from tawatur.find.date_points import Point, Scene
from tawatur.find.date_words import Start, core_of, start_of


def weekday_at(scene: Scene, at: int) -> int | None:
    """The weekday at a word, `يوم` or a comma before it or not."""
    if not scene.loose(at):
        return None
    form = scene.forms[at]
    if form == "يوم" and scene.tied(at + 1):
        return read_weekday(scene.forms[at + 1])
    return read_weekday(form) if form[:1] == "ا" else None


def past_weekday(scene: Scene, at: int) -> int:
    return at + 2 if scene.forms[at] == "يوم" else at + 1


def date_at(scene: Scene, at: int, weekday: int | None) -> Point | None:
    """A date that goes with the day before it (`الجمعة، 23 آذار`, `الجمعة الموافق 23 آذار`)."""
    if not scene.loose(at):
        return None
    if core_of[scene.forms[at]] in scene.vocabulary.corresponds and scene.loose(at + 1):
        at += 1
    at = scene.past_article(at)
    return read_calendar_date(scene, at, weekday) if start_of[scene.forms[at]] is Start.NUMBER else None


def part_after(scene: Scene, at: int) -> tuple[int, str | None]:
    """`الجمعة مساء`, `أمس صباحا`: the part of the day after its name."""
    if not scene.tied(at) or scene.forms[at] not in scene.vocabulary.part_behind:
        return at, None
    return at + 1, scene.vocabulary.parts_of_day.get(scene.forms[at])
