"""Find how many: every number in a report, with the bounds that its words give it and what it can count.

The bounds are those of the claim format: `نحو 70` is 70, `أكثر من 20` and `20 شخصا على الأقل` are 20 or more,
`عشرات` is 20 or more, `بضعة` and `عدد من` are people without a number. `أقل من 20` and `لا يتجاوز 20` bound from
above only. `حتى` is left out: before a number it is nearly always a date.

A quantity's `kind` is COUNT unless the words say that no people can be counted: part of a date, a
time of day, an age, a measure, a sum of money, a share, a name's number. Whether a count is of people
or of vehicles is for the noun after it, at `last`, to say.
"""

from __future__ import annotations

from enum import IntEnum

import msgspec

from tawatur.arabic.calendar import YEARS
from tawatur.arabic.number_words import Role, number_word
from tawatur.arabic.numerals import Number, read_number
from tawatur.arabic.ordinals import ordinal_word
from tawatur.find.memo import Memo
from tawatur.find.quantity_kinds import QuantityKind, tell_kind
from tawatur.find.quantity_words import Vocabulary, bare_of, is_space, load_vocabulary
from tawatur.segment.words import Words


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number and its bounds, from the word `first` up to, not including, `last`.

    `first` is where a bound such as `أكثر من` begins, `number` where the number itself does; the noun
    that is counted stands at `last`, if it stands after. `definite` is the number with an article
    (`القتلى الثلاثة`), which speaks of people already named.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    kind: QuantityKind
    why: str
    number: int
    definite: bool = False


_AFTER_REACH = 6  # words from a number to `على الأقل` after its noun
_CHANGE_REACH = 8  # words from ارتفعت to the number it rose from
_PASSING_REACH = 7
_COMMAS = frozenset({"،", ","})
_DASHES = frozenset({"-", "–", "—", "ـ"})


class _Start(IntEnum):
    NONE = 0
    NUMBER = 1
    FEW = 2


def _start(form: str) -> _Start:
    if form[0].isdecimal() or number_word(form) is not None:
        return _Start.NUMBER
    few = load_vocabulary().few.first_words()
    return _Start.FEW if form in few or bare_of(form) in few else _Start.NONE


_start_of = Memo(_start)


def find_quantities(words: Words) -> list[Quantity]:
    """Every number of a text, in order, none overlapping another."""
    return _Finder(words).find()


def find_bound(words: Words, first: int, last: int) -> str | None:
    """What bounds a counted noun that carries its own number (`أكثر من شخصين`, `مدنيان على الأقل`).

    `first` and `last` are the noun's words; the answer is `about`, `at_least`, `at_most` or None.
    """
    vocabulary = load_vocabulary()
    before = vocabulary.before.ends_at(words.forms, words.gaps, first)
    if before is not None:
        return before[1]
    after = vocabulary.after.starts_at(words.forms, words.gaps, last) if last < len(words) else None
    return after[1] if after is not None and not words.gaps[last].strip() else None


