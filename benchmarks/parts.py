"""Linking in parts, as a case that is larger than one part is linked: processor time, memory, and growth.

    python benchmarks/parts.py                    25,000 and 200,000 claims, two workers
    python benchmarks/parts.py 1000000            another size: half an hour
    python benchmarks/parts.py 200000 --workers 1

Claims are generated (`claims.py`), seeded, and lie on the disk as those of a case do. Each size runs in a process of its own.
Targets: 200,000 claims in less than 3 minutes of the processor and 2 GB; time grows no faster than n^1.2.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
from claims import generate_reports
from figures import FLAG, Figure, hand_over

from tawatur.link.inparts import InParts
from tawatur.link.parts import PART, build_layout
from tawatur.link.told import Told
from tawatur.records import Claim
from tawatur.run.crew import Alone, LocalCrew
from tawatur.run.scratch import Scratch

SIZES = (25_000, 200_000)
BATCH = 500  # reports
MOST_SECONDS, MOST_MB, STEEPEST = 180, 2_048, 1.2


class Disk:
    """Generated reports in a file, and where each begins."""

    def __init__(self, path: Path, number: int) -> None:
        decode = msgspec.json.Decoder(Claim).decode
        self._at = array("Q")
        self._report_of = array("I")  # of each claim, which bear numbers
        self.days: dict[int, int] = {}
        with path.open("wb") as stream:
            for n, told in enumerate(generate_reports(number)):
                self._at.append(stream.tell())
                stream.write(msgspec.json.encode(told) + b"\n")
                for record in told.claims:
                    claim = decode(record)
                    self._report_of.append(n)
                    day = claim.date.value.first.toordinal() if claim.date else 0
                    self.days[day] = self.days.get(day, 0) + 1
        self._stream: BinaryIO = path.open("rb")
        self._decode = msgspec.json.Decoder(Told).decode

    def batches(self) -> Iterator[list[Told]]:
        for start in range(0, len(self._at), BATCH):
            yield [self._read(n) for n in range(start, min(start + BATCH, len(self._at)))]

    def fetch(self, claims: list[str]) -> list[Told]:
        return [self._read(n) for n in sorted({self._report_of[int(claim[1:])] for claim in claims})]

    def _read(self, n: int) -> Told:
        self._stream.seek(self._at[n])
        return self._decode(self._stream.readline())


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE", help="how many claims")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--part", type=int, default=PART, help="claims in one part")
    parser.add_argument(FLAG, action="store_true", dest="figures", help="figures alone, a line of JSON each")
    options = parser.parse_args()
    if options.figures:
        hand_over(_figures(options.sizes or list(SIZES), options.workers, options.part))
        return 0
    print(
        f"{'claims':>9}{'parts':>7}{'incidents':>11}{'proposed':>10}{'sums':>9}{'processor, s':>14}{'here, s':>9}"
        f"{'clock, s':>10}{'peak MB':>9}{'a worker':>10}"
    )
    rows = []
    for size in options.sizes or SIZES:
        row = _run(size, options.workers, options.part)
        rows.append(row)
        print(
            f"{size:>9,}{row['parts']:>7}{row['incidents']:>11,}{row['proposed']:>10,}{row['sums']:>9,}"
            f"{row['cpu']:>14.1f}{row['here']:>9.1f}{row['clock']:>10.1f}{row['peak']:>9,.0f}{row['worker']:>10,.0f}",
            flush=True,
        )
    first, last = rows[0], rows[-1]
    good = True
    if len(rows) > 1:
        steepness = math.log(last["cpu"] / first["cpu"]) / math.log(last["claims"] / first["claims"])
        print(f"processor time grows as n^{steepness:.2f}")
        good = steepness <= STEEPEST
    at = [row for row in rows if row["claims"] == 200_000]
    return 0 if good and all(row["cpu"] < MOST_SECONDS and row["peak"] < MOST_MB for row in at) else 1


def _figures(sizes: list[int], workers: int, part: int) -> Iterator[Figure]:
    first: dict[str, float] = {}
    for size in sizes:
        row = _run(size, workers, part)
        first = first or row
        grown = (
            math.log(row["cpu"] / first["cpu"]) / math.log(size / first["claims"]) if row is not first else 0
        )
        yield Figure(
            f"linking in parts, {workers} worker{'s' if workers > 1 else ''}",
            f"{size / row['cpu']:,.0f} claims/s",
            f"n^{grown:.2f}" if grown else "",
            f"{size:,} claims, {row['parts']} parts, {row['cpu']:,.0f} s",
            f"{row['peak']:,.0f} MB",
        )


def _run(size: int, workers: int, part: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", str(size), str(workers), str(part)]
    row: dict[str, float] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return row


def measure(size: int, workers: int, part: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="tawatur-bench-") as folder:
        source = Disk(Path(folder) / "reports.jsonl", size)
        layout = build_layout(source.days.items(), part)
        post = Scratch(str(Path(folder) / "post"))
        began, began_cpu, began_children = time.perf_counter(), time.process_time(), _children()
        parted = InParts(source, layout, LocalCrew(workers) if workers > 1 else Alone(), post).link()
        incidents = sum(1 for chunk in parted.chunks for _ in chunk.incidents(post))
        proposed = sums = 0
        for answers in parted.answers:
            proposed += len(answers.proposed)
            sums += len(answers.sums)
        here = time.process_time() - began_cpu
        peaks = (
            resource.getrusage(who).ru_maxrss / 1024
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        own, worker = peaks
        return {
            "claims": size,
            "parts": layout.parts,
            "incidents": incidents,
            "proposed": proposed,
            "sums": sums,
            "cpu": here + _children() - began_children,
            "here": here,
            "clock": time.perf_counter() - began,
            "peak": own + (worker * workers if workers > 1 else 0),
            "worker": worker if workers > 1 else 0,
        }


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(*map(int, sys.argv[2:]))))
    else:
        sys.exit(main())
