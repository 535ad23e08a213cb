"""Kill a run at random moments, go on, and compare with a run that nobody killed.

    python tests/soak/kill_run.py --kills 500 --seed 1
    python tests/soak/kill_run.py --times 50 --reports examples/reports

The first reads invented phrases with the reader of `doubles`, the second reports with the real one. Each trial starts a
run, kills it after a random part of the processor time that it takes (the process alone, or with its workers), up to six
times, then lets it end. The case must then export the same bytes as the unbroken one, hold itself, and have
left no worker behind. A case that grows is tried by turns with one that is new.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1]))

from killing import Ended, Length, await_group, do, end_group, quick_folder

from doubles import TableReader, exports, many_reports, write_reports
from tawatur.run import build, pool
from tawatur.run.verify import verify_case


class Trial(NamedTuple):
    kills: int  # that hit while the run was under way
    faults: tuple[str, ...]


def try_kills(times: int, seed: int, folder: Path, reports: int | Path = 120) -> Iterator[Trial]:
    """Trials over so many invented reports, or over those of a folder with the real reader."""
    chance = random.Random(seed)
    reader = "real" if isinstance(reports, Path) else "double"
    half, whole = _lay_out(folder, reports)
    _run(half, folder / "start", reader)
    _build(half, folder / "loaded", reader)  # in this process: what it loads every run finds loaded
    shutil.copytree(folder / "start", folder / "unbroken-grown")
    lengths = {
        False: _run(whole, folder / "unbroken", reader).length,
        True: _run(whole, folder / "unbroken-grown", reader).length,
    }
    expected = {False: exports(folder / "unbroken"), True: exports(folder / "unbroken-grown")}
    for trial in range(times):
        case = folder / "case"
        grows = trial % 2 == 1
        if grows:
            shutil.copytree(folder / "start", case)
        kills, faults = 0, []
        for _ in range(chance.randint(1, 6)):
            ended = _run(whole, case, reader, lengths[grows].draw(chance), workers=chance.choice((1, 2)))
            kills += ended.killed
            if ended.killed and chance.random() < 0.3:
                end_group(ended.group)
            if not await_group(ended.group):
                faults.append("workers of a killed run are still there after a minute")
            if not ended.killed:
                break
        if _run(whole, case, reader, workers=1 + (trial // 2) % 2).failed:
            faults.append("the last run failed")
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


def _run(
    reports: Path, case: Path, reader: str, kill_after: Length | None = None, *, workers: int = 2
) -> Ended:
    return do(lambda: _build(reports, case, reader, workers), kill_after)


def _build(reports: Path, case: Path, reader: str, workers: int = 2) -> None:
    load = (lambda: TableReader(slow=0.001)) if reader == "double" else None
    with patch.object(build, "COMMIT_EVERY", 0.02), patch.object(pool, "BATCH_MOST", 8):  # many commits
        build.build_case([reports], case, workers=workers, load=load)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=1_000_000, help="at most so many cases")
    parser.add_argument("--kills", type=int, default=500, help="end when so many kills hit")
    parser.add_argument("--number", type=int, default=120, help="of invented reports")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=Path, help="a folder of reports for the real reader")
    asked = parser.parse_args()
    n = kills = lost = 0
    with quick_folder() as folder:
        trials = try_kills(asked.times, asked.seed, Path(folder), asked.reports or asked.number)
        for n, trial in enumerate(trials, 1):
            kills += trial.kills
            if trial.faults:
                lost += 1
                print(f"trial {n}: {'; '.join(trial.faults)}", flush=True)
            if n % 50 == 0:
                print(f"{n} cases, {kills} kills, {lost} differ", flush=True)
            if kills >= asked.kills:
                break
    print(f"{n} cases, {kills} kills, {lost} differ")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
