"""Read an ordinal: the days of a month (`الثالث والعشرين من`), the hours (`العاشرة`), never a count.

`العشرين` is "the twentieth" after a noun and "the twenty" before one; here it is the twentieth,
because it is asked for only where an ordinal is expected.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.number_words import Role, number_word


class Ordinal(NamedTuple):
    last: int  # the word after it
    value: int
    definite: bool


_FORMS = {
    1: "أول أولى",
    2: "ثاني ثانية ثان",
    3: "ثالث ثالثة",
    4: "رابع رابعة",
    5: "خامس خامسة",
    6: "سادس سادسة",
    7: "سابع سابعة",
    8: "ثامن ثامنة",
    9: "تاسع تاسعة",
    10: "عاشر عاشرة",
    11: "حادي حادية",  # only before عشر or a ten: الحادي عشر, الحادي والعشرين
}
_STEMS = {fold(form): value for value, forms in _FORMS.items() for form in forms.split()}
_TEEN = frozenset({"عشر", "عشره"})
_read: dict[str, tuple[int, bool] | None] = {}
_READ_MOST = 60_000


def ordinal_word(form: str) -> tuple[int, bool] | None:
    """The value of an ordinal below eleven in a folded form, and whether it is definite.

    >>> ordinal_word("والخامس"), ordinal_word("للثالث"), ordinal_word("خامس"), ordinal_word("خمسه")
    ((5, True), (3, True), (5, False), None)
    """
    try:
        return _read[form]
    except KeyError:
        if len(_read) >= _READ_MOST:
            _read.clear()
        found = _read[form] = _strip(form)
        return found


def _strip(form: str) -> tuple[int, bool] | None:
    rest = form[1:] if form[:1] == "و" and form[1:2] != "" else form
    if rest not in _STEMS and rest[:2] == "لل":
        rest = "ال" + rest[2:]
    if rest not in _STEMS and rest[:1] in "فبك" and rest[1:3] == "ال":
        rest = rest[1:]
    definite = rest not in _STEMS and rest[:2] == "ال"
    value = _STEMS.get(rest[2:] if definite else rest)
    return None if value is None else (value, definite)


def read_ordinal(forms: Sequence[str], at: int, gaps: Sequence[str] | None = None) -> Ordinal | None:
    """The ordinal whose first word is `forms[at]`, from the first to the ninety-ninth.

    >>> read_ordinal("الثالث والعشرين من".split(), 0)
    Ordinal(last=2, value=23, definite=True)
    >>> read_ordinal("الحادي عشر".split(), 0)
    Ordinal(last=2, value=11, definite=True)
    """
    first = ordinal_word(forms[at])
    if first is None:
        tens = number_word(forms[at])
        if tens is not None and tens.definite and tens.role is Role.TENS:
            return Ordinal(at + 1, tens.value, definite=True)
        return None
    value, definite = first
    follows = at + 1 < len(forms) and (gaps is None or gaps[at + 1] in {" ", "\xa0"})
    if follows and forms[at + 1] in _TEEN and value not in {1, 10}:
        return Ordinal(at + 2, 11 if value == 11 else 10 + value, definite)
    tens = number_word(forms[at + 1]) if follows else None
    if tens is not None and tens.role is Role.TENS and tens.joined and definite:
        return Ordinal(at + 2, (1 if value == 11 else value) + tens.value, definite)
    return None if value == 11 else Ordinal(at + 1, value, definite)
