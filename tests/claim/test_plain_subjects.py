"""Who acted, by the plain grammar of an act's verb."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.draft import Draft
from tawatur.claim.plain_subjects import name_subject
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.fixture(scope="module")
def finders() -> Finders:
    return Finders.load()


def draft_of(finders: Finders, text: str, type_: str, actors: tuple[str, ...] = ()) -> Draft:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    draft = Draft(found, list(range(len(found.triggers))), None)
    draft.type, draft.actors = type_, actors
    name_subject(draft)
    return draft


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("قصفت البوارج الإسرائيلية ميناء الصيادين", "shelling", "israel"),
        ("مستوطنون يحرقون حقلا قرب القرية", "destruction", "settlers"),
        ("اقتحم مئات من مقاتلي حركة الشباب البلدة", "armed_clash", "al_shabaab"),
        ("قصفت مواقع حركة الشباب مساء اليوم", "shelling", ""),
        ("استهدفت الحوثيين بثلاث قذائف", "shelling", ""),
        ("قصفت مدفعية مجهولة، حركة الشباب تنفي", "shelling", ""),
        ("تصدت حركة الشباب لهجوم على المعسكر", "armed_clash", ""),
    ],
    ids=["behind", "before", "over numbers", "whose positions", "object", "behind a comma", "repelled"],
)
def test_the_subject_of_an_act_did_it(finders: Finders, text: str, type_: str, actor: str) -> None:
    assert draft_of(finders, text, type_).actors == ((actor,) if actor else ())


def test_the_subject_of_the_main_verb_stands_against_whoever_was_read(finders: Finders) -> None:
    draft = draft_of(finders, "هاجم مقاتلو حركة الشباب ثكنة للجيش الصومالي", "armed_clash", ("somalia",))
    assert draft.actors == ("al_shabaab",)


def test_who_demonstrates_is_none_of_the_fighting(finders: Finders) -> None:
    draft = draft_of(finders, "احتل الحوثيون الساحة", "protest", ("civilians",))
    assert draft.actors == ("civilians",)
