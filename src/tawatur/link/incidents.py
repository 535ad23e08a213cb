"""Agree on the incidents of claims that are all at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tawatur.link.blocks import standing_keys
from tawatur.link.linking import Linked, link
from tawatur.link.telling import Telling
from tawatur.link.weights import Weights, load_weights
from tawatur.records import Incident


class MemoryLedger:
    """Claims in memory, all of them new; `earlier` are incidents whose ids are to be kept."""

    def __init__(self, tellings: Iterable[Telling], earlier: Iterable[Incident] = ()) -> None:
        self.tellings = {telling.id: telling for telling in tellings}
        self._blocks: dict[str, list[str]] = defaultdict(list)
        for telling in self.tellings.values():
            for key in standing_keys(telling):
                self._blocks[key].append(telling.id)
        self._incidents = {claim: incident for incident in earlier for claim in incident.claims}
        self._ids = {incident.id for incident in self._incidents.values()}

    def find(self, keys: set[str]) -> set[str]:
        blocks = self._blocks
        return {claim for key in keys if key in blocks for claim in blocks[key]}

    def telling(self, claim: str) -> Telling:
        return self.tellings[claim]

    def incident_of(self, claim: str) -> Incident | None:
        return self._incidents.get(claim)

    def is_taken(self, incident: str) -> bool:
        return incident in self._ids


def link_all(
    tellings: Iterable[Telling], earlier: Iterable[Incident] = (), weights: Weights | None = None
) -> Linked:
    """Incidents and proposals of all claims at once; `earlier` are those whose ids are to be kept."""
    ledger = MemoryLedger(tellings, earlier)
    return link(ledger.tellings, (), ledger, weights or load_weights())


def agree_on_incidents(
    tellings: Iterable[Telling], earlier: Iterable[Incident] = (), weights: Weights | None = None
) -> list[Incident]:
    """Incidents in the order of their ids; `earlier` are those whose ids are to be kept."""
    return list(link_all(tellings, earlier, weights).incidents)
