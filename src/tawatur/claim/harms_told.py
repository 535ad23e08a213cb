"""The harms of one text, by the words that tell of them and by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.claim.triggers import Trigger
    from tawatur.find.harm import Harm


class HarmsTold:
    """What is asked of the harms that a report tells, wherever it tells them."""

    def __init__(self, harms: Sequence[Harm]) -> None:
        self._at: dict[int, list[Harm]] = {}
        self._of: dict[tuple[str, int | None, int | None], list[Harm]] = {}
        for harm in harms:
            self._at.setdefault(harm.at, []).append(harm)
            self._of.setdefault((harm.kind, harm.low, harm.high), []).append(harm)

    def at(self, at: int) -> list[Harm]:
        """What the word or phrase at a word says was done to people."""
        return self._at.get(at, [])

    def of(self, kind: str, low: int | None, high: int | None) -> list[Harm]:
        """Where the report tells of one kind of harm to so many, in order."""
        return self._of.get((kind, low, high), [])

    def within(self, first: int, last: int) -> list[Harm]:
        """What the words from `first` up to `last` say was done to people."""
        if last - first == 1:
            return self._at.get(first, [])
        return [h for at in range(first, last) for h in self._at.get(at, ())]

    def ends_before(self, a: Trigger, b: Trigger) -> bool:
        """Whether a group harmed by the earlier word stands between the two."""
        for harm in self._at.get(a.first, ()):
            if harm.people and a.last <= harm.people.first < b.first:
                return True
        return False
