"""Spellings of place names that newspapers do not keep apart, reduced to one key.

Folding (`arabic.fold`) joins letters; names vary in more than letters: with and without ال
(الباغوز, باغوز), a last ء or ه or ا (التحيتا, التحيتاء; سوريا, سورية), أبو in its shapes (البوكمال,
أبو كمال, ألبو كمال), and written as one word or two (كفر نوران, كفرنوران; تل عفر, تلعفر). A key
runs the words of a name together, so that the last of these needs no rule at the place of
matching. A key says only that two spellings may be one name; which of them a text wrote is
compared again where it matters.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from tawatur.arabic.fold import fold_phrase
from tawatur.arabic.wordlists import Forms, WordLists, read_lists


class NameParts(NamedTuple):
    """The lists of `data/gazetteer/names.yaml`."""

    abu: Forms
    joined_heads: Forms
    heads: Forms
    personal: Forms


@cache
def load_name_parts() -> NameParts:
    return read_lists(WordLists(files("tawatur") / "data" / "gazetteer" / "names.yaml"), NameParts)


@cache
def _joined_heads() -> tuple[str, ...]:
    return tuple(sorted(load_name_parts().joined_heads, key=lambda head: (-len(head), head)))


@cache
def _articled_heads() -> tuple[str, ...]:
    return tuple(head + "ال" for head in _joined_heads() if len(head) > 2)


@lru_cache(maxsize=100_000)
def loose(token: str) -> str:
    """A folded word of a name without what writers leave out or add.

    >>> loose("الباغوز"), loose("التحيتاء"), loose("سوريا"), loose("البوكمال"), loose("بو")
    ('باغوز', 'تحيته', 'سوريه', 'ابوكمال', 'ابو')
    """
    if token in load_name_parts().abu:
        return "ابو"
    if token.startswith("البو") and len(token) >= 7:
        token = "ابو" + token[4:]
    elif token.startswith("ال") and len(token) >= 4:
        token = token[2:]
    for head in _articled_heads():
        if token.startswith(head) and len(token) >= len(head) + 3:
            token = head[:-2] + token[len(head) :]  # ديرالزور
    if token.startswith("معرت"):
        token = "معره" + token[4:]
    if len(token) >= 4 and token.endswith("ء"):
        token = token[:-1]
    if len(token) >= 3 and token.endswith("ا"):
        token = token[:-1] + "ه"
    return token


def tokens_of(name: str) -> list[str]:
    """The folded words of a name."""
    return fold_phrase(name).split()


def key_of(tokens: list[str]) -> str:
    """The key of a name from its folded words.

    >>> key_of(tokens_of("كفر نوران")) == key_of(tokens_of("كفرنوران"))
    True
    """
    return "".join(map(loose, tokens))


def starts_of(tokens: list[str], key: str) -> list[tuple[str, str, int]]:
    """The ways in which a text may begin this name: first word, second word, and how many words it then has.

    Words are loose; the second is empty where the first is all.

    >>> starts_of(["كفر", "نوران"], "كفرنوران")
    [('كفر', 'نوران', 2), ('كفرنوران', '', 1)]
    """
    parts = [loose(token) for token in tokens]
    starts = [(parts[0], parts[1] if len(parts) > 1 else "", len(parts))]
    if len(parts) > 1:
        starts.append((key, "", 1))
    if len(parts) > 2:
        starts.append((parts[0] + parts[1], parts[2], len(parts) - 1))
    starts.extend(
        (head, parts[0][len(head) :], len(parts) + 1)
        for head in _joined_heads()
        if parts[0].startswith(head) and len(parts[0]) >= len(head) + 3
    )
    return starts
