"""Mutated inputs for everything that reads, the same in every run; the long form is `make soak`."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "soak"))

import fuzz as fuzzing
from fuzz import FOUND, GUIDED, find_fault, fuzz
from targets import TARGETS

FEW = {
    "clean-page": 120,
    "claims": 25,
    "reader": 60,
    "sentences": 300,
    "gazetteer-xlsx": 120,
    "read-sheet": 120,
    "gazetteer-sheet": 120,
    "judgements": 300,
}  # what takes long
RUNS = 1200


@pytest.mark.parametrize("name", TARGETS)
def test_hostile_inputs_are_read_or_refused(name):
    tried, faults = fuzz(name, FEW.get(name, RUNS), seed=0)
    assert tried == FEW.get(name, RUNS)
    assert [(fault.kind, fault.what) for fault in faults] == []


def test_inputs_that_coverage_guides_are_read_or_refused(tmp_path):
    pytest.importorskip("atheris", reason="guided fuzzing has no wheel for this machine")
    asked = [sys.executable, FOUND.parent / "fuzz.py", "--guided", "--runs", "1500", "--seed", "0"]
    told = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, timeout=900, check=False)
    assert told.returncode == 0, told.stdout + told.stderr[-4000:]
    assert told.stderr.count("stat::number_of_executed_units: 1500") == len(GUIDED)


@pytest.mark.parametrize(
    "path", sorted(FOUND.glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_what_was_found_stays_mended(path):
    assert find_fault(path.parent.name, path.read_bytes()) is None


def test_a_target_that_raises_is_found(monkeypatch):
    def careless(raw):
        return raw.decode()

    monkeypatch.setitem(TARGETS, "careless", TARGETS["fold"]._replace(ask=careless))
    _, faults = fuzz("careless", 50, seed=0)
    assert any(fault.kind.startswith("UnicodeDecodeError") for fault in faults)


def test_a_target_that_never_ends_is_found_and_the_alarm_given_back(monkeypatch):
    def endless(_):
        while True:
            pass

    before = signal.getsignal(signal.SIGALRM)
    monkeypatch.setattr(fuzzing, "_HANGS", 1)
    monkeypatch.setitem(TARGETS, "endless", TARGETS["fold"]._replace(ask=endless))
    _, faults = fuzz("endless", 1, seed=0)
    assert [fault.kind.split()[0] for fault in faults] == ["TimeoutError"]
    assert signal.getsignal(signal.SIGALRM) == before
