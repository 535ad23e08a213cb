"""Black out names in all that a case keeps but the received bytes.

Every letter of a name gives way to one mark, so that all spans stay where they are. A name is found in any
spelling that folding joins, with what Arabic writes onto its first word, and across a line break.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec

from tawatur.arabic.clitics import split_proclitics
from tawatur.records import Document, Judgement, Piece, Refusal, Span, Text
from tawatur.records.judgement import sign
from tawatur.segment.words import Words
from tawatur.store import GrowingSqliteStore
from tawatur.store.redactions import Redactions

MARK = "█"


def fold_name(name: str) -> list[str]:
    """The words by which a name is known: folded, and of Latin letters the small ones."""
    return [form.casefold() for form in Words(name).forms]


class Blackout:
    """The names of a case's redactions; false where there are none."""

    def __init__(self, redactions: Redactions) -> None:
        self._redactions = redactions
        self._hashes = {name.hash for name in redactions.names}
        self._lengths = sorted({name.words for name in redactions.names})
        self.fingerprint = redactions.fingerprint

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def find(self, text: str) -> Iterator[Span]:
        """Where the names stand, in order of their first word."""
        if not self or not text:
            return
        words = Words(text)
        forms = [form.casefold() for form in words.forms]
        known: dict[tuple[str, ...], bool] = {}
        for at in range(len(forms)):
            for length in self._lengths:
                run = tuple(forms[at : at + length])
                if len(run) < length:
                    break
                if run not in known:
                    known[run] = self._is_name(run)
                if known[run]:
                    yield words.span(at, at + length)

    def _is_name(self, run: tuple[str, ...]) -> bool:
        return any(
            self._redactions.hash([first, *run[1:]]) in self._hashes for _, first in split_proclitics(run[0])
        )

    def mask(self, text: str) -> str:
        """The text with every name blacked out, as long as before."""
        return _cover(text, self.find(text))

    def mask_text(self, text: Text) -> Text:
        """What is shown and what was received, each also where the name stands whole only in the other."""
        shown, received = list(self.find(text.shown)), list(self.find(text.received))
        if not shown and not received:
            return text
        back = [text.to_received(span) for span in shown]
        forth = [span for piece in text.pieces for span in _carry(piece, received)]
        return msgspec.structs.replace(
            text,
            shown=_cover(text.shown, (*shown, *forth)),
            received=_cover(text.received, (*received, *back)),
        )

    def mask_document(self, document: Document) -> Document:
        """The document but for its identifiers, which other files cite."""
        if not self:
            return document
        return msgspec.structs.replace(
            document,
            name=self.mask(document.name),
            outlet=self._mask_or_none(document.outlet),
            title=self._mask_or_none(document.title),
            url=self._mask_address(document.url),
        )

    def mask_refusal(self, refusal: Refusal) -> Refusal:
        return msgspec.structs.replace(
            refusal, name=self.mask(refusal.name), reason=self.mask(refusal.reason)
        )

    def mask_judgement(self, judgement: Judgement, renamed: dict[str, str]) -> Judgement:
        """The judgement with a new identifier where it changed; `renamed` leads from the old ones to the new."""
        plain = msgspec.json.decode(self.mask_within(msgspec.to_builtins(judgement)), type=Judgement)
        plain = msgspec.structs.replace(plain, about=renamed.get(plain.about, plain.about))
        if plain == judgement:
            return judgement
        signed = sign(plain)
        renamed[judgement.id] = signed.id
        return signed

    def mask_within(self, value: Any) -> bytes:  # noqa: ANN401 (JSON is anything)
        return msgspec.json.encode(self._mask_any(value))

    def _mask_any(self, value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, str):
            return self.mask(value)
        if isinstance(value, dict):
            return {key: self._mask_any(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._mask_any(inner) for inner in value]
        return value

    def _mask_or_none(self, value: str | None) -> str | None:
        return None if value is None else self.mask(value)

    def _mask_address(self, url: str | None) -> str | None:
        """An address that spells a name, as it stands or encoded, is cut down to its site."""
        if url is None or not any(self.find(unquote(url, errors="replace"))):
            return url
        parts = urlsplit(url)
        return self.mask(f"{parts.scheme}://{parts.netloc}/") + MARK


def black_out(store: GrowingSqliteStore, blackout: Blackout) -> Iterator[str]:
    """Black out what no reading writes anew; then the documents that are still to be read from their masked texts."""
    store.black_out(blackout.mask)
    renamed: dict[str, str] = {}
    store.log.rewrite(lambda judgement: blackout.mask_judgement(judgement, renamed))
    for document in list(store.documents()):
        received, text = store.received(document.id), store.text(document.id)
        if received is None or text is None:
            continue
        if blackout.mask_document(received) != received or blackout.mask_text(text) != text:
            yield document.id


def _cover(text: str, spans: Iterable[Span]) -> str:
    letters: list[str] | None = None
    for span in spans:
        letters = letters or list(text)
        letters[span.start : span.end] = MARK * (span.end - span.start)
    return "".join(letters) if letters else text


def _carry(piece: Piece, received: Iterable[Span]) -> Iterator[Span]:
    """The part of each received span that a piece shows."""
    for span in received:
        start, end = max(span.start, piece.received), min(span.end, piece.received + piece.length)
        if start < end:
            yield Span(start - piece.received + piece.shown, end - piece.received + piece.shown)
