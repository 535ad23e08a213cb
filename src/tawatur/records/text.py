"""What a reader sees of a document, and the way back to what was received."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from tawatur.records.span import Span


class Piece(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A run of `shown` that stands in `received` letter for letter."""

    shown: int
    received: int
    length: int


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """The report without the page's furniture; every character leads back to `received`.

    `pieces` cover `shown` without a gap, in order; `received` is the decoded document
    (for a page its markup), so `received[p.received:p.received + p.length]` is
    `shown[p.shown:p.shown + p.length]` for each piece, but for characters that markup writes
    otherwise: a piece of an entity such as `&quot;` has length 1 and points at its `&`, one of
    a line break that a tag makes at its `<`, and one of a run of space at its first character.
    """

    document: str
    received: str
    shown: str
    pieces: tuple[Piece, ...]

    def to_received(self, span: Span) -> Span:
        """Carry a span of `shown` back to `received`; both ends stay on the characters they touch."""
        if span.start >= span.end:
            at = self._place(span.start) if span.start < len(self.shown) else self.content.end
            return Span(at, at)
        return Span(self._place(span.start), self._place(span.end - 1) + 1)

    @property
    def content(self) -> Span:
        """The run of `received` that is the report: from its first shown character to its last."""
        if not self.pieces:
            return Span(0, 0)
        first, last = self.pieces[0], self.pieces[-1]
        return Span(first.received, last.received + last.length)

    def _place(self, at: int) -> int:
        piece = self.pieces[bisect_right(self.pieces, at, key=lambda p: p.shown) - 1]
        return piece.received + at - piece.shown
