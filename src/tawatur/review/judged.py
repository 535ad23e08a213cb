"""What judgements come to, over a case or a part of it."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.records import JudgedClaim, JudgedIncident, Noted


@dataclass(frozen=True, slots=True)
class Judged:
    """What judgements come to: only what they are about is here, all else is as the machine has it."""

    claims: dict[str, JudgedClaim]
    incidents: dict[str, JudgedIncident]
    homes: dict[str, str | None]  # of claims that stand elsewhere than the machine put them, or nowhere
    into: dict[str, str]  # incidents that are part of another now
    apart: frozenset[tuple[str, str]]  # incidents that are held to be two; the smaller first
    empty: frozenset[str]  # incidents of the machine whose claims all stand elsewhere
    gone: frozenset[str]  # incidents of which nothing is left
    noted: tuple[Noted, ...]
    undone: frozenset[str]
    compared: int  # judgements that stand and apply of two incidents: whether they are one

    @classmethod
    def nothing(cls) -> Judged:
        """What no judgement comes to."""
        return cls({}, {}, {}, {}, frozenset(), frozenset(), frozenset(), (), frozenset(), 0)

    @property
    def idle(self) -> tuple[Noted, ...]:
        """What does not apply."""
        return tuple(note for note in self.noted if note.about is None)
