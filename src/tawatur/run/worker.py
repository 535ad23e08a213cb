"""One process that reads batches until its pipe is closed."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from tawatur.errors import TawaturError
from tawatur.records import Refusal
from tawatur.run.blackout import Blackout
from tawatur.run.stages import Keys, LoadReader, Reads
from tawatur.run.tasks import Task, read_task
from tawatur.store.objects import Objects
from tawatur.store.rows import Rows

# A forked worker starts at once and shares the reader's memory; other systems do not fork safely.
FORKS = sys.platform == "linux"
_context: Any = multiprocessing.get_context("fork" if FORKS else "spawn")


class Batch(NamedTuple):
    tasks: list[Task]
    deaths: int = 0  # how many workers have died on it


class Serving(NamedTuple):
    """What a worker needs to read. `reader` is there where it can be shared; else it is loaded."""

    load: LoadReader
    keys: Keys
    objects: Objects
    reader: Reads | None = None
    blackout: Blackout | None = None  # names that the case may not show

    def with_reader(self, reader: Reads) -> Serving:
        return self._replace(reader=reader)

    def read(self, task: Task, reader: Reads) -> Rows | Refusal:
        """The document's rows, its bytes put away: they are there before anything points at them."""
        return self.keep(task, self.read_only(task, reader))

    def read_only(self, task: Task, reader: Reads) -> Rows | Refusal:
        """The document's rows; whoever takes them is to keep its bytes."""
        outcome = read_task(task, reader, self.keys, self.blackout)
        if isinstance(outcome, Refusal) and self.blackout:
            return self.blackout.mask_refusal(outcome)
        return outcome

    def keep(self, task: Task, outcome: Rows | Refusal) -> Rows | Refusal:
        if task.data and not isinstance(outcome, Refusal):
            self.objects.put(task.document.sha256, task.data)
        return outcome

    @property
    def stamp(self) -> str:
        """What else than the document decides on the outcome: the code, the data, the names blacked out."""
        hidden = self.blackout.fingerprint if self.blackout else ""
        return f"{self.keys.clean} {self.keys.claims} {hidden}"


class Worker:
    """A process, its pipe, and the batch in its hand."""

    def __init__(self, serving: Serving, others: list[Connection]) -> None:
        self.pipe, theirs = _context.Pipe()
        # A forked process holds a copy of every open pipe; it must let them go, or those workers would
        # never see that the run has ended.
        inherited = [self.pipe, *others] if FORKS else []
        self._process = _context.Process(target=serve, args=(theirs, serving, inherited), daemon=True)
        with _no_interrupts():
            self._process.start()
        theirs.close()
        self.batch: Batch | None = None
        self.since = 0.0

    def give(self, batch: Batch) -> None:
        self.batch = batch
        self.since = time.monotonic()
        with suppress(OSError):  # it has died: its pipe will say so
            self.pipe.send(batch.tasks)

    def answer(self) -> list[Rows | Refusal] | None:
        """One outcome for each task of the batch; None if the worker has died.

        What no other worker could do better, such as writing to a full disk, is raised.
        """
        try:
            answer: list[Rows | Refusal] | OSError | ImportError = self.pipe.recv()
        except (EOFError, OSError):
            return None
        if isinstance(answer, ImportError):
            what = str(answer).splitlines()[0]
            raise TawaturError(
                f"A part of the installation is missing: {what}\n  `tawatur doctor` says what to install."
            )
        if isinstance(answer, OSError):
            raise answer
        return answer

    def kill(self, patience: float = 0.0) -> None:
        """End the process; one that is dying by itself is given time to say how."""
        if patience:
            self._process.join(patience)
        self._process.kill()
        self._process.join()
        self.pipe.close()

    @property
    def ending(self) -> str:
        """How the process ended, as far as the system says."""
        code = self._process.exitcode
        if code is not None and code < 0:
            return signal.Signals(-code).name
        return f"exit code {code}"


def serve(pipe: Connection, serving: Serving, inherited: list[Connection]) -> None:
    """Read batches until the other end is closed; an interrupt is for the run, not for its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    reader = serving.reader or serving.load()
    while True:
        try:
            tasks: list[Task] = pipe.recv()
        except (EOFError, OSError):
            return
        answer: list[Rows | Refusal] | OSError | ImportError
        try:
            answer = [serving.read(task, reader) for task in tasks]
        except (OSError, ImportError) as error:
            answer = error
        try:
            pipe.send(answer)
        except OSError:
            return


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Hold interrupts back, so that none falls between the start of a process and its own settings."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
