"""Speed of linking: how it grows with the number of claims, and what a thousand new ones cost.

    python benchmarks/links.py              25,000 and 200,000 claims: some minutes
    python benchmarks/links.py 5000 20000   other sizes

Claims are generated (`claims.py`), seeded. Each size runs in a process of its own, so that its memory is its own.
Targets: 200,000 claims in less than 3 minutes and 2 GB; time grows no faster than n^1.2.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from claims import generate_tellings
from figures import FLAG, Figure, hand_over

from tawatur.link import load_weights
from tawatur.link.incidents import MemoryLedger
from tawatur.link.linking import link

SIZES = (25_000, 200_000)
NEW = 1_000
MOST_SECONDS, MOST_MB, STEEPEST = 180, 2_048, 1.2


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE", help="how many claims")
    parser.add_argument(FLAG, action="store_true", help="figures alone, a line of JSON each")
    options = parser.parse_args()
    asked = options.sizes or list(SIZES)
    if options.figures:
        hand_over(_figures(asked))
        return 0
    print(
        f"{'claims':>9}{'incidents':>11}{'proposed':>10}{'seconds':>9}{'claims/s':>10}{'peak MB':>9}{'1,000 new, s':>14}"
    )
    rows = [_run(size) for size in asked]
    for row in rows:
        print(
            f"{row['claims']:>9,}{row['incidents']:>11,}{row['proposed']:>10,}{row['seconds']:>9.1f}"
            f"{row['claims'] / row['seconds']:>10,.0f}{row['peak']:>9,.0f}{row['new']:>14.2f}"
        )
    last = rows[-1]
    good = last["seconds"] < MOST_SECONDS and last["peak"] < MOST_MB
    if len(rows) > 1:
        first = rows[0]
        # Of the processor's time: that of the clock depends on who else is at work.
        steepness = math.log(last["cpu"] / first["cpu"]) / math.log(last["claims"] / first["claims"])
        print(
            f"time grows as n^{steepness:.2f}; a thousand new cost {last['new'] / first['new']:.1f} times as much"
        )
        good &= steepness <= STEEPEST
    return 0 if good else 1


def _figures(sizes: list[int]) -> Iterator[Figure]:
    first: dict[str, float] = {}
    for size in sizes:
        row = _run(size)
        first = first or row
        grown = (
            math.log(row["cpu"] / first["cpu"]) / math.log(size / first["claims"]) if row is not first else 0
        )
        yield Figure(
            "linking at once",
            f"{size / row['cpu']:,.0f} claims/s",
            f"n^{grown:.2f}" if grown else "",
            f"{size:,} claims, {row['cpu']:,.0f} s",
            f"{row['peak']:,.0f} MB",
        )
        size_of = f"{NEW:,} into {size:,}"
        yield Figure(
            "linking what is new",
            f"{row['new']:.2f} s",
            f"{row['new'] / first['new']:.1f} of the smallest",
            size_of,
        )


def _run(size: int) -> dict[str, float]:
    command = [sys.executable, str(Path(__file__)), "--one", str(size)]
    row: dict[str, float] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return row


def measure(size: int) -> dict[str, float]:
    """Link so many claims, then as many again of the last thousand as if they had come after."""
    tellings = list(generate_tellings(size))
    weights = load_weights()
    began, began_cpu = time.perf_counter(), time.process_time()
    ledger = MemoryLedger(tellings)
    linked = link(ledger.tellings, (), ledger, weights)
    seconds, cpu = time.perf_counter() - began, time.process_time() - began_cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    new = {telling.id for telling in tellings[size // 2 : size // 2 + NEW]}
    before = link((id_ for id_ in ledger.tellings if id_ not in new), (), _Without(ledger, new), weights)
    grown = MemoryLedger(tellings, before.incidents)
    began_cpu = time.process_time()
    link(new, (), grown, weights)
    return {
        "claims": size,
        "incidents": len(linked.incidents),
        "proposed": len(linked.proposed),
        "seconds": seconds,
        "peak": peak,
        "cpu": cpu,
        "new": time.process_time() - began_cpu,
    }


class _Without(MemoryLedger):
    """A ledger as it was before some claims came."""

    def __init__(self, ledger: MemoryLedger, new: set[str]) -> None:
        super().__init__(telling for id_, telling in ledger.tellings.items() if id_ not in new)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]))))
    else:
        sys.exit(main())
