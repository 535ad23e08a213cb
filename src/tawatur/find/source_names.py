"""What a source without an identifier is called: the name in quotation marks, and not the noun in front of it."""

from __future__ import annotations

import re

# `منظمة "بتسيلم`: the words of a name end before the mark that closes it.
_CALLED = re.compile(r"(?P<noun>[^\"“”«»()]*)(?P<opens>[\"“«(])(?P<name>[^\"“”«»()]+)[\"”»)]?(?P<rest>.*)")
_MARKS = re.compile(r"[\"“”«»()]")


def tidy_source(source: str) -> str:
    """A source, its name as people call it.

    >>> tidy_source('media:وكالة الأنباء الفلسطينية (وفا'), tidy_source('other:منظمة "بتسيلم')
    ('media:وفا', 'other:بتسيلم')
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
    elif noun and called["opens"] == "(" and kind == "other":
        whole = noun  # what follows in brackets is short for it
    else:
        whole = name
    return f"{kind}:{whole}"
