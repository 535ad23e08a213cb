"""A case as its reviewers left it: what the desk asks of it, and how it judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from tawatur.export.chain import Chain
from tawatur.records import Claim, Incident, Judgement, Noted
from tawatur.store import SqliteStore


class Reviewed(Chain, Protocol):
    """It stands as at the last `refresh`. Safe to use from several threads."""

    @property
    def store(self) -> SqliteStore: ...
    @property
    def number(self) -> int:
        """That of the last judgement that was taken in."""

    @property
    def touched(self) -> frozenset[str]:
        """Incidents that are, or are gone, by what reviewers decided."""

    @property
    def homes(self) -> Mapping[str, str | None]:
        """The incidents of claims that stand elsewhere than the machine put them, or nowhere."""

    @property
    def noted(self) -> tuple[Noted, ...]:
        """What does not apply, and what was found again."""

    @property
    def compared(self) -> int:
        """Judgements that stand of two incidents: whether they are one."""

    @property
    def apart(self) -> frozenset[tuple[str, str]]: ...
    def refresh(self) -> frozenset[str]:
        """Take in what came since; which incidents are others by it."""

    def incident_of(self, claim: str) -> str | None: ...
    def incident_record(self, id_: str) -> Incident | None: ...
    def members(self, incident: str) -> Iterable[str]: ...
    def machine_claim(self, id_: str) -> Claim | None: ...
    def quote(self, claim: Claim) -> str: ...
    def judgement(self, id_: str) -> Judgement | None: ...
    def stands(self, id_: str) -> bool:
        """Whether there is such a judgement, and nobody has taken it back."""

    def history(self, incident: str | None = None) -> Iterator[tuple[Judgement, bool]]:
        """Every judgement that bears on an incident or its claims, or every one, the last first, and whether it stands."""
