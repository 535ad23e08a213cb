"""Mutated inputs for everything that reads, the same in every run; the long form is `make soak`."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "soak"))

from fuzz import FOUND, fuzz
from targets import TARGETS

FEW = {
    "clean-page": 60,
    "claims": 25,
    "reader": 60,
    "sentences": 300,
    "search": 200,
    "gazetteer-xlsx": 80,
    "judgements": 150,
}  # what takes long
RUNS = 400


@pytest.mark.parametrize("name", TARGETS)
def test_hostile_inputs_are_read_or_refused(name):
    tried, faults = fuzz(name, FEW.get(name, RUNS), seed=0)
    assert tried == FEW.get(name, RUNS)
    assert [(fault.kind, fault.what) for fault in faults] == []


@pytest.mark.parametrize(
    "path", sorted(FOUND.glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_what_was_found_stays_mended(path):
    TARGETS[path.parent.name].ask(path.read_bytes())


def test_a_target_that_raises_is_found(monkeypatch):
    def careless(raw):
        return raw.decode()

    monkeypatch.setitem(TARGETS, "careless", TARGETS["fold"]._replace(ask=careless))
    _, faults = fuzz("careless", 50, seed=0)
    assert any(fault.kind.startswith("UnicodeDecodeError") for fault in faults)
