"""Read a day by its distance or its name: `اليوم`, `أمس الجمعة`, `السبت الماضي`, `ليل الاثنين الثلاثاء`, `اليوم نفسه`.

A weekday is the most recent one up to and including the day of publication. Where a weekday and a
nearby day disagree (`أمس الجمعة` in a report stamped on Sunday) the weekday is kept: a writer knows it
better than a clock, and reports are stamped late. The night of a day
(`ليل الأحد`) is counted as that day's; what is after its midnight may be the next's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tawatur.arabic.calendar import last_weekday, next_weekday, week_of
from tawatur.arabic.calendar_names import read_bare_weekday, read_weekday
from tawatur.arabic.ordinals import read_ordinal
from tawatur.find.date_calendar import read_calendar_date
from tawatur.find.date_followers import date_at, part_after, past_weekday, weekday_at
from tawatur.find.date_nights import between_nights, into_next, last_night
from tawatur.find.date_periods import read_this_period
from tawatur.find.date_points import DAY, NO_BASE, DateKind, Grain, Point, Scene, one_day
from tawatur.find.date_words import Start, core_of, start_of, tense_of
from tawatur.records.claim import DayRange

_A_NIGHT = "ليله"
_FOR_THE_DAY = "لليوم"  # with a number, days in a row, said or not
_FOR_THE_NIGHT = "لليله"
_PLAN_REACH = 7  # words
_EARLY = frozenset({"dawn", "morning"})
_STAMPED_LATE = 3  # days by which a named weekday may lie before the day that goes with it


def read_day(scene: Scene, at: int) -> Point | None:
    """The day that begins at a word, if one does."""
    read = _READERS.get(start_of[scene.forms[at]])
    return None if read is None else read(scene, at)


# By distance.


def _today(scene: Scene, at: int) -> Point | None:
    before = scene.form(at - 1) if scene.tied(at) else ""
    if before in scene.vocabulary.outlets_before_today and weekday_at(scene, at + 1) is None:
        return None
    if _refers_back(scene, at + 1) or before in scene.vocabulary.that:
        return _same_day(scene, at)
    if scene.tied(at + 1):
        if scene.forms[at + 1] in scene.vocabulary.not_today:
            return None
        if before in scene.vocabulary.same_before:
            return _same_day(scene, at)
        place = scene.past_article(at + 1)
        ordinal = read_ordinal(scene.forms, at + 1, scene.gaps)
        if ordinal is not None:
            return _in_a_row(scene, at, ordinal.last, ordinal.value)
        if place > at + 1 and scene.forms[place].isdecimal():
            return _in_a_row(scene, at, place + 1, int(scene.forms[place]))
    behind = scene.form(at + 1)
    if behind and start_of[behind] == Start.YESTERDAY and scene.gaps[at + 1].strip() == "(":
        return _near(scene, at, at + 2, -1, "yesterday")  # اليوم (أمس): the paper's word for the speaker's
    return _near(scene, at, at + 1, 0, "today")


def _refers_back(scene: Scene, at: int) -> bool:
    if not scene.tied(at):
        return False
    form = scene.forms[at]
    return (
        form in scene.vocabulary.day_after or form in scene.vocabulary.day_before or tense_of[form] == "same"
    )


def _same_day(scene: Scene, at: int) -> Point:
    """`اليوم نفسه`, `اليوم التالي`, `ذلك اليوم`: counted from the days last read."""
    refers = _refers_back(scene, at + 1)
    last = at + 2 if refers else at + 1
    if scene.previous is None:
        return Point(at, last, None, "refers back, but no day was named before", kind=DateKind.VAGUE)
    word = scene.forms[at + 1] if refers else ""
    vocabulary = scene.vocabulary
    shift = (1 if word in vocabulary.day_after else -1 if word in vocabulary.day_before else 0) * DAY
    days = DayRange(scene.previous.first + shift, scene.previous.last + shift)
    return Point(at, last, days, "counted from the day named before")


def _in_a_row(scene: Scene, at: int, last: int, count: int) -> Point | None:
    """`لليوم الرابع على التوالي`, `لليوم الرابع`: four days up to publication."""
    if scene.forms[last : last + 2] == ["علي", "التوالي"]:
        last += 2
    elif scene.form(last) in scene.vocabulary.in_a_row:
        last += 1
    elif scene.forms[at] not in {_FOR_THE_DAY, _FOR_THE_NIGHT} or scene.form(last) == "من":
        return None  # لليوم الثاني من الهدنة is counted from the truce
    if scene.base is None:
        return Point(at, last, None, NO_BASE, kind=DateKind.PERIOD)
    days = DayRange(scene.base - (count - 1) * DAY, scene.base)
    return Point(at, last, days, f"{count} days in a row", kind=DateKind.PERIOD)


def _near(scene: Scene, at: int, last: int, shift: int, name: str) -> Point:
    """Today or yesterday, and the weekday or date that goes with it (`أمس الجمعة 23 آذار`)."""
    if shift == -1 and scene.tied(last) and scene.forms[last] == "الاول":
        shift, name, last = -2, "the day before yesterday", last + 1
    last, part = part_after(scene, last)
    weekday = weekday_at(scene, last)
    if weekday is not None:
        last, late_part = part_after(scene, past_weekday(scene, last))
        part = part or late_part
    date = date_at(scene, last, weekday)
    if date is not None:
        return replace(date, first=at, part=part or date.part)
    if scene.base is None:
        return Point(at, last, None, f"{name}, and {NO_BASE}", part=part)
    day = scene.base + shift * DAY
    if weekday is None or day.weekday() == weekday:
        return Point(at, last, one_day(day), f"{name}, {day:%A %Y-%m-%d}", part=part)
    named = last_weekday(scene.base + DAY, weekday)
    if (scene.base - named).days > _STAMPED_LATE:
        named = last_weekday(scene.base, weekday)
    why = f"{name} would be {day:%A %Y-%m-%d}, but {named:%A} is named: {named}"
    return Point(at, last, one_day(named), why, part=part)


def _tomorrow(scene: Scene, at: int) -> Point | None:
    if scene.forms[at] == "الغد" and scene.form(at - 1) in scene.vocabulary.outlets_before_today:
        return None
    weekday = weekday_at(scene, at + 1)
    last = at + 1 if weekday is None else past_weekday(scene, at + 1)
    days = None if scene.base is None else one_day(scene.base + DAY)
    return Point(at, last, days, "tomorrow", kind=DateKind.FUTURE)


def _before_yesterday(scene: Scene, at: int) -> Point | None:
    """`أول أمس`, `أول من أمس`."""
    if core_of[scene.forms[at]] != "اول":
        return None
    last = at + 2 if scene.form(at + 1) == "من" else at + 1
    if not scene.tied(last) or scene.forms[last] not in scene.vocabulary.before_yesterday:
        return None
    return _near(scene, at, last + 1, -2, "the day before yesterday")


def _this(scene: Scene, at: int) -> Point | None:
    """`هذا اليوم`, `هذا المساء`, `هذا السبت`."""
    if not scene.tied(at + 1) or scene.forms[at + 1][:2] != "ال":
        return None
    if scene.form(at - 1) == "مثل":
        return Point(at, at + 2, None, "this day of other years", kind=DateKind.RECURRING)
    if core_of[scene.form(at - 2)] in scene.vocabulary.times:
        return Point(at, at + 2, None, "within which others are counted", kind=DateKind.RECURRING)
    match start_of[scene.forms[at + 1]]:
        case Start.TODAY | Start.PART_OF_DAY:
            return _near(scene, at, at + 2, 0, "today")
        case Start.WEEKDAY:
            weekday = read_weekday(scene.forms[at + 1])
            return None if weekday is None else _named(scene, at, at + 2, weekday)
    return read_this_period(scene, at)


# By name.


def _named(scene: Scene, at: int, last: int, weekday: int) -> Point:
    """A weekday whose name ends before `last`: what follows may date it or move it by weeks."""
    last, part = part_after(scene, last)
    date = date_at(scene, last, weekday)
    if date is not None:
        return replace(date, first=at, part=part or date.part)
    tense, end = scene.tense_after(last)
    if tense not in {None, "same"}:
        last = end
    if scene.forms[last : last + 2] == ["من", "الاسبوع"] and tense_of[scene.form(last + 2)] == "past":
        tense, last = "last week", last + 3
    if scene.base is None:
        return Point(at, last, None, f"a weekday, and {NO_BASE}", part=part)
    if tense == "future" or (tense is None and _is_planned(scene, at)):
        day = next_weekday(scene.base if tense else scene.base - DAY, weekday)
        return Point(at, last, one_day(day), f"the coming {day:%A}, {day}", kind=DateKind.FUTURE, part=part)
    until = {
        "past": scene.base - DAY,
        "before last": scene.base - 8 * DAY,
        "last week": week_of(scene.base).first - DAY,
    }.get(tense or "", scene.base)
    day = last_weekday(until, weekday)
    if tense is None and day + 6 * DAY == scene.base and (part in _EARLY or _is_early(scene, at)):
        day = scene.base + DAY
        return Point(
            at, last, one_day(day), f"the early hours of the morrow, {day:%A} {day}", part=part or "dawn"
        )
    return Point(at, last, one_day(day), f"the most recent {day:%A}, {day}", part=part)


def _is_early(scene: Scene, at: int) -> bool:
    """Whether a weekday is named for its first hours (`فجر الخميس`, `في وقت مبكر الخميس`), which a clock that runs behind may stamp the eve."""
    before = at - 2 if scene.form(at - 1) == "يوم" else at - 1
    if not scene.tied(before + 1):
        return False
    form = scene.form(before)
    return form in scene.vocabulary.early or scene.vocabulary.parts_of_day.get(core_of[form]) in _EARLY


def _is_planned(scene: Scene, at: int) -> bool:
    """Whether a word shortly before says that the day is still to come (`من المقرر`, `سوف`)."""
    for place in range(at - 1, max(-1, at - 1 - _PLAN_REACH), -1):
        if scene.forms[place] in scene.vocabulary.planned:
            return True
        if not scene.tied(place):
            return False
    return False


def _after_day_word(scene: Scene, at: int) -> Point | None:
    """`يوم` before a weekday or a date; `يومي السبت والأحد`."""
    if not scene.tied(at + 1):
        return None
    bare = read_bare_weekday(scene.forms[at + 1])
    point = _named(scene, at + 1, at + 2, bare) if bare is not None else read_day(scene, at + 1)
    if point is None:
        return None
    point = replace(point, first=at)
    return _through_second(scene, point) if core_of[scene.forms[at]] == "يومي" else point


def _through_second(scene: Scene, point: Point) -> Point:
    if not scene.tied(point.last) or not scene.forms[point.last].startswith("و"):
        return point
    second = read_day(scene, point.last)
    if second is None or second.days is None or point.days is None or second.days < point.days:
        return point
    days = DayRange(point.days.first, second.days.last)
    return replace(point, last=second.last, days=days, why=f"{point.why}, and {second.why}")


# Parts of a day.


def _part_of_day(scene: Scene, at: int) -> Point | None:
    """`مساء الجمعة`, `فجر اليوم`, `ليل الأحد`; `ليلة الأحد` may be the night before it or after, and lies on two days."""
    part = scene.vocabulary.parts_of_day.get(core_of[scene.forms[at]])
    if part is None:
        return None
    if part == "night":
        night = last_night(scene, at) or between_nights(scene, at) or _nights_in_a_row(scene, at)
        if night is not None:
            return night
    point = _day_of_part(scene, at, part)
    return into_next(scene, point) if point is not None and core_of[scene.forms[at]] == _A_NIGHT else point


def _day_of_part(scene: Scene, at: int, part: str) -> Point | None:
    last = at + 1
    while scene.tied(last) and start_of[scene.forms[last]] is Start.PART_OF_DAY:
        last += 1
    if scene.form(last) == "هذا":
        last += 1
    if not scene.tied(last):
        return None
    point = read_day(scene, last)
    if point is None or point.grain is not Grain.DAY:
        return None
    return replace(point, first=at, part=point.part or part)


def _nights_in_a_row(scene: Scene, at: int) -> Point | None:
    """`لليلة الثالثة على التوالي`: the nights of as many days."""
    ordinal = read_ordinal(scene.forms, at + 1, scene.gaps) if scene.tied(at + 1) else None
    if ordinal is None or scene.forms[at] != _FOR_THE_NIGHT:
        return None
    return _in_a_row(scene, at, ordinal.last, ordinal.value)


def _midnight(scene: Scene, at: int, last: int) -> Point | None:
    """`منتصف ليل الاثنين`, and `بعد منتصف ليل الاثنين`, where `last` is the night's word."""
    if not scene.tied(last) or start_of[scene.forms[last]] is not Start.PART_OF_DAY:
        return None
    if scene.vocabulary.parts_of_day.get(core_of[scene.forms[last]]) != "night":
        return None
    point = _part_of_day(scene, last)
    return None if point is None else replace(point, first=at)


