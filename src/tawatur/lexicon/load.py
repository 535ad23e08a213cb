"""The lexicon that ships, as reading asks for it: forms by file, and by the word that they begin with.

Writing every form out of the YAML is most of what starting would cost. What comes of it is kept in a cache; it is written out anew
when any of its sources changes, and in memory where no cache can be written. Forms stay packed until a text asks for their first word.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from tawatur.arabic.inflect import Inflected
from tawatur.fingerprint import code_fingerprint
from tawatur.kept import Kept, user_folder
from tawatur.lexicon.entry import Entry, Form, Sense
from tawatur.lexicon.forms import FILES, write_file

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_FORMAT = 1  # of the block; a change of it makes every kept block stale
_SOURCES = ("arabic", "lexicon", "data/lexicons")  # of `tawatur`: what the forms are made of


class Block(msgspec.Struct, array_like=True):
    """The compiled form. Entries and forms are known by their numbers, in the order of the files."""

    format: int
    entries: list[msgspec.Raw]  # packed `Entry`s
    forms: list[msgspec.Raw]  # packed `_Packed`s
    # File → its first entry and the one past its last, and so its forms.
    spans: dict[str, tuple[int, int, int, int]]
    firsts: dict[str, list[int]]  # word → the forms that begin with it


class _Packed(msgspec.Struct, array_like=True, gc=False):
    """A form, with its entry's number for the entry."""

    words: tuple[str, ...]
    entry: int
    says: Inflected | None
    sense: Sense | None
    name: str


_decode_block = msgspec.msgpack.Decoder(Block).decode
_decode_entry = msgspec.msgpack.Decoder(Entry).decode
_decode_form = msgspec.msgpack.Decoder(_Packed).decode


class Lexicon:
    """Opens what a text asks for, once."""

    def __init__(self, block: bytes) -> None:
        self._block = _decode_block(block)
        self._entries: dict[int, Entry] = {}
        self._forms: dict[int, Form] = {}

    def forms(self, name: str) -> tuple[Form, ...]:
        """Every form of a file, in order."""
        *_, first, last = self._block.spans[name]
        return tuple(map(self._form, range(first, last)))

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Every entry of a file, in order."""
        first, last, *_ = self._block.spans[name]
        return tuple(map(self._entry, range(first, last)))

    def beginning_with(self, word: str) -> list[Form]:
        """The forms that begin with a folded word, in order."""
        return [self._form(number) for number in self._block.firsts.get(word, ())]

    def _entry(self, number: int) -> Entry:
        entry = self._entries.get(number)
        if entry is None:
            entry = self._entries[number] = _decode_entry(self._block.entries[number])
        return entry

    def _form(self, number: int) -> Form:
        form = self._forms.get(number)
        if form is None:
            packed = _decode_form(self._block.forms[number])
            form = self._forms[number] = Form(
                words=packed.words,
                entry=self._entry(packed.entry),
                says=packed.says,
                sense=packed.sense,
                name=packed.name,
            )
        return form


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships."""
    kept, fingerprint = Kept.at("lexicon"), f"{_FORMAT}-{code_fingerprint(*_SOURCES)}"
    block = kept.read(fingerprint)
    if block is not None:
        try:
            return Lexicon(block)
        except (msgspec.DecodeError, UnicodeDecodeError):
            pass  # cut short by a full disk: write it out anew
    block = build_block()
    kept.write(fingerprint, block)
    return Lexicon(block)


def load_file(name: str) -> tuple[Form, ...]:
    """The forms of one lexicon that ships."""
    return load_lexicon().forms(name)


@cache
def load_entries(name: str) -> tuple[Entry, ...]:
    """The entries of one lexicon that ships, and of that name in the user's own folder; what a caller gives as `home` only the finders see."""
    own = user_folder() / "lexicons" / f"{name}.yaml"
    added = [form.entry for form in write_file(own, name)] if own.is_file() else []
    return (*load_lexicon().entries(name), *(entry for entry, _ in groupby(added)))


def build_block() -> bytes:
    """Write every form of the lexicons that ship out."""
    encode = msgspec.msgpack.Encoder(order="deterministic").encode
    entries: list[msgspec.Raw] = []
    forms: list[msgspec.Raw] = []
    spans: dict[str, tuple[int, int, int, int]] = {}
    firsts: dict[str, list[int]] = {}
    for name in FILES:
        first_entry, first_form = len(entries), len(forms)
        last: Entry | None = None
        for form in write_file(_shipped() / f"{name}.yaml", name):
            if form.entry is not last:
                entries.append(msgspec.Raw(encode(form.entry)))
                last = form.entry
            firsts.setdefault(form.words[0], []).append(len(forms))
            packed = _Packed(form.words, len(entries) - 1, form.says, form.sense, form.name)
            forms.append(msgspec.Raw(encode(packed)))
        spans[name] = (first_entry, len(entries), first_form, len(forms))
    return encode(Block(_FORMAT, entries, forms, spans, firsts))


def _shipped() -> Traversable:
    return files("tawatur") / "data" / "lexicons" / "ar"
