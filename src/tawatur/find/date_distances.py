"""Read a time by its distance: `قبل يومين`, `خلال الأيام الماضية`, `غداة الهجوم`, `بعد ثلاثة أيام من الانفجار`.

A distance counts from publication, or from another happening. `بعد يومين من X` says when X was: two
days before the happening that is told, whose day is the one last named.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from tawatur.arabic.calendar import months_back, year_range
from tawatur.find.date_bounds import is_just_now, just_now
from tawatur.find.date_days import read_day
from tawatur.find.date_expressions import POINT_STARTS, read_point
from tawatur.find.date_points import DAY, NO_BASE, DateKind
from tawatur.find.date_stretches import Stretch, days_ago, first_day, read_stretch, same_day
from tawatur.find.date_timeline import DateMention, Timeline
from tawatur.find.date_words import Start, core_of, start_of, unit_of
from tawatur.records.claim import DayRange

_LATER_REACH = 1  # sentences back to the day from which hours are counted
_VERB_REACH = 6  # words back to the verb that takes من
_HALF_DAY = 12  # hours from which what was before may be of the day before
_UNIT_DAYS = {"minute": 0, "hour": 0, "day": 1, "week": 7}


def find_ago(line: Timeline, at: int) -> int | None:
    """`قبل يومين`: counted back from publication; `قبل يومين من X`: X is two days on."""
    if is_just_now(line, at):
        return line.add(just_now(line, at))
    if _is_that(line, at + 1):
        return _from_told(line, at, at + 2, -1)
    stretch = read_stretch(line.scene, at + 1) if line.scene.tied(at + 1) else None
    if stretch is None or (stretch.unit.definite and not stretch.counted):
        return None
    another = _counts_from_another(line, stretch.last) and not _governed_by_verb(line, at)
    if another and line.forms[stretch.last] not in line.scene.vocabulary.only_after:
        return _anchor(line, at, stretch.last, stretch.number, stretch.unit.name)
    if line.base is None:
        return line.add(DateMention(at, stretch.last, None, DateKind.DAY, f"ago, and {NO_BASE}"))
    days = days_ago(line.base, stretch)
    whole = DateKind.PERIOD if stretch.unit.name in {"month", "year"} else DateKind.DAY
    kind = DateKind.VAGUE if days is None else whole
    return line.add(DateMention(at, stretch.last, days, kind, f"{stretch} before publication"))


def find_after(line: Timeline, at: int) -> int | None:
    """`بعد يومين من X`: X is two days back; `بعد أيام`: after something, when is not said."""
    if _is_that(line, at + 1):
        return _from_told(line, at, at + 2, 1)
    stretch = read_stretch(line.scene, at + 1) if line.scene.tied(at + 1) else None
    if stretch is None:
        return None
    if _counts_from_another(line, stretch.last):
        number = None if stretch.number is None else -stretch.number
        return _anchor(line, at, stretch.last, number, stretch.unit.name, less=stretch.less)
    soon = _hours_later(line, at, stretch)
    if soon is not None:
        return line.add(
            DateMention(at, stretch.last, soon, DateKind.DAY, f"{stretch} after the day named before")
        )
    why = "counted from a happening whose day is not said"
    return line.add(DateMention(at, stretch.last, None, DateKind.VAGUE, why))


def _hours_later(line: Timeline, at: int, stretch: Stretch) -> DayRange | None:
    """`وبعد ساعات فجر انتحاري`: the day of what was told before, or the day after; one hour on is that day's."""
    before = line.mentions[-1] if line.mentions else None
    starts = line.forms[at].startswith("و") or line.words.sentences[line.words.sentence_of[at]][0] == at
    if before is None or not starts or stretch.unit.name not in {"hour", "minute"}:
        return None
    near = line.words.sentence_of[at] - line.words.sentence_of[before.first] <= _LATER_REACH
    if not near or before.kind is not DateKind.DAY or before.days is None:
        return None
    if stretch.unit.name == "minute" or stretch.number == 1:
        return before.days
    last = before.days.last + DAY
    return DayRange(
        before.days.first, last if line.base is None else max(before.days.last, min(last, line.base))
    )


def _is_that(line: Timeline, at: int) -> bool:
    """`قبل ذلك`."""
    return line.scene.tied(at) and line.forms[at] in line.scene.vocabulary.that