def _after_a_part(scene: Scene, at: int) -> Point | None:
    """`بعد ظهر الجمعة`, `بعد منتصف ليل الاثنين`, `بعد غد`."""
    if not scene.tied(at + 1):
        return None
    following = scene.forms[at + 1]
    if following in scene.vocabulary.after_tomorrow:
        days = None if scene.base is None else one_day(scene.base + 2 * DAY)
        return Point(at, at + 2, days, "the day after tomorrow", kind=DateKind.FUTURE)
    if following == "منتصف":
        point = _midnight(scene, at, at + 2)
        return None if point is None else into_next(scene, point)
    if start_of[following] is not Start.PART_OF_DAY:
        return None
    point = _part_of_day(scene, at + 1)
    if point is None:
        return None
    return replace(point, first=at, part="afternoon" if point.part == "noon" else point.part)


def _before_a_part(scene: Scene, at: int) -> Point | None:
    """`قبل ظهر الجمعة`; `قبل منتصف ليل الخميس` is still Thursday."""
    before_midnight = scene.form(at + 1) == "منتصف"
    start = at + 2 if before_midnight else at + 1
    if not scene.tied(start) or start_of[scene.forms[start]] is not Start.PART_OF_DAY:
        return None
    part = scene.vocabulary.parts_of_day.get(core_of[scene.forms[start]]) or "night"
    point = _day_of_part(scene, start, part) if before_midnight else _part_of_day(scene, start)
    return None if point is None else replace(point, first=at)


