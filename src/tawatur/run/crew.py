"""Workers for pieces of work that need nothing but themselves: in this process, in others, or on a Ray cluster."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Protocol, TypeVar

from tawatur.errors import TawaturError
from tawatur.run.worker import FORKS

Work = TypeVar("Work")
Done = TypeVar("Done")

AHEAD = 2  # pieces in hand for each worker, so that none waits for the driver
TRIES = 2  # a worker that went away costs its piece one more try


class Crew(Protocol):
    """Does pieces of work somewhere; what is done comes in the order of the work."""

    def map(self, do: Callable[[Work], Done], work: Iterable[Work]) -> Iterator[Done]: ...


class Alone:
    """All in this process."""

    def map(self, do: Callable[[Work], Done], work: Iterable[Work]) -> Iterator[Done]:
        return map(do, work)


class LocalCrew:
    """Processes on this machine, started when there is work and ended with it."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def map(self, do: Callable[[Work], Done], work: Iterable[Work]) -> Iterator[Done]:
        supply = iter(work)
        waiting: deque[tuple[Work, int]] = deque()  # what a worker died on, and how often
        in_hand: deque[tuple[Work, int, Future[Done]]] = deque()
        pool = self._start()
        finished = False
        try:
            while True:
                while len(in_hand) < AHEAD * self._workers:
                    given = waiting.popleft() if waiting else _next(supply)
                    if given is None:
                        break
                    in_hand.append((*given, pool.submit(do, given[0])))
                if not in_hand:
                    finished = True
                    return
                piece_of, deaths, done = in_hand.popleft()
                try:
                    yield done.result()
                except BrokenProcessPool:
                    if deaths + 1 == TRIES:
                        raise TawaturError(
                            "A worker of linking ended twice over the same work; most often memory ran out.\n"
                            "  Run the same command again with fewer --workers."
                        ) from None
                    # All that were in hand are lost with it, and nobody knows whose fault it was.
                    lost = [(piece_of, deaths + 1), *((piece, times) for piece, times, _ in in_hand)]
                    waiting.extendleft(reversed(lost))
                    in_hand.clear()
                    _end(pool, finished=False)
                    pool = self._start()
        finally:
            _end(pool, finished=finished)

    def _start(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("fork" if FORKS else "spawn")
        return ProcessPoolExecutor(
            self._workers, mp_context=context, initializer=_begin, initargs=(os.getpid(),)
        )


class RayCrew:
    """Tasks on the cluster that a run is on; Ray tries those again whose worker or node went away."""

    def __init__(self, ray: Any, most: int, tries: int = TRIES) -> None:  # noqa: ANN401
        self._ray, self._most, self._tries = ray, most, tries

    def map(self, do: Callable[[Work], Done], work: Iterable[Work]) -> Iterator[Done]:
        remote = self._ray.remote(do).options(max_retries=self._tries, num_cpus=1)
        in_hand: deque[Any] = deque()
        for piece in work:
            in_hand.append(remote.remote(piece))
            if len(in_hand) >= self._most:
                yield self._ray.get(in_hand.popleft())
        while in_hand:
            yield self._ray.get(in_hand.popleft())


def _next(supply: Iterator[Work]) -> tuple[Work, int] | None:
    for piece in supply:
        return piece, 0
    return None


def _end(pool: ProcessPoolExecutor, *, finished: bool) -> None:
    """Let workers go; those that still work, at once."""
    if not finished:
        for process in list((pool._processes or {}).values()):  # noqa: SLF001 (Python 3.14 has a way of its own)
            process.kill()
    pool.shutdown(cancel_futures=True)


def _begin(run: int) -> None:
    """An interrupt is for the run, not for its workers; they end when the run is there no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()  # what they share with the run is not looked through
    threading.Thread(target=_end_with, args=(run,), daemon=True).start()


def _end_with(run: int) -> None:
    while os.getppid() == run:
        time.sleep(1.0)
    os._exit(1)
