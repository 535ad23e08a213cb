"""The stages that read one document, and what each of them is made of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from tawatur.fingerprint import code_fingerprint
from tawatur.kept import own_words
from tawatur.memory import uncollected
from tawatur.records import Claim, Document, Text


class Read(Protocol):
    """What a reader gives for one document."""

    @property
    def document(self) -> Document: ...
    @property
    def claims(self) -> Sequence[Claim]: ...


class Reads(Protocol):
    """Reads claims from a text; `tawatur.claim.Reader` is the one there is."""

    @property
    def fingerprint(self) -> str: ...
    def read(self, text: Text, document: Document) -> Read: ...


class LoadReader(Protocol):
    """Makes a reader; a worker that shares no memory makes its own."""

    def __call__(self) -> Reads: ...


class Keys(NamedTuple):
    """What a document was read with, a stage each."""

    clean: str
    claims: str
    link: str


def load_reader(home: Path | None = None) -> Reads:
    """The reader with the lexicons and gazetteers that ship and those in the user's own folder (`home`, if given)."""
    with uncollected():  # what is made here stays
        from tawatur.claim import Reader  # noqa: PLC0415 (only who reads loads the lexicons)

        return Reader.load(home)


def build_keys(reader: Reads, own: Path) -> Keys:
    """`own` is the user's folder."""
    return Keys(
        code_fingerprint(
            "clean",
            "data/clean",
            "segment",
            "arabic",
            "records",
            with_parts=("trafilatura",),
        ),
        reader.fingerprint,
        code_fingerprint(
            "link",
            "data/link",
            "data/weights",
            "data/publishers",
            "data/grammar",
            "data/lexicons",
            "lexicon",
            "gazetteer",
            "arabic",
            "records",
            with_files=own_words(own),
        ),
    )
