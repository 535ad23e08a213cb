import json
import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tawatur.errors import InputError
from tawatur.score import load_documents, score
from tawatur.score.documents import ClaimSlots, EffectSlot, PlaceSlot, ScoredDocument
from tawatur.score.slots import count_agreeing, is_one_place
from tawatur.score.spelling import is_one_name, party

SHARED = Path(__file__).parents[3] / "shared" / "eval"

TEXT = "قتل ثلاثة مدنيين بقصف على هجين، وأصيب خمسة بغارة على السوسة."


def claim(quote, kind="shelling", **slots):
    return ClaimSlots(type=kind, quote=quote, **slots)


def scored(gold, predicted):
    document = {"d": ScoredDocument(id="d", text=TEXT, claims=tuple(gold))}
    return score(document, {"d": ScoredDocument(id="d", text=TEXT, claims=tuple(predicted))})


SHELLING = claim(
    "قتل ثلاثة مدنيين بقصف على هجين",
    place=PlaceSlot("هجين", 34.69, 40.83),
    effects=(EffectSlot("killed", "civilians", None, 3, 3),),
    source="sdf",
)
STRIKE = claim(
    "أصيب خمسة بغارة على السوسة",
    "airstrike",
    place=PlaceSlot("السوسة"),
    effects=(EffectSlot("wounded", None, None, 5, 5),),
)


def test_gold_against_itself_is_right_in_every_slot():
    scores = scored([SHELLING, STRIKE], [SHELLING, STRIKE])
    assert {row.f1 for row in scores.figures.values()} == {1.0}
    assert scores.errors == ()


def test_nothing_predicted_is_nothing_found():
    scores = scored([SHELLING, STRIKE], [])
    assert {row.f1 for row in scores.figures.values()} == {0.0}
    assert [error.split()[1] for error in scores.errors] == ["missed", "missed"]


def test_a_wrong_count_costs_its_effect_and_its_casualties_alone():
    wrong = msgspec.structs.replace(SHELLING, effects=(EffectSlot("killed", "civilians", None, 4, 4),))
    figures = scored([SHELLING], [wrong]).figures
    assert figures["claims"].f1 == figures["place"].f1 == 1.0
    assert figures["effects"].f1 == figures["casualties"].f1 == 0.0


def test_a_spurious_claim_costs_precision():
    figures = scored([SHELLING], [SHELLING, STRIKE]).figures
    assert (figures["claims"].precision, figures["claims"].recall) == (0.5, 1.0)


def test_a_document_that_was_not_predicted_counts_as_empty():
    gold = {"d": ScoredDocument(id="d", text=TEXT, claims=(SHELLING,))}
    scores = score(gold, {})
    assert scores.not_predicted == ("d",)
    assert scores.figures["claims"].recall == 0.0


def test_a_date_that_had_to_be_found_is_scored():
    gold = {"d": ScoredDocument(id="d", text=TEXT, published_true="2018-10-12", claims=())}
    right = ScoredDocument(id="d", published="2018-10-12")
    assert score(gold, {"d": right}).figures["published"].f1 == 1.0
    assert score(gold, {"d": ScoredDocument(id="d")}).figures["published"].f1 == 0.0


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("الحسكة", "الحسكه", True),
        ("مدينة هجين", "هجين", True),
        ("القامشلي", "قامشلي", True),
        ("هجين", "السوسة", False),
        ("", "هجين", False),
    ],
)
def test_names_that_writers_do_not_keep_apart_are_one(left, right, same):
    assert is_one_name(left, right) is is_one_name(right, left) is same


@pytest.mark.parametrize(
    ("value", "compared"),
    [
        ("isis", "isis"),
        ("media:وكالة سانا", "syria_assad"),
        ("media:الأناضول", "turkey"),
        ("media:وكالة الفرات", "media:فرات"),
        ("other:", "other:"),
        ("other:الثوار", "other:ثوار"),
    ],
)
def test_a_party_is_compared_by_its_name(value, compared):
    assert party(value) == compared


