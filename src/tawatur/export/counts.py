"""Count people in words: number and noun agree, and a range stays a range.

A count is `low` and `high` as an effect has them: equal for a plain number, no `high` for "at
least", no `low` for "up to", neither where the text gives people and no number.
"""

from __future__ import annotations

from typing import Literal

from tawatur.export.ontology import EnglishNoun, Forms

Case = Literal["nominative", "genitive"]


def count_english(low: int | None, high: int | None, noun: EnglishNoun) -> str:
    """A count and its noun in English.

    >>> fighter = EnglishNoun("fighter", "fighters")
    >>> [count_english(*c, fighter) for c in ((1, 1), (6, 6), (20, None), (None, 40), (10, 15), (None, None))]
    ['1 fighter', '6 fighters', 'at least 20 fighters', 'up to 40 fighters', '10 to 15 fighters', 'fighters']
    """
    number = number_english(low, high)
    if number is None:
        return noun.more
    return f"{number} {noun.one if is_one(low, high) else noun.more}"


def number_english(low: int | None, high: int | None) -> str | None:
    """The number without its noun; None where the text gives none."""
    if low is None and high is None:
        return None
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def is_one(low: int | None, high: int | None) -> bool:
    """Whether an English verb after the count is singular."""
    return (low, high) in ((1, 1), (1, None), (None, 1))


def count_arabic(low: int | None, high: int | None, noun: Forms, case: Case = "nominative") -> str:
    """A count and its noun in Arabic, in the form that the number asks for.

    >>> from tawatur.export.ontology import load_effects
    >>> dead = load_effects()["killed"].harmed
    >>> [count_arabic(n, n, dead) for n in (1, 2, 3, 11, 100, 103)]
    ['قتيل واحد', 'قتيلان', '3 قتلى', '11 قتيلاً', '100 قتيل', '103 قتلى']
    >>> count_arabic(10, 15, dead), count_arabic(20, None, dead), count_arabic(None, 2, dead)
    ('بين 10 و15 قتيلاً', '20 قتيلاً على الأقل', 'ما يصل إلى قتيلين')
    """
    if low is None and high is None:
        return noun.some_genitive if case == "genitive" else noun.some
    if low is None:
        assert high is not None
        return f"{noun.one} على الأكثر" if high == 1 else f"ما يصل إلى {_exactly(high, noun, 'genitive')}"
    if high is None:
        return f"{_exactly(low, noun, case)} على الأقل"
    if low == high:
        return _exactly(low, noun, case)
    if (low, high) == (1, 2):
        return f"{noun.one} أو {_exactly(2, noun, case)}"
    if high <= 2:
        return f"ما يصل إلى {_exactly(high, noun, 'genitive')}"
    between = "ما بين" if case == "genitive" else "بين"  # after عن and the like, بين alone jars
    return f"{between} {low:,} و{_exactly(high, noun, 'genitive')}"


def _exactly(number: int, noun: Forms, case: Case) -> str:
    if number == 1:
        return noun.one
    if number == 2:
        return noun.two_genitive if case == "genitive" else noun.two
    rest = number % 100
    form = noun.few if 3 <= rest <= 10 else noun.many if rest >= 11 else noun.other
    # 0 takes the broken plural of "few" in print ("0 قتلى"), as 3 to 10 do.
    return f"{number:,} {noun.few if number == 0 else form}"
