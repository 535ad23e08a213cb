"""Which kind of happening a word that names little tells of, by who did it."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur
from drafts import draft_of
from tawatur.claim.reader import Finders
from tawatur.claim.types import is_plain_attack


def _types(text: str) -> list[str]:
    return [c.type.value for c in tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims]


@pytest.mark.parametrize(
    "text",
    [
        "استهدف مقاتلو التنظيم حاجزا للجيش قرب تدمر.",
        "استهدف مسلحون حاجزا للجيش في مدينة درنة.",
        "استهدف عناصر التنظيم دورية للشرطة في كركوك.",
    ],
)
def test_men_who_strike_without_a_weapon_named_fight(text: str) -> None:
    assert _types(text) == ["armed_clash"]


def test_whom_unknown_men_aim_at_is_murdered() -> None:
    assert _types("استهدف مجهولون القيادي سامر المرعي في بلدة ذيبان، ما أدى لمقتله.") == ["killing"]
    assert _types("استهدف مجهولون القيادي سامر المرعي بعبوة ناسفة في بلدة ذيبان.") == ["bombing"]


def test_men_strike_with_what_is_named_and_aircraft_strike_men() -> None:
    assert _types("استهدف مقاتلو المعارضة مطار حماة بصواريخ غراد.") == ["shelling"]
    assert _types("استهدف الطيران الحربي عناصر التنظيم في تدمر.") == ["airstrike"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("طيران النظام استهدف مشفى في حماة بأربعة صواريخ.", "airstrike"),
        ("الطيران الروسي استهدف بلدة كفرزيتا بصواريخ فراغية.", "airstrike"),
        ("قوات النظام قصفت بلدة كفرزيتا بالصواريخ.", "shelling"),
    ],
)
def test_missiles_of_aircraft_are_an_airstrike(text: str, told: str) -> None:
    assert _types(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "استهدف الفصيل نقاطا لقوات النظام في قرية كفر نبل.",
        "استهدفت حركة الشباب مواقع للجيش الصومالي في بلدة بولوبردي.",
        "وقال إن حزب الله استهدف موقعا في كفرشوبا.",
    ],
)
def test_who_has_no_aircraft_strikes_from_the_ground(text: str) -> None:
    assert _types(text) == ["shelling"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("في خرق جديد لوقف إطلاق النار قصفت قوات النظام بلدة كفرنوران.", "shelling"),
        ("قتل مدني في منبج التي تتقاسم قسد والنظام السيطرة عليها.", "killing"),
    ],
)
def test_what_a_deed_broke_and_who_holds_the_place_are_no_happening(text: str, told: str) -> None:
    assert _types(text) == [told]


def test_where_they_fired_from_is_not_where_they_hit() -> None:
    text = "قصفت القوات التركية من قاعدتها في الهوشرية بالمدفعية الثقيلة قرية توخار."
    (claim,) = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert claim.place is not None
    assert claim.place.value.name == "توخار"


def test_those_named_before_others_uncounted_are_counted() -> None:
    text = "القيادي سالم المرعي وعناصر آخرون قتلوا في كمين قرب بلدة الكرامة."
    (claim,) = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [(e.of, e.low) for e in claim.effects] == [("commanders", 1), (None, None)]


def test_parts_of_a_toll_that_are_joined_are_counted_together() -> None:
    text = "ارتفعت حصيلة ضحايا القصف على سوق الزيتونة إلى 60 شهيدا معظمهم من الأطفال والنساء."
    (claim,) = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [(e.of, e.low) for e in claim.effects] == [(None, 60), ("children", None), ("women", None)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("استهدف الهجوم موقعا قرب القرية", True),
        ("سقط قتلى في الهجوم الذي استهدف القرية", True),
        ("استهدف الهجوم بالطيران موقعا قرب القرية", False),
        ("استهدف الموقع قرب القرية", False),
    ],
    ids=["its subject", "which it describes", "from the air", "no attack"],
)
def test_an_attack_of_which_no_more_is_told_is_no_air_strike(
    finders: Finders, text: str, plain: bool
) -> None:
    assert is_plain_attack(draft_of(finders, text, "airstrike")) is plain


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("استهدف مجهولون بالأسلحة الرشاشة حاجزا في قرية قوقفين.", "armed_clash"),
        ("استشهد رجل إثر استهدافه بالقناصة قرب بلدة سرمين.", "killing"),
        ("استهدف مجهولون حاجزا في قرية قوقفين بقذائف الهاون والأسلحة الرشاشة.", "shelling"),
    ],
    ids=["a post", "somebody", "shells too"],
)
def test_aiming_with_guns_is_no_shelling(text: str, type_: str) -> None:
    assert _types(text) == [type_]
