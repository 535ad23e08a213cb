"""Which drafts of a report tell one happening, and which of them a claim is made of."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.decide import choose_claims, read_drafts
from tawatur.claim.draft import Draft
from tawatur.claim.model import to_probability
from tawatur.claim.models import Models, load_models
from tawatur.claim.reader import Finders
from tawatur.claim.tellings import REACH, questions
from tawatur.segment.words import Words


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models()


def read(finders: Finders, models: Models, text: str) -> list[Draft]:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2019, 3, 4), None)
    return read_drafts(found, models)


TWICE = (
    "مقتل سبعة مدنيين بغارة جوية على سرمدا\n"
    "قتل سبعة مدنيين وأصيب تسعة آخرون بغارة جوية استهدفت سوق بلدة سرمدا بريف إدلب الشمالي أمس الأحد."
)
TWO = (
    "قتل سبعة مدنيين بغارة جوية على بلدة سرمدا بريف إدلب.\n"
    "وفي دير الزور، انفجرت عبوة ناسفة بسيارة عسكرية في مدينة البصيرة ما أدى إلى مقتل عنصرين من قوات سوريا الديمقراطية."
)


def test_a_headline_and_its_body_tell_one_happening(finders: Finders, models: Models) -> None:
    drafts = read(finders, models, TWICE)
    assert len(drafts) > 1
    assert {d.happening for d in drafts} == {drafts[0].number}
    (claim,) = choose_claims(drafts, models)
    assert {(h.kind, h.low) for h, _ in claim.effects} == {("killed", 7), ("wounded", 9)}


def test_two_happenings_are_two_claims(finders: Finders, models: Models) -> None:
    drafts = read(finders, models, TWO)
    claims = choose_claims(drafts, models)
    assert [[(h.kind, h.low) for h, _ in c.effects] for c in claims] == [[("killed", 7)], [("killed", 2)]]
    assert len({c.happening for c in claims}) == len(claims)


def test_each_happening_has_one_fullest_telling(finders: Finders, models: Models) -> None:
    for text in (TWICE, TWO):
        drafts = read(finders, models, text)
        fullest = [d.happening for d in drafts if d.is_fullest]
        assert sorted(fullest) == sorted({d.happening for d in drafts})
        for draft in drafts:
            assert draft.tellings == sum(d.happening == draft.happening for d in drafts)


def test_a_draft_is_asked_about_those_before_it_within_reach(finders: Finders, models: Models) -> None:
    drafts = read(finders, models, "\n".join([TWO] * REACH))
    assert len(drafts) > REACH
    asked = questions(drafts)
    assert [len(q.again) for q in asked] == [min(n, REACH) for n in range(len(drafts))]
    assert all(q.new for q in asked)


def test_a_post_is_a_claim_sooner_than_a_passage_of_a_long_report(finders: Finders, models: Models) -> None:
    post = "أعدم تنظيم داعش 15 شابا في ساحة الطيران وسط الموصل بتهمة التخابر مع القوات الأمنية."
    (claim,) = choose_claims(read(finders, models, post), models)
    assert claim.type == "execution"
    assert [(h.kind, h.low) for h, _ in claim.effects] == [("killed", 15)]


BY_TWO = (
    "غارة جوية على سرمدا بريف إدلب\n"
    "قال الدفاع المدني إن سبعة مدنيين قتلوا بغارة جوية على بلدة سرمدا بريف إدلب. "
    "وقال المرصد السوري لحقوق الإنسان إن تسعة مدنيين قتلوا بالغارة الجوية على بلدة سرمدا بريف إدلب."
)


def test_what_two_sources_say_is_never_put_together(finders: Finders, models: Models) -> None:
    drafts = read(finders, models, BY_TWO)
    named = {d.source for d in drafts} - {"outlet"}
    assert len(named) > 1
    for happening in {d.happening for d in drafts}:
        assert len({d.source for d in drafts if d.happening == happening} - {"outlet"}) <= 1
    claims = choose_claims(drafts, models)
    assert {(c.source, h.low) for c in claims for h, _ in c.effects} == {("white_helmets", 7), ("sohr", 9)}


def test_in_a_report_that_barely_speaks_of_conflict_what_it_tells_of_must_be_plainer(
    finders: Finders, models: Models
) -> None:
    texts = (TWICE, TWO, BY_TWO)
    chances: list[float] = []
    for text in texts:
        drafts = read(finders, models, text)
        sure, doubtful = (
            choose_claims(drafts, models),
            choose_claims(read(finders, models, text), models, 0.1),
        )
        assert {c.first for c in doubtful} <= {c.first for c in sure}
        told: dict[int, float] = {}
        for draft in drafts:
            chance = to_probability(models.keep.score(draft.grounds["claim"][1]))
            told[draft.happening] = told.get(draft.happening, 0.0) + chance
        chances += [told[c.happening] for c in doubtful]
    assert chances
    assert min(chances) > 0.85


@pytest.mark.parametrize(("words", "claims"), [("بغارة ثانية", 2), ("بغارة جوية", 1)])
def test_what_is_called_another_is_not_the_first_told_again(
    finders: Finders, models: Models, words: str, claims: int
) -> None:
    text = (
        "قتل سبعة مدنيين وأصيب تسعة آخرون بغارة جوية استهدفت سوق بلدة سرمدا بريف إدلب الشمالي أمس الأحد.\n"
        f"وقتل سبعة مدنيين {words} استهدفت سوق بلدة سرمدا."
    )
    assert len({draft.happening for draft in read(finders, models, text)}) == claims


BEFORE_IT = (
    "استشهد ثلاثة مواطنين وأصيب سبعة آخرون في القصف الذي شنه الجيش التركي على بلدة سرمدا. "
    "وسبق القصف على البلدة، قصف الجيش التركي قافلة الأهالي، أدى إلى استشهاد مواطن وإصابة أربعة آخرين."
)


@pytest.mark.parametrize(
    ("text", "killed", "place"),
    [
        (
            BEFORE_IT,
            [3, 1],
            "سرمدا",
        ),
        (
            "قتل ثلاثة مدنيين بقصف مدفعي استهدف بلدة سرمدا.\nوفي وقت سابق، قتل مدني بقصف مدفعي استهدف بلدة سرمدا.",
            [3, 1],
            "سرمدا",
        ),
        (
            "قتل ثلاثة مدنيين بقصف مدفعي استهدف بلدة سرمدا، وسبقه مقتل مدني بانفجار لغم في بلدة سرمدا.",
            [3, 1],
            "سرمدا",
        ),
    ],
)
def test_what_was_before_is_a_happening_of_its_own(
    finders: Finders, models: Models, text: str, killed: list[int], place: str
) -> None:
    claims = choose_claims(read(finders, models, text), models)
    assert [h.low for c in claims for h, _ in c.effects if h.kind == "killed"] == killed
    assert {c.place.name for c in claims if c.place} == {place}


def test_a_strike_like_the_one_before_hit_elsewhere(finders: Finders, models: Models) -> None:
    text = (
        "قال المراسل إن قصفا مدفعيا استهدف بلدة سرمدا، أسفر عن إصابة سبعة مدنيين.\n"
        "وأشار المراسل إلى أن قصفا مدفعيا مماثلا استهدف بلدة بنش واقتصرت الأضرار على الماديات."
    )
    claims = choose_claims(read(finders, models, text), models)
    assert [(c.place.name if c.place else "", len(c.effects)) for c in claims] == [("سرمدا", 1), ("بنش", 0)]
