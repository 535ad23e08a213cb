"""Who did it, by the words around a noun for what was done."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.draft import Draft
from tawatur.claim.reader import Finders
from tawatur.claim.told_doers import name_told


def decided(finders: Finders, text: str, type_: str, actors: tuple[str, ...] = ()) -> Draft:
    draft = draft_of(finders, text, type_, actors)
    draft.harms = list(draft.found.harms)
    name_told(draft)
    return draft


def test_both_sides_of_a_fight_are_those_that_it_was_between(finders: Finders) -> None:
    text = "اندلعت اشتباكات بين مقاتلي حركة الشباب وقوات الاتحاد الأفريقي قرب البلدة"
    draft = decided(finders, text, "armed_clash", ("isis",))
    assert draft.actors == ("al_shabaab", "other:قوات الاتحاد الأفريقي")


def test_a_party_of_another_sentence_is_no_side_where_one_is_named(finders: Finders) -> None:
    text = "اندلعت اشتباكات بين مقاتلي حركة الشباب ورعاة قرب البلدة"
    assert decided(finders, text, "armed_clash", ("isis",)).actors == ("al_shabaab",)


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("قصف من قوات الحشد الشعبي على القرية", "shelling", "pmf"),
        ("مقتل راع برصاص حركة الشباب", "killing", "al_shabaab"),
        ("خطف تاجرين من قبل حركة الشباب", "abduction", "al_shabaab"),
        ("انفجار عبوة ناسفة زرعها مقاتلو حركة الشباب", "bombing", "al_shabaab"),
        ("مقتل راع من قوات الحشد الشعبي", "killing", ""),
        ("قصف على مواقع حركة الشباب", "shelling", ""),
    ],
    ids=["from", "fire", "by", "who laid it", "one of them", "whose positions"],
)
def test_the_words_behind_what_was_done_name_who_did_it(
    finders: Finders, text: str, type_: str, actor: str
) -> None:
    assert decided(finders, text, type_).actors == ((actor,) if actor else ())


def test_of_two_parties_the_one_accused_did_it(finders: Finders) -> None:
    text = "اتهم حزب الله حركة الشباب بقصف السوق"
    assert decided(finders, text, "shelling", ("hezbollah",)).actors == ("al_shabaab",)


def test_who_admits_that_his_own_fell_was_hit(finders: Finders) -> None:
    draft = decided(finders, "أقر الجيش الإسرائيلي بمقتل جنديين", "armed_clash", ("israel",))
    assert (draft.actors, draft.targets) == ((), ("israel",))
    draft = decided(finders, "أقر الجيش الإسرائيلي بقتل مدنيين", "killing", ("israel",))
    assert draft.actors == ("israel",)


@pytest.mark.parametrize(
    ("text", "sides", "targets"),
    [
        ("قتل خمسة من حركة الشباب في اشتباكات مع قوات الحشد الشعبي", ("al_shabaab", "pmf"), ()),
        ("هاجمت حركة الشباب القرية وخاضت اشتباكات مع قوات الحشد الشعبي", ("al_shabaab",), ("pmf",)),
    ],
    ids=["a fight alone", "an attack and a fight"],
)
def test_a_fight_with_somebody_has_two_sides_and_an_attack_one(
    finders: Finders, text: str, sides: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "armed_clash", ("al_shabaab",))
    draft.targets = ("pmf",)
    name_told(draft)
    assert (draft.actors, draft.targets) == (sides, targets)


def test_who_is_accused_alone_did_it(finders: Finders) -> None:
    assert decided(finders, "اتهمت حركة الشباب بتفجير السوق", "bombing").actors == ("al_shabaab",)


def test_a_fight_against_somebody_has_him_as_its_other_side(finders: Finders) -> None:
    text = "معارك عنيفة ضد حركة الشباب قرب البلدة خاضتها قوات الحشد الشعبي"
    draft = draft_of(finders, text, "armed_clash", ("al_shabaab",))
    draft.targets = ("pmf",)
    draft.harms = []
    name_told(draft)
    assert (set(draft.actors), draft.targets) == ({"al_shabaab", "pmf"}, ())
