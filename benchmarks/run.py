"""Speeds of the main job, in one table: figure, ratio, size, peak memory.

    python benchmarks/run.py            a few minutes
    python benchmarks/run.py --small    half a minute

Reports are those of `examples/`, repeated under other ids with other counts, so that no two are one document.
Claims for linking are generated: towns, days and kinds as uneven as news has them, seeded.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from claims import generate_tellings

from tawatur.link import agree_on_incidents

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "reports"


class Figure(NamedTuple):
    what: str
    value: str
    of: str = ""
    memory: str = ""


def main() -> int:
    parser = argparse.ArgumentParser(description="Speeds of the main job.")
    parser.add_argument("--small", action="store_true", help="small sizes: half a minute")
    small = parser.parse_args().small
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}\n")
    print(f"{'':44}{'figure':>22}  {'of':32}{'peak memory':>12}")
    with tempfile.TemporaryDirectory(prefix="tawatur-bench-") as folder:
        for figure in measure(Path(folder), small=small):
            print(f"{figure.what:44}{figure.value:>22}  {figure.of:32}{figure.memory:>12}", flush=True)
    return 0


def measure(folder: Path, *, small: bool) -> Iterator[Figure]:
    yield Figure("--help", f"{_best(_help):.2f} s")
    reports = 500 if small else 4000
    lines = _write_reports(folder / "reports.jsonl", reports)
    yield _measure_reading(lines, min(reports, 2000))
    yield from _measure_runs(folder, lines, reports)
    for claims in (2_000, 8_000) if small else (5_000, 20_000, 80_000):
        yield _measure_linking(claims)


def _help() -> None:
    subprocess.run([sys.executable, "-m", "tawatur", "--help"], check=True, capture_output=True)


def _best(call: Callable[[], None], times: int = 5) -> float:
    taken: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        call()
        taken.append(time.perf_counter() - began)
    return min(taken)


def _write_reports(path: Path, number: int) -> Path:
    texts = [text for file in sorted(EXAMPLES.glob("*.jsonl")) for text in _texts(file)]
    with path.open("w", encoding="utf-8") as stream:
        for n in range(number):
            report = {
                "id": f"r{n:06}",
                "text": f"{texts[n % len(texts)]}\nرقم الخبر {n}",
                "published": "2021-10-19",
            }
            stream.write(json.dumps(report, ensure_ascii=False) + "\n")
    return path


def _texts(file: Path) -> list[str]:
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [line["text"] for line in lines if line.get("text")]


_READ = """
import json, resource, sys, time
import tawatur
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")][: int(sys.argv[2])]
began = time.perf_counter()
tawatur.read_claims(texts[0])
started = time.perf_counter() - began
began = time.perf_counter()
claims = sum(len(tawatur.read_claims(text, published="2021-10-19").claims) for text in texts)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps([started, time.perf_counter() - began, sum(map(len, texts)), claims, peak]))
"""


def _measure_reading(lines: Path, number: int) -> Figure:
    command = [sys.executable, "-c", _READ, str(lines), str(number)]
    started, taken, letters, claims, peak = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return Figure(
        "reading, one core, bytes to claims",
        f"{number / taken:,.0f} reports/s",
        f"{number:,} of {letters // number:,} letters, {claims:,} claims; start {started:.2f} s",
        f"{peak} MB",
    )


_RUN = """
import json, resource, sys, time
from tawatur import build_case
began = time.perf_counter()
build_case([sys.argv[1]], sys.argv[2], workers=int(sys.argv[3]))
own, children = (resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps([time.perf_counter() - began, own, children]))
"""


def _measure_runs(folder: Path, lines: Path, number: int) -> Iterator[Figure]:
    alone = 0.0
    for workers in (1, 2):
        command = [sys.executable, "-c", _RUN, str(lines), str(folder / f"case{workers}"), str(workers)]
        taken, own, child = json.loads(
            subprocess.run(command, check=True, capture_output=True, text=True).stdout
        )
        alone = alone or taken
        yield Figure(
            f"run, start to manifest, {workers} worker{'s' if workers > 1 else ''}",
            f"{number / taken:,.0f} reports/s",
            f"{number:,} reports, {alone / taken:.2f} times one",
            f"{own} + {child} MB",
        )
    command = [sys.executable, "-c", _RUN, str(lines), str(folder / "case1"), "1"]
    taken, own, _ = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    yield Figure(
        "run again, nothing new", f"{number / taken:,.0f} reports/s", f"{number:,} reports", f"{own} MB"
    )


def _measure_linking(number: int) -> Figure:
    tellings = list(generate_tellings(number))
    began = time.perf_counter()
    incidents = agree_on_incidents(tellings)
    taken = time.perf_counter() - began
    return Figure(
        "linking", f"{number / taken:,.0f} claims/s", f"{number:,} claims, {len(incidents):,} incidents"
    )


if __name__ == "__main__":
    sys.exit(main())
