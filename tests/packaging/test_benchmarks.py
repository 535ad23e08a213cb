"""Whoever asks a benchmark for help is told what it measures, and nothing is measured."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"
SCRIPTS = sorted(path for path in FOLDER.glob("*.py") if "__main__" in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_benchmark_says_what_it_does_and_what_each_option_means(path):
    environment = os.environ | {"COLUMNS": "200"}
    asked = [sys.executable, str(path), "--help"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True, env=environment).stdout
    assert told.startswith(f"usage: {path.name}")
    assert f"python benchmarks/{path.name}" in told
    # An option stands two blanks in; what it means stands far to the right, beside it or below.
    for option in re.split(r"\n(?=  -)", told.partition("options:\n")[2]):
        assert re.search(r"\s{2,}\S+ ?\S*", option[2:]), f"{option} says nothing"
