"""Who is set free in a release."""

from __future__ import annotations

from drafts import draft_of
from tawatur.claim.freed import free_captives, is_freeing, leave_freed, stated_as_freed
from tawatur.claim.reader import Finders


def test_captives_counted_in_a_release_go_free(finders: Finders) -> None:
    draft = draft_of(finders, "سلمت حركة حماس سبعة أسرى إسرائيليين في خان يونس", "release")
    draft.effects = [(harm, "israel") for harm in draft.harms]
    free_captives(draft)
    assert [(harm.kind, harm.low) for harm, _ in draft.effects] == [("released", 7)]


def test_as_many_captives_as_are_counted_are_stated(finders: Finders) -> None:
    text = "أعلن الصليب الأحمر وصول 120 أسيرا من الحوثيين إلى مطار صنعاء ضمن عملية تبادل الأسرى"
    assert [harm.low for harm in stated_as_freed(draft_of(finders, text, "release"))] == [120]
    assert stated_as_freed(draft_of(finders, text, "other")) == set()


def test_who_brings_captives_home_did_not_hold_them(finders: Finders) -> None:
    text = "تسلم الصليب الأحمر سبعة أسرى من حركة حماس"
    draft = draft_of(finders, text, "release", ("hamas", "icrc"))
    leave_freed(draft)
    assert draft.actors == ("hamas",)
    draft.effects = [(harm, "icrc") for harm in draft.harms]
    free_captives(draft)
    assert [who for _, who in draft.effects] == ["unknown"]


def test_who_frees_the_taken_takes_nobody(finders: Finders) -> None:
    text = "حرر الجيش 21 تلميذا خطفهم مسلحون قبل أسبوع من مدرسة"
    assert is_freeing(draft_of(finders, text, "abduction"))
    assert not is_freeing(draft_of(finders, "خطف مسلحون 21 تلميذا من مدرسة", "abduction"))


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


def test_out_of_whose_hands_captives_were_taken_did_not_free_them(finders: Finders) -> None:
    text = "أعلن الجيش الصومالي تحرير 40 مختطفا من قبضة حركة الشباب"
    draft = draft_of(finders, text, "release", ("somalia", "al_shabaab"))
    leave_freed(draft)
    assert (draft.actors, draft.targets) == (("somalia",), ("al_shabaab",))
    draft = draft_of(finders, "أفرجت حركة الشباب عن 40 مختطفا", "release", ("al_shabaab",))
    leave_freed(draft)
    assert draft.actors == ("al_shabaab",)
