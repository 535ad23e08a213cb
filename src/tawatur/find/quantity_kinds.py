"""Tell what a number counts, as far as the words around it say that it counts no people.

Signs that touch the digits come first, then a month or a year, then the unit after it, then the word
before it of which it is a name (`القرار 2254`). What none of these claims is a count; the noun after it says
of what.
"""

from __future__ import annotations

from enum import StrEnum

from tawatur.arabic.calendar import YEARS
from tawatur.arabic.calendar_names import read_month
from tawatur.arabic.number_words import number_word
from tawatur.arabic.numerals import Number
from tawatur.find.quantity_words import bare_of, is_space, load_vocabulary
from tawatur.segment.words import Words


class QuantityKind(StrEnum):
    COUNT = "count"
    AGE = "age"
    DURATION = "duration"
    MEASURE = "measure"
    MONEY = "money"
    PERCENT = "percent"
    TIMES = "times"  # مرات, أضعاف
    DATE = "date"
    YEAR = "year"
    CLOCK = "clock"
    LABEL = "label"  # القرار 2254, اللواء 12, إف-16
    FORMER = "former"  # the number that rose or fell to the next one


_AGE_REACH = 4  # words from `العمر` to its number
_LONG = 9  # digits; more is a telephone


def tell_kind(words: Words, first: int, at: int, last: int, number: Number) -> QuantityKind:
    """The kind of a number that stands at `at`, its bounds from `first`, up to the word `last`."""
    return (
        _kind_by_marks(words, at, last)
        or _kind_by_date(words, first, at, last, number)
        or _kind_by_unit(words, first, at, last)
        or _kind_by_label(words, at, last)
        or QuantityKind.COUNT
    )


def _tied_form(words: Words, at: int) -> str:
    """The word at an index if nothing but space stands before it, else nothing."""
    return words.forms[at] if at < len(words.forms) and is_space(words.gaps[at]) else ""


def _kind_by_marks(words: Words, at: int, last: int) -> QuantityKind | None:
    """Signs and letters that touch the digits: `%`, `إف-16`, `M4`, a telephone."""
    before, after = words.gaps[at][-2:], words.gaps[last][:2]
    if any(sign in before or sign in after for sign in "%٪"):
        return QuantityKind.PERCENT
    if "$" in before or "$" in after:
        return QuantityKind.MONEY
    form = words.forms[at]
    if not form[0].isdecimal():
        return None
    if len(form) >= _LONG and form.isdecimal():
        return QuantityKind.LABEL
    if at:
        touching = words.forms[at - 1][-1]
        if words.gaps[at] == "-" and not touching.isdecimal():
            return QuantityKind.LABEL
        if words.gaps[at] == "" and touching.isascii() and touching.isalpha():
            return QuantityKind.LABEL
    if last < len(words) and words.gaps[last] == "" and words.forms[last][0].isascii():
        return QuantityKind.LABEL
    return None


def _kind_by_date(words: Words, first: int, at: int, last: int, number: Number) -> QuantityKind | None:
    value, form = number.value, words.forms[at]
    bounded = first < at  # أكثر من 2000 نازح
    if value in YEARS and form.isdecimal() and not bounded and _is_year(words, at, last):
        return QuantityKind.YEAR
    if value is None or not 1 <= value <= 31 or last >= len(words):
        return None
    place = last
    for before_month in ("من", "شهر"):
        if words.forms[place] == before_month and place + 1 < len(words):
            place += 1
    if words.forms[place] == "الشهر" and place > last:
        return QuantityKind.DATE
    month = read_month(words.forms, place, words.gaps) if len(words.gaps[place].strip()) < 2 else None
    sure = month is not None and (month.sure or not number.in_words)
    if sure and not words.forms[place].startswith("ل"):
        return QuantityKind.DATE
    return QuantityKind.DATE if first and words.forms[first - 1] in load_vocabulary().before_a_date else None


def _is_year(words: Words, at: int, last: int) -> bool:
    vocabulary = load_vocabulary()
    following = _tied_form(words, last)
    before = words.forms[at - 1] if at else ""
    if bare_of(_core(before)) in vocabulary.year_words:
        return True
    if any(read_month(words.forms, i, words.gaps) is not None for i in range(max(0, at - 2), at)):
        return True
    if before in vocabulary.before_a_year:
        return not (following.endswith("ا") and len(following) > 4)  # في 2015 غارة, but في 2015 موقعا
    return not following or following in vocabulary.after_a_year


def _kind_by_unit(words: Words, first: int, at: int, last: int) -> QuantityKind | None:
    following = _tied_form(words, last)
    if not following:
        return None
    vocabulary = load_vocabulary()
    if following == "من" and _tied_form(words, last + 1) in vocabulary.ages:
        return QuantityKind.AGE  # في الثلاثين من عمرها
    if following == "في" and _tied_form(words, last + 1) in vocabulary.of_hundred:
        return QuantityKind.PERCENT
    kind = vocabulary.units.get(following)
    if kind is None and following[:2] == "ال":
        kind = vocabulary.units.get(following[2:])
    if kind is None:
        return None
    return QuantityKind.AGE if kind == "duration" and _is_age(words, first, at) else QuantityKind(kind)


def _is_age(words: Words, first: int, at: int) -> bool:
    ages = load_vocabulary().ages
    before = words.forms[max(0, first - _AGE_REACH) : first]
    return "(" in words.gaps[at] or any(form.lstrip("وب") in ages for form in before)


def _kind_by_label(words: Words, at: int, last: int) -> QuantityKind | None:
    vocabulary = load_vocabulary()
    if _tied_form(words, last) in vocabulary.clock_after:
        return QuantityKind.CLOCK
    if not at or not is_space(words.gaps[at].replace("ـ", " ")):
        return None
    place = at - 2 if words.forms[at - 1] == "ال" and at > 1 else at - 1
    before = words.forms[place]
    if _core(before) in vocabulary.clock_before and before != _core(before):
        return QuantityKind.CLOCK
    word = number_word(words.forms[at])
    named = _core(before) in vocabulary.labels and _tied_form(words, last) not in vocabulary.counted_people
    if named and (word is None or word.definite):
        return QuantityKind.LABEL
    return None


def _core(form: str) -> str:
    """The form less a conjunction or preposition and its article."""
    rest = form[1:] if form[:1] in "وفبل" and form[1:3] == "ال" else form
    if rest[:2] == "لل":
        return rest[2:]
    return rest[2:] if rest[:2] == "ال" and len(rest) > 4 else rest
