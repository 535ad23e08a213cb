"""Read what bounds a stretch of time: `منذ 30 آذار`, `حتى الجمعة`, `بين 18 شباط و3 آذار`, `من الأحد إلى الثلاثاء`.

`منذ` reaches over a few words to its date (`منذ بدء المسيرات في 30 آذار`), and takes a length as well
(`منذ يومين`). What began some days back goes on: `مظاهرات بدأت في 30 آذار`.
"""

from __future__ import annotations

from tawatur.arabic.calendar import month_range, months_back
from tawatur.find.date_expressions import POINT_STARTS, read_point
from tawatur.find.date_periods import MIDDLE, counts, year_at
from tawatur.find.date_points import DAY, NO_BASE, DateKind, Grain, Point, one_day
from tawatur.find.date_stretches import Stretch, first_day, read_stretch
from tawatur.find.date_timeline import DateMention, Timeline, in_year_of
from tawatur.find.date_words import Start, core_of, start_of
from tawatur.records.claim import DayRange

_SINCE_REACH = 9  # words from منذ to the date that it governs
_BEGINNING_REACH = 5  # … where what began is named between them
_NAMED_BY = 2  # words from منذ to the date of the happening named between them
_TO_MIDDLE = 4 * DAY  # from the first day that may be in the middle of a month to the fifteenth
_BEGUN_REACH = 6  # words from بدأ to its date
_BEGUN_DAYS = 3  # days back from which what began goes on; nearer, its beginning is the news


def find_since(line: Timeline, at: int) -> int | None:
    place = at + 1
    if not line.scene.tied(place):
        return None
    if line.forms[place] in line.scene.vocabulary.that:
        return _since_then(line, at)
    if is_just_now(line, at):
        return line.add(just_now(line, at))
    if (
        line.forms[place] in line.scene.vocabulary.hours_of
        and line.scene.tied(place + 1)
        and _is_part_of_day(line, place + 1)
    ):
        place += 1
    start = start_of[line.forms[place]]
    point = read_point(line.scene, place) if start in POINT_STARTS else None
    if point is not None and point.kind is not DateKind.FUTURE:
        return line.add(from_start(line, at, point), point)
    if line.forms[place][:2] == "ال" and start is Start.PART_OF_DAY:
        return line.add(from_start(line, at, _this_day(line, place)))
    stretch = read_stretch(line.scene, place)
    if stretch is None or stretch.tense == "future":
        line.since = at
        return None
    return line.add(_since_stretch(line, at, stretch))


def _since_then(line: Timeline, at: int) -> int | None:
    """`منذ ذلك الحين`: since the day, month or year named before."""
    then = line.told_then(at)
    if then is None or line.base is None or line.form(at + 2) not in line.scene.vocabulary.that_time:
        return None
    days = DayRange(then.first, max(then.last, line.base))
    return line.add(DateMention(at, at + 3, days, DateKind.SINCE, "since what was named before", start=then))


def find_then(line: Timeline, at: int) -> int | None:
    """`حينها`: on the day, in the month or in the year named before."""
    then = line.told_then(at)
    if then is None:
        return None
    kind = DateKind.DAY if then.first == then.last else DateKind.PERIOD
    return line.add(DateMention(at, at + 1, then, kind, "what was named before"))


def is_just_now(line: Timeline, at: int) -> bool:
    """`قبل قليل`, `منذ لحظات`, `من شوية`, but not `قبل قليل من الهجوم`."""
    if not line.scene.tied(at + 1) or line.forms[at + 1] not in line.scene.vocabulary.moments:
        return False
    if start_of[line.forms[at]] is Start.FROM:
        return line.forms[at + 1] in line.scene.vocabulary.moments_from
    return not line.scene.tied(at + 2) or line.forms[at + 2] != "من"


def just_now(line: Timeline, at: int) -> DateMention:
    if line.base is None:
        return DateMention(at, at + 2, None, DateKind.DAY, f"a little before the report, and {NO_BASE}")
    today = one_day(line.base)
    return DateMention(at, at + 2, today, DateKind.DAY, "a little before the report")


def _is_part_of_day(line: Timeline, at: int) -> bool:
    """`منذ ساعات الصباح`: since the morning, not since hours ago."""
    return at < line.size and start_of[line.forms[at]] is Start.PART_OF_DAY


