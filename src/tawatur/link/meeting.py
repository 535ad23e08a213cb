"""Send claims to the parts in which they may meet others, and find the pairs there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from tawatur.link.blocks import looking_keys, standing_keys
from tawatur.link.numbered import Columns, Met
from tawatur.link.pairs import is_firm, weigh
from tawatur.link.parts import Layout
from tawatur.link.sums import looking_happening_keys, looking_toll_keys
from tawatur.link.telling import Telling, is_happening
from tawatur.link.weights import Weights


class Sent(msgspec.Struct, frozen=True, array_like=True):
    """A claim in one part, with those of its keys that lie there."""

    telling: Telling
    stands: tuple[str, ...]
    looks: tuple[str, ...]
    tolls: tuple[str, ...]  # under which a happening looks for a toll that sums it


def send(tellings: Iterable[Telling], layout: Layout) -> dict[int, list[Sent]]:
    """Each claim to every part in which one of its keys lies."""
    parts: dict[int, list[Sent]] = defaultdict(list)
    for telling in tellings:
        happens = is_happening(telling)
        kinds = (
            standing_keys(telling),
            looking_keys(telling) if happens else looking_happening_keys(telling),
            looking_toll_keys(telling) if happens else set(),
        )
        found: dict[int, tuple[list[str], list[str], list[str]]] = {}
        for kind, keys in enumerate(kinds):
            for key in keys:
                found.setdefault(layout.part(key), ([], [], []))[kind].append(key)
        for part, (stands, looks, tolls) in found.items():
            parts[part].append(Sent(telling, tuple(stands), tuple(looks), tuple(tolls)))
    return parts


def find_pairs(sent: Iterable[Sent], weights: Weights) -> Met:
    """All pairs that meet in one part; another part may find some of them again."""
    there = sorted(sent, key=lambda one: one.telling.id)
    ids = tuple(one.telling.id for one in there)
    standing: dict[str, list[int]] = defaultdict(list)
    tolls: dict[str, list[int]] = defaultdict(list)
    joins, near, sums = Columns(), Columns(), Columns()
    for at, one in enumerate(there):
        blocks = standing if is_happening(one.telling) else tolls
        for key in one.stands:
            blocks[key].append(at)
    for at, one in enumerate(there):
        met = {other for key in one.looks if key in standing for other in standing[key]}
        if not is_happening(one.telling):
            for other in sorted(met):
                sums.add(at, other)
            continue
        for other in sorted({toll for key in one.tolls if key in tolls for toll in tolls[key]}):
            sums.add(other, at)
        for other in sorted(met):
            if other >= at:  # itself, or met from the other side: looking is mutual
                continue
            left, right = there[other].telling, one.telling
            points = weigh(left, right, weights, weights.propose)
            if points is None or points < weights.propose:
                continue
            (joins if points >= 0 and is_firm(left, right) else near).add(other, at, points)
    return Met(ids, joins.pack(), near.pack(), sums.pack())
