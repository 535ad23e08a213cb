"""Read a month, a year, a week or a part of one: `أكتوبر الماضي`, `عام 2013`, `مطلع الشهر الجاري`, `صيف 2014`.

A bare month is its first to its last day. A stretch that holds the day of publication ends there.
"""

from __future__ import annotations

from dataclasses import replace

from tawatur.arabic.calendar import last_weekday, month_range, months_back, parse_day, week_of, year_range
from tawatur.arabic.calendar_names import Month, read_month
from tawatur.find.date_points import DAY, NO_BASE, DateKind, Grain, Open, Point, Scene
from tawatur.find.date_words import Part, Start, core_of, start_of, unit_of
from tawatur.find.date_years import Year, after_hijri_mark, is_hijri_year, read_year_after, year_chosen
from tawatur.records.claim import DayRange

_IBB = "اب"
MIDDLE = 11  # the day on which the middle of a month begins
_SOON = 2  # a bare month that lies this near ahead is the coming one and not last year's
_COUNTED = ("يا", "ا")  # ends of the accusative that a number above ten asks for: فلسطينيا, شخصا


def read_month_alone(scene: Scene, at: int) -> Point | None:
    """A month by itself; a name that is another word too needs `شهر`, a preposition or a year."""
    month = read_month(scene.forms, at, scene.gaps)
    if month is None:
        return read_season(scene, at) if core_of[scene.forms[at]] in scene.vocabulary.seasons else None
    if _is_the_city(scene, at):
        return None
    year = read_year_after(scene, month.last)
    if not month.sure and year is None and not _asks_for_month(scene, at, hijri=month.hijri):
        return None
    return _whole_month(scene, at, month, year)


def _is_the_city(scene: Scene, at: int) -> bool:
    """`إب` is a city of Yemen; the month is `آب`. Folded, they are one word."""
    return scene.forms[at] == _IBB and "إ" in scene.words.shown(at, at + 1)


def _asks_for_month(scene: Scene, at: int, *, hijri: bool) -> bool:
    if not at or not scene.tied(at):
        return False
    before = core_of[scene.forms[at - 1]]
    return before in scene.vocabulary.month_words or (not hijri and before in scene.vocabulary.before_a_month)


def _whole_month(scene: Scene, at: int, month: Month, year: Year | None) -> Point | None:
    last = month.last if year is None else year.last
    if year is not None and year.every:
        return Point(at, last, None, "every year", Grain.MONTH, DateKind.RECURRING)
    number = None if year is None else year_chosen(scene, year, month, None)
    left_open = Open(month.number, None, None, month.hijri) if year is None else None
    if number is None:
        if scene.base is None:
            why = f"a month without a year, and {NO_BASE}"
            return Point(at, last, None, why, Grain.MONTH, DateKind.PERIOD, open=left_open)
        now = scene.now(hijri=month.hijri)
        number = now[0] - (month.number > now[1] + (0 if year is not None else _SOON))
    days = month_range(number, month.number, hijri=month.hijri)
    if days is None:
        return None
    future = (year is not None and year.tense in {"future", "next year"}) or (
        scene.base is not None and days.first > scene.base
    )
    kind = DateKind.FUTURE if future else DateKind.PERIOD
    return Point(
        at, last, scene.so_far(days), f"all of {days.first:%B %Y}", Grain.MONTH, kind, open=left_open
    )


def read_bare_year(scene: Scene, at: int) -> Point | None:
    """`في 2015`, `منذ 2013`: a year that a preposition asks for, and that counts nothing."""
    number = scene.year_number(at)
    if (
        number is None
        or not at
        or not scene.tied(at)
        or scene.forms[at - 1] not in scene.vocabulary.before_a_year
    ):
        return None
    if scene.forms[at - 1] == "من" and not _goes_to_another(scene, at):
        return None
    if counts(scene, at) or (scene.forms[at - 1] == "بين" and _between_counts(scene, at)):
        return None
    return _year(scene, at, at + 1, number)


def counts(scene: Scene, at: int) -> bool:
    """Whether a number counts what follows: `في 2000 غارة` does not say so, `في 2015 هجوما` does."""
    return scene.tied(at + 1) and scene.forms[at + 1].endswith(_COUNTED) and len(scene.forms[at + 1]) > 3


def _between_counts(scene: Scene, at: int) -> bool:
    """Whether two numbers are bounds of a count: `بين 2000 و2500 شخص`."""
    place = at + 2 if scene.form(at + 1) == "و" else at + 1
    is_number = place > at + 1 and scene.form(place).isdecimal()
    return is_number and (scene.year_number(place) is None or counts(scene, place))


def year_at(scene: Scene, at: int) -> Point | None:
    """A year that stands by itself, where what is before it asks for one."""
    number = scene.year_number(at)
    return None if number is None else _year(scene, at, at + 1, number)


def _goes_to_another(scene: Scene, at: int) -> bool:
    """`من 2011 إلى 2018`, but not `أكثر من 2000 إلى`."""
    return scene.form(at + 1) in scene.vocabulary.to_another and scene.year_number(at + 2) is not None


