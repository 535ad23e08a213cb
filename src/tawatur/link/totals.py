"""Words by which a claim over a stretch of days counts many happenings, and not one."""

from __future__ import annotations

from functools import cache

from tawatur.arabic.fold import fold_phrase
from tawatur.link.sides import load_rules


def says_total(quote: str, words: frozenset[str]) -> bool:
    """Whether a folded quote, whose words are given bare, counts what many happenings came to."""
    since, many = _load()
    return not many.isdisjoint(words) or any(phrase in f" {quote} " for phrase in since)


@cache
def _load() -> tuple[tuple[str, ...], frozenset[str]]:
    rules = load_rules("totals")
    return (
        tuple(f" {fold_phrase(phrase)} " for phrase in rules["since"]),
        frozenset(fold_phrase(word) for word in rules["many"]),
    )
