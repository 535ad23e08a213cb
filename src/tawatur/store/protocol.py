"""What a case must be able to do, whatever keeps it.

Two doors: `Store` to ask, `GrowingStore` to write. Everything that comes out in numbers comes out in
the order of its identifiers, never in that of arrival.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

import msgspec

from tawatur.records import (
    Claim,
    CopyOf,
    Document,
    Incident,
    JudgedClaim,
    Judgement,
    Proposed,
    Refusal,
    Summed,
    Text,
)
from tawatur.store.rows import Rows


class Known(NamedTuple):
    """How a document stands in the case: what was received, and the code and data that read it."""

    sha256: str
    received: str
    clean_key: str
    claims_key: str


class Entry(NamedTuple):
    """A document with all that was read in it; `incidents` leads from a claim to its incident."""

    document: Document
    text: Text
    claims: tuple[Claim, ...]
    incidents: dict[str, str]
    judged: Mapping[str, JudgedClaim] = {}


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are asked for; what is None does not narrow."""

    document: str | None = None
    type: str | None = None
    stance: str | None = None
    source: str | None = None
    country: str | None = None
    admin1: str | None = None
    place: str | None = None
    since: dt.date | None = None  # the last possible day is not before it
    until: dt.date | None = None  # the first possible day is not after it
    actor: str | None = None
    target: str | None = None
    harm: str | None = None  # a kind of effect
    incident: str | None = None


class Store(Protocol):
    """A case to ask."""

    def counts(self) -> dict[str, int]: ...
    def documents(self) -> Iterator[Document]: ...
    def document(self, id_: str) -> Document | None: ...
    def text(self, document: str) -> Text | None: ...
    def entries(self) -> Iterator[Entry]: ...
    def claims(self, wanted: Filter | None = None) -> Iterator[Claim]: ...
    def claim(self, id_: str) -> Claim | None: ...
    def incidents(self) -> Iterator[Incident]: ...
    def incident(self, id_: str) -> Incident | None: ...
    def incident_of(self, claim: str) -> str | None: ...
    def proposals(self, incident: str | None = None) -> Iterator[Proposed]: ...
    def sums(self, *, incident: str | None = None, toll: str | None = None) -> Iterator[Summed]: ...
    def copies(self, document: str | None = None) -> Iterator[CopyOf]: ...
    def refusals(self) -> Iterator[Refusal]: ...
    def sightings(self, sha256: str) -> tuple[str, ...]: ...
    def judgements(self, about: str | None = None) -> Iterator[Judgement]: ...
    def judge(
        self, judgement: Judgement, *, seen: int | None = None, subjects: Iterable[str] = ()
    ) -> tuple[int, Judgement]: ...
    def search(self, expression: str, limit: int = 50) -> list[str]: ...
    def state(self, key: str) -> str: ...


class GrowingStore(Store, Protocol):
    """A case that a run writes; nothing counts before `commit`."""

    def known(self, document: str) -> Known | None: ...
    def stale(self, clean_key: str, claims_key: str) -> list[str]: ...
    def add(self, rows: Rows) -> None: ...
    def remove(self, document: str) -> bool: ...
    def refuse(self, refusal: Refusal, *, sha256: str | None = None, key: str | None = None) -> None: ...
    def keep_refusal(self, refusal: Refusal) -> None: ...
    def refused(self, name: str, sha256: str, key: str) -> Refusal | None: ...
    def forget_refusals(self, roots: Iterable[str]) -> int: ...
    def saw(self, sha256: str, name: str) -> bool: ...
    def agree(self, incidents: Iterable[Incident], gone: Iterable[str] | None = None) -> None: ...
    def note(self, state: Mapping[str, str]) -> None: ...
    def commit(self) -> None: ...
