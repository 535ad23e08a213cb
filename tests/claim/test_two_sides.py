"""In a clash that nobody is said to have begun, both sides are actors."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.reader import Finders
from tawatur.claim.two_sides import join_sides

GOV, HOUTHIS = ("yemen_gov",), ("houthis",)


@pytest.mark.parametrize(
    ("text", "actors", "joined", "hit"),
    [
        ("شهدت مدينة تعز اشتباكات متقطعة مع الحوثيين", (), HOUTHIS, ()),
        ("الاشتباكات مستمرة بين الطرفين في مدينة تعز", GOV, (*GOV, *HOUTHIS), ()),
        ("خاض الجيش معارك ضد الحوثيين في مدينة تعز", GOV, GOV, HOUTHIS),
        ("اندلعت اشتباكات بين الطرفين إثر هجوم شنه الجيش في مدينة تعز", GOV, GOV, HOUTHIS),
    ],
)
def test_both_sides_of_a_clash_are_its_actors(
    finders: Finders, text: str, actors: tuple[str, ...], joined: tuple[str, ...], hit: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "armed_clash", actors)
    draft.targets = HOUTHIS
    join_sides(draft)
    assert (draft.actors, draft.targets) == (joined, hit)


def test_civilians_fight_in_no_clash(finders: Finders) -> None:
    draft = draft_of(
        finders, "دارت اشتباكات بين الجيش والحوثيين أصيب فيها مدنيون", "armed_clash", (*GOV, *HOUTHIS)
    )
    draft.targets = ("civilians",)
    join_sides(draft)
    assert draft.targets == ()


def test_the_one_party_named_in_a_clash_fought_in_it(finders: Finders) -> None:
    draft = draft_of(finders, "اندلع اشتباك بين دورية للحوثيين ومطلوبين في مدينة تعز", "armed_clash", ())
    draft.weighed[("actor", "houthis")] = 0.0
    join_sides(draft)
    assert draft.actors == HOUTHIS


def test_a_party_that_hardly_fought_is_no_side(finders: Finders) -> None:
    draft = draft_of(finders, "اندلع اشتباك بين دورية للحوثيين ومطلوبين في مدينة تعز", "armed_clash", ())
    draft.weighed[("actor", "houthis")] = -4.0
    join_sides(draft)
    assert draft.actors == ()


def test_whom_one_side_clashed_with_is_the_other(finders: Finders) -> None:
    draft = draft_of(
        finders, "اشتبك مقاتلو حركة حماس مع دورية من القوات الإسرائيلية قرب القرية", "armed_clash", ("hamas",)
    )
    join_sides(draft)
    assert draft.actors == ("hamas", "israel")
    draft = draft_of(
        finders, "اشتبك مقاتلو حركة حماس بالتنسيق مع سرايا القدس قرب القرية", "armed_clash", ("hamas",)
    )
    join_sides(draft)
    assert draft.actors == ("hamas",)
