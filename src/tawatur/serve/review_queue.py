"""What waits for a reviewer: incidents by what is doubtful about them, and how many are done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple, get_args

import msgspec

from tawatur.serve.bits import to_bits
from tawatur.serve.desk import Desk
from tawatur.serve.facets import DONE
from tawatur.serve.index import Found, Index
from tawatur.serve.query import QueryError, Sort, State
from tawatur.serve.rows import Row

Queue = Literal["proposed", "contested", "weak", "unresolved", "changed", "random"]
QUEUES: tuple[Queue, ...] = get_args(Queue)
SAMPLE = 100  # incidents in a random sample


class Waiting(NamedTuple):
    """One thing to look at: an incident, or one that may be the same as another."""

    incident: Row
    other: Row | None = None

    @property
    def key(self) -> str:
        return f"{self.incident.id}+{self.other.id}" if self.other else self.incident.id


class Progress(msgspec.Struct, frozen=True):
    queue: str
    left: int
    done: int  # of a proposal: judged to be one or two


class ReviewPage(msgspec.Struct, frozen=True):
    queue: str
    seed: int
    progress: tuple[Progress, ...]
    waiting: tuple[tuple[str, ...], ...]  # the incidents of each item, in the order in which they come up
    total: int


class Line(NamedTuple):
    """What is left of a queue, the first to be looked at first."""

    total: int
    begin: Callable[[], Iterator[Waiting]]

    def first(self, most: int) -> list[Waiting]:
        return list(islice(self.begin(), most))

    def pick(self, at: str = "", after: str = "") -> Waiting | None:
        """The one that `at` names, else the one behind the one that `after` names, else the first."""
        for key, is_behind in ((at, False), (after, True)):
            left = self.begin() if key else iter(())
            if found := next((one for one in left if one.key == key), None):
                return next(left, None) or next(self.begin()) if is_behind else found
        return next(self.begin(), None)


def find_waiting(desk: Desk, queue: Queue, state: State, seed: int = 0) -> Line:
    """What is left of a queue within what a state lets through."""
    index = desk.index
    if queue == "proposed":
        rows, proposed = index.rows, _find_proposed(desk, index, state)
        return Line(len(proposed), lambda: (Waiting(rows[left], rows[right]) for left, right in proposed))
    drawn = _find_drawn(index, queue, state, seed)
    left = index.but(drawn, index.waiting(drawn, DONE))
    if queue == "random":
        return Line(left.total, lambda: map(Waiting, index.in_lots(left, seed)))
    sort: Sort = "disputed" if queue == "contested" else "killed"
    return Line(left.total, lambda: map(Waiting, index.all_of(left, sort)))


def measure_progress(desk: Desk, state: State, seed: int = 0) -> tuple[Progress, ...]:
    """For each queue, how much is left and how much is done."""
    index = desk.index
    counts = []
    for queue in QUEUES:
        if queue == "proposed":
            left = len(_find_proposed(desk, index, state))
            counts.append(Progress(queue, left, desk.reviewed.compared))
        else:
            drawn = _find_drawn(index, queue, state, seed)
            done = index.waiting(drawn, DONE).total
            counts.append(Progress(queue, drawn.total - done, done))
    return tuple(counts)


def read_queue(name: str) -> Queue:
    if name not in QUEUES:
        raise QueryError("queue", name)
    return name


def _find_proposed(desk: Desk, index: Index, state: State) -> Sequence[tuple[int, int]]:
    """By their numbers, the likeliest first."""
    shown = index.find(state) if state.is_narrowed else None
    key = "proposed", desk.reviewed.apart, shown.bits if shown else None
    return index.remember(key, lambda: tuple(_pair(desk, index, shown)))


def _pair(desk: Desk, index: Index, shown: Found | None) -> Iterator[tuple[int, int]]:
    standing = index.flags(index.find(State()))  # what is gone, perhaps into the other, is not among them
    wanted = index.flags(shown) if shown else standing
    for left_id, right_id in desk.proposed():
        left, right = index.number.get(left_id), index.number.get(right_id)
        if left is None or right is None or not (standing[left] and standing[right]):
            continue
        if wanted[left] or wanted[right]:
            yield left, right


def _find_drawn(index: Index, queue: Queue, state: State, seed: int) -> Found:
    """What a queue holds, done or not."""
    found = index.find(state)
    if queue != "random":
        return index.waiting(found, queue)
    bits = to_bits((index.number[row.id] for row in islice(index.in_lots(found, seed), SAMPLE)), index.size)
    return Found(bits, bits.bit_count())
