"""Text made of runs of what was received, with the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from tawatur.records import Piece, Span

_SPACE = re.compile(r"\s")


class Rendered(msgspec.Struct, frozen=True):
    """A text whose every character stands in `received` at the place that `pieces` say."""

    text: str
    pieces: tuple[Piece, ...]

    def cut(self, spans: Iterable[Span]) -> Rendered:
        """The text of some spans of this one, in order; spans must not meet."""
        parts: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for span in spans:
            for piece in self._pieces_of(span):
                pieces.append(Piece(at, piece.received, piece.length))
                at += piece.length
            parts.append(self.text[span.start : span.end])
        return Rendered("".join(parts), tuple(pieces))

    def _pieces_of(self, span: Span) -> Iterable[Piece]:
        """The parts of the pieces that lie in a span; an entity's piece is one character and is never parted."""
        at = max(bisect_right(self.pieces, span.start, key=lambda piece: piece.shown) - 1, 0)
        while at < len(self.pieces) and self.pieces[at].shown < span.end:
            piece = self.pieces[at]
            start = max(span.start, piece.shown)
            end = min(span.end, piece.shown + piece.length)
            yield Piece(start, piece.received + start - piece.shown, end - start)
            at += 1


def break_between(text: str, start: int, end: int) -> list[Span]:
    """One line break of what was left out, else one space, to stand between two runs that are kept."""
    at = text.find("\n", start, end)
    if at < 0:
        space = _SPACE.search(text, start, end)
        at = space.start() if space else -1
    return [Span(at, at + 1)] if at >= 0 else []


def as_received(text: str) -> Rendered:
    """Plain text: shown as it was received."""
    return Rendered(text, (Piece(0, 0, len(text)),) if text else ())