class _Finder:
    __slots__ = ("forms", "found", "gaps", "vocabulary", "words")

    def __init__(self, words: Words) -> None:
        self.words = words
        self.forms = words.forms
        self.gaps = words.gaps
        self.vocabulary: Vocabulary = load_vocabulary()
        self.found: list[Quantity] = []

    def find(self) -> list[Quantity]:
        last = 0
        for at, start in enumerate(map(_start_of.__getitem__, self.forms)):
            if start and at >= last:
                last = self._number(at) if start is _Start.NUMBER else self._few(at)
        self._bound_afterwards()
        return self.found

    def _few(self, at: int) -> int:
        """`عدد من`: people or things, but no number."""
        phrase = self.vocabulary.few.starts_at(self.forms, self.gaps, at)
        if phrase is None:
            return at + 1
        self.found.append(Quantity(at, phrase[0], None, None, QuantityKind.COUNT, "some, no number", at))
        return phrase[0]

    def _number(self, at: int) -> int:
        if self._is_ordinal(at) or self._is_share(at) or self._is_one_of(at):
            return at + 1
        number = read_number(self.forms, at, self.gaps)
        if number is None or number.fraction is not None:
            return at + 1 if number is None else number.last
        return self._range(at, number) or self._single(at, number)

    def _is_ordinal(self, at: int) -> bool:
        """The second word of `الثالث والعشرين`, `الثالث عشر`."""
        word = number_word(self.forms[at])
        if word is None or not at or ordinal_word(self.forms[at - 1]) is None or not self._is_space(at):
            return False
        return word.role is Role.TEN or (word.role is Role.TENS and word.joined)

    def _is_share(self, at: int) -> bool:
        """`بالمئة` after a number that is no whole one, `المئة` of `3.5 في المئة`."""
        form = self.forms[at]
        if self.vocabulary.units.get(form) == "percent":
            return True
        return form in self.vocabulary.of_hundred and at > 0 and self.forms[at - 1] == "في"

    def _is_one_of(self, at: int) -> bool:
        """`وأحد` "and one of", which folds to `واحد`."""
        if self.forms[at] != "واحد" or self.words.shown(at, at + 1)[1:2] not in {"أ", "إ"}:
            return False
        following = number_word(self.forms[at + 1]) if at + 1 < len(self.forms) else None
        return following is None or following.role is not Role.TEN  # but وأحد عشر is eleven

    # One number, or two that bound one.

    def _single(self, at: int, number: Number) -> int:
        first, sense = self._bound_before(at)
        kind = tell_kind(self.words, first, at, number.last, number)
        self._add(first, at, number, number.low, number.high, sense, kind)
        if kind is QuantityKind.PERCENT and self.forms[number.last : number.last + 1] == ["في"]:
            return number.last + 2  # 80 في المئة
        return number.last

    def _range(self, at: int, low: Number) -> int | None:
        """`بين 10 و15`, `من 10 إلى 15`, `10 - 15`, `خمسة أو ستة`."""
        if low.value is None:
            return None
        place, link = self._linked(low.last)
        if place is None:
            return None
        high = read_number(self.forms, place, self.gaps)
        if high is None or high.value is None or high.value <= low.value:
            return None
        before = self.forms[at - 1] if at and self._is_space(at) else ""
        if link == "و":
            if before not in self.vocabulary.between:
                return None
            first = at - 2 if at > 1 and self.forms[at - 2] == "ما" else at - 1
            return self._between(first, at, low, high)
        if before == "من" and link in self.vocabulary.to:
            if self._has_changed(at):
                self._add(at, at, low, low.low, low.high, "", QuantityKind.FORMER)
                return low.last
            return self._between(at - 1, at, low, high)
        if high.value > 10 * low.value and link != "او":
            return None
        return self._between(at, at, low, high)

    def _linked(self, at: int) -> tuple[int | None, str]:
        """The number after `و`, `إلى`, `أو` or a dash, and which of them links it."""
        if at >= len(self.forms):
            return None, ""
        form = self.forms[at]
        if form[0].isdecimal() and self.gaps[at].strip() in _DASHES:
            return at, "-"
        if not self._is_space(at):
            return None, ""
        following = at + 1 if at + 1 < len(self.forms) and self._is_space(at + 1) else None
        if form in self.vocabulary.links:
            if following is not None and self.forms[following] == "ال" and following + 1 < len(self.forms):
                following += 1
            return following, form
        word = number_word(form)
        return (at, "و") if word is not None and word.joined else (None, "")

    def _between(self, first: int, at: int, low: Number, high: Number) -> int:
        assert low.value is not None
        assert high.value is not None
        begin, sense = self._bound_before(first)
        kind = tell_kind(self.words, begin, at, high.last, high)
        if low.value in YEARS and high.value in YEARS and not high.in_words:
            kind = QuantityKind.YEAR
        self._add(begin, at, high, _scaled(low.value, high), high.value, sense or "between", kind)
        return high.last

    def _has_changed(self, at: int) -> bool:
        start = max(0, at - _CHANGE_REACH)
        return any(form.lstrip("وف") in self.vocabulary.changes for form in self.forms[start:at])

    def _add(
        self,
        first: int,
        at: int,
        number: Number,
        low: int | None,
        high: int | None,
        sense: str,
        kind: QuantityKind,
    ) -> None:
        low, high = _bounded(low, high, sense)
        why = f"{sense or ('words' if number.in_words else 'digits')}"
        self.found.append(Quantity(first, number.last, low, high, kind, why, at, number.definite))

    # Bounds.

    def _bound_before(self, at: int) -> tuple[int, str]:
        if self.forms[at][:1] == "و" and at and self.forms[at - 1].lstrip("و") == "نيف":
            return at - 1, "at_least"  # نيف وعشرون
        article = at and self.forms[at - 1] == "ال"
        start = at - 1 if article else at
        phrase = self.vocabulary.before.ends_at(self.forms, self.gaps, start)
        if phrase is None:
            return at, "at_least" if self._has_passed(at) else ""
        again = self.vocabulary.before.ends_at(self.forms, self.gaps, phrase[0])
        if again is not None:  # أكثر من نحو
            return again[0], again[1] if phrase[1] == "about" else phrase[1]
        if phrase[1] == "at_least" and self._belongs_before(phrase[0], at):
            return at, ""
        return phrase

    def _belongs_before(self, phrase: int, at: int) -> bool:
        """Whether `على الأقل` before a number closes the number before it (`7 على الأقل و10 جرحى`)."""
        if self.forms[at - 1] != "الاقل" or not self.found:
            return False
        before = self.found[-1]
        return phrase - before.last <= 2 and self._one_clause(before.last, phrase)

    def _has_passed(self, at: int) -> bool:
        """`تجاوز عدد القتلى 20`."""
        start = max(0, at - _PASSING_REACH)
        before = self.forms[start:at]
        passed = next((i for i, form in enumerate(before) if form.lstrip("وف") in self._passing(at)), None)
        if passed is None or not self.vocabulary.counts.intersection(before[passed:]):
            return False
        negated = start + passed > 0 and self.forms[start + passed - 1] in self.vocabulary.negations
        falls = before[passed].lstrip("وف") in self.vocabulary.falling_short
        return negated == falls and self._one_clause(start + passed + 1, at)

    def _passing(self, at: int) -> frozenset[str]:
        """The verbs that a number at a word may be passed by: `زاد عدد القتلى على 20`, `لم يقل عددهم عن 20`."""
        vocabulary = self.vocabulary
        if self.forms[at - 1] not in vocabulary.passed_by:
            return vocabulary.passing
        return vocabulary.passing | vocabulary.exceeding | vocabulary.falling_short

    def _bound_afterwards(self) -> None:
        """`على الأقل` after a number or its noun bounds the nearest number before it."""
        after = self.vocabulary.after
        starts = after.first_words()
        for i, quantity in enumerate(self.found):
            if quantity.kind is not QuantityKind.COUNT or quantity.why == "at_least":
                continue
            limit = min(quantity.last + _AFTER_REACH + 1, len(self.forms))
            if i + 1 < len(self.found):
                limit = min(limit, self.found[i + 1].first)
            for at in range(quantity.last, limit):
                if not self._is_space(at) and not self._is_set_off(at):
                    break
                if self.forms[at] in starts:
                    phrase = after.starts_at(self.forms, self.gaps, at)
                    if phrase is not None:
                        self.found[i] = _rebound(quantity, *phrase, touching=at == quantity.last)
                        break

    def _is_set_off(self, at: int) -> bool:
        """Whether a bound stands between commas: `قتل 19 شخصا، على الأقل، في اشتباكات`."""
        if self.gaps[at].strip() not in _COMMAS or self.forms[at] not in self.vocabulary.after.first_words():
            return False
        phrase = self.vocabulary.after.starts_at(self.forms, self.gaps, at)
        return phrase is not None and (phrase[0] == len(self.forms) or bool(self.gaps[phrase[0]].strip()))

    def _is_space(self, at: int) -> bool:
        return is_space(self.gaps[at])

    def _one_clause(self, first: int, last: int) -> bool:
        return all(self._is_space(at) for at in range(first, last + 1))


def _scaled(low: int, high: Number) -> int:
    """`بين 26 و30 ألف`: the multiplier of the second number is the first one's too."""
    assert high.value is not None
    if not high.in_words:
        return low
    for times in (1_000_000_000, 1_000_000, 1000):
        if high.value % times == 0 and low < high.value // times:
            return low * times
    return low


def _bounded(low: int | None, high: int | None, sense: str) -> tuple[int | None, int | None]:
    if sense == "at_least" and low is not None:
        return low, None
    if sense == "at_most" and high is not None:
        return None, high
    return low, high


def _rebound(quantity: Quantity, last: int, sense: str, *, touching: bool) -> Quantity:
    low, high = _bounded(quantity.low, quantity.high, sense)
    return msgspec.structs.replace(
        quantity, low=low, high=high, why=sense, last=last if touching else quantity.last
    )
