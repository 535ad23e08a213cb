"""The words that place a happening in time, looked up in one step whatever clitics they carry.

`data/grammar/dates.yaml` lists them; months and weekdays are `arabic.calendar_names`'s. Each lookup is
memoised by form, so that a report costs one dictionary access a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from tawatur.arabic.calendar_names import is_month_start, read_weekday
from tawatur.arabic.fold import fold
from tawatur.arabic.number_words import Role, number_word
from tawatur.arabic.ordinals import ordinal_word
from tawatur.arabic.wordlists import WordLists, open_lists
from tawatur.find.memo import Memo


class Start(IntEnum):
    """What a date may begin with."""

    NONE = 0
    NUMBER = 1  # digits, an ordinal, a number word: a day of a month, a year, a count of days
    MONTH = 2
    WEEKDAY = 3
    TODAY = 4
    YESTERDAY = 5
    TOMORROW = 6
    PART_OF_DAY = 7
    DAY_WORD = 8  # يوم, تاريخ
    THIS = 9  # هذا, هذه
    PART_OF_PERIOD = 10  # مطلع, أواخر
    UNIT = 11  # الشهر الماضي, اليومين الماضيين
    YEAR_WORD = 12
    SEASON = 13
    SINCE = 14
    AGO = 15
    AFTER = 16
    UNTIL = 17
    DURING = 18
    BETWEEN = 19
    FROM = 20
    EVERY = 21
    MORROW = 22  # غداة: the day after another happening
    EVE = 23  # عشية
    EARLIER = 24  # وقت سابق, مؤخرا
    AGO_OF = 25  # قبلها بيوم
    AFTER_OF = 26  # بعدها بيوم
    THEN = 27  # حينها


class Unit(NamedTuple):
    name: str  # minute … year
    number: int | None  # one or two by its form; None for a plural
    few: int | None  # days that a plural without a number reaches back
    definite: bool


class Part(NamedTuple):
    """A part of a month or a year, both ends inclusive."""

    days: tuple[int, int]
    months: tuple[int, int]


_TENSES = ("past", "present", "future", "same")
_STARTS = (  # in this order: a word of two lists is what the later says
    "year_word", "day_word", "this", "today", "yesterday", "tomorrow", "earlier", "since", "ago", "after", "until",
    "during", "every", "between", "from", "morrow", "eve", "ago_of", "after_of", "then",
)  # fmt: skip


class Vocabulary:
    """The word lists of `dates.yaml`, folded."""

    def __init__(self, lists: WordLists) -> None:
        self.parts_of_day = lists.groups("parts_of_day")
        self.tenses = {form: tense for tense in _TENSES for form in lists.forms(tense)}
        self.parts_of_period = {
            fold(form): Part(tuple(part["days"]), tuple(part["months"]))
            for part in lists.rows("parts_of_period").values()
            for form in part["forms"]
        }
        self.seasons = {
            fold(form): tuple(season["months"])
            for season in lists.rows("seasons").values()
            for form in season["forms"]
        }
        units = lists.rows("units")
        self.units = {
            fold(form): (name, number, unit["few"])
            for name, unit in units.items()
            for number, key in ((1, "one"), (2, "two"), (None, "many"))
            for form in unit[key]
        }
        self.few = {name: unit["few"] for name, unit in units.items()}
        self.about = frozenset(tuple(phrase.split()) for phrase in lists.forms("about"))
        self.not_full = lists.forms("not_full")
        self.names_before = lists.forms("names_before")
        self.outlets_before_today = lists.forms("outlets_before_today")
        self.not_today = lists.forms("not_today")
        self.planned = lists.forms("planned")
        self.beginnings = lists.forms("beginnings")
        self.begun = lists.forms("begun")
        self.to = lists.forms("to")
        self.into_day = lists.forms("into_day")
        self.to_another = lists.forms("to_another")
        self.between_days = lists.forms("between_days")
        self.that = lists.forms("that")
        self.same_before = lists.forms("same_before")
        self.before_yesterday = lists.forms("before_yesterday")
        self.after_tomorrow = lists.forms("after_tomorrow")
        self.before_bound = lists.forms("before_bound")
        self.bound = lists.forms("bound")
        self.within = lists.forms("within")
        self.every_year = lists.forms("every_year")
        self.passing = lists.forms("passing")
        self.not_of_a_past = lists.forms("not_of_a_past")
        self.between_year_and_day = lists.forms("between_year_and_day")
        self.and_then = lists.forms("and_then")
        self.occasions = lists.forms("occasions")
        self.ones_before = lists.forms("ones_before")
        self.from_another = lists.forms("from_another")
        self.day_of = lists.forms("day_of")
        self.day_after = lists.forms("day_after")
        self.calendars = lists.forms("calendars")
        self.only_after = lists.forms("only_after")
        self.in_a_row = lists.forms("in_a_row")
        self.day_before = lists.forms("day_before")
        self.part_behind = lists.forms("part_behind")
        self.that_time = lists.forms("that_time")
        self.early = lists.forms("early")
        self.had = lists.forms("had")
        self.hours_of = lists.forms("hours_of")
        self.moments = lists.forms("moments")
        self.moments_from = lists.forms("moments_from")
        self.hours_alone = lists.forms("hours_alone")
        self.hours_written = lists.forms("hours_written")
        self.before_hours = lists.forms("before_hours")
        self.not_hours_after = lists.forms("not_hours_after")
        self.gathered = lists.forms("gathered")
        self.gathered_over = lists.forms("gathered_over")
        self.times = lists.forms("times")
        self.of_two = lists.forms("of_two")
        self.by = lists.forms("by")
        self.held = lists.forms("held")
        self.unlike = lists.forms("unlike")
        self.which = lists.forms("which")
        self.once_before = lists.forms("once_before")
        self.that_it = lists.forms("that_it")
        self.lately = lists.forms("lately")
        self.lately_alone = lists.forms("lately_alone")
        self.often = lists.forms("often")
        self.often_before = lists.forms("often_before")
        self.often_behind = lists.forms("often_behind")
        self.decades = lists.forms("decades")
        self.takes_from = lists.forms("takes_from")
        self.nights = lists.forms("nights")
        self.asks_for_a_date = lists.forms("asks_for_a_date")
        self.corresponds = lists.forms("corresponds")
        self.before_said_date = lists.forms("before_said_date")
        self.publication_labels = lists.forms("publication_labels")
        self.this_month = lists.forms("this_month")
        self.month_words = lists.forms("month_words")
        self.before_a_month = lists.forms("before_a_month")
        self.years_words = lists.forms("years_words")
        self.before_a_year = lists.forms("before_a_year")
        self.hijri_marks = lists.forms("hijri_marks")
        self.shares = {
            fold(form): share["days"] for share in lists.rows("shares").values() for form in share["forms"]
        }
        self.feasts = {
            fold(form): (feast["month"], feast["day"])
            for feast in lists.rows("feasts").values()
            for form in feast["forms"]
        }
        self.starts = {
            **dict.fromkeys(self.parts_of_day, Start.PART_OF_DAY),
            **dict.fromkeys(self.parts_of_period, Start.PART_OF_PERIOD),
            **dict.fromkeys(self.seasons, Start.SEASON),
            **dict.fromkeys(self.units, Start.UNIT),
            **{form: Start[name.upper()] for name in _STARTS for form in lists.forms(name)},
        }
        lists.check_names((*(set(vars(self)) - {"tenses", "few", "starts"}), *_TENSES, *_STARTS))


@cache
def load_vocabulary() -> Vocabulary:
    return Vocabulary(open_lists("dates"))


def _stripped(form: str) -> Iterable[tuple[str, bool]]:
    """The form less its clitics, step by step, and whether an article was among them."""
    yield form, False
    rest = form
    if rest[:1] in {"و", "ف"} and len(rest) > 2:
        rest = rest[1:]
        yield rest, False
    if rest[:2] == "لل":
        yield "ال" + rest[2:], False
        yield rest[2:], True
    if rest[:1] in {"ب", "ل", "ك"} and len(rest) > 3:
        rest = rest[1:]
        yield rest, False
    if rest[:2] == "ال" and len(rest) > 3:
        yield rest[2:], True


def _start(form: str) -> Start:
    if form[0].isdecimal():
        return Start.NUMBER
    if read_weekday(form) is not None:
        return Start.WEEKDAY
    starts = load_vocabulary().starts
    found = next((starts[rest] for rest, _ in _stripped(form) if rest in starts), Start.NONE)
    if is_month_start(form) and found is not Start.SEASON:
        return Start.MONTH
    if found is Start.NONE and _is_number(form):
        return Start.NUMBER
    if found in {Start.AGO, Start.FROM, Start.BETWEEN} and form[:1] == "ا":
        return Start.NONE
    return found


def _is_number(form: str) -> bool:
    word = number_word(form)
    return ordinal_word(form) is not None or (word is not None and word.role <= Role.TENS)


def _tense(form: str) -> str | None:
    tenses = load_vocabulary().tenses
    if form in tenses and tenses[form] == "same":
        return "same"
    return tenses.get(form[2:]) if form[:2] == "ال" else None


def _unit(form: str) -> Unit | None:
    units = load_vocabulary().units
    for rest, definite in _stripped(form):
        if rest in units:
            return Unit(*units[rest], definite)
    return None


def _core(form: str) -> str:
    """The form without conjunction, preposition and article, if a listed word is left."""
    vocabulary = load_vocabulary()
    for rest, _ in _stripped(form):
        if rest in vocabulary.starts or rest in vocabulary.names_before:
            return rest
    return form


start_of: Memo[Start] = Memo(_start)
tense_of = Memo(_tense)
unit_of = Memo(_unit)
core_of = Memo(_core)
