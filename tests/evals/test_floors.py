"""Quality cannot fall, nor be lowered, without a word."""

import importlib.util
import sys
from pathlib import Path

import pytest

EVALS = Path(__file__).parents[2] / "evals"


def load(name):
    spec = importlib.util.spec_from_file_location(f"tawatur_evals_{name}", EVALS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


floors = load("floors")
GOLD = "0123456789abcdef"


def set_of(**slots):
    return floors.Floors(GOLD, {slot: floors.Floor(*pair) for slot, pair in slots.items()})


def test_what_stands_on_its_floor_passes():
    held = set_of(claims=(0.8, 0.8))
    assert list(floors.find_falls(held, GOLD, {"claims": 0.8})) == []
    assert list(floors.find_falls(held, GOLD, {"claims": 0.796})) == []


def test_a_fall_past_the_slack_is_named_with_both_figures():
    assert list(floors.find_falls(set_of(claims=(0.8, 0.8)), GOLD, {"claims": 0.79})) == [
        "claims fell to 0.790 from 0.800"
    ]


def test_a_slot_that_vanishes_is_a_fall():
    assert list(floors.find_falls(set_of(pairs=(0.5, 0.5)), GOLD, {})) == [
        "pairs is not measured any more, and has a floor of 0.500"
    ]


def test_floors_hold_for_the_gold_they_were_measured_on():
    said = list(floors.find_falls(set_of(claims=(0.8, 0.8)), "fedcba9876543210", {"claims": 0.9}))
    assert len(said) == 1
    assert "fedcba9876543210" in said[0]


def test_a_rise_is_offered_and_not_taken():
    held = set_of(claims=(0.8, 0.8))
    assert list(floors.find_rises(held, {"claims": 0.803})) == []
    assert list(floors.find_rises(held, {"claims": 0.85, "new": 0.1})) == [
        "claims 0.850 (was 0.800)",
        "new 0.100 (no floor yet)",
    ]


def test_setting_remembers_the_best_and_cuts_rather_than_rounds():
    new = floors.set_floors(set_of(claims=(0.8, 0.9)), GOLD, {"claims": 0.8509, "type": 0.4})
    assert new.slots == {"claims": floors.Floor(0.85, 0.9), "type": floors.Floor(0.4, 0.4)}


def test_new_gold_starts_anew():
    new = floors.set_floors(set_of(claims=(0.8, 0.9)), "fedcba9876543210", {"claims": 0.7})
    assert new.slots == {"claims": floors.Floor(0.7, 0.7)}


@pytest.mark.parametrize(
    ("changelog", "missing"),
    [
        ("", 2),
        (f"- Results: examples gold {GOLD}, because it is the first.\n", 1),
        (
            f"- Results: examples gold {GOLD}, first.\n- Results: examples claims 0.900 -> 0.800, because …\n",
            0,
        ),
        (
            f"- Results: examples gold {GOLD}, first.\n- Results: examples claims 0.900 -> 0.700, because …\n",
            1,
        ),
        (f"- Results: dev gold {GOLD}, first.\n- Results: dev claims 0.900 -> 0.800, because …\n", 2),
    ],
)
def test_lowering_and_new_gold_must_be_said_in_the_changelog(changelog, missing):
    held = set_of(claims=(0.8, 0.9), type=(0.5, 0.5))
    assert len(list(floors.find_unsaid("examples", held, changelog))) == missing


def test_floors_are_written_as_they_are_read(tmp_path):
    path = tmp_path / "floors.toml"
    held = {"examples": set_of(claims=(0.8, 0.9)), "dev": set_of(slots=(0.512, 0.512))}
    floors.write_floors(path, held)
    assert floors.load_floors(path) == held
    assert floors.load_floors(tmp_path / "none.toml") == {}


def test_a_span_into_another_text_is_forgotten():
    sets = load("sets")
    from tawatur.score.documents import ClaimSlots, ScoredDocument

    claim = ClaimSlots(type="shelling", quote="قصف", span=(4, 7))
    gold = ScoredDocument(id="a", text="كان قصف", claims=(claim,))
    page = ScoredDocument(id="a", text="عنوان كان قصف", content=(0, 13), claims=(claim,))
    assert sets.align_spans(gold, gold).claims[0].span == (4, 7)
    aligned = sets.align_spans(page, gold)
    assert aligned.claims[0].span is None
    assert aligned.content is None


def test_the_fingerprint_of_gold_ignores_its_layout(tmp_path):
    sets = load("sets")
    chosen = sets.EvalSet("some", tmp_path, tmp_path)
    file = tmp_path / "a.json"
    file.write_text('{"id": "a", "claims": []}', encoding="utf-8")
    first = sets.fingerprint_gold(chosen)
    file.write_text('{\n "claims": [],\n "id": "a"}', encoding="utf-8")
    assert sets.fingerprint_gold(chosen) == first
    file.write_text('{"id": "b", "claims": []}', encoding="utf-8")
    assert sets.fingerprint_gold(chosen) != first
