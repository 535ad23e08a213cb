"""What several claims agree happened: a revisable group of claims."""

from __future__ import annotations

import msgspec


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """A group of claims that speak of one happening; it holds no value that its claims do not."""

    id: str  # kept when the case is rebuilt or grows
    claims: tuple[str, ...]  # identifiers, sorted
    reasons: tuple[Joined, ...] = ()


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """Why two claims stand in one incident, in plain words."""

    left: str
    right: str
    why: str
