"""A case without the words of its reports: `export --no-quotes` leaves quotations, texts and headlines out.

What a number is said by (`عشرات`, dozens) stays readable inside, since ACLED's rule counts by it; it is in no
cell either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from tawatur.export.chain import Chain, Entry
from tawatur.export.codebooks import load_codebook
from tawatur.records import Claim, Document, JudgedClaim, Logged, Text

_MARK = "█"


class Withheld(Text, frozen=True, kw_only=True):
    """A text whose words are not to be shown."""


def quoted(text: Text, words: str) -> str | None:
    """Words of a text for a cell; None where they are withheld."""
    return None if isinstance(text, Withheld) else words


class _Entry(NamedTuple):
    document: Document
    text: Text
    claims: Sequence[Claim]
    incidents: dict[str, str]
    judged: Mapping[str, JudgedClaim]


class WithoutQuotes:
    """A chain as it is, but for the words of its reports."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (all else is the chain's own)
        return getattr(self._chain, name)

    def entries(self) -> Iterator[Entry]:
        for entry in self._chain.entries():
            document, text = _untitled(entry.document), withhold(entry.text)
            yield _Entry(document, text, entry.claims, entry.incidents, entry.judged)

    def document(self, id_: str) -> Document | None:
        document = self._chain.document(id_)
        return _untitled(document) if document else None

    def text(self, document: str) -> Text | None:
        text = self._chain.text(document)
        return withhold(text) if text else None

    def logged(self) -> Iterator[Logged]:
        for logged in self._chain.logged():
            judgement = logged.judgement
            of, to = (
                tuple(msgspec.structs.replace(anchor, quote="") for anchor in anchors)
                for anchors in (judgement.of, judgement.to)
            )
            yield msgspec.structs.replace(logged, judgement=msgspec.structs.replace(judgement, of=of, to=to))


def withhold(text: Text) -> Withheld:
    """The text with every word that says no number blacked out, as long as before."""
    return Withheld(
        document=text.document,
        received=_MARK * len(text.received),
        shown=re.sub(r"\S+", _cover, text.shown),
        pieces=text.pieces,
    )


def _cover(word: re.Match[str]) -> str:
    bare = word[0].lstrip("وفب").removeprefix("لل")
    return word[0] if bare in load_codebook("acled")["vague"] else _MARK * len(word[0])


def _untitled(document: Document) -> Document:
    return msgspec.structs.replace(document, title=None)
