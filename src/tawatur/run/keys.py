"""The words that a case is searched by: folded, and asked for with what Arabic writes onto them.

The index holds folded words as they stand. A question is widened instead: قصف also asks for وقصف,
بالقصف, للقصف. So nothing is cut off a word that only looks like a proclitic.
"""

from __future__ import annotations

from tawatur.segment.words import Words

_CONJUNCTIONS = ("", "و", "ف")
_ARTICLES = ("", "ب", "ك", "ل", "ال", "بال", "كال", "لل")


def search_body(shown: str) -> str:
    return " ".join(Words(shown).forms)


def search_expression(asked: str) -> str:
    """A user's words as an FTS5 expression: every word must stand, in any of its written joins.

    A word is asked for in the pieces that the index has it in: an index of words alone refuses a phrase.

    >>> search_expression("القصف").startswith('("قصف" OR "بقصف"')
    True
    >>> search_expression("12/10/2018")
    '("12") AND ("10") AND ("2018")'
    """
    pieces = (piece for word in Words(asked).forms for piece in _cut(word))
    return " AND ".join(f"({' OR '.join(_joins(piece))})" for piece in pieces)


def _cut(form: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in form).split()


def _joins(form: str) -> list[str]:
    bare = form.removeprefix("ال") if len(form) > 4 else form
    if not "\u0600" <= bare[:1] <= "\u06ff":
        return [f'"{bare}"']
    return [f'"{conjunction}{article}{bare}"' for conjunction in _CONJUNCTIONS for article in _ARTICLES]
