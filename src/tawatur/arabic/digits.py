"""Read a number that is written in digits, as `segment.words` cuts it: one form with its separators.

The trap is the separator. `1.450` and `1,450` are thousands in Arabic news, `3.5` and `3,5` are not
whole; `10-15` is a range, `2-1` a score, `28-11-2018` a date, `10:35` a time of day. Digits are
expected folded (`arabic.fold`): Arabic-Indic and Persian ones are already 0–9.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\.\d{3})+")
_DECIMAL = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)[.,](\d+)")
_PARTS = re.compile(r"[/\-.:]")
_LONGEST = 12  # digits; a longer run numbers a telephone or an account


class Shape(StrEnum):
    """What a run of digits and separators looks like before its neighbours are asked."""

    WHOLE = "whole"
    DECIMAL = "decimal"
    RANGE = "range"  # 10-15: the first below the second
    CLOCK = "clock"  # 10:35
    DATE = "date"  # 28/11/2018, 2018-11-28, 28/11
    OTHER = "other"  # a score, a telephone, a version


class Digits(NamedTuple):
    shape: Shape
    value: float  # of WHOLE and DECIMAL, else 0
    parts: tuple[int, ...]  # the numbers between the separators, in the order written


@lru_cache(maxsize=20_000)
def parse_digits(form: str) -> Digits | None:
    """What a folded form of digits says; None if it holds anything but digits and separators.

    >>> parse_digits("1,450").value, parse_digits("1.450").value, parse_digits("3.5").value
    (1450, 1450, 3.5)
    >>> parse_digits("10-15").shape, parse_digits("2-1").shape, parse_digits("28/11/2018").shape
    (<Shape.RANGE: 'range'>, <Shape.OTHER: 'other'>, <Shape.DATE: 'date'>)
    """
    if not form[:1].isdecimal() or any(c not in "0123456789.,:/-" for c in form):
        return None
    if sum(map(str.isdecimal, form)) > _LONGEST:
        return Digits(Shape.OTHER, 0, ())
    if form.isdecimal():
        return Digits(Shape.WHOLE, int(form), (int(form),))
    if _THOUSANDS.fullmatch(form):
        value = int(re.sub(r"[.,]", "", form))
        return Digits(Shape.WHOLE, value, (value,))
    if decimal := _DECIMAL.fullmatch(form):
        whole, rest = decimal.groups()
        return Digits(
            Shape.DECIMAL, float(f"{whole.replace(',', '')}.{rest}"), (int(whole.replace(",", "")), int(rest))
        )
    pieces = [piece.replace(",", "") for piece in _PARTS.split(form)]
    if not all(piece.isdecimal() for piece in pieces):
        return Digits(Shape.OTHER, 0, ())
    return Digits(_shape(form, pieces), 0, tuple(map(int, pieces)))


def _shape(form: str, pieces: list[str]) -> Shape:
    parts = [int(piece) for piece in pieces]
    if ":" in form:
        return Shape.CLOCK if _is_clock(form, parts) else Shape.OTHER
    if len(parts) == 3 and _is_date(pieces):
        return Shape.DATE
    if len(parts) != 2:
        return Shape.OTHER
    if "-" in form and parts[0] < parts[1]:
        return Shape.RANGE
    if "/" in form and _is_day_and_month(parts):
        return Shape.DATE
    return Shape.OTHER


def _is_clock(form: str, parts: list[int]) -> bool:
    return form.count(":") == len(parts) - 1 <= 2 and parts[0] <= 24 and all(part < 60 for part in parts[1:])


def _is_date(pieces: list[str]) -> bool:
    first, middle, last = (int(piece) for piece in pieces)
    if len(pieces[0]) == 4:
        return middle <= 12 and 1 <= last <= 31
    return _is_day_and_month([first, middle]) and len(pieces[2]) in (2, 4)


def _is_day_and_month(parts: list[int]) -> bool:
    low, high = sorted(parts)
    return 1 <= low <= 12 and high <= 31
