"""One line of the table of speeds, and how scripts hand theirs over."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

FLAG = "--figures"  # a script that is given it prints figures alone, a line of JSON each


class Figure(NamedTuple):
    what: str
    value: str
    ratio: str = ""
    size: str = ""
    memory: str = ""  # of the process at its peak; with workers, own + the largest of them

    def __str__(self) -> str:
        return f"{self.what:46}{self.value:>22}  {self.ratio:26}{self.size:40}{self.memory:>12}"


HEAD = Figure("", "figure", "ratio", "size", "peak memory")


def hand_over(figures: Iterable[Figure]) -> None:
    for figure in figures:
        print(json.dumps(figure), flush=True)


def ask(script: str, *options: str) -> Iterator[Figure]:
    """The figures of a script beside this one, run in a process of its own, so that its memory is its own."""
    command = [sys.executable, str(Path(__file__).parent / script), FLAG, *options]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in ran.stdout.splitlines() if line.startswith("[")]
    if ran.returncode and not lines:
        last = ran.stderr.strip().splitlines()[-1:] or ["no word"]
        yield Figure(script, "not measured", size=last[0])
    yield from (Figure(*json.loads(line)) for line in lines)
