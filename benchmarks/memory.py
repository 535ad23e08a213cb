"""Whether a worker's memory stays flat: one process that reads report after report, as a worker of a run does.

    python benchmarks/memory.py                        100,000 reports, its memory every 5,000: an hour or more
    python benchmarks/memory.py --reports 1000         a few seconds
    python benchmarks/memory.py --corpus FILE          over other reports (JSON lines with `text`, packed or not)

Texts are repeated with other numbers and with words that stood in no report before, one word in thirty, so that whatever is
remembered by the word goes on growing as it would over a real archive. Target: less than 400 MB, and no more at the end
than a twentieth above what it was after the first tenth.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import os
import random
import re
import resource
import sys
import time
from pathlib import Path

from figures import FLAG, Figure, hand_over
from texts import load_texts

from tawatur.records import Document, PublishedFrom, Refusal
from tawatur.run.stages import build_keys, load_reader
from tawatur.run.tasks import Task, read_task

MOST_MB, GROWS = 400, 1.05
NEW_WORD = 1 / 30
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_WORD = re.compile(r"[\u0621-\u064a]{6,}|\d+")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="other reports: JSON lines with `text`")
    parser.add_argument("--reports", type=int, default=100_000, help="how many are read")
    parser.add_argument(FLAG, action="store_true", dest="figures", help="figures alone, a line of JSON each")
    options = parser.parse_args()
    every = max(1, options.reports // 20)
    texts = list(load_texts(options.corpus, 4_000))
    chance = random.Random(1)
    reader = load_reader()
    keys = build_keys(reader)
    print(
        f"{'reports':>9}{'claims':>10}{'refused':>9}{'MB':>7}{'processor, s':>14}   start {_now():.0f} MB",
        flush=True,
    )
    seen: list[float] = []
    claims = refused = 0
    began = time.process_time()
    for n in range(1, options.reports + 1):
        text = vary(chance.choice(texts), chance)
        outcome = read_task(build_task(n, text), reader, keys)
        if isinstance(outcome, Refusal):
            refused += 1
        else:
            claims += len(outcome.claims)
        if n % every == 0:
            seen.append(_now())
            print(
                f"{n:>9,}{claims:>10,}{refused:>9,}{seen[-1]:>7.0f}{time.process_time() - began:>14.0f}",
                flush=True,
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if options.figures:
        size = f"{options.reports:,} reports, {claims:,} claims"
        half = seen[len(seen) // 2 - 1]
        hand_over(
            [
                Figure(
                    "a worker's memory",
                    f"{seen[-1]:,.0f} MB",
                    f"{seen[-1] / half:.2f} of half-way",
                    size,
                    f"{peak:,.0f} MB",
                )
            ]
        )
        return 0
    early = seen[max(0, len(seen) // 10 - 1)]
    print(
        f"peak {peak:.0f} MB; at the end {seen[-1] / early:.3f} times what it was after {every * max(1, len(seen) // 10):,}"
    )
    return 0 if peak < MOST_MB and seen[-1] < GROWS * early else 1


def vary(text: str, chance: random.Random) -> str:
    """The same report of something else: other numbers, and here and there a word that nobody wrote."""

    def change(match: re.Match[str]) -> str:
        word = match.group()
        if word.isdecimal():
            return str(chance.randrange(1, 10 ** min(len(word), 4)))
        return "".join(chance.choices(_LETTERS, k=len(word))) if chance.random() < NEW_WORD else word

    return _WORD.sub(change, text)


def build_task(n: int, text: str) -> Task:
    data = text.encode()
    document = Document(
        id=f"r{n:07}",
        sha256=hashlib.sha256(data).hexdigest(),
        media="text/plain; charset=utf-8",
        name=f"reports.jsonl:{n}",
        published=dt.date(2018, 1, 1) + dt.timedelta(n % 365),
        published_from=PublishedFrom.GIVEN,
    )
    return Task("new", document, data, len(data))


def _now() -> float:
    """Resident memory in MB; where the system does not say, the peak."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    sys.exit(main())
