"""Bandit finds nothing that is not excused, with a reason, where it stands.

The checks hold the same rules as ruff's `S`; what is excused there is excused here. Of asserts there are many: they
state what the lines before them have made sure of, and nothing relies on their being run.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SKIPPED = ["B101"]
_EXCUSE = re.compile(r"# noqa: [A-Z0-9, ]*\bS\d{3}")


def findings(folder):
    command = [sys.executable, "-m", "bandit", "-q", "-f", "json", "-s", ",".join(SKIPPED), "-r", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)["results"]


def is_excused(finding):
    lines = Path(finding["filename"]).read_text(encoding="utf-8").splitlines()
    stretch = finding["line_range"]
    return any(_EXCUSE.search(line) for line in lines[min(stretch) - 1 : max(stretch)])


@pytest.fixture(scope="module", autouse=True)
def _bandit():
    pytest.importorskip("bandit", reason="bandit is not installed")


def test_nothing_is_found_that_is_not_excused():
    told = findings(ROOT / "src" / "tawatur")
    assert [
        f"{one['filename']}:{one['line_number']} {one['issue_text']}" for one in told if not is_excused(one)
    ] == []


def test_a_finding_is_found(tmp_path):
    (tmp_path / "a.py").write_text("import yaml\nyaml.load(open('x'), Loader=yaml.Loader)\n")
    told = findings(tmp_path)
    assert [one["test_id"] for one in told if not is_excused(one)] == ["B506"]
