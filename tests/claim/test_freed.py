"""Who is set free in a release."""

from __future__ import annotations

from drafts import draft_of
from tawatur.claim.freed import free_captives, leave_freed, stated_as_freed
from tawatur.claim.reader import Finders


def test_captives_counted_in_a_release_go_free(finders: Finders) -> None:
    draft = draft_of(finders, "سلمت حركة حماس سبعة أسرى إسرائيليين في خان يونس", "release")
    draft.effects = [(harm, "israel") for harm in draft.harms]
    free_captives(draft)
    assert [(harm.kind, harm.low) for harm, _ in draft.effects] == [("released", 7)]


def test_captives_of_an_arrest_stay_so(finders: Finders) -> None:
    draft = draft_of(finders, "عرضت حركة حماس سبعة أسرى في خان يونس", "other")
    draft.effects = [(harm, "unknown") for harm in draft.harms]
    free_captives(draft)
    assert [harm.kind for harm, _ in draft.effects] == ["captured"]


def test_whose_people_the_captives_are_did_not_free_them(finders: Finders) -> None:
    text = "سلمت حركة حماس سبعة أسرى إسرائيليين في خان يونس"
    draft = draft_of(finders, text, "release", ("hamas", "israel"))
    leave_freed(draft)
    assert draft.actors == ("hamas",)
    draft = draft_of(finders, "تبادلت حركة حماس وإسرائيل الأسرى في خان يونس", "release", ("hamas", "israel"))
    leave_freed(draft)
    assert draft.actors == ("hamas", "israel")


def test_captives_in_the_words_for_a_release_are_stated(finders: Finders) -> None:
    draft = draft_of(finders, "سلمت حركة حماس سبعة محتجزين إسرائيليين في خان يونس", "release", ("hamas",))
    assert [harm.low for harm in stated_as_freed(draft)] == [7]
    draft.effects = [(harm, "hamas") for harm in stated_as_freed(draft)]
    free_captives(draft)
    assert [(harm.kind, who) for harm, who in draft.effects] == [("released", "unknown")]
