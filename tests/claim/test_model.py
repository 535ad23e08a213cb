"""Linear models: groups of features, answers side by side, and what is remembered."""

from __future__ import annotations

from tawatur.claim import model as models
from tawatur.claim.model import Beside, Buckets, Model, Spelled, spell


def _stands(side: str, gap: int) -> list[str]:
    return [f"side:{side}", f"side:{side}:{gap}"]


def _twice(side: str) -> list[object]:
    return [(_stands, side, 1), f"twice:{side}"]


MODEL = Model("test", -0.5, {"side:after": 1.25, "side:after:1": -2.0, "twice:after": 0.125, "alone": 3.0})
GROUPS = [(_stands, "after", 1), (_twice, "after"), "alone", "never seen"]


def test_a_group_weighs_what_its_features_weigh_one_by_one():
    assert MODEL.score(GROUPS) == MODEL.score(spell(GROUPS)) == -0.5 + 2 * (1.25 - 2.0) + 0.125 + 3.0


def test_groups_are_spelled_out_to_the_last():
    assert spell(GROUPS) == [
        *("side:after", "side:after:1", "side:after", "side:after:1", "twice:after", "alone", "never seen")
    ]


def test_a_decision_is_explained_in_words_whether_or_not_its_features_come_in_groups():
    assert MODEL.explain(GROUPS) == MODEL.explain(spell(GROUPS))
    assert MODEL.explain(GROUPS).endswith("alone +3.0, side:after +1.2, twice:after +0.1")


def test_forgetting_changes_no_weight(monkeypatch):
    monkeypatch.setattr(models, "_REMEMBERED_MOST", 2)
    small = Model("small", 0.0, {f"side:{n}": float(n) for n in range(9)})
    for _ in range(2):
        assert [small.score([(_stands, str(n), 0), f"unseen {n}"]) for n in range(9)] == list(range(9))


def test_two_decisions_are_weighed_at_once_whatever_their_signs():
    first = Model("first", 0.0, {"alone": -2.0, "side:after": 0.001})
    second = Model("second", 0.0, {"alone": 1.5, "twice:after": -7.0})
    features = ["alone", (_stands, "after", 3), "twice:after"]
    assert Beside(first, second).weigh(features) == (-1999, -5500)


def test_an_answer_is_chosen_by_its_votes_and_by_what_is_shared():
    weights = {"a|near": -1.0, "b|near": 0.5, "c|near": 0.5, "vote": 2.0, "c|": -9.0, "a|far": -4.0}
    chooses = Model("kinds", 0.0, weights)
    votes = {"a": ["vote"], "b": ["none"], "c": ["vote"]}
    for shared in ([], [""], ["near"], ["", "near"], ["", "near", "far"]):
        named = {a: [*votes[a], *(f"{a}|{feature}" for feature in shared)] for a in votes}
        assert chooses.choose(votes, shared) == max(votes, key=lambda answer: chooses.score(named[answer]))


def test_counts_fall_into_the_largest_edge_not_above_them():
    assert [Buckets(0, 1, 4)[n] for n in (-2, 0, 1, 3, 4, 99)] == ["0", "0", "1", "1", "4", "4"]


def test_a_feature_of_one_value_is_spelled_once():
    said = Spelled("said:{}")
    assert said["قصف"] == "said:قصف"
    assert said["قصف"] is said["قصف"]


class _Choice:
    def __init__(self, *features: str) -> None:
        self.features = list(features)


def test_of_choices_that_weigh_the_same_the_first_is_taken():
    lighter, first, second = _Choice("side:after:1"), _Choice("alone", "unseen"), _Choice("alone")
    assert MODEL.likeliest([lighter, first, second]) is first


def test_features_of_one_value_weigh_the_same_unspelled():
    said = Spelled("said {}:here")
    model = Model("m", 0.0, {"said قصف:here": 1.5, "said قصف": 4.0, "said غاره:here": -0.25})
    assert model.weigh_all(said, ["قصف", "غاره", "بيت"]) == 1250
    assert model.score([], model.weigh_all(said, ["قصف"])) == model.score([said["قصف"]])
