"""Read one text into claims: the finders, then the decisions, then the records."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.found import Found
from tawatur.lexicon.load import load_forms
from tawatur.lexicon.match import Matcher

if TYPE_CHECKING:
    from tawatur.segment.words import Words


class Finders(NamedTuple):
    """What every text is searched with; loaded once."""

    matcher: Matcher

    @classmethod
    def load(cls) -> Finders:
        return cls(Matcher(load_forms()))

    def find(
        self, words: Words, published: dt.date | None, outlet: str | None, received: str, url: str | None
    ) -> Found:
        return Found(words, self.matcher, published, outlet)
