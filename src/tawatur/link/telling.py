"""A claim with what linking needs of its document."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple, Self

from tawatur.arabic.fold import fold_phrase
from tawatur.records import Claim, ClaimType, DayRange, Stance

NARROW = 2  # days between the first and the last possible day: "Friday or Saturday" still names a day


class Telling(NamedTuple):
    claim: Claim
    published: dt.date | None
    words: str  # the key of the quote; copies of one text share it

    @classmethod
    def of(cls, claim: Claim, published: dt.date | None, quote: str) -> Self:
        return cls(claim, published, fold_phrase(quote))

    @property
    def days(self) -> DayRange | None:
        return self.claim.date.value if self.claim.date else None

    @property
    def voice(self) -> tuple[str, str, Stance]:
        """Who asserts or denies, in which report."""
        source = self.claim.source.value if self.claim.source else "outlet"
        return self.claim.document, source, self.claim.stance


def is_happening(telling: Telling) -> bool:
    """A toll over a period is no single happening and stands in no incident."""
    return telling.claim.type.value is not ClaimType.TOLL


def is_narrow(days: DayRange) -> bool:
    return (days.last - days.first).days <= NARROW