def read_year(scene: Scene, at: int) -> Point | None:
    """`عام 2013`, `العام 1440 هـ`, `عامي 2015 و2017`."""
    if not scene.tied(at + 1):
        return None
    number = scene.year_number(at + 1)
    if number is not None:
        last, until = at + 2, number
        if core_of[scene.forms[at]] in scene.vocabulary.years_words:
            last, until = _years_through(scene, last, number)
        point = _year(scene, at, last, number)
        if until == number:
            return point
        days = scene.so_far(DayRange(year_range(number).first, year_range(until).last))
        return replace(point, days=days, why=f"the years {number} to {until}")
    if not is_hijri_year(scene, at + 1):
        return None
    year = int(scene.forms[at + 1])
    first, end = parse_day(year, 1, 1, hijri=True), month_range(year, 12, hijri=True)
    if first is None or end is None:
        return None
    last = after_hijri_mark(scene, at + 2)
    return Point(at, last, DayRange(first, end.last), "a Hijri year", Grain.YEAR, DateKind.PERIOD)


def _year(scene: Scene, at: int, last: int, number: int) -> Point:
    days = scene.so_far(year_range(number))
    future = scene.base is not None and days.first > scene.base
    kind = DateKind.FUTURE if future else DateKind.PERIOD
    return Point(at, last, days, f"the year {number}", Grain.YEAR, kind)


def _years_through(scene: Scene, at: int, until: int) -> tuple[int, int]:
    last = at
    while scene.loose(last):
        place = last + 1 if scene.forms[last] in {"و", "الي", "حتي"} else last
        number = scene.year_number(place)
        if number is None or number <= until:
            break
        last, until = place + 1, number
    return last, until


def read_unit(scene: Scene, at: int) -> Point | None:
    """`الشهر الماضي`, `الأسبوع الجاري`, `العام المقبل`, `العام الحالي 2022`; `شهر أيار` is its month."""
    if core_of[scene.forms[at]] in scene.vocabulary.month_words and scene.tied(at + 1):
        named = read_month_alone(scene, at + 1)
        if named is not None and _is_occasion(scene, at, named):
            return Point(at, named.last, None, "a feast or a fast", Grain.MONTH, DateKind.NAME)
        if named is not None:
            return replace(named, first=at)
    unit = unit_of[scene.forms[at]]
    if unit is None or unit.number != 1 or not unit.definite or unit.name not in {"week", "month", "year"}:
        return None
    tense, last = scene.tense_after(at + 1)
    if tense == "same":
        return None if scene.previous is None else _same_unit(scene.previous, at, last, unit.name)
    if tense is None:
        return None
    number = scene.year_number(last) if unit.name == "year" and scene.loose(last) else None
    if number is not None:
        return _year(scene, at, last + 1, number)
    month = read_month(scene.forms, last, scene.gaps) if unit.name == "month" and scene.loose(last) else None
    if month is not None and month.sure and not scene.forms[last].startswith("و"):
        return _whole_month(scene, at, month, read_year_after(scene, month.last))
    return whole_unit(scene, at, last, unit.name, tense)


def _is_occasion(scene: Scene, at: int, month: Point) -> bool:
    """`بمناسبة شهر رمضان`: why, and not when."""
    is_hijri = month.open is not None and month.open.hijri
    return is_hijri and at > 0 and scene.tied(at) and scene.forms[at - 1] in scene.vocabulary.occasions


def whole_unit(scene: Scene, at: int, last: int, name: str, tense: str) -> Point:
    """A week, month or year counted from publication."""
    kind = DateKind.FUTURE if tense == "future" else DateKind.PERIOD
    grain = Grain(name)
    if scene.base is None:
        return Point(at, last, None, f"a {name} counted from the report, and {NO_BASE}", grain, kind)
    back = {"past": 1, "before last": 2, "present": 0, "future": -1}[tense]
    match grain:
        case Grain.MONTH:
            days = months_back(scene.base, back)
        case Grain.YEAR:
            days = year_range(scene.base.year - back)
        case _:
            days = week_of(scene.base - 7 * back * DAY)
    days = scene.so_far(days)
    return Point(at, last, days, f"the {tense} {name}, {days.first} to {days.last}", grain, kind)


def _same_unit(days: DayRange, at: int, last: int, name: str) -> Point:
    grain = Grain(name)
    match grain:
        case Grain.MONTH:
            whole = months_back(days.first, 0)
        case Grain.YEAR:
            whole = year_range(days.first.year)
        case _:
            whole = week_of(days.first)
    return Point(at, last, whole, f"the {name} of the day named before", grain, DateKind.PERIOD)


