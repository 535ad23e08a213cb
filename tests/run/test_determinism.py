"""The real reader over the examples: nothing but the reports decides what comes out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
# glibc reckons logarithms and powers otherwise on a processor without these: another machine, as far as one can show it.
OLD_PROCESSOR = (
    "glibc.cpu.hwcaps=-AVX512F,-AVX2,-AVX,-FMA,-FMA4,-AVX2_Usable,-AVX_Usable,-FMA_Usable,-FMA4_Usable"
)


def run(case, *reports, workers, **environment):
    command = [
        sys.executable,
        "-m",
        "tawatur",
        "run",
        *map(str, reports),
        "-o",
        str(case),
        "-j",
        str(workers),
    ]
    home = {"TAWATUR_HOME": str(case.parent / "home")}
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **home, **environment})
    export = [sys.executable, "-m", "tawatur", "export", str(case), "--as", "claims"]
    lines = subprocess.run(export, check=True, capture_output=True).stdout.splitlines()
    return (case / "manifest.json").read_bytes(), {line["id"]: line for line in map(json.loads, lines)}


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    return run(folder / "case", EXAMPLES, workers=1, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")


def test_hash_seeds_workers_locale_time_zone_and_processor_change_no_byte(plain, tmp_path):
    one, _ = plain
    other, _ = run(
        tmp_path / "other",
        EXAMPLES,
        workers=3,
        PYTHONHASHSEED="77",
        TZ="Asia/Aden",
        LC_ALL="C.UTF-8",
        GLIBC_TUNABLES=OLD_PROCESSOR,
    )
    assert one == other


def test_a_report_is_read_the_same_whatever_was_read_before_it(plain, tmp_path):
    _, forth = plain
    _, back = run(tmp_path / "back", *sorted(EXAMPLES.iterdir(), reverse=True), workers=1)
    assert forth == back
