"""What handing reports to workers costs beside reading them: local processes, and Ray, one worker each.

    python benchmarks/engines.py            a minute or two, by the clock: on a quiet machine
    python benchmarks/engines.py --small    fewer reports

The reader finds nothing and costs nothing, so that what is left is cleaning, handing over and keeping. Of two sizes the
difference counts, so that starting Ray does not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from figures import FLAG, Figure, hand_over

from tawatur.records import Claim, Document, Text

SIZES, SMALL = (1_000, 5_000), (200, 1_000)
_LINES = "وصلت فرق الإسعاف إلى المكان بعد ساعة من الحادثة بحسب ما قاله سكان من الحي. " * 22  # 1,700 letters


class Nothing(NamedTuple):
    document: Document
    claims: tuple[Claim, ...] = ()


class Idle:
    """A reader that reads nothing."""

    fingerprint = "idle"

    def read(self, _: Text, document: Document) -> Nothing:
        return Nothing(document)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--small", action="store_true", help="fewer reports")
    parser.add_argument(FLAG, action="store_true", dest="figures", help="figures alone, a line of JSON each")
    options = parser.parse_args()
    sizes = SMALL if options.small else SIZES
    engines = ["local"]
    try:
        import ray  # noqa: F401, PLC0415 (an extra)

        engines.append("ray")
    except ImportError:
        print("Ray is not installed and left out: pip install 'tawatur[ray]'", file=sys.stderr)
    figures, local = [], 0.0
    for engine in engines:
        less, more = (measure(engine, size) for size in sizes)
        each = 1000 * (more - less) / (sizes[1] - sizes[0])
        local = local or each
        start = less - sizes[0] * each / 1000
        figures.append(
            Figure(
                f"handing over, {engine}, 1 worker",
                f"{each:.2f} ms/report",
                f"{each / local:.2f} of local",
                f"{sizes[0]:,} and {sizes[1]:,} reports, start {start:.1f} s",
            )
        )
    if options.figures:
        hand_over(figures)
    else:
        print(*figures, sep="\n")
    return 0


def measure(engine: str, number: int) -> float:
    """Seconds of the clock for so many reports."""
    from tawatur import build_case  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="tawatur-bench-") as folder:
        reports = Path(folder) / "reports.jsonl"
        with reports.open("w", encoding="utf-8") as stream:
            for n in range(number):
                stream.write(f'{{"id": "r{n}", "text": "{_LINES} {n}", "published": "2021-10-19"}}\n')
        more: dict[str, Any] = {} if engine == "local" else {"engine": engine}
        began = time.perf_counter()
        build_case([reports], Path(folder) / "case", load=Idle, workers=1, **more)
        return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