def _yesterday(scene: Scene, at: int) -> Point | None:
    return _near(scene, at, at + 1, -1, "yesterday")


def _weekday(scene: Scene, at: int) -> Point | None:
    weekday = read_weekday(scene.forms[at])
    if weekday is None or (scene.tied(at + 1) and scene.forms[at + 1] in scene.vocabulary.of_two):
        return None  # الاثنين الآخرين
    return _named(scene, at, at + 1, weekday)


def _part_of_before(scene: Scene, at: int) -> Point | None:
    """What may begin with a part of a period and is a day: `أول أمس`, `منتصف ليل الاثنين`."""
    return _before_yesterday(scene, at) or _midnight(scene, at, at + 1)


_READERS: dict[Start, Callable[[Scene, int], Point | None]] = {
    Start.NUMBER: read_calendar_date,
    Start.TODAY: _today,
    Start.YESTERDAY: _yesterday,
    Start.TOMORROW: _tomorrow,
    Start.WEEKDAY: _weekday,
    Start.DAY_WORD: _after_day_word,
    Start.PART_OF_DAY: _part_of_day,
    Start.PART_OF_PERIOD: _part_of_before,
    Start.AFTER: _after_a_part,
    Start.AGO: _before_a_part,
    Start.THIS: _this,
}
