"""The words of which numbers are made, whatever clitics they carry; `numerals` puts them together.

A form may be a number word only after its clitics are taken off (`وبثلاثة`), and some that look like
one then are none: `لست` "I am not", `الاثنين` the weekday.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from tawatur.arabic.fold import fold


class Role(IntEnum):
    """The part that a number word plays in a compound."""

    ONE = 0  # واحد: a number only inside a compound or after its noun
    ELEVEN = 1  # أحد, إحدى: a number only before عشر
    UNIT = 2  # 2–9
    TEN = 3
    TEEN = 4  # written as one word
    TENS = 5
    HUNDRED = 6  # 100–900
    THOUSAND = 7  # a multiplier
    TWO_THOUSAND = 8  # its dual
    PLURAL = 9  # آلاف: a multiplier after a number, `many` alone
    MANY = 10  # عشرات, مئات
    FEW = 11  # بضع, عدة
    FRACTION = 12  # نصف مليون


class NumberWord(NamedTuple):
    """A number word by itself, its clitics taken off."""

    role: Role
    value: int
    joined: bool = False  # و before it
    clitic: bool = False  # ف ب ل ك before it
    definite: bool = False


_UNITS = {
    2: "اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي إثنان إثنين إتنين اتنين ثنين",
    3: "ثلاث ثلاثة ثلاثا تلات تلاتة تلاته",
    4: "أربع أربعة أربعا",
    5: "خمس خمسة خمسا",
    6: "ست ستة ستا",
    7: "سبع سبعة سبعا",
    8: "ثمان ثماني ثمانية ثمانيا تمان تمانية تمنية تماني ثمنية",
    9: "تسع تسعة تسعا",
}
_SPOKEN = {  # as they are said from Morocco to Iraq
    11: "حداشر احداشر حدعش احدعش ادعش",
    12: "اتناشر اطناشر طناشر اثناشر اتنعش اطنعش اثنعش ثنعش تناعش اتناعش",
    13: "تلاتاشر تلتاشر تلطاشر تلطعش تلاتعش ثلطعش ثلاثطعش تلتعش",
    14: "اربعتاشر اربعطاشر اربعطعش اربعتعش",
    15: "خمستاشر خمسطاشر خمسطعش خمستعش",
    16: "ستاشر سطاشر ستطعش سطعش ستعش",
    17: "سبعتاشر سبعطاشر سبعطعش سبعتعش",
    18: "تمنتاشر تمنطاشر تمنطعش ثمنطعش تمنتعش",
    19: "تسعتاشر تسعطاشر تسعطعش تسعتعش",
    300: "تلتمية تلاتمية ثلثمية تلتميه تلاتميت تلتميت",
    400: "ربعمية اربعميت ربعميت",
    500: "خمسميت",
    600: "ستميت",
    700: "سبعميت",
    800: "تمنمية تمانمية تمنميت ثمنمية",
    900: "تسعميت",
}
_TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
_HUNDRED = "مئة مائة مية ماية مئه"
_HUNDREDS = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني ثمن", 9: "تسع"}


def _vocabulary() -> dict[str, NumberWord]:
    words: dict[str, NumberWord] = {}

    def add(forms: str, role: Role, value: int) -> None:
        for form in forms.split():
            words.setdefault(fold(form), NumberWord(role, value))

    add("واحد واحدة واحدا", Role.ONE, 1)
    add("أحد إحدى", Role.ELEVEN, 1)
    for value, forms in _UNITS.items():
        add(forms, Role.UNIT, value)
    add("عشر عشرة", Role.TEN, 10)
    for value, forms in {1: "أحد إحدى", **_UNITS}.items():
        add(" ".join(form + ten for form in forms.split() for ten in ("عشر", "عشرة")), Role.TEEN, 10 + value)
    for value, forms in _SPOKEN.items():
        add(forms, Role.TEEN if value < 20 else Role.HUNDRED, value)
    for value, stem in _TENS.items():
        add(f"{stem}ون {stem}ين", Role.TENS, value)
    add("تلاتين", Role.TENS, 30)
    add("تمانين تمنين ثمنين", Role.TENS, 80)
    add(_HUNDRED, Role.HUNDRED, 100)
    add("مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي ميتين", Role.HUNDRED, 200)
    for value, stems in _HUNDREDS.items():
        add(
            " ".join(stem + hundred for stem in stems.split() for hundred in _HUNDRED.split()),
            Role.HUNDRED,
            100 * value,
        )
    add("ألف", Role.THOUSAND, 1000)
    add("مليون مليونا", Role.THOUSAND, 1_000_000)
    add("مليار مليارا بليون", Role.THOUSAND, 1_000_000_000)
    add("تريليون تريليونا", Role.THOUSAND, 1_000_000_000_000)
    add("ألفان ألفين ألفا ألفي", Role.TWO_THOUSAND, 1000)
    add("مليونان مليونين مليوني", Role.TWO_THOUSAND, 1_000_000)
    add("ملياران مليارين ملياري", Role.TWO_THOUSAND, 1_000_000_000)
    add("آلاف آلافا الآف", Role.PLURAL, 1000)
    add("ملايين ملايينا", Role.PLURAL, 1_000_000)
    add("مليارات", Role.PLURAL, 1_000_000_000)
    add("تريليونات", Role.PLURAL, 1_000_000_000_000)
    add("عشرات", Role.MANY, 20)
    add("مئات مائات", Role.MANY, 200)
    add("بضع بضعة", Role.FEW, 1)
    add("عدة", Role.FEW, 0)
    add("نصف", Role.FRACTION, 2)
    add("ربع", Role.FRACTION, 4)
    return words


_WORDS = _vocabulary()
# Other words once a clitic is taken off: لست "I am not", الست "the lady", كسبع.
_NOT_NUMBERS = frozenset(map(fold, ("لست", "ولست", "فلست", "الست", "الاثنين", "والاثنين", "كست")))
_read: dict[str, NumberWord | None] = {}
_READ_MOST = 60_000


def number_word(form: str) -> NumberWord | None:
    """The number word in a folded form, whatever clitics it carries; `الاثنين` is the weekday.

    >>> number_word("وعشرين")
    NumberWord(role=<Role.TENS: 5>, value=20, joined=True, clitic=False, definite=False)
    """
    try:
        return _read[form]
    except KeyError:
        if len(_read) >= _READ_MOST:
            _read.clear()
        word = _read[form] = _strip(form)
        return word


def _strip(form: str) -> NumberWord | None:
    if word := _WORDS.get(form):
        return word
    if form in _NOT_NUMBERS:
        return None
    joined = clitic = definite = False
    rest = form
    if rest[:1] == "و" and len(rest) > 3:
        rest, joined = rest[1:], True
    if rest not in _WORDS and rest[:1] in "فبلك" and len(rest) > 3:
        rest, clitic = rest[1:], True
    if rest not in _WORDS and rest[:2] == "ال":
        rest, definite = rest[2:], True
    elif rest not in _WORDS and clitic and form[joined] == "ل" and rest[:1] == "ل":
        rest, definite = rest[1:], True
    word = _WORDS.get(rest)
    if word is None or (word.role in {Role.ELEVEN, Role.FRACTION} and (clitic or definite)):
        return None
    return word._replace(joined=joined, clitic=clitic, definite=definite)
