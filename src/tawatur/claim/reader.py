"""Read one text into claims: the finders, then the decisions, then the records."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tawatur.claim.build import build_claim
from tawatur.claim.decide import choose_claims, read_drafts
from tawatur.claim.found import Found
from tawatur.claim.gate import gate_features, has_trigger
from tawatur.claim.models import Models, load_models
from tawatur.find.published import settle_published
from tawatur.fingerprint import code_fingerprint
from tawatur.gazetteer.index import Gazetteer
from tawatur.kept import own_words, user_folder
from tawatur.lexicon.forms import write_folder
from tawatur.lexicon.load import load_lexicon
from tawatur.lexicon.match import Matcher
from tawatur.lexicon.publishers import Publishers, load_publishers, publisher_forms
from tawatur.memory import uncollected
from tawatur.records.claim import Claim
from tawatur.records.document import Document, PublishedFrom
from tawatur.segment.passages import cut_passages
from tawatur.segment.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from tawatur.lexicon.match import Hit
    from tawatur.records.text import Text

# What reading rests on: when it changes, texts are read anew.
_STAGES = ("arabic", "lexicon", "gazetteer", "segment", "find", "claim", "data")


class Reading(NamedTuple):
    """What was read in one document: the document, its day perhaps settled, and its claims in order."""

    document: Document
    claims: tuple[Claim, ...]


class Finders(NamedTuple):
    """What every text is searched with; loaded once."""

    matcher: Matcher
    gazetteer: Gazetteer
    publishers: Publishers

    @classmethod
    def load(cls, home: Path | None = None) -> Finders:
        """With what ships, and the lexicons, publishers and gazetteer in the user's own folder."""
        own = user_folder(home)
        publishers = load_publishers(own / "publishers")
        matcher = Matcher(load_lexicon(), [*write_folder(own / "lexicons"), *publisher_forms(publishers)])
        return cls(matcher, Gazetteer.load(home), publishers)

    def find(
        self,
        words: Words,
        hits: list[Hit],
        published: dt.date | None,
        outlet: str | None,
        address: str | None = None,
    ) -> Found:
        publisher = self.publishers.of_document(outlet, address)
        name = Words(outlet) if outlet and publisher is None else None
        named = (name, self.matcher.find(name)) if name is not None else None
        return Found(words, hits, self.gazetteer, published, publisher, self.publishers, outlet, named)


class Reader:
    """Reads texts; keep one and use it again, since it remembers the words it has met."""

    def __init__(self, finders: Finders, models: Models, fingerprint: str) -> None:
        self.finders = finders
        self.models = models
        self.fingerprint = fingerprint  # of the code and data that decide what is read

    @classmethod
    def load(cls, home: Path | None = None) -> Reader:
        with uncollected():  # what is loaded stays
            finders = Finders.load(home)
            read_with = code_fingerprint(*_STAGES, with_files=own_words(user_folder(home)))
            return cls(finders, load_models(), f"{read_with}-{finders.gazetteer.fingerprint}")

    def read(self, text: Text, document: Document) -> Reading:
        """The claims of a text. Never raises on any text."""
        with uncollected():  # what reading makes holds no rings
            document = settle(document, text)
            claims: list[Claim] = []
            for words in cut_passages(Words(text.shown)):
                claims += self._read_words(words, document)
        return Reading(document, tuple(claims))

    def _read_words(self, words: Words, document: Document) -> list[Claim]:
        hits = self.finders.matcher.find(words)
        if not has_trigger(hits) or (conflict := self.models.gate.score(gate_features(hits, words))) <= 0:
            return []
        found = self.finders.find(words, hits, document.published, document.outlet, document.url)
        drafts = read_drafts(found, self.models)
        return [build_claim(draft, document.id) for draft in choose_claims(drafts, self.models, conflict)]


def settle(document: Document, text: Text) -> Document:
    """The document with the day that its own words settle, where nobody gave one."""
    if document.published is not None:
        return document
    settled = settle_published(Words(text.received), document.url)
    if settled is None:
        return document
    return msgspec.structs.replace(document, published=settled[0], published_from=PublishedFrom.TEXT)
