"""What linking in parts gives others to do: pieces of work that need nothing but themselves and the post."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple, Protocol

import msgspec

from tawatur.link.blocks import number_key, standing_keys
from tawatur.link.clusters import build_groups
from tawatur.link.linking import agree_to_propose, explain_joins
from tawatur.link.meeting import Sent, find_pairs, send
from tawatur.link.numbered import Columns, Met, Pairs
from tawatur.link.pairs import Pair, weigh
from tawatur.link.parts import HERE, Layout
from tawatur.link.sums import agree_on_sum
from tawatur.link.telling import Telling, is_happening
from tawatur.link.told import Told, tell, tell_all
from tawatur.link.weights import load_weights
from tawatur.memory import uncollected
from tawatur.records import Incident, Joined, Proposed, Summed


class Post(Protocol):
    """Where workers leave what other workers take up; it travels with the work."""

    def put(self, box: str, name: str, data: bytes) -> None: ...
    def get(self, box: str) -> Iterator[bytes]:
        """What was put into a box, in the order of the names."""
        ...


class Spread(NamedTuple):
    """Send the claims of some reports to their parts."""

    n: int
    reports: list[Told]
    layout: Layout
    post: Post


class Sorted(NamedTuple):
    """Claims that were sent, and where."""

    happenings: list[str]
    tolls: list[str]
    parts: set[int]
    here: Met  # what meets within a report
    keys: list[tuple[int, str]]  # under which each claim stands


class Compare(NamedTuple):
    """Find the pairs of one part."""

    part: int
    post: Post


class Connected(NamedTuple):
    """Group what pairs connect."""

    box: str
    ids: list[str]
    pairs: Pairs
    reports: list[Told]
    post: Post


class Grouped(NamedTuple):
    groups: list[list[str]]  # in the order of their first claims; why each was joined lies in the box
    refused: list[Pair]


class Questions(NamedTuple):
    """Which of some incidents may be one, and which of them a toll sums."""

    pairs: list[tuple[str, str, Pair]]  # two incidents, the smaller first, and what brought them up
    sums: list[tuple[str, str]]  # a toll and an incident
    claims: dict[str, tuple[str, ...]]  # of each incident
    reports: list[Told]
    wanted: list[str]  # claims of these reports


class Answers(NamedTuple):
    proposed: list[Proposed]
    sums: list[Summed]


_pack = msgspec.msgpack.Encoder()
_sent = msgspec.msgpack.Decoder(list[Sent])
_joined = msgspec.msgpack.Decoder(list[tuple[Joined, ...]])


def spread(work: Spread) -> Sorted:
    with uncollected():
        tellings = [telling for told in work.reports for telling in tell(told)]
        parts = send(tellings, work.layout)
        here = find_pairs(parts.pop(HERE, ()), load_weights())
        for part, sent in parts.items():
            work.post.put(f"part-{part}", f"{work.n:06}", _pack.encode(sent))
        return Sorted(
            [telling.id for telling in tellings if is_happening(telling)],
            [telling.id for telling in tellings if not is_happening(telling)],
            set(parts),
            here,
            [(number_key(key), telling.id) for telling in tellings for key in standing_keys(telling)],
        )


def compare(work: Compare) -> Met:
    with uncollected():
        sent = [one for data in work.post.get(f"part-{work.part}") for one in _sent.decode(data)]
        return find_pairs(sent, load_weights())


def group(work: Connected) -> Grouped:
    with uncollected():
        tellings = tell_all(work.reports, work.ids)
        columns = Columns()
        columns.take(work.pairs, range(len(work.ids)))
        # Two parts may have found the same pair.
        pairs = {Pair(points, work.ids[left], work.ids[right]) for left, right, points in columns}
        groups, refused = build_groups(work.ids, pairs, _weighing(tellings))
        reasons = [explain_joins(group, tellings.__getitem__) for group in groups]
        work.post.put(work.box, "joined", _pack.encode(reasons))
        return Grouped([group.claims for group in groups], refused)


def read_joined(box: str, post: Post) -> Iterator[tuple[Joined, ...]]:
    """Why the claims of each group in a box were joined, in the order of the groups."""
    for data in post.get(box):
        yield from _joined.decode(data)


def answer(work: Questions) -> Answers:
    with uncollected():
        tellings = tell_all(work.reports, work.wanted)
        weights, weigh_pair = load_weights(), _weighing(tellings)
        incidents = {id_: Incident(id=id_, claims=claims) for id_, claims in work.claims.items()}
        proposed = (
            agree_to_propose(
                incidents[one], incidents[other], pair, weigh_pair, tellings.__getitem__, weights
            )
            for one, other, pair in work.pairs
        )
        sums = (
            agree_on_sum(tellings[toll], id_, [tellings[claim] for claim in work.claims[id_]])
            for toll, id_ in work.sums
        )
        return Answers([one for one in proposed if one is not None], [one for one in sums if one is not None])


def _weighing(tellings: dict[str, Telling]) -> Callable[[str, str], float | None]:
    weights = load_weights()

    @cache
    def weigh_ordered(one: str, other: str) -> float | None:
        return weigh(tellings[one], tellings[other], weights)

    return lambda one, other: weigh_ordered(min(one, other), max(one, other))
