"""What several claims agree happened: a revisable group of claims."""

from __future__ import annotations

import msgspec

from tawatur.records.assessment import Assessment


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """A group of claims that speak of one happening; it holds no value that its claims do not."""

    id: str  # kept when the case is rebuilt or grows
    claims: tuple[str, ...]  # identifiers, sorted
    reasons: tuple[Joined, ...] = ()
    copies: tuple[Copied, ...] = ()  # no two of one claim
    tolls: tuple[Counted, ...] = ()
    proposed: tuple[Proposed, ...] = ()
    assessment: Assessment | None = None  # None: not drawn up yet


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """Why two claims stand in one incident, in plain words."""

    left: str
    right: str
    why: str
    points: float = 0.0  # the weights of what agrees, less those of what does not


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that stands in words taken over from another report, and the claim that they state there.

    `of` may itself be a copy: the far end of the chain is the claim that copies none.
    """

    claim: str
    of: str
    why: str


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of a total over days and an area in which the incident lies; it is no account of the incident."""

    claim: str
    why: str


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """Another incident that may well be this one: not sure enough to join, for a person to decide."""

    incident: str
    left: str  # the claims that speak most for it: one here,
    right: str  # and one there
    why: str
    points: float = 0.0
