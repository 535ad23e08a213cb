"""A claim with what its incident needs to know of it: when and by whom it was printed, and in which words."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple, Self

from tawatur.arabic.fold import fold_phrase
from tawatur.records import Claim, DayRange, Document, Stance


class Testimony(NamedTuple):
    claim: Claim
    document: Document
    words: str  # of the quote, folded

    @classmethod
    def of(cls, claim: Claim, document: Document, quote: str) -> Self:
        return cls(claim, document, fold_phrase(quote))

    @property
    def source(self) -> str:
        return self.claim.source.value if self.claim.source else "outlet"

    @property
    def printed(self) -> dt.date | None:
        return self.document.published

    @property
    def order(self) -> tuple[dt.date, str]:
        """By the day of print, then by identifier; what has no day comes last."""
        return self.printed or dt.date.max, self.claim.id

    @property
    def days(self) -> DayRange | None:
        return self.claim.date.value if self.claim.date else None

    @property
    def actors(self) -> frozenset[str]:
        """The parties that it names as having acted."""
        return frozenset(said.value for said in self.claim.actors) - {"unknown", "civilians"}

    @property
    def targets(self) -> frozenset[str]:
        return frozenset(said.value for said in self.claim.targets) - {"unknown"}

    @property
    def is_denied(self) -> bool:
        return self.claim.stance is Stance.DENIED
