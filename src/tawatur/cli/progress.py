"""Say how far a run is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from rich.console import Console

_STAGES = {
    "read": "Reading reports",
    "again": "Reading again what has changed",
    "link": "Joining claims into incidents",
    "write": "Writing tables and manifest",
}
_LINE_EVERY = 10.0  # seconds
_DRAW_EVERY = 0.2


class Pace:
    """How many reports, how fast, and how long still, reckoned from the bytes."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.read = 0
        self.documents = 0
        self.began = time.monotonic()

    def advance(self, documents: int, size: int) -> None:
        self.documents += documents
        self.read += size

    def __str__(self) -> str:
        spent = max(time.monotonic() - self.began, 1e-3)
        said = f"{self.documents:,} reports, {self.documents / spent:,.0f} a second"
        if spent < 1 or not self.read or self.size <= self.read:
            return said
        return f"{said}, about {_duration(spent * (self.size - self.read) / self.read)} left"


class Lines:
    """Plain lines on standard error."""

    def __init__(self) -> None:
        self._pace = Pace(0)
        self._said = time.monotonic()

    def begin(self, stage: str, size: int) -> None:
        self._pace = Pace(size)
        if stage != "again":
            self._say(_STAGES[stage])

    def advance(self, documents: int, size: int) -> None:
        self._pace.advance(documents, size)
        if time.monotonic() - self._said >= _LINE_EVERY:
            self._say(str(self._pace))

    def close(self) -> None:
        pass

    def _say(self, line: str) -> None:
        self._said = time.monotonic()
        print(line, file=sys.stderr, flush=True)


class Bar:
    """A bar that is drawn between reports, not by a thread: workers are forked while it stands."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[pace]}"),
            TimeElapsedColumn(),
            console=console,
            auto_refresh=False,
            transient=True,
        )
        self._progress.start()
        self._pace = Pace(0)
        self._task = self._progress.add_task("", total=None, pace="")
        self._drawn = 0.0

    def begin(self, stage: str, size: int) -> None:
        self._pace = Pace(size)
        self._progress.reset(self._task, total=size or None, description=_STAGES[stage], pace="")
        self._progress.refresh()

    def advance(self, documents: int, size: int) -> None:
        self._pace.advance(documents, size)
        now = time.monotonic()
        if now - self._drawn >= _DRAW_EVERY:
            self._drawn = now
            self._progress.update(
                self._task, completed=min(self._pace.read, self._pace.size), pace=str(self._pace)
            )
            self._progress.refresh()

    def close(self) -> None:
        self._progress.stop()


def build_progress(console: Console) -> Lines | Bar:
    return Bar(console) if console.is_terminal else Lines()


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
