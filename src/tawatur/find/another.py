"""Words that set a happening off from one told before: a second strike, another attack, struck again."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tawatur.arabic.wordlists import Forms, open_lists, read_lists


class _Vocabulary(NamedTuple):
    """The lists of `another.yaml`, by their names there."""

    happenings: Forms
    others: Forms
    again: Forms


def says_another(words: str) -> bool:
    """Whether folded words tell of one more of its kind.

    >>> says_another("استهدف الطيران البلده بغاره ثانيه")
    True
    """
    return _pattern().search(words) is not None


@cache
def _pattern() -> re.Pattern[str]:
    lists = read_lists(open_lists("another"), _Vocabulary)
    happenings, others, again = (
        "|".join(sorted(forms, key=lambda form: (-len(form), form))) for forms in lists
    )
    return re.compile(
        rf"(?:^| )(?:[وفبلك]?(?:ال)?(?:{happenings}) (?:ال)?(?:{others})|[وف]?(?:{again}))(?= |$)"
    )
