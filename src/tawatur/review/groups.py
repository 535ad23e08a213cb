"""Which claims stand together, as the machine grouped them and reviewers regrouped them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tawatur.records import Anchor, Judgement
from tawatur.review.ground import Finder

_DIGITS = 12  # of hex, as the machine's own identifiers have


class FoundIncident(NamedTuple):
    """An incident that a judgement is about; `how` names why it was not simply there, or is not."""

    id: str | None
    how: str = ""


class Groups:
    """The machine's groups until something is moved; then what was moved stands over them."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._members: dict[str, set[str]] = {}
        self._homes: dict[str, str | None] = {}
        self._into: dict[str, str] = {}  # merged incident → the one that holds its claims

    @property
    def touched(self) -> set[str]:
        """Incidents whose claims are, or were on the way, others than the machine's."""
        return set(self._members)

    def members(self, incident: str) -> frozenset[str]:
        """The claims that stand in an incident, rejected ones too; none where there is no such incident."""
        if incident in self._members:
            return frozenset(self._members[incident])
        known = self._finder.ground.incident(incident)
        return frozenset(known.claims) if known else frozenset()

    def home(self, claim: str) -> str | None:
        return self._homes[claim] if claim in self._homes else self._finder.ground.incident_of(claim)

    def into(self, incident: str) -> str | None:
        """The incident that a merged one is part of now."""
        seen = {incident}
        at = incident
        while at in self._into and self._into[at] not in seen:
            at = self._into[at]
            seen.add(at)
        return at if at != incident else None

    def find(self, incident: str, anchors: Sequence[Anchor]) -> FoundIncident:
        """The incident of this identifier, or what it was merged into, or where most of its claims stand."""
        found = [claim.id for anchor in anchors if (claim := self._finder.find(anchor).claim)]
        members = self.members(incident)
        if members and (not found or members.intersection(found)):
            return FoundIncident(incident)
        if (into := self.into(incident)) is not None and self.members(into):
            return FoundIncident(into, "merged")
        homes = Counter(home for claim in found if (home := self.home(claim)) is not None)
        if not homes:
            return FoundIncident(None, "no_incident")
        best, share = min(homes.items(), key=lambda item: (-item[1], item[0]))
        if 2 * share <= homes.total() and len(homes) > 1:
            return FoundIncident(None, "several_incidents")
        return FoundIncident(best, "by_claims")

    def move(self, claims: Iterable[str], to: str) -> None:
        for claim in sorted(claims):
            home = self.home(claim)
            if home is not None:
                self._own(home).discard(claim)
            self._own(to).add(claim)
            self._homes[claim] = to
        self._into.pop(to, None)

    def merge(self, kept: str, other: str) -> None:
        self.move(self.members(other), kept)
        self._into[other] = kept

    def _own(self, incident: str) -> set[str]:
        if incident not in self._members:
            self._members[incident] = set(self.members(incident))
        return self._members[incident]


def new_incident(by: Judgement) -> str:
    """The identifier of an incident that a judgement makes: the same wherever it is applied."""
    return f"i{hashlib.sha256(by.id.encode()).hexdigest()[:_DIGITS]}"
