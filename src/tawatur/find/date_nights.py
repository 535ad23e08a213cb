"""Read a night, which lies on two days: `الليلة الماضية`, `ليل الاثنين الثلاثاء`, and what comes after the midnight of one."""

from __future__ import annotations

from dataclasses import replace

from tawatur.arabic.calendar import last_weekday
from tawatur.arabic.calendar_names import read_weekday
from tawatur.find.date_followers import date_at
from tawatur.find.date_points import DAY, NO_BASE, Point, Scene
from tawatur.records.claim import DayRange

_BEFORE_A_WEEKDAY = frozenset({"يوم", "امس"})


def into_next(scene: Scene, point: Point) -> Point:
    if point.days is None or point.days.first != point.days.last:
        return point
    end = point.days.last + DAY
    if scene.base is not None and scene.base >= point.days.first:
        end = min(end, scene.base)
    return replace(point, days=DayRange(point.days.first, end), why=f"the night of {point.why}")


def last_night(scene: Scene, at: int) -> Point | None:
    """`الليلة الماضية`, `الليلة قبل الماضية`."""
    tense, last = scene.tense_after(at + 1)
    if tense not in {"past", "before last"}:
        return None
    if scene.base is None:
        return Point(at, last, None, f"last night, and {NO_BASE}", part="night")
    back = 2 if tense == "before last" else 1
    days = DayRange(scene.base - back * DAY, scene.base - (back - 1) * DAY)
    return Point(at, last, days, "last night", part="night")


def between_nights(scene: Scene, at: int) -> Point | None:
    """`ليل الاثنين الثلاثاء`, `ليلة الخميس - الجمعة`, `ليل السبت إلى الأحد`; one that begins on the day of publication is this one.

    It is told while it lasts or after, by a clock that runs behind the place told of, so that its morrow is not cut off.
    """
    place = at + 1
    while scene.tied(place) and scene.forms[place] in _BEFORE_A_WEEKDAY:
        place += 1
    first = read_weekday(scene.forms[place]) if scene.tied(place) else None
    linked = scene.form(place + 1) in scene.vocabulary.into_day and scene.tied(place + 1)
    last = place + 2 + linked
    if first is None or not scene.loose(last - 1):
        return None
    second = read_weekday(scene.forms[last - 1])
    if second is None or second != (first + 1) % 7:
        return None
    date = date_at(scene, last, second)
    if date is not None and date.days is not None:
        return replace(date, first=at, days=DayRange(date.days.last - DAY, date.days.last), part="night")
    if scene.base is None:
        return Point(at, last, None, f"a night between weekdays, and {NO_BASE}", part="night")
    tense, end = scene.tense_after(last)
    if tense == "past":
        last = end
    elif scene.base.weekday() == first:
        days = DayRange(scene.base, scene.base + DAY)
        return Point(at, last, days, "the night after the day of publication", part="night")
    day = last_weekday(scene.base, second)
    why = f"the night between two days, the second {day:%A %Y-%m-%d}"
    return Point(at, last, DayRange(day - DAY, day), why, part="night")
