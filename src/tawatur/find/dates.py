"""Find when: every expression of time in a report, with the days that it can mean.

A single expression is read by `date_expressions`; what stands around it gives it its role: the bound of
a stretch (`date_bounds`), or a distance (`date_distances`). A mention that says a time but settles no day
keeps its place, with `days` None and a reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from tawatur.find.date_bounds import (
    find_between,
    find_from,
    find_since,
    find_then,
    find_until,
    from_start,
    has_begun,
    is_governed,
    is_just_now,
)
from tawatur.find.date_distances import (
    find_after,
    find_after_told,
    find_ago,
    find_before_told,
    find_during,
    find_earlier,
    find_eve,
    find_every,
    find_morrow,
    find_stretch,
)
from tawatur.find.date_expressions import POINT_STARTS, read_point
from tawatur.find.date_hours import find_hour
from tawatur.find.date_points import DAY, DateKind, Grain, Point
from tawatur.find.date_sharpen import sharpen
from tawatur.find.date_timeline import DateMention, Timeline, in_year_of
from tawatur.find.date_told_year import in_told_year
from tawatur.find.date_words import Start, load_vocabulary, start_of
from tawatur.records.claim import DayRange
from tawatur.segment.words import Words

# What a word of time begins; where that finds nothing, `_ALSO_POINTS` may still begin a lone point.
_FINDERS: dict[Start, Callable[[Timeline, int], int | None]] = {
    Start.SINCE: find_since,
    Start.AGO: find_ago,
    Start.AFTER: find_after,
    Start.UNTIL: find_until,
    Start.DURING: find_during,
    Start.BETWEEN: find_between,
    Start.FROM: find_from,
    Start.EVERY: find_every,
    Start.MORROW: find_morrow,
    Start.EVE: find_eve,
    Start.EARLIER: find_earlier,
    Start.AGO_OF: find_before_told,
    Start.AFTER_OF: find_after_told,
    Start.THEN: find_then,
}
_ALSO_POINTS = frozenset({Start.AGO, Start.AFTER})
_STRETCHES = frozenset({Start.UNIT, Start.NUMBER, Start.YEAR_WORD, Start.DAY_WORD})


def find_dates(words: Words, published: dt.date | None) -> list[DateMention]:
    """Every expression of time in a text, in order, none overlapping another."""
    line = Timeline(words, published)
    starts = list(map(start_of.__getitem__, words.forms))
    starts.append(Start.NONE)
    last = 0
    for at, start in enumerate(starts):
        if not start or at < last:
            continue
        if start is Start.FROM and starts[at + 1] not in POINT_STARTS and not is_just_now(line, at):
            continue
        find = _FINDERS.get(start)
        if find is not None:
            last = find(line, at) or (_find_point(line, at) if start in _ALSO_POINTS else None) or 0
        elif start is Start.PART_OF_DAY:
            last = _find_point(line, at) or find_hour(line, at) or 0
        else:
            last = _find_point(line, at) or (find_stretch(line, at) if start in _STRETCHES else None) or 0
    return sharpen(line.mentions)


def find_dates_told(words: Words, published: dt.date | None) -> tuple[dt.date | None, list[DateMention]]:
    """The day on which a report is told, and its dates counted from there.

    It is the morrow of the day it is stamped with where it tells of that as gone by (`فجر الخميس`, `ليل الأربعاء الخميس` in a
    report stamped on Wednesday): a clock that runs behind the place told of stamped it.
    """
    mentions = find_dates(words, published)
    if published is None:
        return None, mentions
    morrow = published + DAY
    on_it = [m for m in mentions if m.days and m.days.last == morrow]
    if not any(_is_told_first(words, m) for m in on_it) or any(m.kind is DateKind.FUTURE for m in on_it):
        return published, mentions  # what it calls tomorrow has not gone by
    return morrow, find_dates(words, morrow)


def _is_told_first(words: Words, mention: DateMention) -> bool:
    """Whether hours of the night or the morning are of what a sentence tells, and it recalls nothing (`وكان الجيش قصف فجر الخميس`)."""
    first = words.forms[words.sentences[words.sentence_of[mention.first]][0]]
    return mention.kind is DateKind.DAY and mention.part is not None and first not in load_vocabulary().had


def _find_point(line: Timeline, at: int) -> int | None:
    point = read_point(line.scene, at)
    if point is None:
        return None
    if is_governed(line, point):
        return line.add(from_start(line, point.first, point), point)
    point = in_told_year(line, point) or point
    if has_begun(line, point):
        return line.add(from_start(line, point.first, point, begun=True), point)
    _lend_year(line, point)
    return _join(line, point) or line.add_point(point)


def _lend_year(line: Timeline, point: Point) -> None:
    """`16 تشرين الثاني و28 كانون الأول 2017`: the year said last holds for the first as well."""
    if point.days is None or point.open is not None or not line.mentions:
        return
    before, mention = line.points[-1], line.mentions[-1]
    if before is None or before.open is None or before.grain is not point.grain:
        return
    between = line.forms[mention.last : point.first]
    if between:
        linked = all(form == "و" or form in line.scene.vocabulary.to for form in between)
    else:
        gap = line.gaps[point.first].strip()
        linked = line.forms[point.first][:1] == "و" or gap in {"-", "–", "/"}
    lent = in_year_of(before, point.days.first) if linked else None
    if lent is not None:
        line.swap_last(lent)


def _join(line: Timeline, point: Point) -> int | None:
    """`السبت والأحد`, `شهري نيسان وأيار`: two days or months in a row are one mention; `الليلة الماضية وفجر اليوم` too."""
    if point.days is None or not line.mentions or line.forms[point.first][:1] != "و":
        return None
    before, started = line.mentions[-1], line.points[-1]
    if before.last != point.first or before.kind is not point.kind or before.days is None:
        return None
    into_night = before.part == "night" and before.days.first < before.days.last == point.days.last
    if point.days.first - before.days.last != DAY and not into_night:
        return None
    months = point.grain is Grain.MONTH and started is not None and started.grain is Grain.MONTH
    if point.kind is not DateKind.DAY and not months:
        return None
    line.take_back()
    days = DayRange(before.days.first, point.days.last)
    why = f"{before.why}, and {point.why}"
    return line.add(DateMention(before.first, point.last, days, point.kind, why))


__all__ = ["DateKind", "DateMention", "find_dates", "find_dates_told"]
