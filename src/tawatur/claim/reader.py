"""Read one text into claims: the finders, then the decisions, then the records."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.found import Found
from tawatur.find.published import settle_published
from tawatur.gazetteer.index import Gazetteer
from tawatur.lexicon.load import load_forms
from tawatur.lexicon.match import Matcher

from tawatur.segment.words import Words

if TYPE_CHECKING:
    from pathlib import Path


class Finders(NamedTuple):
    """What every text is searched with; loaded once."""

    matcher: Matcher
    gazetteer: Gazetteer

    @classmethod
    def load(cls, home: Path | None = None) -> Finders:
        return cls(Matcher(load_forms()), Gazetteer.load(home))

    def find(
        self, words: Words, published: dt.date | None, outlet: str | None, received: str, url: str | None
    ) -> Found:
        if published is None:
            settled = settle_published(Words(received), url)
            published = settled[0] if settled else None
        return Found(words, self.matcher, self.gazetteer, published, outlet)
