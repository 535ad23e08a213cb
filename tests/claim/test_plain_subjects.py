"""Who acted, by the plain grammar of an act's verb."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.draft import Draft
from tawatur.claim.plain_subjects import name_subject
from tawatur.claim.reader import Finders


def decided(finders: Finders, text: str, type_: str, actors: tuple[str, ...] = ()) -> Draft:
    draft = draft_of(finders, text, type_, actors)
    name_subject(draft)
    return draft


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("قصفت البوارج الإسرائيلية ميناء الصيادين", "shelling", "israel"),
        ("مستوطنون يحرقون حقلا قرب القرية", "destruction", "settlers"),
        ("اقتحم مئات من مقاتلي حركة الشباب البلدة", "armed_clash", "al_shabaab"),
        ("كانت مجموعة من حركة الشباب قد هاجمت البلدة", "armed_clash", "al_shabaab"),
        ("قصفت مواقع حركة الشباب مساء اليوم", "shelling", ""),
        ("استهدفت الحوثيين بثلاث قذائف", "shelling", ""),
        ("قصفت مدفعية مجهولة، حركة الشباب تنفي", "shelling", ""),
        ("استهدفوا دبابة إسرائيلية قرب القرية", "shelling", ""),
        ("مقاتلو حركة الشباب استهدفوا دبابة إسرائيلية", "shelling", "al_shabaab"),
        ("استهدف دبابة إسرائيلية قرب القرية", "shelling", ""),
        ("انهار منزل قصفته طائرات إسرائيلية", "shelling", "israel"),
        ("تصدت حركة الشباب لهجوم على المعسكر", "armed_clash", ""),
        ("سيطرة حركة الشباب على مقر أمني", "territory_change", "al_shabaab"),
        ("إصابة تسعة في استهداف حركة الشباب الأحياء السكنية", "shelling", "al_shabaab"),
        ("استهداف حركة الشباب في البلدة", "shelling", ""),
        ("أعلنت حركة الشباب أنها قصفت القوات الإثيوبية في المعسكر", "shelling", "al_shabaab"),
        ("أعلنت حركة الشباب أن عناصرها تستهدف دبابتين إثيوبيتين", "shelling", "al_shabaab"),
        ("قذائف استهدفت عنصرين من حركة الشباب", "shelling", ""),
    ],
    ids=[
        "behind",
        "before",
        "over numbers",
        "before a particle",
        "whose positions",
        "object",
        "behind a comma",
        "of men",
        "of men before",
        "of a man",
        "behind a noun",
        "repelled",
        "of a noun, with what was taken",
        "of a noun, with what was hit",
        "whom it hit",
        "whoever speaks",
        "men of whoever speaks",
        "men as an object",
    ],
)
def test_the_subject_of_an_act_did_it(finders: Finders, text: str, type_: str, actor: str) -> None:
    assert decided(finders, text, type_).actors == ((actor,) if actor else ())


def test_the_subject_of_the_main_verb_stands_against_whoever_was_read(finders: Finders) -> None:
    draft = decided(finders, "هاجم مقاتلو حركة الشباب ثكنة للجيش الصومالي", "armed_clash", ("somalia",))
    assert draft.actors == ("al_shabaab",)


def test_who_demonstrates_is_none_of_the_fighting(finders: Finders) -> None:
    draft = decided(finders, "احتل الحوثيون الساحة", "protest", ("civilians",))
    assert draft.actors == ("civilians",)


@pytest.mark.parametrize(
    ("text", "actors", "left"),
    [
        ("وحدات من الجيش الصومالي هاجمت مقاتلي حركة الشباب", ("al_shabaab",), ("somalia",)),
        ("قال إن قواته هاجمت مسلحي حركة الشباب", ("al_shabaab",), ()),
        ("هاجم مسلحي حركة الشباب البلدة", ("al_shabaab",), ("al_shabaab",)),
    ],
    ids=["a party before", "forces before", "nobody before"],
)
def test_men_in_a_case_that_no_subject_has_were_attacked(
    finders: Finders, text: str, actors: tuple[str, ...], left: tuple[str, ...]
) -> None:
    draft = decided(finders, text, "armed_clash", actors)
    assert draft.actors == left
    assert ("al_shabaab" in draft.targets) is (left != actors)
