"""A run of a text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """Where something stands: `text[start:end]`, in characters of `Text.shown`.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def joined(self, other: Span) -> Span:
        """The shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
