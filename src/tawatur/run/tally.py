"""What a run did, and who is told of it while it runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from tawatur.records import Refusal

_NAMED = 10  # refusals that are kept to be shown: a run may set aside millions


@dataclass(slots=True)
class Tally:
    """Counts of documents by what became of them in this run."""

    new: int = 0
    changed: int = 0  # known by its id, with other bytes
    again: int = 0  # read again with changed code or data
    unchanged: int = 0
    seen: int = 0  # the bytes of another document
    bare: int = 0  # of those that were read, pages that hold furniture and no report
    refused: Counter[str] = field(default_factory=Counter)  # by code
    refusals: list[Refusal] = field(default_factory=list)  # the first of them

    def count(self, why: str) -> None:
        """One document was read for this reason (see `Task`)."""
        setattr(self, why, getattr(self, why) + 1)

    def refuse(self, refusal: Refusal) -> None:
        """One input was set aside."""
        self.refused[refusal.code] += 1
        if len(self.refusals) < _NAMED:
            self.refusals.append(refusal)

    @property
    def read(self) -> int:
        return self.new + self.changed + self.again


class Watcher(Protocol):
    """Is told how far a run is."""

    def begin(self, stage: str, size: int) -> None:
        """A stage begins; `size` is about how many bytes it will read, 0 where that is not known."""

    def advance(self, documents: int, size: int) -> None: ...


class Unwatched:
    def begin(self, stage: str, size: int) -> None:
        pass

    def advance(self, documents: int, size: int) -> None:
        pass