def test_places_within_five_kilometres_are_one():
    assert is_one_place(PlaceSlot("أ", 34.69, 40.83), PlaceSlot("ب", 34.70, 40.85))
    assert not is_one_place(PlaceSlot("أ", 34.69, 40.83), PlaceSlot("ب", 34.60, 40.95))
    assert not is_one_place(PlaceSlot("أ"), PlaceSlot("ب"))
    assert not is_one_place(None, PlaceSlot("ب"))


def test_a_named_party_agrees_where_one_name_holds_the_other():
    gold = claim("", actors=("other:كتيبة الفجر",))
    assert count_agreeing(gold, claim("", actors=("other:الفجر",)), "actors") == 1
    assert count_agreeing(gold, claim("", actors=("media:الفجر",)), "actors") == 0


def test_incidents_are_scored_over_claims_that_were_found():
    gold = [
        msgspec.structs.replace(SHELLING, incident="one"),
        msgspec.structs.replace(STRIKE, incident="one"),
    ]
    together = [
        msgspec.structs.replace(SHELLING, incident="i1"),
        msgspec.structs.replace(STRIKE, incident="i1"),
    ]
    assert scored(gold, together).links.b_cubed == (1.0, 1.0, 1.0)
    alone = scored(gold, [SHELLING, STRIKE]).links
    assert alone.b_cubed[:2] == (1.0, 0.5)
    assert alone.pairwise == (0.0, 0.0, 0.0)
    assert scored([SHELLING], [SHELLING]).links is None


def test_a_broken_line_is_named(tmp_path):
    (tmp_path / "gold.jsonl").write_text('{"id": "a"}\n{"id": }\n')
    with pytest.raises(InputError, match=r"gold.jsonl:2: "):
        load_documents(tmp_path / "gold.jsonl")
    with pytest.raises(InputError, match="cannot be read"):
        load_documents(tmp_path / "none.jsonl")


def disturb(documents, seed):
    """A prediction that is wrong here and there, made of gold itself."""
    chance = random.Random(seed)
    for document in documents:
        claims = [dict(claim) for claim in document["claims"] if chance.random() > 0.2]
        for claim in claims:
            claim["incident"] = claim.get("incident") if chance.random() > 0.3 else f"x{chance.randint(0, 5)}"
            if chance.random() < 0.2:
                claim["type"] = chance.choice(["airstrike", "armed_clash", "toll", "killing"])
            if chance.random() < 0.2:
                claim["effects"] = [{**effect, "low": chance.randint(1, 9)} for effect in claim["effects"]]
            if chance.random() < 0.2:
                claim["actors"] = [*claim["actors"], chance.choice(["isis", "other:الفجر", "media:سانا"])]
            if chance.random() < 0.2:
                claim["source"] = chance.choice(["outlet", "media:سانا", "activists"])
            if chance.random() < 0.2:
                claim["place"] = None
        yield {**document, "claims": claims, "published": document.get("published_true"), "content": None}


@pytest.mark.shared
@pytest.mark.skipif(
    not (SHARED / "score.py").exists(), reason="the development reports are not beside the checkout"
)
@pytest.mark.parametrize("seed", range(2))
def test_the_figures_are_those_of_the_reference_scorer(seed, tmp_path):
    gold = SHARED / "train"
    documents = [json.loads(path.read_text()) for path in sorted(gold.rglob("*.json"))]
    predicted = tmp_path / "pred.jsonl"
    predicted.write_text("\n".join(json.dumps(document) for document in disturb(documents, seed)))
    reference = json.loads(
        subprocess.run(
            [sys.executable, str(SHARED / "score.py"), str(gold), str(predicted), "--json"],
            capture_output=True,
            check=True,
        ).stdout
    )
    scores = score(load_documents(gold), load_documents(predicted))
    for slot, row in reference["scores"].items():
        assert scores.figures[slot] == (row["p"], row["r"], row["f1"], row["gold"]), slot
    assert list(scores.interval) == reference["slots_f1_interval"]
    if reference["links"]:
        assert scores.links.pairwise == pytest.approx(reference["links"]["pairwise"], abs=1e-12)
        assert scores.links.b_cubed == pytest.approx(reference["links"]["b3"], abs=1e-12)