def _this_day(line: Timeline, at: int) -> Point:
    """`منذ الصباح`: the morning of the report's day."""
    if line.base is None:
        return Point(at, at + 1, None, f"today, and {NO_BASE}")
    return Point(at, at + 1, one_day(line.base), f"today, {line.base}")


def from_start(line: Timeline, first: int, point: Point, *, begun: bool = False) -> DateMention:
    """The stretch from a point on, up to publication; `begun` where a verb says so and no منذ."""
    line.since = -1
    days = None
    if point.days is not None and line.base is not None:
        first_day = point.days.first + _TO_MIDDLE if _is_middle(line, point) else point.days.first
        days = DayRange(first_day, max(line.base, point.days.last))
    why = f"{'begun' if begun else 'since'} {point.why}"
    rough = point.days if point.days and point.days.first < point.days.last else None
    if point.grain is Grain.YEAR and first < point.first:
        rough = None  # منذ 2015, and of what is not said
    return DateMention(
        first, point.last, days, DateKind.SINCE, why, point.part, point.days, within=rough, begun=begun
    )


def _is_middle(line: Timeline, point: Point) -> bool:
    """`منذ منتصف أيار`: in the middle of a month something is; since its middle is since the fifteenth."""
    part = line.scene.vocabulary.parts_of_period.get(core_of[line.forms[point.first]])
    return part is not None and point.grain is Grain.MONTH and part.days[0] == MIDDLE


def _since_stretch(line: Timeline, at: int, stretch: Stretch) -> DateMention:
    if line.base is None:
        return DateMention(at, stretch.last, None, DateKind.SINCE, f"since, and {NO_BASE}")
    first = first_day(line.base, stretch)
    why = f"since {stretch} before publication"
    if first is None:
        return DateMention(at, stretch.last, None, DateKind.SINCE, f"{why}, how many is not said")
    days = DayRange(first, line.base)
    within = None
    if stretch.unit.name == "month":
        within = months_back(first, 0)
    elif stretch.number is None:
        within = DayRange(first, line.base - DAY)
    return DateMention(at, stretch.last, days, DateKind.SINCE, why, start=one_day(first), within=within)


def is_governed(line: Timeline, point: Point) -> bool:
    """Whether a منذ some words before governs this date."""
    if line.since < 0 or point.first - line.since > _SINCE_REACH or point.days is None:
        return False
    if point.kind not in {DateKind.DAY, DateKind.PERIOD} or not line.one_clause(line.since, point.first):
        return False
    before = line.forms[point.first - 1]
    vocabulary = line.scene.vocabulary
    is_date = start_of[line.forms[point.first]] in {Start.NUMBER, Start.PART_OF_PERIOD}
    if is_date and point.first - line.since == _NAMED_BY and before[:2] != "ال":
        return True  # منذ هجوم السابع من أيار
    if line.forms[line.since + 1] in vocabulary.beginnings and point.first - line.since <= _BEGINNING_REACH:
        return True  # منذ اندلاع المعارك فجر الأحد
    return before in vocabulary.before_bound or line.forms[point.first] in vocabulary.bound


def has_begun(line: Timeline, point: Point) -> bool:
    """Whether the words say that something began then and has gone on."""
    if point.days is None or line.base is None or point.kind not in {DateKind.DAY, DateKind.PERIOD}:
        return False
    if (line.base - point.days.first).days < _BEGUN_DAYS:
        return False
    begun = line.scene.vocabulary.begun
    before = range(max(0, point.first - _BEGUN_REACH), point.first)
    return any(line.forms[i] in begun and line.one_clause(i, point.first) for i in before)


def find_until(line: Timeline, at: int) -> int | None:
    place = line.scene.past_article(at + 1)
    if not line.scene.tied(place) or start_of[line.forms[place]] not in POINT_STARTS:
        return None
    point = read_point(line.scene, place)
    if point is None:
        return None
    before = line.mentions[-1] if line.mentions else None
    if before is not None and at - before.last <= 1 and before.kind is DateKind.SINCE:
        return _close(line, before, point)
    kind = DateKind.FUTURE if point.kind is DateKind.FUTURE else DateKind.UNTIL
    return line.add(DateMention(at, point.last, point.days, kind, f"until {point.why}"), point)


