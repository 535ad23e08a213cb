"""Mentions in order of their place, of which those between two words are found at once."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence


class Mention(Protocol):
    """Anything found that begins at a word."""

    @property
    def first(self) -> int: ...


M = TypeVar("M")
Begins = TypeVar("Begins", bound=Mention)


class InOrder(Generic[M]):
    """Mentions of one kind, in order of the words at which they stand."""

    __slots__ = ("mentions", "starts")

    def __init__(self, mentions: list[M], starts: Sequence[int]) -> None:
        self.mentions = mentions
        self.starts = starts

    def within(self, first: int, last: int) -> list[M]:
        """Those that begin at the words from `first` up to `last`."""
        low = bisect_left(self.starts, first)
        return self.mentions[low : bisect_left(self.starts, last, low)]


def by_first(mentions: list[Begins]) -> InOrder[Begins]:
    """Mentions that are in order already, by their first words."""
    return InOrder(mentions, [m.first for m in mentions])