def find_before_told(line: Timeline, at: int) -> int | None:
    """`قبلها بيوم`, `قبل ذلك بيومين`: counted back from the day last named."""
    return _from_told(line, at, at + 1, -1)


def find_after_told(line: Timeline, at: int) -> int | None:
    """`بعدها بيوم`, `بعد ذلك بأسبوع`: counted on from the day last named."""
    return _from_told(line, at, at + 1, 1)


def _from_told(line: Timeline, at: int, place: int, sign: int) -> int | None:
    if not line.scene.tied(place) or line.forms[place][:1] != "ب":
        return None
    if line.forms[place] in line.scene.vocabulary.by:
        place += 1  # قبلها بنحو أسبوع
    stretch = read_stretch(line.scene, place)
    length = _UNIT_DAYS.get(stretch.unit.name) if stretch is not None else None
    if stretch is None or stretch.number is None or not length:
        return None
    told = line.told_last(at)
    if told is None:
        return line.add(DateMention(at, stretch.last, None, DateKind.DAY, "no day was named before"))
    shift = sign * stretch.number * length * DAY
    days = DayRange(told.first + shift, told.last + shift)
    if line.base is not None and days.last > line.base:
        return None
    return line.add(DateMention(at, stretch.last, days, DateKind.DAY, f"{stretch} from the day named before"))


def _counts_from_another(line: Timeline, at: int) -> bool:
    return line.scene.tied(at) and line.forms[at] in line.scene.vocabulary.from_another


def _governed_by_verb(line: Timeline, at: int) -> bool:
    """`تمكنت القوات قبل يومين من السيطرة`: من belongs to the verb."""
    begin = max(at - _VERB_REACH, line.words.sentences[line.words.sentence_of[at]][0])
    return not line.scene.vocabulary.takes_from.isdisjoint(line.forms[begin:at])


def find_morrow(line: Timeline, at: int) -> int | None:
    """`غداة الهجوم`: the attack was the day before."""
    return _anchor(line, at, at + 1, -1, "day")


def find_eve(line: Timeline, at: int) -> int | None:
    """`عشية الجمعة` is its evening, `عشية الهجوم` the day before the attack."""
    if line.scene.tied(at + 1) and start_of[line.forms[at + 1]] in POINT_STARTS:
        point = read_point(line.scene, at + 1)
        if point is not None:
            return line.add_point(replace(point, first=at, part="evening"))
    return _anchor(line, at, at + 1, 1, "day")


