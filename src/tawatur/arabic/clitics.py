"""Split what is written onto the front of a word: و ف ب ل ك and their joins with the article.

A split is only a possibility: فصائل is no ف + صائل. Whoever looks words up asks for the whole
word first and takes a split only where the rest is a word it knows.
"""

from __future__ import annotations

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")


def split_proclitics(form: str) -> tuple[tuple[str, str], ...]:
    """Each way to read a folded word as proclitics and the rest, whole word first.

    The article stays with the rest, also where ل swallows its alef.

    >>> split_proclitics("وللتحالف")
    (('', 'وللتحالف'), ('و', 'للتحالف'), ('ول', 'لتحالف'), ('ول', 'التحالف'))
    """
    splits = [("", form)]
    _split_preposition("", form, splits)
    if len(form) > 2 and form[0] in _CONJUNCTIONS:
        splits.append((form[0], form[1:]))
        _split_preposition(form[0], form[1:], splits)
    return tuple(splits)


def _split_preposition(before: str, form: str, splits: list[tuple[str, str]]) -> None:
    if len(form) < 3 or form[0] not in _PREPOSITIONS:
        return
    splits.append((before + form[0], form[1:]))
    if form.startswith("لل") and len(form) > 3:
        splits.append((before + "ل", "ال" + form[2:]))
