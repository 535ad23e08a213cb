"""Who may be the answer to whose the harmed were, and one effect for one group of them."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur
from tawatur.claim.draft import Draft
from tawatur.claim.reader import Finders
from tawatur.claim.whose import (
    Whose,
    choose_apart,
    fullest_of_each,
    sides_of,
    whose_choices,
    with_whole,
    with_youths,
)
from tawatur.segment.words import Words


def draft_of(finders: Finders, text: str) -> Draft:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    return Draft(found, list(range(len(found.triggers))), None)


def test_members_of_a_movement_are_of_its_party_among_the_choices(finders: Finders) -> None:
    draft = draft_of(finders, "مقتل 18 حوثيا في الجبهة")
    assert "houthis" in {c.who for c in whose_choices(draft, draft.harms[0])}


@pytest.mark.parametrize(
    "text",
    [
        "اقتحم الجيش اليمني معسكرا في المحفد وقتل سبعة من المسلحين",
        "شن الجيش الوطني الليبي حملة قرب سبها وقتل خمسة مسلحين",
    ],
)
def test_gunmen_are_no_states_own(finders: Finders, text: str) -> None:
    draft = draft_of(finders, text)
    draft.actors = tuple(p.party for p in draft.found.parties)
    assert {c.who for h in draft.harms for c in whose_choices(draft, h)} == {"unknown"}


def test_a_headline_and_its_details_are_not_added_up(finders: Finders) -> None:
    draft = draft_of(finders, "مقتل وإصابة 6 عمال بغارة\nأدت الغارة إلى مقتل عامل وإصابة 5 آخرين")
    effects = fullest_of_each([(h, "civilians") for h in draft.harms])
    assert [(h.kind, h.low, h.high) for h, _ in effects] == [("killed", 1, 1), ("wounded", 5, 5)]


def test_two_groups_that_stand_in_one_phrase_are_of_two_parties(finders: Finders) -> None:
    draft = draft_of(finders, "إصابة جندي وثلاثة مقاتلين بقصف على الجبهة")
    first, second = draft.harms
    choices = [Whose("isis", []), Whose("sdf", []), Whose("unknown", [])]
    draft.effects.append((first, "isis"))
    assert choose_apart(draft, second, choices).who == "sdf"


def test_a_part_may_be_of_the_same_as_the_whole(finders: Finders) -> None:
    draft = draft_of(finders, "مقتل تسعة أشخاص بينهم ثلاثة بالغين وطفلان في القصف")
    whole, *parts = draft.harms
    draft.effects.append((whole, "civilians"))
    assert {choose_apart(draft, p, [Whose("civilians", []), Whose("unknown", [])]).who for p in parts} == {
        "civilians"
    }


def test_uncounted_dead_of_either_side_are_of_both(finders: Finders) -> None:
    draft = draft_of(finders, "اشتباكات أوقعت عددا من القتلى من الطرفين")
    draft.actors = ("sdf", "isis")
    assert [sides_of(draft, h) for h in draft.harms] == [("sdf", "isis")]
    draft.actors = ("sdf",)
    assert [sides_of(draft, h) for h in draft.harms] == [()]
    draft.actors = ()
    assert [sides_of(draft, h) for h in draft.harms] == [("unknown",)]


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("مقتل 54 شخصا بينهم 28 مدنيا", {"unknown"}),
        ("مقتل 14 شخصا بينهم 3 جنود", {"unknown"}),
        ("العثور على مقتل شخص مجهول في الحقل", {"unknown"}),
        ("مقتل 9 أشخاص بينهم طفلان", {"civilians", "unknown"}),
        ("اعتقال خمسة أشخاص في البلدة", {"unknown"}),
        ("اعتقال خمسة مدنيين في البلدة", {"civilians", "unknown"}),
    ],
    ids=[
        "some civilians",
        "some soldiers",
        "nobody known",
        "some children",
        "detained",
        "civilians detained",
    ],
)
def test_what_is_said_of_some_of_them_or_of_their_hands_settles_whose_they_may_be(
    finders: Finders, text: str, choices: set[str]
) -> None:
    draft = draft_of(finders, text)
    whole = next(h for h in draft.harms if h.way != "part")
    assert {c.who for c in whose_choices(draft, whole)} == choices


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("مقتل جنديين وجرح خمسة", ["iraq"]),
        ("مقتل مدنيين اثنين وجرح خمسة", []),
        ("مقتل جندي وجرح عشرين", []),
    ],
    ids=["men under arms", "civilians", "one, and many more"],
)
def test_a_number_alone_right_behind_men_under_arms_is_of_them(
    finders: Finders, text: str, who: list[str]
) -> None:
    draft = draft_of(finders, text)
    first, second = draft.harms
    draft.effects.append((first, "iraq"))
    found = [c.who for c in whose_choices(draft, second)]
    assert found == who if who else len(found) > 1


def test_a_number_of_either_side_is_of_nobody_known(finders: Finders) -> None:
    draft = draft_of(finders, "اشتباكات أوقعت ستة قتلى من الطرفين")
    draft.type, draft.actors = "armed_clash", ("sdf", "isis")
    assert [c.who for c in whose_choices(draft, draft.harms[0])] == ["unknown"]
    draft.actors = ("tribes",)
    assert [c.who for c in whose_choices(draft, draft.harms[0])] == ["tribes"]


def test_his_own_are_of_the_party_of_him_who_was_harmed_before_them(finders: Finders) -> None:
    draft = draft_of(finders, "مقتل القيادي أبو سليم وإصابة اثنين من مرافقيه في كمين")
    first, second = draft.harms
    draft.effects.append((first, "houthis"))
    assert [c.who for c in whose_choices(draft, second)] == ["houthis"]


def test_a_party_named_behind_the_first_does_not_part_the_second_from_them(finders: Finders) -> None:
    draft = draft_of(finders, "استشهد أربعة من منتسبي هيئة الحشد الشعبي وجرح ستة")
    first, second = draft.harms
    draft.effects.append((first, "pmf"))
    assert [c.who for c in whose_choices(draft, second)] == ["pmf"]


def test_somebodys_family_in_hand_may_be_civilians(finders: Finders) -> None:
    draft = draft_of(finders, "اعتقلت القوات شقيقه من منزله")
    assert "civilians" in {c.who for c in whose_choices(draft, draft.harms[0])}
    draft = draft_of(finders, "اعتقلت القوات شخصا من منزله")
    assert "civilians" not in {c.who for c in whose_choices(draft, draft.harms[0])}


def test_children_whom_nobody_knows_are_civilians(finders: Finders) -> None:
    child = draft_of(finders, "مقتل طفل مجهول الهوية بقصف على البلدة")
    youth = draft_of(finders, "مقتل شاب مجهول الهوية بقصف على البلدة")
    assert {c.who for c in whose_choices(child, child.harms[0])} == {"civilians"}
    assert {c.who for c in whose_choices(youth, youth.harms[0])} == {"unknown"}


def test_more_of_the_same_noun_are_of_the_same_force(finders: Finders) -> None:
    draft = draft_of(finders, "قتل 14 عنصرا من قوات النظام، وأصيب أكثر من 19 عنصرا بجروح في هجوم لداعش")
    first, second = draft.harms
    draft.effects.append((first, "syria_assad"))
    assert [c.who for c in whose_choices(draft, second)] == ["syria_assad"]


def test_dead_and_wounded_of_those_hit_are_theirs(finders: Finders) -> None:
    draft = draft_of(finders, "استهدفت القسام القوة في المدينة وأوقعت أفرادها بين قتيل وجريح")
    draft.targets = ("civilians", "israel")
    assert {c.who for harm in draft.harms for c in whose_choices(draft, harm)} == {"israel"}


def test_soldiers_killed_where_the_united_nations_alone_were_hit_are_theirs(finders: Finders) -> None:
    draft = draft_of(finders, "تعرضت بعثة الأمم المتحدة لهجوم أدى إلى قتل ثلاثة جنود")
    draft.targets = ("un",)
    assert [c.who for c in whose_choices(draft, draft.harms[0])] == ["un"]


def test_that_some_were_of_a_family_leaves_the_others_civilians(finders: Finders) -> None:
    draft = draft_of(finders, "مقتل تسعة أشخاص بينهم خمسة من عائلة واحدة في القصف")
    whole, part = draft.harms[:2]
    draft.effects.append((part, "civilians"))
    assert "civilians" in {c.who for c in whose_choices(draft, whole)}
    assert choose_apart(draft, whole, [Whose("civilians", []), Whose("unknown", [])]).who == "civilians"


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("مقتل سبعة مدنيين بينهم رضيع وطفلة", 2),
        ("مقتل 12 مدنيا بينهم ثلاثة أطفال ورضيع وسيدتان", 4),
        ("مقتل خمسة مدنيين بينهم طفلان أحدهما رضيع", 2),
    ],
)
def test_parts_of_one_sort_that_are_joined_add_up(finders: Finders, text: str, children: int) -> None:
    draft = draft_of(finders, text)
    effects = fullest_of_each([(h, "civilians") for h in draft.harms])
    assert [h.low for h, _ in effects if h.of == "children"] == [children]


def test_women_among_civilians_are_civilians(finders: Finders) -> None:
    draft = draft_of(finders, "أسرت القوات خمسة مواطنين بينهم امرأة")
    whole, part = draft.harms
    assert [who for _, who in with_whole([(whole, "civilians"), (part, "rsf")])] == ["civilians"] * 2
    assert [who for _, who in with_whole([(whole, "saf"), (part, "rsf")])] == ["saf", "rsf"]


def test_nobody_called_armed_is_a_civilian(finders: Finders) -> None:
    draft = draft_of(finders, "تم قتل 5 مسلحين في الجبهة")
    assert "civilians" not in {c.who for c in whose_choices(draft, draft.harms[0])}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("اعتقلت قوات النظام ثلاثة شبان من بلدة زاكية", "civilians"),
        ("اختطف مسلحون شابا من حي الأعظمية", "civilians"),
        ("اعتقلت القوات أربعة أشخاص في تعز", "unknown"),
        ("قتل شاب في حي الأعظمية", "unknown"),
    ],
)
def test_young_men_who_are_led_away_are_civilians(finders: Finders, text: str, who: str) -> None:
    draft = draft_of(finders, text)
    assert [w for _, w in with_youths([(draft.harms[0], "unknown")])] == [who]
    assert [w for _, w in with_youths([(draft.harms[0], "isis")])] == ["isis"]


def test_policemen_are_of_the_state_where_it_happened() -> None:
    text = (
        "قتل جنديان أميركيان بانفجار في الموصل. وقتل ثلاثة من رجال الشرطة بهجوم على دورية قرب بلدة العوينات."
    )
    claims = tawatur.read_claims(text, published=dt.date(2007, 11, 6)).claims
    assert [[e.who for e in c.effects] for c in claims] == [["usa"], ["iraq"]]
