"""What an export asks of a case: the chain of records, document by document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import BinaryIO, Protocol, TypeAlias

from tawatur.records import (
    Claim,
    CopyOf,
    Document,
    Incident,
    JudgedClaim,
    JudgedIncident,
    Judgement,
    Logged,
    Proposed,
    Refusal,
    Summed,
    Text,
)

# Opens a file of this name to write; the file is there only when the block has ended well.
Sink: TypeAlias = Callable[[str], AbstractContextManager[BinaryIO]]


class Entry(Protocol):
    """A document with all that was read in it; `incidents` leads from a claim to its incident."""

    @property
    def document(self) -> Document: ...
    @property
    def text(self) -> Text: ...
    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def incidents(self) -> dict[str, str]: ...
    @property
    def judged(self) -> Mapping[str, JudgedClaim]:
        """Those of its claims that a reviewer judged, by their ids."""


class Chain(Protocol):
    """Everything comes in the order of its identifiers, so that exports of one case are the same bytes."""

    def entries(self) -> Iterator[Entry]: ...
    def incidents(self) -> Iterator[Incident]: ...
    def incident(self, id_: str) -> Incident | None: ...
    def proposals(self, incident: str | None = None) -> Iterator[Proposed]: ...
    def sums(self, *, incident: str | None = None, toll: str | None = None) -> Iterator[Summed]: ...
    def copies(self, document: str | None = None) -> Iterator[CopyOf]: ...
    def claim(self, id_: str) -> Claim | None: ...
    def document(self, id_: str) -> Document | None: ...
    def text(self, document: str) -> Text | None: ...
    def judgements(self, about: str | None = None) -> Iterator[Judgement]: ...
    def judged_claim(self, id_: str) -> JudgedClaim | None: ...
    def judged_incident(self, id_: str) -> JudgedIncident | None: ...
    def logged(self) -> Iterator[Logged]: ...
    def refusals(self) -> Iterator[Refusal]: ...
