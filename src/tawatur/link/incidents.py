"""Agree on incidents: compare what may be one happening, group it, and give each group its id."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.link.blocks import build_pairs
from tawatur.link.clusters import build_groups
from tawatur.link.identity import keep_ids
from tawatur.link.pairs import compare
from tawatur.link.telling import Telling, is_happening
from tawatur.records import Incident


def agree_on_incidents(tellings: Iterable[Telling], earlier: Iterable[Incident] = ()) -> list[Incident]:
    """Incidents in the order of their ids; `earlier` are those whose ids are to be kept."""
    happenings = sorted(filter(is_happening, tellings), key=lambda telling: telling.claim.id)
    pairs = (
        pair
        for left, right in build_pairs(happenings)
        if (pair := compare(happenings[left], happenings[right]))
    )
    groups = build_groups({telling.claim.id: telling for telling in happenings}, pairs)
    ids = keep_ids([group.claims for group in groups], earlier)
    return sorted(
        (
            Incident(
                id=key,
                claims=tuple(group.claims),
                reasons=tuple(sorted(group.reasons, key=lambda joined: (joined.left, joined.right))),
            )
            for key, group in zip(ids, groups, strict=True)
        ),
        key=lambda incident: incident.id,
    )
