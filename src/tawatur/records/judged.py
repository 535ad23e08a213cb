"""Claims and incidents as reviewers left them, with the machine's value beside every other."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec

from tawatur.records.claim import Claim
from tawatur.records.incident import Incident
from tawatur.records.judgement import Judgement


class ReviewState(StrEnum):
    """How far an incident has been reviewed."""

    UNREVIEWED = "unreviewed"
    BEGUN = "begun"  # it or one of its claims was judged
    REVIEWED = "reviewed"  # accepted as it stands
    CHANGED = "changed"  # accepted, and has other claims since
    REJECTED = "rejected"


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """One slot's two values, in the plain form of `review/slots.py`. The last word of a person holds."""

    slot: str
    machine: Any
    human: Any
    by: Judgement


class JudgedClaim(msgspec.Struct, frozen=True, kw_only=True):
    machine: Claim
    claim: Claim  # with the values that hold
    decided: tuple[Decided, ...] = ()  # in the order of the slots
    verdict: Judgement | None = None  # accepted or rejected
    judgements: tuple[Judgement, ...] = ()  # all that stand about it, in their order

    @property
    def is_rejected(self) -> bool:
        return self.verdict is not None and self.verdict.value == "rejected"


class JudgedIncident(msgspec.Struct, frozen=True, kw_only=True):
    """`incident` has the claims that hold; its assessment is None where it must be drawn up again."""

    machine: Incident | None  # None: a reviewer made it
    incident: Incident
    state: ReviewState
    rejected: tuple[str, ...] = ()  # claims that stand in it and count for nothing
    verdict: Judgement | None = None
    grade: Judgement | None = None
    judgements: tuple[Judgement, ...] = ()  # all that stand about it itself, in their order

    @property
    def id(self) -> str:
        return self.incident.id

    @property
    def is_out(self) -> bool:
        """Whether nothing is left of it to export: it was rejected, or all its claims were."""
        return self.state is ReviewState.REJECTED or not self.incident.claims


class Noted(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a judgement that did not simply apply; `data/ontology/applied.yaml` words the reasons."""

    judgement: Judgement
    reason: str
    about: str | None = None  # the claim or incident that it now bears on; None: it does not apply
    slots: tuple[str, ...] = ()  # those that changed since they were accepted


class Logged(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement of the log, and what it comes to now."""

    judgement: Judgement
    state: str  # holds, replaced (a later one holds), undone, or the reason for which it does not apply
    incident: str | None = None  # that it bears on now
    machine: Any = None  # of a slot, a grade: the machine's value now
