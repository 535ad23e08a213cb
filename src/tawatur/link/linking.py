"""Agree on incidents: as far as what is new reaches, and no further.

Claims that speak of one happening are joined by a chain of pairs, and which of them stand together depends on the pairs of
that chain alone. So what is new, or has changed, is followed along its pairs to every claim that it reaches, and these are
grouped anew. A case that grew report by report has the incidents of one that was built in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from tawatur.link.blocks import looking_keys
from tawatur.link.clusters import Group, build_groups, measure_groups
from tawatur.link.identity import keep_ids
from tawatur.link.pairs import Pair, explain, explain_unsure, is_firm, weigh
from tawatur.link.sums import agree_on_sum, looking_happening_keys, looking_toll_keys
from tawatur.link.telling import Telling, is_happening
from tawatur.link.weights import Weights
from tawatur.memory import uncollected
from tawatur.records import Incident, Joined, Proposed, Summed


class Ledger(Protocol):
    """What linking asks of the claims that stand, old and new."""

    def find(self, keys: set[str]) -> Iterable[str]:
        """Claims that stand under any of these keys."""
        ...

    def telling(self, claim: str) -> Telling: ...

    def incident_of(self, claim: str) -> Incident | None:
        """Where the claim stood when incidents were last agreed on."""
        ...

    def is_taken(self, incident: str) -> bool:
        """Whether an incident had this id when incidents were last agreed on."""
        ...


class Linked(NamedTuple):
    """What takes the place of what."""

    gone: frozenset[str]  # incidents that stood before: those below may have their ids again
    incidents: tuple[Incident, ...]  # in the order of their ids
    proposed: tuple[Proposed, ...]  # every one that has an incident from here
    tolls: frozenset[str]  # tolls over a period that came or went
    sums: tuple[Summed, ...]  # every one that has an incident from here, or a toll that came


class _Reach:
    """What is new, followed along its pairs to the end."""

    def __init__(self, seeds: Iterable[str], ledger: Ledger, weights: Weights) -> None:
        self._ledger, self._weights = ledger, weights
        self.claims: set[str] = set()
        self.pairs: list[Pair] = []  # that join
        self.near: list[
            Pair
        ] = []  # that are worth a reviewer's look; one of the two may lie beyond the reach
        self.earlier: dict[str, Incident] = {}
        self._points: dict[tuple[str, str], float | None] = {}
        waiting = sorted(set(seeds), reverse=True)
        while waiting:
            claim = waiting.pop()
            if claim not in self.claims:
                waiting += sorted(self._follow(claim), reverse=True)

    def weigh(self, one: str, other: str) -> float | None:
        """The points of two claims, each pair weighed once."""
        key = (one, other) if one < other else (other, one)
        if key not in self._points:
            self._points[key] = weigh(
                self._ledger.telling(key[0]), self._ledger.telling(key[1]), self._weights
            )
        return self._points[key]

    def _follow(self, claim: str) -> set[str]:
        """The claims that one reaches directly."""
        self.claims.add(claim)
        telling = self._ledger.telling(claim)
        reached: set[str] = set()
        for other in self._ledger.find(looking_keys(telling)):
            if other in self.claims:
                continue  # itself, or weighed from the other side
            left, right = (claim, other) if claim < other else (other, claim)
            one, two = self._ledger.telling(left), self._ledger.telling(right)
            points = weigh(one, two, self._weights, self._weights.propose)
            if points is None or points < self._weights.propose:
                continue
            self._points[left, right] = points
            if points >= 0 and is_firm(one, two):
                self.pairs.append(Pair(points, left, right))
                reached.add(other)
            else:
                self.near.append(Pair(points, left, right))
        incident = self._ledger.incident_of(claim)
        if incident is not None and incident.id not in self.earlier:
            self.earlier[incident.id] = incident
        return reached


def link(came: Iterable[str], went: Iterable[Telling], ledger: Ledger, weights: Weights) -> Linked:
    """Group anew all that is reached from claims that came, and from where others stood that went.

    A claim that changed came and went.
    """
    with uncollected():
        return _link(set(came), list(went), ledger, weights)


def _link(came: set[str], went: Sequence[Telling], ledger: Ledger, weights: Weights) -> Linked:
    tolls = {claim for claim in came if not is_happening(ledger.telling(claim))}
    seeds = (came - tolls).union(
        *(ledger.find(looking_keys(telling)) for telling in went if is_happening(telling))
    )
    reach = _Reach(seeds, ledger, weights)
    dissolved = (ledger.incident_of(telling.id) for telling in went)
    earlier = reach.earlier | {incident.id: incident for incident in dissolved if incident is not None}
    groups, refused = build_groups(reach.claims, reach.pairs, reach.weigh)
    ids = keep_ids(
        [group.claims for group in groups],
        earlier.values(),
        lambda id_: id_ not in earlier and ledger.is_taken(id_),
    )
    incidents = sorted(
        (_build(id_, group, ledger) for id_, group in zip(ids, groups, strict=True)),
        key=lambda incident: incident.id,
    )
    incident_of = {claim: incident for incident in incidents for claim in incident.claims}

    def find_incident(claim: str) -> Incident | None:
        return incident_of.get(claim) or ledger.incident_of(claim)

    proposed = _propose([*refused, *reach.near], find_incident, reach.weigh, ledger, weights)
    return Linked(
        frozenset(earlier),
        tuple(incidents),
        tuple(proposed),
        frozenset(tolls | {telling.id for telling in went if not is_happening(telling)}),
        tuple(_sum_up(incidents, tolls, find_incident, ledger)),
    )


def _build(id_: str, group: Group, ledger: Ledger) -> Incident:
    return Incident(id=id_, claims=tuple(group.claims), reasons=explain_joins(group, ledger.telling))


def explain_joins(group: Group, telling: Callable[[str], Telling]) -> tuple[Joined, ...]:
    """Why the claims of a group stand together, in the order of their ids."""
    reasons = (
        Joined(
            left=pair.left,
            right=pair.right,
            why=explain(telling(pair.left), telling(pair.right)),
            points=round(pair.points, 2),
        )
        for pair in group.pairs
    )
    return tuple(sorted(reasons, key=lambda joined: (joined.left, joined.right)))


def _propose(
    pairs: Sequence[Pair],
    find_incident: Callable[[str], Incident | None],
    weigh_pair: Callable[[str, str], float | None],
    ledger: Ledger,
    weights: Weights,
) -> list[Proposed]:
    """For each two incidents the pair that speaks most for their being one, unless their other claims speak against."""
    best: dict[tuple[str, str], tuple[Pair, Incident, Incident]] = {}
    for pair in sorted(pairs, key=lambda pair: (-pair.points, pair.left, pair.right)):
        one, other = find_incident(pair.left), find_incident(pair.right)
        if one is None or other is None or one.id == other.id:
            continue
        if other.id < one.id:
            one, other = other, one
        best.setdefault((one.id, other.id), (pair, one, other))
    found = (
        agree_to_propose(one, other, pair, weigh_pair, ledger.telling, weights)
        for _, (pair, one, other) in sorted(best.items(), key=lambda item: item[0])
    )
    return [proposed for proposed in found if proposed is not None]


def agree_to_propose(
    one: Incident,
    other: Incident,
    pair: Pair,
    weigh_pair: Callable[[str, str], float | None],
    telling: Callable[[str], Telling],
    weights: Weights,
) -> Proposed | None:
    """What a pair of claims says for two incidents being one, unless their other claims speak against it."""
    points = measure_groups(one.claims, other.claims, weigh_pair)
    if points is None or points < weights.propose:
        return None
    why, against = explain_unsure(telling(pair.left), telling(pair.right), weights)
    return Proposed(
        left=one.id,
        right=other.id,
        claims=(pair.left, pair.right) if pair.left in one.claims else (pair.right, pair.left),
        why=why,
        against=against,
        points=round(points, 2),
    )


def _sum_up(
    incidents: Iterable[Incident],
    tolls: Iterable[str],
    find_incident: Callable[[str], Incident | None],
    ledger: Ledger,
) -> list[Summed]:
    """The incidents here with every toll that sums them, and the tolls that came with every incident."""
    pairs: dict[tuple[str, str], Incident] = {}
    for incident in incidents:
        keys = {key for claim in incident.claims for key in looking_toll_keys(ledger.telling(claim))}
        pairs.update({(toll, incident.id): incident for toll in ledger.find(keys)})
    for toll in tolls:
        for claim in ledger.find(looking_happening_keys(ledger.telling(toll))):
            found = find_incident(claim)
            if found is not None:
                pairs[toll, found.id] = found
    sums = (
        agree_on_sum(ledger.telling(toll), id_, [ledger.telling(claim) for claim in pairs[toll, id_].claims])
        for toll, id_ in sorted(pairs)
    )
    return [summed for summed in sums if summed is not None]
