"""Workers on a Ray cluster: the same executor as on one machine, over shards instead of batches.

A worker reads a whole shard, writes it where the driver and every other run can find it, and answers with its name
alone. Ray tries a shard again whose worker or node went away; one that fails again is halved until the report that does it
stands alone and is refused.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from tawatur.errors import TawaturError
from tawatur.records import Refusal
from tawatur.run.crew import Crew, RayCrew
from tawatur.run.pool import Executor, Outcome
from tawatur.run.shards import SHARD_BYTES, SHARD_MOST, Shards, name_task
from tawatur.run.stages import Keys, LoadReader, Reads
from tawatur.run.tasks import Task
from tawatur.run.worker import Serving

TRIES_AGAIN = 2  # a lost node is no report's fault
AHEAD = 2  # shards in hand for each worker, so that none waits for the driver


class RayPool:
    """An executor on a Ray cluster that is there (`address`), or on one that it starts on this machine."""

    def __init__(
        self,
        serving: Serving,
        shards: Shards,
        *,
        address: str | None = None,
        workers: int | None = None,
    ) -> None:
        self._ray = _import_ray()
        self._serving, self._shards = serving, shards
        self._owns = not self._ray.is_initialized()
        if self._owns:
            alone = {} if address else {"num_cpus": workers, "include_dashboard": False}
            self._ray.init(address=address or "local", log_to_driver=False, logging_level="error", **alone)
        # Sent once, not with every shard.
        self._sent = self._ray.put(serving)
        self._most = AHEAD * int(workers or self._ray.cluster_resources().get("CPU", 1))
        self._read: Any = self._ray.remote(read_shard).options(max_retries=TRIES_AGAIN, num_cpus=1)

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        supply = cut(tasks)
        halves: deque[list[Task]] = deque()
        in_hand: dict[Any, list[Task]] = {}
        more = True
        while True:
            while len(in_hand) < self._most and (halves or more):
                shard = halves.popleft() if halves else next(supply, None)
                if shard is None:
                    more = False
                else:
                    in_hand[self._read.remote(self._sent, self._shards.address, shard)] = shard
            if not in_hand:
                return
            ready, _ = self._ray.wait(list(in_hand), num_returns=1)
            for done in ready:
                yield from self._take(done, in_hand.pop(done), halves)

    def crew(self) -> Crew:
        return RayCrew(self._ray, self._most)

    def close(self) -> None:
        """Leave the cluster; one that was started here ends with all its workers."""
        if self._owns:
            self._ray.shutdown()

    def _take(self, done: Any, shard: list[Task], halves: deque[list[Task]]) -> Iterator[Outcome]:  # noqa: ANN401
        errors = self._ray.exceptions
        try:
            name = self._ray.get(done)
        except (errors.WorkerCrashedError, errors.NodeDiedError, errors.OutOfMemoryError) as error:
            if len(shard) > 1:
                middle = len(shard) // 2
                halves.extend((shard[:middle], shard[middle:]))
            else:
                yield shard[0], _refuse(shard[0], type(error).__name__)
            return
        for task, outcome in zip(shard, self._shards.read(name), strict=True):
            yield task, self._serving.keep(task, outcome)


class Resumed:
    """An executor that takes what is finished already from the shards, and leaves the rest to another."""

    def __init__(self, executor: Executor, serving: Serving, shards: Shards) -> None:
        self._executor, self._serving, self._shards = executor, serving, shards

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        finished: deque[Outcome] = deque()

        def unfinished() -> Iterator[Task]:
            for task in tasks:
                outcome = self._shards.find(name_task(task, self._serving.stamp))
                if outcome is None:
                    yield task
                else:
                    finished.append((task, self._serving.keep(task, outcome)))

        for done in self._executor.run(unfinished()):
            while finished:
                yield finished.popleft()
            yield done
        yield from finished

    def crew(self) -> Crew:
        return self._executor.crew()

    def close(self) -> None:
        self._executor.close()


def read_shard(serving: Serving, address: str, shard: list[Task]) -> str:
    """What a worker does: read a shard, write it, and say its name."""
    reader = _own_reader(serving.load, serving.keys)
    outcomes = [serving.read_only(task, reader) for task in shard]
    return Shards(address).write([name_task(task, serving.stamp) for task in shard], outcomes)


def cut(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    shard: list[Task] = []
    size = 0
    for task in tasks:
        shard.append(task)
        size += task.size
        if size >= SHARD_BYTES or len(shard) == SHARD_MOST:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


_readers: dict[str, Reads] = {}  # a worker process reads many shards with one reader


def _own_reader(load: LoadReader, keys: Keys) -> Reads:
    if keys.claims not in _readers:
        reader = load()
        if reader.fingerprint != keys.claims:
            raise TawaturError(
                "A node of the cluster has other code, lexicons or gazetteers than this machine.\n"
                "  Install the same version and the same data on every node."
            )
        _readers[keys.claims] = reader
    return _readers[keys.claims]


def _refuse(task: Task, ending: str) -> Refusal:
    return Refusal(
        name=task.document.name,
        code="ends_worker",
        reason=f"reading it ended the worker each time ({ending})",
    )


def _import_ray() -> Any:  # noqa: ANN401
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent anywhere
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise TawaturError(
            "Ray is not installed.\n  pip install 'tawatur[ray]' on this machine and on every node."
        ) from error
    return ray
