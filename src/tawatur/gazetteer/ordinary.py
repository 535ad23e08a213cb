"""Words that newspapers mostly use for other things than places, and the names that people bear.

A place called by such a word (السلام, النصر, الجديدة, خالد) is read as a place only where the
words around it say so.
"""

from __future__ import annotations

from functools import cache

from tawatur.gazetteer.kinds import DATA, kind_words
from tawatur.gazetteer.spell import load_name_parts, tokens_of


@cache
def load_ordinary() -> frozenset[str]:
    """Folded ordinary words."""
    return _read_words("ordinary.txt")


@cache
def load_given_names() -> frozenset[str]:
    """Folded given names of people."""
    return _read_words("given-names.txt")


def _read_words(name: str) -> frozenset[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    words = " ".join(line for line in lines if not line.startswith("#"))
    return frozenset(tokens_of(words))


def is_ordinary(tokens: list[str]) -> bool:
    """Whether a name, by its folded words, is as likely something else as a place.

    >>> is_ordinary(["السلام"]), is_ordinary(["ابو", "حسن"]), is_ordinary(["راس", "العين"])
    (True, True, False)
    """
    ordinary, given = load_ordinary(), load_given_names()
    if len(tokens) == 1:
        return tokens[0] in ordinary or tokens[0] in given or len(tokens[0]) < 3
    if is_personal(tokens):
        return True
    announced = tokens[0] in kind_words() or tokens[0] in load_name_parts().heads
    return not announced and all(t in ordinary for t in tokens)


def is_personal(tokens: list[str]) -> bool:
    """Whether a name is made of the names of people alone: أبو حسن, الشيخ ناصر."""
    given, parts = load_given_names(), load_name_parts().personal
    return all(token in given or token in parts for token in tokens)
