"""Agree on the incidents of more claims than one memory holds, or one machine has time for; exactly those of `link_all`.

What needs the claims themselves is done in parts, by whoever is there to work: finding pairs, grouping what pairs connect,
judging proposals and sums. What is left here knows claims by number: which pairs connect them, and which group has
which id (`docs/decisions/0009-linking-in-parts.md`).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple, Protocol, TypeVar

from tawatur.link.clusters import find_witnesses
from tawatur.link.identity import keep_ids
from tawatur.link.numbered import Columns, Met, Numbered
from tawatur.link.pairs import Pair
from tawatur.link.parts import Layout
from tawatur.link.told import Told
from tawatur.link.work import (
    Answers,
    Compare,
    Connected,
    Post,
    Questions,
    Spread,
    answer,
    compare,
    group,
    read_joined,
    spread,
)
from tawatur.records import Incident

MOST = 4_000  # claims, or questions, in one piece of work

Work = TypeVar("Work")
Done = TypeVar("Done")


class Crew(Protocol):
    """Whoever is there to work: what is done comes in the order of the work."""

    def map(self, do: Callable[[Work], Done], work: Iterable[Work]) -> Iterator[Done]: ...


class Source(Protocol):
    """The reports that the claims stand in."""

    def batches(self) -> Iterator[list[Told]]:
        """All of them, each whole."""
        ...

    def fetch(self, claims: list[str]) -> list[Told]:
        """Those in which some claims stand."""
        ...


class Chunk(NamedTuple):
    """Incidents near each other in time, and the box where the reasons for each lie; none: each is one claim."""

    ids: list[str]
    claims: list[tuple[str, ...]]
    box: str
    start: int = 0  # of the first, in the box

    def incidents(self, post: Post) -> Iterator[Incident]:
        reasons = islice(read_joined(self.box, post), self.start, None) if self.box else iter(())
        for id_, claims in zip(self.ids, self.claims, strict=True):
            yield Incident(id=id_, claims=claims, reasons=next(reasons, ()))

    def cut(self, most: int) -> Iterator[Chunk]:
        """In pieces of at most so many incidents."""
        for start in range(0, len(self.ids), most):
            end = start + most
            yield Chunk(self.ids[start:end], self.claims[start:end], self.box, self.start + start)


class Parted(NamedTuple):
    """What linking in parts comes to. Answers are worked out as they are asked for."""

    chunks: list[Chunk]
    answers: Iterator[Answers]


class InParts:
    """The claims of a source, and who works on them."""

    def __init__(self, source: Source, layout: Layout, crew: Crew, post: Post, most: int = MOST) -> None:
        self._source, self._layout, self._crew, self._post = source, layout, crew, post
        self._most = most

    def link(
        self,
        earlier: Iterable[Incident] = (),
        note: Callable[[list[tuple[int, str]]], None] = lambda _: None,
    ) -> Parted:
        """Agree on all incidents; `earlier` are those whose ids are to be kept, `note` is told under what claims stand."""
        claims = self._meet(note)
        boxes, refused = self._group(claims)
        for pair in refused:
            claims.near.add(claims.number[pair.left], claims.number[pair.right], pair.points)
        groups = [group for _, listed in boxes for group in listed]
        ids = _name(groups, list(earlier), claims.number)
        chunks: list[Chunk] = []
        at = 0
        for box, listed in boxes:
            chunks.append(Chunk(ids[at : at + len(listed)], [tuple(group) for group in listed], box))
            at += len(listed)
        return Parted(chunks, self._crew.map(answer, self._ask(claims, groups, ids)))

    def _meet(self, note: Callable[[list[tuple[int, str]]], None]) -> Numbered:
        happenings: list[str] = []
        tolls: list[str] = []
        parts: set[int] = set()
        here: list[Met] = []
        work = (
            Spread(n, reports, self._layout, self._post) for n, reports in enumerate(self._source.batches())
        )
        for sent in self._crew.map(spread, work):
            note(sent.keys)
            happenings += sent.happenings
            tolls += sent.tolls
            parts |= sent.parts
            here.append(sent.here)
        claims = Numbered(happenings, tolls)
        for met in self._crew.map(compare, (Compare(part, self._post) for part in sorted(parts))):
            claims.take(met)
        for met in here:
            claims.take(met)
        return claims

    def _group(self, claims: Numbered) -> tuple[list[tuple[str, list[list[str]]]], list[Pair]]:
        """The groups, box by box, and the pairs that were refused."""
        root = claims.connect()
        pieces = _cut(root, claims, self._most)
        at = array("i", [-1]) * len(root)
        for n, piece in enumerate(pieces):
            for claim in piece:
                at[claim] = n
        pairs = [Columns() for _ in pieces]
        for left, right, points in claims.joins:
            pairs[at[left]].add(left, right, points)
        claims.joins = Columns()  # they may be most of what is held here
        boxes: list[tuple[str, list[list[str]]]] = []
        refused: list[Pair] = []
        for n, grouped in enumerate(self._crew.map(group, self._connected(claims, pieces, pairs))):
            boxes.append((f"group-{n}", grouped.groups))
            refused += grouped.refused
        alone = [[claims.happenings[claim]] for claim in claims.by_rank() if at[claim] < 0]
        boxes += [("", alone[start : start + self._most]) for start in range(0, len(alone), self._most)]
        return boxes, refused

    def _connected(
        self, claims: Numbered, pieces: list[list[int]], pairs: list[Columns]
    ) -> Iterator[Connected]:
        for n, piece in enumerate(pieces):
            numbers = sorted(piece)
            place = {claim: at for at, claim in enumerate(numbers)}
            local = Columns()
            for left, right, points in pairs[n]:
                local.add(place[left], place[right], points)
            pairs[n] = Columns()
            ids = [claims.happenings[claim] for claim in numbers]
            yield Connected(f"group-{n}", ids, local.pack(), self._source.fetch(ids), self._post)

    def _ask(self, claims: Numbered, groups: list[list[str]], ids: list[str]) -> Iterator[Questions]:
        group_of = array("I", [0]) * len(claims.happenings)
        for n, listed in enumerate(groups):
            for claim in listed:
                group_of[claims.number[claim]] = n
        near = claims.near
        best = _find_best(near, group_of, len(groups))
        for start in range(0, len(best), self._most):
            pairs = []
            for n in best[start : start + self._most]:
                left, right = near.left[n], near.right[n]
                one, other = sorted((group_of[left], group_of[right]), key=ids.__getitem__)
                pair = Pair(near.points[n], claims.happenings[left], claims.happenings[right])
                pairs.append((one, other, pair))
            wanted = {
                claim for one, other, _ in pairs for n in (one, other) for claim in find_witnesses(groups[n])
            }
            wanted.update(claim for _, _, pair in pairs for claim in (pair.left, pair.right))
            asked = {ids[n]: tuple(groups[n]) for one, other, _ in pairs for n in (one, other)}
            yield self._questions(
                [(ids[one], ids[other], pair) for one, other, pair in pairs], [], asked, wanted
            )
        sums = sorted({(group_of[right], left) for left, right, _ in claims.sums})
        for start in range(0, len(sums), self._most):
            some = sums[start : start + self._most]
            wanted = {claim for n, _ in some for claim in groups[n]} | {
                claims.tolls[toll] for _, toll in some
            }
            asked = {ids[n]: tuple(groups[n]) for n, _ in some}
            yield self._questions([], [(claims.tolls[toll], ids[n]) for n, toll in some], asked, wanted)

    def _questions(
        self,
        pairs: list[tuple[str, str, Pair]],
        sums: list[tuple[str, str]],
        asked: dict[str, tuple[str, ...]],
        wanted: set[str],
    ) -> Questions:
        listed = sorted(wanted)
        return Questions(pairs, sums, asked, self._source.fetch(listed), listed)


def _cut(root: array[int], claims: Numbered, most: int) -> list[list[int]]:
    """Claims that are connected with others, in pieces that no connection crosses, those near in time together."""
    sizes = array("I", [0]) * len(root)
    for claim in root:
        sizes[claim] += 1
    pieces: list[list[int]] = []
    piece_of: dict[int, list[int]] = {}
    room = 0
    for claim in claims.by_rank():
        first = root[claim]
        if sizes[first] == 1:
            continue
        if first not in piece_of:
            if room <= 0:
                pieces.append([])
                room = most
            piece_of[first] = pieces[-1]
            room -= sizes[first]
        piece_of[first].append(claim)
    return pieces


def _name(groups: list[list[str]], earlier: list[Incident], living: dict[str, int]) -> list[str]:
    """The id of each group."""
    order = sorted(range(len(groups)), key=lambda n: groups[n][0])
    here = [one for one in earlier if any(claim in living for claim in one.claims)]
    gone = {one.id for one in earlier}.difference(one.id for one in here)
    kept = keep_ids([groups[n] for n in order], here, gone.__contains__)
    ids = [""] * len(groups)
    for n, id_ in zip(order, kept, strict=True):
        ids[n] = id_
    return ids


def _find_best(near: Columns, group_of: array[int], groups: int) -> list[int]:
    """For each two groups the place of the pair that speaks most for their being one."""
    best: dict[int, int] = {}
    for n, (left, right, points) in enumerate(near):
        one, other = group_of[left], group_of[right]
        if one == other:
            continue
        key = min(one, other) * groups + max(one, other)
        m = best.get(key)
        if m is None or (-points, left, right) < (-near.points[m], near.left[m], near.right[m]):
            best[key] = n
    return sorted(best.values())
