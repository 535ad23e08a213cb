"""Compile entries into the one block of bytes that reading starts from.

Three parts: the entries, in rows; for every key (see `spell`) the rows that bear it and how
sure a sign of a place it is; and for every first word under which a name may begin, how many
words its longest name has, and which second words follow it. Rows and keys stay packed until a report asks for them, so that
starting does not grow with what users add.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.merge import Merger
from tawatur.gazetteer.ordinary import is_ordinary, is_personal
from tawatur.gazetteer.spell import key_of, starts_of, tokens_of

FORMAT = 3  # of the block; a change of it makes every kept block stale

# How sure a sign of a place a name is, by itself: an ordinary word that some table has as a place, which
# counts only after a word for its kind; one that ships, which counts beside several signs; an ordinary
# word that is also a town; a small place's own name; a name that says it all.
KINDED, RARELY, ORDINARY, PLAIN, SURE = -1, 0, 1, 2, 3
LARGE = frozenset({"country", "province", "city"})
_SAID = {"sure": SURE, "beside": PLAIN, "rarely": RARELY}
_KNOWN_TOWN = 20_000  # people; a town of a user's table this large is read as a place wherever it stands


class Key(msgspec.Struct, array_like=True, gc=False):
    """What a key stands for.

    `exact` are the folded spellings, run together, that gave it, each with how sure a sign it is;
    `strength` is that of the surest.
    """

    strength: int
    rows: list[int]
    exact: dict[str, int]


class Block(msgspec.Struct, array_like=True):
    """The compiled form; `keys` and `entries` hold packed `Key`s and `Entry`s."""

    format: int
    fingerprint: str
    heads: dict[str, int]
    pairs: set[str]
    keys: dict[str, msgspec.Raw]
    entries: list[msgspec.Raw]


def build_block(shipped: Iterable[Entry], added: Iterable[Entry], fingerprint: str) -> bytes:
    """Compile what ships and what users added; earlier entries lead where two are one place."""
    merger = Merger()
    keys: dict[str, Key] = {}
    heads: dict[str, int] = {}
    pairs: set[str] = set()
    for entries, is_shipped in ((shipped, True), (added, False)):
        for entry in entries:
            row, _ = merger.add(entry)
            for form in entry.spellings:
                _add_form(keys, heads, pairs, form, row, entry, is_shipped=is_shipped)
    encode = msgspec.msgpack.Encoder(order="deterministic").encode
    return encode(
        Block(
            FORMAT,
            fingerprint,
            heads,
            pairs,
            {name: msgspec.Raw(encode(key)) for name, key in keys.items()},
            [msgspec.Raw(encode(entry)) for entry in merger.entries],
        )
    )


def _add_form(
    keys: dict[str, Key],
    heads: dict[str, int],
    pairs: set[str],
    form: str,
    row: int,
    entry: Entry,
    *,
    is_shipped: bool,
) -> None:
    tokens = tokens_of(form)
    if not tokens:
        return
    name = key_of(tokens)
    exact = "".join(tokens)
    strength = strength_of(entry, tokens, is_shipped=is_shipped)
    key = keys.get(name)
    if key is None:
        keys[name] = Key(strength, [row], {exact: strength})
    else:
        key.strength = max(key.strength, strength)
        if row not in key.rows:
            key.rows.append(row)
        key.exact[exact] = max(key.exact.get(exact, KINDED), strength)
    for head, second, longest in starts_of(tokens, name):
        if heads.get(head, 0) < longest:
            heads[head] = longest
        if second:
            pairs.add(f"{head} {second}")


def strength_of(entry: Entry, tokens: list[str], *, is_shipped: bool) -> int:
    """How sure a sign of a place this spelling is."""
    if entry.said in _SAID:
        return _SAID[entry.said]
    if is_ordinary(tokens) and (len(tokens) == 1 or not is_shipped or is_personal(tokens)):
        if entry.kind == "country":
            return PLAIN  # في مالي is Mali; مالي alone is "financial"
        return ORDINARY if entry.kind in LARGE else RARELY if is_shipped else KINDED
    return SURE if is_shipped or entry.population >= _KNOWN_TOWN else PLAIN
