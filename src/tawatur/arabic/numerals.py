"""Read a number from a list of folded words: digits, words, and both together.

`read_number` reads what stands at one place and says where it ends; it asks nothing of the words
before it. Whether the number counts people is for `find.quantities` and its neighbours to say.
A number goes on across و only where arithmetic allows it: `ثلاثة وعشرين` is 23, but `عشرين وثلاثة` is two
numbers. An ordinal is no count (`الخامس`, `القرن العشرين`): see `ordinals`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.arabic.digits import Digits, Shape, parse_digits
from tawatur.arabic.number_words import NumberWord, Role, number_word

_TEN_FORMS = frozenset({"عشر", "عشره"})


class Number(NamedTuple):
    """A number that was read, up to and not including the word `last`.

    `low` and `high` are its bounds: equal for a number, `(20, None)` for `عشرات`, both None for
    `بضعة`. A fraction of a thing (`3.5`) is no whole number and has a `fraction` instead.
    """

    last: int
    low: int | None
    high: int | None
    definite: bool = False
    fraction: float | None = None
    in_words: bool = True

    @property
    def value(self) -> int | None:
        """The number, if it is one and not a bound."""
        return self.low if self.low is not None and self.low == self.high else None


MOST = 10**15  # beyond it no report counts, and what reads JSON may not hold the number


def read_number(forms: Sequence[str], at: int, gaps: Sequence[str] | None = None) -> Number | None:
    """The number whose first word is `forms[at]`, the longest that arithmetic allows.

    `gaps[i]` is what stands before `forms[i]`: a number goes on over spaces only.

    >>> read_number("ثلاثه وعشرين الف و 450 جريحا".split(), 0)[:3]
    (5, 23450, 23450)
    >>> read_number("عشرات الالاف".split(), 0)[:3]
    (2, 20000, None)
    """
    number = _Reader(forms, gaps).number(at)
    if number is None or max(number.low or 0, number.high or 0) > MOST:
        return None
    return number


class _Reader:
    """Reads at one place of a list of words; a method gives the value and where it ends."""

    __slots__ = ("forms", "gaps", "size")

    def __init__(self, forms: Sequence[str], gaps: Sequence[str] | None) -> None:
        self.forms = forms
        self.gaps = gaps
        self.size = len(forms)

    def number(self, at: int) -> Number | None:
        form = self.forms[at]
        if "0" <= form[0] <= "9":
            return self._from_digits(at, form)
        word = number_word(form)
        if word is None:
            return None
        if word.role in {Role.FEW, Role.MANY, Role.PLURAL}:
            return self._many(at, word)
        if word.role is Role.FRACTION:
            return self._part(at, word)
        return self._exact(at, definite=word.definite)

    def _from_digits(self, at: int, form: str) -> Number | None:
        digits = parse_digits(form)
        if digits is None:
            return None
        if digits.shape is Shape.RANGE:
            times, last = self._multiplier(at + 1)
            low, high = (part * times for part in digits.parts)
            return Number(last, low, high, in_words=False)
        if digits.shape is Shape.WHOLE or digits.shape is Shape.DECIMAL:
            return self._exact(at, definite=False)
        return None

    def _exact(self, at: int, *, definite: bool) -> Number | None:
        """Terms of falling size, joined by و: thousands, then what is below a thousand."""
        total, last, limit = 0.0, at, float("inf")
        in_words = False
        place: int | None = at
        while place is not None:
            term = self._term(place, limit)
            if term is None:
                break
            value, last, times, words = term
            total, in_words, limit = total + value, in_words or words, times
            if times == 1:
                break
            half = self._half(last, times)
            if half is not None:
                total, last = total + times / 2, half
                break
            place = self._after_and(last)
        if last == at:
            return None
        if total != int(total):
            return Number(last, None, None, definite, total, in_words)
        return Number(last, int(total), int(total), definite, None, in_words)

    def _term(self, at: int, limit: float) -> tuple[float, int, int, bool] | None:
        """A number below a thousand and its multiplier: value, end, multiplier, whether in words."""
        word = self._word(at)
        if word is not None and word.role in {Role.THOUSAND, Role.TWO_THOUSAND}:
            if word.value >= limit:
                return None
            twice = word.role is Role.TWO_THOUSAND and not self._is_accusative(at)
            return word.value * (2 if twice else 1), at + 1, word.value, True
        small = self._small(at)
        if small is None:
            return None
        value, last, words = small
        times, end = self._multiplier(last)
        if times >= limit:
            return None
        if limit < float("inf") and times == 1 and value >= limit:
            return None
        return value * times, end, times, words or times > 1

    def _is_accusative(self, at: int) -> bool:
        """Whether `ألفا` is one thousand in the accusative (`ألفاً و200`) and not two thousand (`ألفا جندي`)."""
        return self.forms[at].endswith("الفا") and (
            at + 1 >= self.size or self._after_and(at + 1) is not None
        )

    def _small(self, at: int) -> tuple[float, int, bool] | None:
        digits = self._digits(at)
        if digits is not None:
            return digits.value, at + 1, False
        word = self._word(at)
        if word is None:
            return None
        if word.role is Role.HUNDRED:
            return self._hundred(word.value, at + 1)
        if word.role is Role.UNIT and word.value > 2 and self._is_bare(at + 1, Role.HUNDRED, 100):
            return self._hundred(100 * word.value, at + 2)
        below = self._below_hundred(at)
        return None if below is None else (below[0], below[1], True)

    def _hundred(self, value: int, last: int) -> tuple[float, int, bool]:
        place = self._after_and(last)
        if place is not None:
            digits = self._digits(place)
            if digits is not None and digits.shape is Shape.WHOLE and digits.value < 100:
                return value + digits.value, place + 1, True
            below = self._below_hundred(place)
            if below is not None:
                return value + below[0], below[1], True
        return value, last, True

    def _below_hundred(self, at: int) -> tuple[int, int] | None:
        word = self._word(at)
        if word is None or word.role > Role.TENS:
            return None
        if word.role in {Role.ONE, Role.ELEVEN, Role.UNIT}:
            after = self._raw(at + 1)
            if after in _TEN_FORMS:
                return 10 + word.value, at + 2
            place = self._after_and(at + 1)
            tens = self._word(place) if place is not None else None
            if tens is not None and place is not None and tens.role is Role.TENS and not tens.clitic:
                return word.value + tens.value, place + 1
            if word.role is Role.ELEVEN:
                return None
        return word.value, at + 1

    def _many(self, at: int, word: NumberWord) -> Number:
        if word.role is Role.FEW:
            return self._few(at, word)
        low, last = (2 * word.value if word.role is Role.PLURAL else word.value), at + 1
        times = self._word(last) if self._touches(last) else None
        if times is not None and times.role in {Role.PLURAL, Role.THOUSAND} and not times.joined:
            return Number(last + 1, word.value * times.value, None, word.definite)
        return Number(last, low, None, word.definite)

    def _few(self, at: int, word: NumberWord) -> Number:
        """`بضعة` is three to nine, but no number is said; with tens or hundreds there is one."""
        following = self._word(at + 1) if self._touches(at + 1) else None
        if following is not None and following.role in {Role.MANY, Role.PLURAL} and not following.joined:
            return self._many(at + 1, following)
        if word.value and self._raw(at + 1) in _TEN_FORMS:
            return Number(at + 2, 13, 19)
        place = self._after_and(at + 1) if word.value else None
        tens = self._word(place) if place is not None else None
        if tens is not None and place is not None and tens.role is Role.TENS:
            return Number(place + 1, tens.value + 3, tens.value + 9)
        return Number(at + 1, None, None)

    def _part(self, at: int, word: NumberWord) -> Number | None:
        times = self._word(at + 1) if self._touches(at + 1) else None
        if times is None or times.role is not Role.THOUSAND or times.joined or times.clitic:
            return None
        value = times.value // word.value
        return Number(at + 2, value, value)

    def _multiplier(self, at: int) -> tuple[int, int]:
        """What multiplies the number before `at`, and where that ends; 1 if nothing does."""
        word = self._word(at) if self._touches(at) else None
        if word is None or word.joined or word.clitic:
            return 1, at
        if word.role in {Role.THOUSAND, Role.PLURAL}:
            return word.value, at + 1
        if word.role is Role.TWO_THOUSAND and self.forms[at].endswith("الفا"):
            return word.value, at + 1  # 29 ألفا
        return 1, at

    def _half(self, at: int, times: int) -> int | None:
        """Where `ونصف` after a multiplier ends, the repeated multiplier with it (مليون ونصف المليون)."""
        if not self._touches(at) or self._raw(at) != "ونصف":
            return None
        again = self._word(at + 1) if self._touches(at + 1) else None
        return at + 2 if again is not None and again.value == times else at + 1

    def _after_and(self, at: int) -> int | None:
        """The word after و at `at`: the same word where و is written onto it."""
        if not self._touches(at):
            return None
        form = self.forms[at]
        if form == "و":
            return at + 1 if at + 1 < self.size and self._joins(at + 1) else None
        if form == "واحد" and self._raw(at + 1) in _TEN_FORMS:
            return at  # وأحد عشر folds to واحد عشر
        word = number_word(form)
        return at if word is not None and word.joined else None

    def _joins(self, at: int) -> bool:
        if not self._touches(at):
            return False
        return self.forms[at][0].isdecimal() or number_word(self.forms[at]) is not None

    def _touches(self, at: int) -> bool:
        if at >= self.size:
            return False
        return self.gaps is None or self.gaps[at] in {" ", ""} or self.gaps[at].isspace()

    def _raw(self, at: int) -> str:
        return self.forms[at] if self._touches(at) else ""

    def _word(self, at: int) -> NumberWord | None:
        return number_word(self.forms[at]) if at < self.size else None

    def _digits(self, at: int) -> Digits | None:
        digits = parse_digits(self.forms[at]) if self.forms[at][0].isdecimal() else None
        return digits if digits is not None and digits.shape in {Shape.WHOLE, Shape.DECIMAL} else None

    def _is_bare(self, at: int, role: Role, value: int) -> bool:
        word = self._word(at) if self._touches(at) else None
        return word is not None and word[:5] == (role, value, False, False, False)
