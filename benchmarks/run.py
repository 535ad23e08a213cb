"""Every speed in one table: figure, ratio, size, peak memory.

    python benchmarks/run.py            half an hour on two quiet cores
    python benchmarks/run.py --small    some minutes
    python benchmarks/run.py --corpus FILE   reading over other reports (JSON lines with `text`, packed or not)

Reports are those of `examples/`, repeated under other ids with other counts, so that no two are one document. Claims for
linking are generated: towns, days and kinds as uneven as news has them, seeded. Start-up, reading, linking and the ratios are of
the processor's time; runs and engines of the clock, so the machine should be quiet. 1,000,000 claims: `benchmarks/parts.py 1000000`;
100,000 reports in one worker: `benchmarks/memory.py`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from figures import HEAD, Figure, ask

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "reports"
START = (
    "import tawatur; tawatur.read_claims('قتل ثلاثة مدنيين في قصف على بلدة هجين.', published='2018-10-12')"
)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--small", action="store_true", help="small sizes: some minutes")
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="other reports: JSON lines with `text`")
    options = parser.parse_args()
    print(f"{_name_machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n\n{HEAD}")
    with tempfile.TemporaryDirectory(prefix="tawatur-bench-") as folder:
        for figure in measure(Path(folder), options.corpus, small=options.small):
            print(figure, flush=True)
    return 0


def measure(folder: Path, corpus: Path | None, *, small: bool) -> Iterator[Figure]:
    yield Figure("--help", f"{_best(_help):.2f} s")
    yield Figure(
        "start: a fresh process reads one report",
        f"{_measure_start():.2f} s",
        "",
        "processor time, best of 5",
    )
    of = ["--corpus", str(corpus)] if corpus else []
    yield from ask("ratios.py", *of, *(["--small"] if small else []))
    reports = 500 if small else 4000
    lines = _write_reports(folder / "reports.jsonl", reports)
    yield _measure_reading(lines, min(reports, 2000))
    yield from _measure_runs(folder, lines, reports)
    yield from ask("engines.py", *(["--small"] if small else []))
    yield from ask("memory.py", *of, "--reports", "400" if small else "5000")
    sizes = ["2000", "8000"] if small else ["25000", "200000"]
    yield from ask("links.py", *sizes)
    yield from ask("parts.py", *sizes, "--workers", "1", *(["--part", "1000"] if small else []))
    yield from ask("parts.py", sizes[-1], "--workers", "2", *(["--part", "1000"] if small else []))


def _name_machine() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def _measure_start() -> float:
    """Seconds of the processor; the first time leaves the byte code behind."""
    taken = []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(6):
        before = os.times()
        subprocess.run([sys.executable, "-c", START], check=True, env=environment)
        after = os.times()
        taken.append(sum(after[2:4]) - sum(before[2:4]))
    return min(taken[1:])


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
    _, taken, letters, claims, peak = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return Figure(
        "reading, one core, bytes to claims",
        f"{number / taken:,.0f} reports/s",
        "",
        f"{number:,} of {letters // number:,} letters, {claims:,} claims",
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
            f"{alone / taken:.2f} times one worker",
            f"{number:,} reports",
            f"{own} + {child} MB",
        )
    command = [sys.executable, "-c", _RUN, str(lines), str(folder / "case1"), "1"]
    taken, own, _ = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    yield Figure(
        "run again, nothing new", f"{number / taken:,.0f} reports/s", "", f"{number:,} reports", f"{own} MB"
    )


if __name__ == "__main__":
    sys.exit(main())
