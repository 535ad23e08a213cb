"""What a source without an identifier is called: the name in quotation marks, and not the noun in front of it."""

from __future__ import annotations

import re

# `منظمة "بتسيلم`: the words of a name end before the mark that closes it.
_CALLED = re.compile(r"(?P<noun>[^\"“”«»()]*)(?P<opens>[\"“«(])(?P<name>[^\"“”«»()]+)[\"”»)]?(?P<rest>.*)")
_MARKS = re.compile(r"[\"“”«»()]")
_DESCRIBED = re.compile(
    r"\b(ال|لل)?[أا]نباء\b"
)  # what many agencies are: the letters in brackets name this one
_ARABIC = re.compile(r"[\u0621-\u064a]{2}")


def tidy_source(source: str) -> str:
    """A source, its name as people call it.

    >>> tidy_source('media:وكالة الأنباء الفلسطينية (وفا'), tidy_source('other:منظمة "بتسيلم')
    ('media:وفا', 'other:بتسيلم')
    >>> tidy_source('media:وكالة فرانس برس (أ ف ب'), tidy_source('media:قناة العربية (السعودية')
    ('media:وكالة فرانس برس', 'media:قناة العربية')
    >>> tidy_source('media:شبكة "شام" الإخبارية'), tidy_source('other:المركز السوري للعدالة (SJAC')
    ('media:شبكة شام الإخبارية', 'other:المركز السوري للعدالة')
    """
    kind, colon, whole = source.partition(":")
    called = _CALLED.fullmatch(whole) if colon else None
    if called is None:
        return source
    noun, name, rest = (called[part].strip() for part in ("noun", "name", "rest"))
    if rest:
        whole = " ".join(_MARKS.sub(" ", whole).split())
    elif noun and called["opens"] == "(" and not (_DESCRIBED.search(noun) and _ARABIC.search(name)):
        whole = noun  # what follows in brackets is short for it
    else:
        whole = name
    return f"{kind}:{whole}"
