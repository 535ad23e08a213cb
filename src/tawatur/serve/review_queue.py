"""What waits for a reviewer: incidents by what is doubtful about them, and how many are done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, get_args

import msgspec

from tawatur.serve.desk import Desk
from tawatur.serve.query import QueryError, State
from tawatur.serve.rows import NONE, Row

Queue = Literal["proposed", "contested", "weak", "unresolved", "changed", "random"]
QUEUES: tuple[Queue, ...] = get_args(Queue)
SAMPLE = 100  # incidents in a random sample
_DONE = ("reviewed", "rejected")


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


def find_waiting(desk: Desk, queue: Queue, state: State, seed: int = 0) -> list[Waiting]:
    """What is left of a queue within what a state lets through, the first to be looked at first."""
    if queue == "proposed":
        return list(_find_proposed(desk, state))
    rows = _find_rows(desk, queue, state, seed)
    return [Waiting(row) for row in rows if not _is_done(row)]


def measure_progress(desk: Desk, state: State, seed: int = 0) -> tuple[Progress, ...]:
    """For each queue, how much is left and how much is done."""
    counts = []
    for queue in QUEUES:
        if queue == "proposed":
            left = sum(1 for _ in _find_proposed(desk, state))
            counts.append(Progress(queue, left, desk.reviewed.compared))
        else:
            rows = _find_rows(desk, queue, state, seed)
            done = sum(_is_done(row) for row in rows)
            counts.append(Progress(queue, len(rows) - done, done))
    return tuple(counts)


def read_queue(name: str) -> Queue:
    if name not in QUEUES:
        raise QueryError("queue", name)
    return name


def _find_proposed(desk: Desk, state: State) -> Iterator[Waiting]:
    """The likeliest first."""
    index = desk.index
    shown = {row.id for row in index.rows_in(index.find(state))} if state.is_narrowed else None
    for proposed in sorted(desk.reviewed.proposals(), key=lambda one: (-one.points, one.left, one.right)):
        left, right = index.row(proposed.left), index.row(proposed.right)
        if left and right and (shown is None or left.id in shown or right.id in shown):
            yield Waiting(left, right)


def _find_rows(desk: Desk, queue: Queue, state: State, seed: int) -> list[Row]:
    index = desk.index
    found = index.find(state)
    if queue == "random":
        return sorted(index.rows_in(found), key=lambda row: _draw_lot(seed, row.id))[:SAMPLE]
    is_wanted = _WANTED[queue]
    return [
        row for row in index.all_of(found, "disputed" if queue == "contested" else "killed") if is_wanted(row)
    ]


def _is_done(row: Row) -> bool:
    return any(state in _DONE for state in row.review)


def _draw_lot(seed: int, id_: str) -> str:
    """An order that nobody chose and everybody with the seed has."""
    return hashlib.sha256(f"{seed} {id_}".encode()).hexdigest()


_WANTED: dict[str, Callable[[Row], bool]] = {
    "contested": lambda row: bool(row.contested) or row.grade == "contested",
    "weak": lambda row: row.grade in ("weak", NONE),
    "unresolved": lambda row: row.lat is None or row.first is None,
    "changed": lambda row: "changed" in row.review,
}
