"""Workers: processes that read, each with one batch in hand.

A worker that dies (killed, out of memory, a fault in a C library) costs its batch one more try. If
that worker dies too, the batch is halved until the report that does it stands alone; it is refused
and the rest goes on. A worker is sent its next batch only when its last answer is in: with two in
hand, both ends could wait for the other to read.
"""

from __future__ import annotations

import gc
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait
from typing import Protocol, TypeAlias

from tawatur.records import Refusal
from tawatur.run.crew import Alone, Crew, LocalCrew
from tawatur.run.stages import Reads
from tawatur.run.tasks import Task
from tawatur.run.worker import FORKS, Batch, Serving, Worker
from tawatur.store.rows import Rows

BATCH_BYTES = 128 * 1024  # some 30 reports, a tenth of a second: little to lose, little to say
BATCH_MOST = 64
PATIENCE = 120.0  # seconds for a batch; the largest report that is let in takes some three

Outcome: TypeAlias = tuple[Task, "Rows | Refusal"]


class Executor(Protocol):
    """Runs tasks somewhere; what comes back is in no order, and each task comes back once."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]: ...
    def crew(self) -> Crew:
        """Who is there for other work than reading."""
        ...

    def close(self) -> None: ...


def count_cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


class LocalPool:
    """An executor on this machine's cores. Workers start when there is work for them."""

    def __init__(self, reader: Reads, serving: Serving, workers: int) -> None:
        self._serving = serving.with_reader(reader) if FORKS else serving
        self._most = max(1, workers)
        self._workers: list[Worker] = []
        if FORKS:
            gc.collect()
            gc.freeze()  # a collection in a worker would copy the pages that all of them share

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        supply = build_batches(tasks)
        again: deque[Batch] = deque()  # batches that a worker died on
        ready: deque[Batch] = deque()  # prepared while workers read
        more = True
        while True:
            while self._has_room() and (again or ready or more):
                batch = again.popleft() if again else ready.popleft() if ready else next(supply, None)
                if batch is None:
                    more = False
                else:
                    self._idle_worker().give(batch)
            busy = [worker for worker in self._workers if worker.batch]
            if not busy:
                if again or ready or more:
                    continue
                return
            prepares = more and len(ready) < self._most
            answered = wait([worker.pipe for worker in busy], 0 if prepares else min(1.0, PATIENCE))
            if not answered and prepares:
                batch = next(supply, None)
                more = batch is not None
                if batch:
                    ready.append(batch)
            for worker in busy:
                if worker.pipe in answered:
                    yield from self._take(worker, again, ready)
                elif time.monotonic() - worker.since > PATIENCE:
                    yield from self._bury(worker, again, hung=True)

    def crew(self) -> Crew:
        return LocalCrew(self._most) if self._most > 1 else Alone()

    def close(self) -> None:
        """End every worker at once; what they had in hand is not read."""
        for worker in self._workers:
            worker.kill()
        self._workers.clear()
        if FORKS:
            gc.unfreeze()

    def _has_room(self) -> bool:
        return len(self._workers) < self._most or any(not worker.batch for worker in self._workers)

    def _idle_worker(self) -> Worker:
        """A worker with nothing in hand, a new one if need be."""
        for worker in self._workers:
            if not worker.batch:
                return worker
        self._workers.append(Worker(self._serving, [worker.pipe for worker in self._workers]))
        return self._workers[-1]

    def _take(self, worker: Worker, again: deque[Batch], ready: deque[Batch]) -> Iterator[Outcome]:
        batch, answer = worker.batch, worker.answer()
        if answer is None or batch is None:
            yield from self._bury(worker, again)
            return
        worker.batch = None
        if ready and not again:
            worker.give(ready.popleft())  # before the writing, so that it does not wait for it
        yield from zip(batch.tasks, answer, strict=True)

    def _bury(self, worker: Worker, again: deque[Batch], *, hung: bool = False) -> Iterator[Outcome]:
        batch = worker.batch
        worker.kill(patience=0.0 if hung else 1.0)
        self._workers.remove(worker)
        if batch is None:
            return
        tasks, deaths = batch.tasks, batch.deaths + (2 if hung else 1)  # what hangs once hangs again
        if deaths == 1:
            again.append(Batch(tasks, deaths))
        elif len(tasks) > 1:
            middle = len(tasks) // 2
            again.extend((Batch(tasks[:middle], deaths), Batch(tasks[middle:], deaths)))
        else:
            yield tasks[0], _refuse(tasks[0], worker.ending, hung=hung)


def build_batches(tasks: Iterable[Task]) -> Iterator[Batch]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += len(task.data)
        if size >= BATCH_BYTES or len(batch) == BATCH_MOST:
            yield Batch(batch)
            batch, size = [], 0
    if batch:
        yield Batch(batch)


def _refuse(task: Task, ending: str, *, hung: bool) -> Refusal:
    if hung:
        return Refusal(
            name=task.document.name, code="too_slow", reason=f"reading it took over {PATIENCE:.0f} seconds"
        )
    return Refusal(
        name=task.document.name,
        code="ends_worker",
        reason=f"reading it ended the worker each time ({ending})",
    )
