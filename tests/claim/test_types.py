"""Which kind of happening a word that names little tells of, by who did it."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur


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
