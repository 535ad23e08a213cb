"""Do a piece of work in a process of its own and kill it at a moment of its own time.

The moment is counted in the processor time of the work, not by the clock on the wall: a busy machine then moves no kill
out of the work, and each instruction of the process is as likely as any other. Where the work is too short for
that clock, which ticks every four milliseconds, the wall's is taken. The system's timer ends the process with no word to it,
as SIGKILL does.
"""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_TICKS = 0.02  # seconds: five ticks


class Length(NamedTuple):
    """How long a piece of work takes, by the clock that fits it."""

    seconds: float
    timer: int  # signal.ITIMER_PROF for processor time, signal.ITIMER_REAL for the wall's

    def draw(self, chance: random.Random) -> Length:
        """A moment of it; a little past its end too, since no two take the same."""
        return self._replace(seconds=max(chance.uniform(0, self.seconds * 1.05), 1e-6))


class Ended(NamedTuple):
    """How a piece of work ended."""

    killed: bool  # while it was under way
    failed: bool  # by itself
    length: Length  # if it came to its end
    group: int  # its process group, in which children that it started may live on


def do(work: Callable[[], None], kill_after: Length | None = None) -> Ended:
    """Do the work in a fork of this process, and kill that after so long."""
    began = time.monotonic()
    told, tells = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setsid()
            if kill_after is not None:
                signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process, whoever caught it before
                signal.signal(signal.SIGPROF, signal.SIG_DFL)
                signal.setitimer(kill_after.timer, kill_after.seconds)
            work()
            os.write(tells, repr(time.process_time()).encode())
            code = 0
        except Exception:  # noqa: BLE001 (told, and then this process is gone)
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    used = float(os.read(told, 40)) if status == 0 else 0.0
    os.close(told)
    os.close(tells)
    passed = time.monotonic() - began
    length = Length(used, signal.ITIMER_PROF) if used > _TICKS else Length(passed, signal.ITIMER_REAL)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGPROF, signal.SIGALRM)
    return Ended(killed, status != 0 and not killed, length, child)


def end_group(group: int) -> None:
    """Kill the children that a killed process left."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def await_group(group: int, patience: float = 60.0) -> bool:
    """Wait until nobody of the group is there; whether that came about."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.002)
    return False


def quick_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder in memory where there is one: the kernel outlives what is killed, so no disk is needed."""
    memory = Path("/dev/shm")
    return tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