def _close(line: Timeline, since: DateMention, point: Point) -> int:
    """`منذ 18 شباط وحتى 18 آذار`: a stretch with both its ends."""
    started, start = line.points[-1], since.start
    if started is not None and point.days is not None and point.open is None and started.open is not None:
        lent = in_year_of(started, point.days.first)
        start = start if lent is None else lent.days
    if start is None or point.days is None or point.days.last < start.first:
        return line.add(
            DateMention(point.first, point.last, point.days, DateKind.UNTIL, f"until {point.why}")
        )
    days = DayRange(start.first, point.days.last)
    line.take_back()
    why = f"{since.why}, until {point.why}"
    return line.add(DateMention(since.first, point.last, days, DateKind.PERIOD, why, start=start))


def find_between(line: Timeline, at: int) -> int | None:
    """`بين P وQ`."""
    return _pair(line, at, frozenset())


def find_from(line: Timeline, at: int) -> int | None:
    """`من P إلى Q`, `من شوية`."""
    if is_just_now(line, at):
        return line.add(just_now(line, at))
    return _pair(line, at, line.scene.vocabulary.to)


def _pair(line: Timeline, at: int, links: frozenset[str]) -> int | None:
    """Two points and what is between them; a lone first one is left to be read by itself."""
    place = at + 1
    if not line.scene.tied(place) or start_of[line.forms[place]] not in POINT_STARTS:
        return None
    first = read_point(line.scene, place)
    if first is None or first.last >= line.size:
        return None
    behind = _past_link(line, first.last, links)
    if behind is None:
        return None
    place = line.scene.past_article(behind)
    if not line.scene.loose(place) or start_of[line.forms[place]] not in POINT_STARTS:
        return None
    second = read_point(line.scene, place) or _of_same_month(line, first, place)
    if second is None and first.grain is Grain.YEAR:
        second = year_at(line.scene, place)  # بين 1994 و1996
    if second is None and links and first.part and _is_hour_of_day(line, place):
        second = _this_day(line, place)
    return None if second is None else _stretch_between(line, at, first, second)


def _past_link(line: Timeline, place: int, links: frozenset[str]) -> int | None:
    """The word behind what joins two points: `بين P وQ`, `بين P وحتى Q`, `من P إلى Q`, `من P و حتى Q`."""
    forms, to = line.forms, line.scene.vocabulary.to
    is_and = forms[place] == "و"
    if is_and and place + 1 < line.size and forms[place + 1] in to:
        return place + 2
    if forms[place] in (links or to) and (links or forms[place][:1] == "و"):
        return place + 1
    if links:
        return None
    return place + 1 if is_and else place if forms[place][:1] == "و" else None


def _of_same_month(line: Timeline, first: Point, place: int) -> Point | None:
    """A bare day behind a full date, later in its month: `بين 21 أبريل و25`, where it counts nothing."""
    form, days = line.forms[place], first.days
    if not form.isdecimal() or days is None or days.first != days.last or counts(line.scene, place):
        return None
    number = int(form)
    month = month_range(days.first.year, days.first.month)
    if month is None or not days.first.day < number <= month.last.day:
        return None
    day = days.first.replace(day=number)
    return Point(place, place + 1, one_day(day), f"day {number} of the same month")


def _is_hour_of_day(line: Timeline, at: int) -> bool:
    """`من مساء أمس حتى الظهيرة`: the noon of the report's day."""
    return line.forms[at][:2] == "ال" and start_of[line.forms[at]] is Start.PART_OF_DAY


def _stretch_between(line: Timeline, at: int, first: Point, second: Point) -> int | None:
    if second.days is not None and second.open is None and first.open is not None:
        first = in_year_of(first, second.days.first) or first
    if first.days is None or second.days is None:
        why = first.why if first.days is None else second.why
        return line.add(DateMention(at, second.last, None, DateKind.PERIOD, why))
    if second.days.last < first.days.first:
        return None
    days = DayRange(first.days.first, second.days.last)
    kind = DateKind.FUTURE if line.base is not None and days.first > line.base else DateKind.PERIOD
    return line.add(DateMention(at, second.last, days, kind, f"{days.first} to {days.last}"))
