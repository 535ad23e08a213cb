"""Read a time that names no day: `قبيل الظهر`, `قرابة الثانية فجرا`, `بعد منتصف الليل`.

An hour alone is of the report's day, or of the day named before it in the same line; a sentence that names a day is left to it. An hour of the night may lie on either side of midnight.
"""

from __future__ import annotations

from tawatur.find.date_points import DAY, DateKind, one_day
from tawatur.find.date_timeline import DateMention, Timeline
from tawatur.find.date_words import Start, core_of, start_of
from tawatur.records.claim import DayRange

_DAYS = frozenset({Start.WEEKDAY, Start.TODAY, Start.YESTERDAY, Start.MONTH})
_BACK = 3  # words before an hour that may bound it or make it one of every day
_TANWIN = "\u064b"
_NIGHT = "night"
_NOUGHT = "صفر"  # a month too, but then a number stands before it: من المسافة صفر
_EARLY = frozenset({"dawn", "morning"})
_LATE = frozenset({"evening", _NIGHT})


def find_hour(line: Timeline, at: int) -> int | None:
    """An hour of the day in a sentence that names no day."""
    vocabulary = line.scene.vocabulary
    part = vocabulary.parts_of_day.get(core_of[line.forms[at]])
    if line.base is None or part is None or not _is_alone(line, at):
        return None
    sentence = line.words.sentence_of[at]
    first, last = line.words.sentences[sentence]
    if any(start_of[line.forms[i]] in _DAYS and line.forms[i] != _NOUGHT for i in range(first, last)):
        return None
    before = line.mentions[-1] if line.mentions else None
    if before is not None and before.first >= first:
        return None  # what the sentence says of its time is weighed as it is
    days = _told_in_line(line, at, before, part)
    if days is None:
        return None
    why = "an hour of the day that is told of"
    return line.add(DateMention(at, at + 1, days, DateKind.DAY, why, part, is_hour=True))


def _is_alone(line: Timeline, at: int) -> bool:
    """Whether the word is an hour by itself: `فجرا`, `قبل الظهر`, `منتصف الليل`."""
    vocabulary, form = line.scene.vocabulary, line.forms[at]
    before = line.form(at - 1)
    if form in vocabulary.hours_alone:
        if form not in vocabulary.hours_written and _TANWIN not in line.words.shown(at, at + 1):
            return False
    elif form[:2] != "ال" or before not in vocabulary.before_hours:
        return False
    following = line.form(at + 1)
    if following[:1] == "و" and following[1:] in vocabulary.parts_of_day:
        return False  # صباحا ومساء: every day
    near = line.forms[max(0, at - _BACK) : at]
    return not vocabulary.not_hours_after.intersection(near)


def _told_in_line(line: Timeline, at: int, before: DateMention | None, part: str) -> DayRange | None:
    assert line.base is not None
    if before is None or any("\n" in line.gaps[i] for i in range(before.last, at + 1)):
        return DayRange(line.base - DAY, line.base) if part == _NIGHT else one_day(line.base)
    days = before.days
    if before.kind is not DateKind.DAY or days is None or days.first != days.last or part == _NIGHT:
        return None
    if part in _EARLY and before.part in _LATE:
        return one_day(min(days.last + DAY, line.base))  # the dawn after that evening
    return days
