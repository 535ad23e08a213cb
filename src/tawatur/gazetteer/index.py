"""The gazetteer as reading uses it: names to entries, entries by row.

`Gazetteer.load(home)` is the base and the supplement that ship, and the tables under
`home` (`$TAWATUR_HOME`, or the platform's user data folder). The compiled block is kept in a
cache; it is rebuilt when any of its sources changes, and compiled in memory where no cache
can be written.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import msgspec

from tawatur.gazetteer.compile import FORMAT, ORDINARY, Block, Key, build_block
from tawatur.gazetteer.entry import Entry, slug
from tawatur.gazetteer.home import Home
from tawatur.gazetteer.shipped import read_shipped, shipped_fingerprint
from tawatur.gazetteer.spell import key_of, loose, tokens_of

_decode_block = msgspec.msgpack.Decoder(Block).decode
_decode_key = msgspec.msgpack.Decoder(Key).decode
_decode_entry = msgspec.msgpack.Decoder(Entry).decode

_ARTICLES = frozenset(
    {"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ez", "et", "ed", "es", "the", "of"}
)


class Gazetteer:
    """Places by name. Names are matched by key; which spelling a text used is the caller's to weigh."""

    __slots__ = ("_block", "_entries", "_keys", "fingerprint", "heads", "pairs")

    def __init__(self, block: bytes) -> None:
        self._block = _decode_block(block)
        self.fingerprint: str = self._block.fingerprint
        self.heads: dict[str, int] = self._block.heads
        self.pairs: set[str] = self._block.pairs  # first and second words of names, a space between
        self._keys: dict[str, Key | msgspec.Raw] = {**self._block.keys}
        self._entries: dict[int, Entry] = {}

    @classmethod
    def load(cls, home: Path | None = None) -> Gazetteer:
        """What ships and what the user added; `home` None is the user's own folder."""
        place = Home.at(home)
        fingerprint = f"{FORMAT}-{shipped_fingerprint()}-{place.fingerprint()}"
        kept = place.kept.read(fingerprint)
        if kept is not None:
            try:
                return cls(kept)
            except (msgspec.DecodeError, UnicodeDecodeError):
                pass  # cut short by a full disk, or written by another version: compile anew
        block = build_block(read_shipped(), place.read_added(), fingerprint)
        place.kept.write(fingerprint, block)
        return cls(block)

    @classmethod
    def of(cls, entries: list[Entry]) -> Gazetteer:
        """A gazetteer of just these entries, as if they shipped."""
        return cls(build_block(entries, (), "given"))

    def __len__(self) -> int:
        return len(self._block.entries)

    def key(self, name: str) -> Key | None:
        """What a key stands for, or None."""
        found = self._keys.get(name)
        if found is None or isinstance(found, Key):
            return found
        opened = self._keys[name] = _decode_key(found)
        return opened

    def entry(self, row: int) -> Entry:
        try:
            return self._entries[row]
        except KeyError:
            found = self._entries[row] = _decode_entry(self._block.entries[row])
            return found

    def entries(self) -> Iterator[Entry]:
        return map(self.entry, range(len(self)))

    def named(self, name: str) -> list[Entry]:
        """The entries that a name may mean, in the order of their rows."""
        tokens = tokens_of(name)
        found = self.key(key_of(tokens)) if tokens else None
        return [self.entry(row) for row in found.rows] if found else []

    def called(self, name: str) -> list[Entry]:
        """The entries whose name in Latin letters is this one: spelled alike, else with other vowels, else longer.

        `deir ez zor` is Deir ez-Zor, `mayadin` Al-Mayadin, `Fashir` El Fasher.
        """
        wanted = plain_latin(name)
        if not wanted:
            return []
        named = [(plain, entry) for entry in self.entries() if (plain := plain_latin(entry.name_en))]
        bones = consonants(wanted)
        return (
            [entry for plain, entry in named if plain == wanted]
            or [entry for plain, entry in named if len(bones) > 2 and consonants(plain) == bones]
            or [entry for plain, entry in named if plain.startswith(wanted)]
        )

    def is_ordinary(self, name: str) -> bool:
        """Whether the name is as likely something else as a place."""
        tokens = tokens_of(name)
        found = self.key(key_of(tokens)) if tokens else None
        return found is not None and found.strength <= ORDINARY

    def starts(self, form: str) -> int:
        """How many words the longest name has that may begin with this folded word; 0: none does."""
        return self.heads.get(loose(form), 0)


def plain_latin(name: str) -> str:
    """A name in Latin letters without articles, hyphens and marks: `Al-Mayādīn` → `mayadin`."""
    return "".join(part for part in slug(name).split("-") if part not in _ARTICLES)


def consonants(plain: str) -> str:
    """Its consonants, doubled ones once: what the ways to write an Arabic name in Latin letters share."""
    bones = (letter for letter in plain if letter not in "aeiouy")
    return "".join(letter for letter, _ in groupby(bones))
