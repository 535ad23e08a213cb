"""The case as the machine left it: what judgements are applied to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, Protocol

from tawatur.records import Anchor, Claim, Incident


class Reading(Protocol):
    """A document's claims, and the words that state each."""

    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def quotes(self) -> Sequence[str]: ...


class Ground(Protocol):
    def claim(self, id_: str) -> Claim | None: ...
    def reading(self, document: str) -> Reading | None: ...
    def incident(self, id_: str) -> Incident | None: ...
    def incident_of(self, claim: str) -> str | None: ...


class Remembered:
    """A ground that is asked once for each thing, as long as the case stays as it is."""

    def __init__(self, ground: Ground) -> None:
        self.claim = cache(ground.claim)
        self.reading = cache(ground.reading)
        self.incident = cache(ground.incident)
        self.incident_of = cache(ground.incident_of)


class FoundClaim(NamedTuple):
    """A claim that a judgement is about; `how` names why it was not simply there, or is not."""

    claim: Claim | None
    how: str = ""


class Finder:
    """Finds claims by their identifier, else by their words in their document. What it found it keeps."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._found: dict[Anchor, FoundClaim] = {}

    def find(self, anchor: Anchor) -> FoundClaim:
        if anchor not in self._found:
            claim = self.ground.claim(anchor.claim)
            self._found[anchor] = FoundClaim(claim) if claim else self._by_words(anchor)
        return self._found[anchor]

    def _by_words(self, anchor: Anchor) -> FoundClaim:
        reading = self.ground.reading(anchor.document)
        if reading is None:
            return FoundClaim(None, "no_report")
        words = _plain(anchor.quote)
        same = [c for c, quote in zip(reading.claims, reading.quotes, strict=True) if _plain(quote) == words]
        of_type = [claim for claim in same if claim.type.value.value == anchor.type]
        fitting = of_type if len(of_type) == 1 else same
        if not fitting:
            return FoundClaim(None, "no_claim")
        return FoundClaim(fitting[0], "by_words") if len(fitting) == 1 else FoundClaim(None, "several_claims")


def _plain(quote: str) -> str:
    return " ".join(quote.split())
