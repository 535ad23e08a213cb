"""Agree on incidents: compare what may be one happening, group it, and give each group its id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tawatur.link.blocks import looking_keys, standing_keys
from tawatur.link.clusters import Group, build_groups
from tawatur.link.identity import keep_ids
from tawatur.link.pairs import Pair, explain, weigh
from tawatur.link.telling import Telling, is_happening
from tawatur.link.weights import Weights, load_weights
from tawatur.records import Incident, Joined


def agree_on_incidents(
    tellings: Iterable[Telling], earlier: Iterable[Incident] = (), weights: Weights | None = None
) -> list[Incident]:
    """Incidents in the order of their ids; `earlier` are those whose ids are to be kept."""
    weights = weights or load_weights()
    happenings = {t.id: t for t in sorted(filter(is_happening, tellings), key=lambda t: t.id)}
    pairs = [pair for pair in _pairs(happenings, weights) if pair.points >= 0]
    known = {(pair.left, pair.right): pair.points for pair in pairs}

    def between(one: str, other: str) -> float | None:
        if other < one:
            one, other = other, one
        if (one, other) in known:
            return known[one, other]
        return weigh(happenings[one], happenings[other], weights)

    groups, _ = build_groups(happenings, pairs, between)
    ids = keep_ids([group.claims for group in groups], earlier)
    return sorted(
        (_incident(key, group, happenings) for key, group in zip(ids, groups, strict=True)),
        key=lambda incident: incident.id,
    )


def _pairs(tellings: dict[str, Telling], weights: Weights) -> Iterable[Pair]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for telling in tellings.values():
        found = {other for key in looking_keys(telling) for other in blocks.get(key, ())}
        for other in found:
            points = weigh(tellings[other], telling, weights)
            if points is not None and points >= weights.propose:
                yield Pair(points, other, telling.id)
        for key in standing_keys(telling):
            blocks[key].append(telling.id)


def _incident(key: str, group: Group, tellings: dict[str, Telling]) -> Incident:
    reasons = sorted(
        (
            Joined(
                left=pair.left,
                right=pair.right,
                why=explain(tellings[pair.left], tellings[pair.right]),
                points=round(pair.points, 2),
            )
            for pair in group.pairs
        ),
        key=lambda joined: (joined.left, joined.right),
    )
    return Incident(id=key, claims=tuple(group.claims), reasons=tuple(reasons))
