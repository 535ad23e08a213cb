"""Names of one phrase have one role, and who helps those who fight fights beside them."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.joint_doers import add_helpers, add_joined, leave_fighters_beside, take_parties_between
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "type_", "read", "acted"),
    [
        ("قصفت بريطانيا وفرنسا وتركيا مواقع في سوريا", "shelling", "uk", "uk france turkey"),
        ("قصفت بريطانيا و فرنسا مواقع في سوريا", "shelling", "uk", "uk france"),
        ("قصفت بريطانيا، وفرنسا تراقب، مواقع في سوريا", "shelling", "uk", "uk"),
        ("سيطرت قوات النظام وفصائل المعارضة على البلدة", "territory_change", "fsa", "fsa syria_assad"),
        ("قصفت بريطانيا مواقع في سوريا", "shelling", "uk", "uk"),
        ("شن الطيران الأمريكي البريطاني غارات على صعدة", "airstrike", "usa", "usa uk"),
    ],
    ids=[
        "joined",
        "joined by a word apart",
        "told of alone",
        "the first of them",
        "alone",
        "of both nations",
    ],
)
def test_names_of_one_phrase_act_together(
    finders: Finders, text: str, type_: str, read: str, acted: str
) -> None:
    draft = draft_of(finders, text, type_, tuple(read.split()))
    add_joined(draft)
    assert draft.actors == tuple(acted.split())


def test_who_is_joined_to_a_target_is_one(finders: Finders) -> None:
    draft = draft_of(finders, "هاجم داعش قوات النظام وحزب الله في البادية", "armed_clash", ("isis",))
    draft.targets = ("syria_assad",)
    add_joined(draft)
    assert (draft.actors, draft.targets) == (("isis",), ("syria_assad", "hezbollah"))


@pytest.mark.parametrize(
    ("text", "acted"),
    [
        ("سيطرت قوات النظام على البلدة بإسناد من القوات الروسية", "syria_assad russia"),
        ("سيطرت قوات النظام على البلدة، مدعومة من روسيا", "syria_assad russia"),
        ("سيطرت قوات النظام على البلدة تحت حماية القوات الروسية", "syria_assad russia"),
        ("سيطرت قوات النظام على البلدة بحماية من القوات الروسية", "syria_assad russia"),
        ("سيطرت قوات النظام المدعومة من روسيا على البلدة", "syria_assad"),
        ("سيطرت قوات النظام على البلدة قرب القوات الروسية", "syria_assad"),
    ],
)
def test_who_lends_a_hand_acts_too(finders: Finders, text: str, acted: str) -> None:
    draft = draft_of(finders, text, "territory_change", ("syria_assad",))
    add_helpers(draft)
    assert draft.actors == tuple(acted.split())


@pytest.mark.parametrize(
    ("text", "acted"),
    [
        ("توقيع اتفاق سراقب بين روسيا وتركيا رغم قوات النظام", "russia turkey"),
        ("توقيع اتفاق لقوات النظام على الحدود التركية", "syria_assad"),
        ("توقيع اتفاق لقوات النظام برعاية روسيا وتركيا", "syria_assad"),
    ],
    ids=["its parties", "a border", "who watches over it"],
)
def test_an_agreement_is_that_of_those_between_whom_it_is(finders: Finders, text: str, acted: str) -> None:
    draft = draft_of(finders, text, "negotiation", ("syria_assad",))
    take_parties_between(draft)
    assert draft.actors == tuple(acted.split())


@pytest.mark.parametrize(
    ("text", "read", "left"),
    [
        ("قصفت روسيا البلدة وسط معارك بين الجيش التركي وتنظيم الدولة", "russia turkey", "russia"),
        ("قصف متبادل بين الجيش التركي وتنظيم الدولة في البلدة", "turkey isis", "turkey isis"),
    ],
    ids=["beside a clash", "of both"],
)
def test_who_fights_in_a_clash_beside_did_not_strike(
    finders: Finders, text: str, read: str, left: str
) -> None:
    draft = draft_of(finders, text, "shelling", tuple(read.split()))
    leave_fighters_beside(draft)
    add_joined(draft)
    assert draft.actors == tuple(left.split())
