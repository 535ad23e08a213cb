"""What several claims agree happened: a revisable group of claims."""

from __future__ import annotations

import msgspec

from tawatur.records.assessment import Assessment
from tawatur.records.reason import Reason


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """A group of claims that speak of one happening; it holds no value that its claims do not."""

    id: str  # kept when the case is rebuilt or grows
    claims: tuple[str, ...]  # identifiers, sorted
    reasons: tuple[Joined, ...] = ()
    copies: tuple[Copied, ...] = ()  # no two of one claim
    assessment: Assessment | None = None  # None: not drawn up yet

    @property
    def anchor(self) -> str:
        """Its smallest claim, whatever its id: what one group of claims has in common in every case that holds it."""
        return min(self.claims, default="")


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """Why two claims stand in one incident: what speaks for it and what against."""

    left: str
    right: str
    why: tuple[Reason, ...]
    points: float = 0.0  # the weights of what agrees, less those of what does not


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that stands in words taken over from another report, and the claim that they state there.

    `of` may itself be a copy: the far end of the chain is the claim that copies none.
    """

    claim: str
    of: str
    why: tuple[Reason, ...]


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """Two incidents that may well be one: not sure enough to join, for a person to decide."""

    left: str  # their ids, the smaller first
    right: str
    claims: tuple[str, str]  # one of either: the two that speak most for it
    why: tuple[Reason, ...]
    against: tuple[Reason, ...]  # why they were not joined, which is never empty
    points: float = 0.0  # the mean over their claims


class Summed(msgspec.Struct, frozen=True, kw_only=True):
    """An incident that lies within the days and the area of a claim of type toll.

    The claim is no account of the incident, and the incident's figures are never added to it.
    """

    toll: str  # the claim
    incident: str
    why: tuple[Reason, ...]