def read_part_of_period(scene: Scene, at: int) -> Point | None:
    """`مطلع أيار`, `أواخر الشهر الماضي`, `منتصف عام 2016`, `نهاية الأسبوع`."""
    part = scene.vocabulary.parts_of_period.get(core_of[scene.forms[at]])
    if part is None or not scene.tied(at + 1) or scene.forms[at + 1] in scene.vocabulary.nights:
        return None
    if scene.forms[at + 1] == "الاسبوع":
        return _weekend(scene, at, at + 2) if part.days[0] >= 21 else _week_start(scene, at, part)
    place = at + 2 if scene.forms[at + 1] == "شهر" and scene.tied(at + 2) else at + 1
    point = _whole(scene, place) or _present_unit(scene, place, part)
    if point is None or point.grain is Grain.WEEK:
        return None
    if point.days is None:
        return replace(point, first=at)
    days = scene.so_far(_clip(point.days, part, point.grain))
    kind = DateKind.FUTURE if scene.base is not None and days.first > scene.base else point.kind
    return replace(point, first=at, days=days, kind=kind, why=f"a part of {point.why}", open=None)


def _whole(scene: Scene, at: int) -> Point | None:
    """A month or a year after a word that takes a part of it."""
    match start_of[scene.forms[at]]:
        case Start.MONTH:
            month = read_month(scene.forms, at, scene.gaps)
            return (
                None if month is None else _whole_month(scene, at, month, read_year_after(scene, month.last))
            )
        case Start.UNIT | Start.YEAR_WORD:
            return read_year(scene, at) or read_unit(scene, at)
        case Start.THIS:
            return read_this_period(scene, at)
        case Start.NUMBER:
            return year_at(scene, at)
    return None


def _present_unit(scene: Scene, at: int, part: Part) -> Point | None:
    """`مطلع العام`, `بداية الشهر`: of this one; its end may be to come, and `العام الجديد` is another."""
    unit = unit_of[scene.forms[at]]
    if unit is None or not unit.definite or unit.name not in {"month", "year"} or part.days[0] > MIDDLE:
        return None
    following = scene.forms[at + 1] if scene.tied(at + 1) else ""
    if following[:2] == "ال" and following not in scene.vocabulary.to:
        return None
    return whole_unit(scene, at, at + 1, unit.name, "present")


def _week_start(scene: Scene, at: int, part: Part) -> Point | None:
    """`مطلع الأسبوع`, `بداية الأسبوع الماضي`: its first days, from the Saturday on, with which it begins in most of these countries."""
    tense, last = scene.tense_after(at + 2)
    if part.days[0] > 1 or tense == "same":
        return None
    point = whole_unit(scene, at, last, "week", tense or "present")
    if point.days is None:
        return point
    return replace(point, days=scene.so_far(DayRange(point.days.first - DAY, point.days.first + DAY)))


def _clip(days: DayRange, part: Part, grain: Grain) -> DayRange:
    if grain is Grain.YEAR:
        first = month_range(days.first.year, part.months[0])
        end = month_range(days.first.year, part.months[1])
        assert first is not None
        assert end is not None
        return DayRange(first.first, end.last)
    whole = months_back(days.first, 0) if days.first.day == 1 else days  # a Hijri month begins anywhere
    length = (whole.last - whole.first).days + 1
    return DayRange(
        whole.first + (part.days[0] - 1) * DAY, whole.first + (min(part.days[1], length) - 1) * DAY
    )


def _weekend(scene: Scene, at: int, last: int) -> Point:
    tense, last = scene.tense_after(last)
    if scene.base is None:
        return Point(at, last, None, f"a weekend, and {NO_BASE}")
    sunday = last_weekday(scene.base, 6)
    if tense == "future":
        sunday += 7 * DAY
    kind = DateKind.FUTURE if tense == "future" else DateKind.DAY
    return Point(at, last, DayRange(sunday - DAY, sunday), "a Saturday and Sunday", kind=kind)


def read_this_period(scene: Scene, at: int) -> Point | None:
    """`هذا الأسبوع`, `هذا الشهر`, `هذه السنة`."""
    unit = unit_of[scene.form(at + 1)] if scene.tied(at + 1) else None
    if unit is None or unit.number != 1 or not unit.definite or unit.name not in {"week", "month", "year"}:
        return None
    return whole_unit(scene, at, at + 2, unit.name, "present")


def read_season(scene: Scene, at: int) -> Point | None:
    """`صيف 2014`, `ربيع العام الماضي`, `الخريف الماضي`."""
    months = scene.vocabulary.seasons.get(core_of[scene.forms[at]])
    tense, last = scene.tense_after(at + 1)
    if months is not None and tense == "past" and scene.base is not None:
        year = scene.base.year - (months[1] >= scene.base.month)
        days = _clip(year_range(year), Part((1, 31), months), Grain.YEAR)
        return Point(at, last, days, f"the last such season, of {year}", Grain.YEAR, DateKind.PERIOD)
    point = _whole(scene, at + 1) if months is not None and scene.tied(at + 1) else None
    if months is None or point is None or point.grain is not Grain.YEAR or point.days is None:
        return None
    days = _clip(point.days, Part((1, 31), months), Grain.YEAR)
    return replace(point, first=at, days=days, why=f"a season of {point.why}")
