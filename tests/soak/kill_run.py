"""Kill a run at random moments, go on, and compare with a run that nobody killed.

    python tests/soak/kill_run.py --times 500 --seed 1
    python tests/soak/kill_run.py --times 50 --reports examples/reports

The first reads invented phrases with the reader of `doubles`, the second reports with the real one. Each trial starts a run, kills it after a random while (the process alone, or with its workers), up to three
times, then lets it end. The case must then export the same bytes as the unbroken one, hold itself, and have
left no worker behind. A case that grows is tried by turns with one that is new.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.context import ForkProcess as Process
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from doubles import TableReader, exports, many_reports, write_reports
from tawatur.run import build
from tawatur.run.verify import verify_case


class Trial(NamedTuple):
    kills: int  # that hit while the run was under way
    faults: tuple[str, ...]


def try_kills(times: int, seed: int, folder: Path, reports: int | Path = 120) -> Iterator[Trial]:
    """Trials over so many invented reports, or over those of a folder with the real reader."""
    chance = random.Random(seed)
    reader = "real" if isinstance(reports, Path) else "double"
    half, whole = _lay_out(folder, reports)
    began = time.monotonic()
    _run(whole, folder / "unbroken", reader).join()
    length = time.monotonic() - began
    _run(half, folder / "start", reader).join()
    shutil.copytree(folder / "start", folder / "unbroken-grown")
    _run(whole, folder / "unbroken-grown", reader).join()
    expected = {False: exports(folder / "unbroken"), True: exports(folder / "unbroken-grown")}
    for trial in range(times):
        case = folder / "case"
        grows = trial % 2 == 1
        if grows:
            shutil.copytree(folder / "start", case)
        kills = sum(
            _kill(_run(whole, case, reader), chance.uniform(0, length), with_workers=chance.random() < 0.3)
            for _ in range(chance.randint(1, 3))
        )
        ending = _run(whole, case, reader)
        ending.join()
        faults = [f"the last run ended with {ending.exitcode}"] if ending.exitcode else []
        if not faults:
            found = exports(case)
            faults += [
                f"{name} differs" for name in expected[grows] if found.get(name) != expected[grows][name]
            ]
            faults += [f"{fault.where}: {fault.what}" for fault in verify_case(case)]
        yield Trial(kills, tuple(faults))
        shutil.rmtree(case, ignore_errors=True)


def _lay_out(folder: Path, reports: int | Path) -> tuple[Path, Path]:
    """A folder with all reports and one with half of them, under the names that they have in the first."""
    half, whole = folder / "half", folder / "whole"
    if isinstance(reports, Path):
        shutil.copytree(reports, whole)
    else:
        write_reports(whole, many_reports(reports))
    half.mkdir()
    files = sorted(whole.iterdir())
    for file in files[: len(files) // 2]:
        shutil.copy(file, half)
    return half, whole


def _run(reports: Path, case: Path, reader: str) -> Process:
    """A run in a process of its own, which shares what is loaded here and so begins at once."""
    run = get_context("fork").Process(target=_build, args=(reports, case, reader))
    run.start()
    return run


def _build(reports: Path, case: Path, reader: str) -> None:
    os.setsid()
    build.COMMIT_EVERY = 0.02  # short runs, many commits
    load = (lambda: TableReader(slow=0.001)) if reader == "double" else None
    build.build_case([reports], case, workers=2, load=load)


def _kill(run: Process, after: float, *, with_workers: bool) -> bool:
    run.join(after)
    if run.exitcode is not None:
        return False
    if with_workers:
        with suppress(ProcessLookupError):  # so early that it has no group yet
            os.killpg(run.pid or 0, signal.SIGKILL)
    run.kill()
    run.join()
    _await_workers(run.pid or 0)
    return True


def _await_workers(group: int, patience: float = 5.0) -> None:
    """Workers end by themselves when their run is gone."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)
    raise AssertionError(f"workers of a killed run are still there after {patience:.0f} s")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=Path, help="a folder of reports for the real reader")
    asked = parser.parse_args()
    kills = lost = 0
    with tempfile.TemporaryDirectory() as folder:
        for n, trial in enumerate(try_kills(asked.times, asked.seed, Path(folder), asked.reports or 120), 1):
            kills += trial.kills
            if trial.faults:
                lost += 1
                print(f"trial {n}: {'; '.join(trial.faults)}", flush=True)
            if n % 50 == 0:
                print(f"{n} cases, {kills} kills, {lost} differ", flush=True)
    print(f"{asked.times} cases, {kills} kills, {lost} differ")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