def _anchor(line: Timeline, at: int, last: int, number: int | None, unit: str, *, less: bool = False) -> int:
    """The day of the happening that follows, counted from the day that this one is told to lie on.

    After one that is told to lie before it (`شهدت المدينة قبل يومين من الهجوم`), it cannot lie beyond the report.
    """
    base = line.told_day(at)
    if base is None:
        return line.add(DateMention(at, last, None, DateKind.ANCHOR, f"counted from a day, and {NO_BASE}"))
    length = _UNIT_DAYS.get(unit)
    few = line.scene.vocabulary.few.get(unit)
    days: DayRange | None = None
    if number is not None and number < 0 and less and length:
        days = DayRange(base.first + number * length * DAY, base.last - DAY)
    elif number is not None and unit == "hour" and -number >= _HALF_DAY:
        whole_days = 0 if less else -number // 24
        days = DayRange(base.first + (number // 24) * DAY, base.last - whole_days * DAY)
    elif number is not None and length is not None:
        shift = number * length * DAY
        days = DayRange(base.first + shift, base.last + shift)
    elif number is not None and number < 0 and unit == "month" and base.last.year > 1:
        whole = months_back(base.first, -number)
        days = DayRange(same_day(base.first, -number), base.last - DAY) if less else whole
    elif number is not None and number < 0 and unit == "year" and base.last.year > -number:
        days = year_range(base.last.year + number)
    elif number is None and unit == "hour" and core_of[line.forms[at]] == "بعد":
        days = DayRange(base.first - DAY, base.last)  # some hours before: the same day or the night before it
    elif number is None and few is not None and core_of[line.forms[at]] == "بعد":
        days = DayRange(base.first - few * DAY, base.last - DAY)
    if days is not None and line.base is not None and days.first > line.base:
        days = None
    return line.add(DateMention(at, last, days, DateKind.ANCHOR, f"counted in {unit}s from {base.last}"))


def find_during(line: Timeline, at: int) -> int | None:
    """`خلال الأيام الماضية`, `في غضون 24 ساعة`; a month or a date after it is read by itself."""
    stretch = read_stretch(line.scene, at + 1) if line.scene.tied(at + 1) else None
    if stretch is None or (stretch.tense is None and not _says_how_long(stretch)):
        return None
    if stretch.number == 1 and not stretch.counted and stretch.unit.name not in {"hour", "day"}:
        return None  # خلال الشهر الماضي is that month
    return line.add(_up_to_now(line, at, stretch))


def find_stretch(line: Timeline, at: int) -> int | None:
    """`الأيام الماضية`, `الـ24 ساعة الأخيرة`; without a word of past only after `في` (`في خمسة أيام`)."""
    stretch = read_stretch(line.scene, at)
    if stretch is None:
        return None
    if stretch.tense is None:
        before = line.forms[at - 1] if at else ""
        is_less = line.forms[max(0, at - 3) : at] == ["في", "اقل", "من"]
        if before not in line.scene.vocabulary.within and not is_less:
            return None
        if not (stretch.counted or is_less) or not _says_how_long(stretch):
            return None
        if is_less and not stretch.counted:  # في أقل من أسبوع
            return line.add(_within_less(line, at, stretch))
    return line.add(_up_to_now(line, at, stretch))


def _within_less(line: Timeline, at: int, stretch: Stretch) -> DateMention:
    mention = _up_to_now(line, at, stretch)
    if mention.days is None:
        return mention
    return msgspec.structs.replace(mention, days=DayRange(mention.days.first + DAY, mention.days.last))


def _says_how_long(stretch: Stretch) -> bool:
    if stretch.number is None or stretch.unit.name not in {"hour", "day", "week"}:
        return False
    return stretch.counted or stretch.unit.name == "week"


def _up_to_now(line: Timeline, at: int, stretch: Stretch) -> DateMention:
    if stretch.tense == "future":
        return _coming(line, at, stretch)
    why = f"the last {stretch}"
    if line.base is None:
        return DateMention(at, stretch.last, None, DateKind.PERIOD, f"{why}, and {NO_BASE}")
    if stretch.unit.name == "month" and stretch.number is not None:
        days = DayRange(months_back(line.base, stretch.number).first, months_back(line.base, 1).last)
        return DateMention(at, stretch.last, days, DateKind.PERIOD, why)
    first = first_day(line.base, stretch)
    if first is None:
        return DateMention(at, stretch.last, None, DateKind.VAGUE, f"{why}, how many is not said")
    return DateMention(at, stretch.last, DayRange(first, line.base), DateKind.PERIOD, why)


def _coming(line: Timeline, at: int, stretch: Stretch) -> DateMention:
    days = None
    length = _UNIT_DAYS.get(stretch.unit.name)
    if line.base is not None and stretch.number is not None and length:
        days = DayRange(line.base + DAY, line.base + stretch.number * length * DAY)
    return DateMention(at, stretch.last, days, DateKind.FUTURE, f"the coming {stretch}")


def find_every(line: Timeline, at: int) -> int | None:
    """`كل جمعة`, `كل عام`: no day of a happening."""
    if not line.scene.tied(at + 1):
        return None
    form = line.forms[at + 1]
    unit = unit_of[form]
    day = read_day(line.scene, at + 1) if start_of[form] in {Start.DAY_WORD, Start.WEEKDAY} else None
    if day is not None:
        return line.add(DateMention(at, day.last, None, DateKind.RECURRING, "every such day"))
    if unit is not None and unit.number == 1 and not unit.definite:
        return line.add(DateMention(at, at + 2, None, DateKind.RECURRING, f"every {unit.name}"))
    return None


def find_earlier(line: Timeline, at: int) -> int | None:
    """`في وقت سابق`, `مؤخرا`, `الآونة الأخيرة`: a time, but no day."""
    if core_of[line.forms[at]] == "موخرا":
        return line.add(DateMention(at, at + 1, None, DateKind.VAGUE, "lately, when is not said"))
    tense, last = line.scene.tense_after(at + 1)
    if tense == "past" and line.forms[at][:2] == "ال":
        return line.add(DateMention(at, last, None, DateKind.VAGUE, "lately, when is not said"))
    if line.forms[at] != "سابق" or not at or line.forms[at - 1] != "وقت":
        return None
    return line.add(DateMention(at - 1, at + 1, None, DateKind.VAGUE, "earlier, when is not said"))
