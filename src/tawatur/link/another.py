"""Words that set a happening off from one told before: a second strike, another attack, struck again."""

from __future__ import annotations

import re
from functools import cache

from tawatur.arabic.fold import fold_phrase
from tawatur.link.sides import load_rules


def says_another(quote: str) -> bool:
    """Whether a folded quote tells of one more of its kind.

    >>> says_another("استهدف الطيران البلده بغاره ثانيه")
    True
    """
    return _pattern().search(quote) is not None


@cache
def _pattern() -> re.Pattern[str]:
    rules = load_rules("another")
    happenings, others, again = (
        "|".join(sorted((fold_phrase(word) for word in rules[name]), key=len, reverse=True))
        for name in ("happenings", "others", "again")
    )
    return re.compile(
        rf"(?:^| )(?:[وفبلك]?(?:ال)?(?:{happenings}) (?:ال)?(?:{others})|[وف]?(?:{again}))(?= |$)"
    )
