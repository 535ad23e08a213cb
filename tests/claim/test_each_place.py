"""Tolls of one sentence that each have a place or a day of their own."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur


def _told(text: str) -> list[tuple[str, str, list[tuple[str, int | None]]]]:
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    return [
        (
            c.type.value,
            c.place.value.name if c.place else "",
            [(e.kind.value, e.low) for e in c.effects],
        )
        for c in claims
    ]


@pytest.mark.parametrize("turn", ["، بينما ", "، فيما ", "، كما ", " و"])
def test_two_tolls_in_two_places_are_two_happenings(turn: str) -> None:
    assert _told(f"قتل جندي برصاص قناص في تعز{turn}أصيب طفلان بانفجار لغم في الحديدة.") == [
        ("killing", "تعز", [("killed", 1)]),
        ("landmine", "الحديدة", [("wounded", 2)]),
    ]


def test_a_toll_told_by_a_noun_begins_anew_too() -> None:
    assert _told("أفاد ناشطون بإصابة 7 أشخاص بقصف على الأتارب ومقتل آخر بانفجار لغم في عفرين.") == [
        ("shelling", "الأتارب", [("wounded", 7)]),
        ("landmine", "عفرين", [("killed", 1)]),
    ]


def test_the_later_toll_is_no_telling_of_the_earlier() -> None:
    told = _told("قتل مدني في قصف على سراقب وأصيب آخرون في قصف على جسر الشغور.")
    assert [(place, len(effects)) for _, place, effects in told] == [("سراقب", 1), ("جسر الشغور", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة مدنيين بقصف على سراقب وأصيب خمسة نقلوا إلى مستشفى في إدلب.",
        "قتل ثلاثة مدنيين بقصف على بلدة سراقب وأصيب خمسة في ريف إدلب.",
        "قتل ثلاثة مدنيين وأصيب خمسة بقصف على سراقب.",
    ],
)
def test_a_toll_of_one_place_is_one_happening(text: str) -> None:
    assert len(_told(text)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "قتلت طفلة في قرية البارة وسيدة في قرية احسم جراء القصف المدفعي.",
            [("shelling", "البارة", [("killed", 1)]), ("shelling", "احسم", [("killed", 1)])],
        ),
        (
            "قتل 3 أشخاص في دوما و6 في حرستا و2 في عربين جراء القصف المدفعي.",
            [
                ("shelling", "دوما", [("killed", 3)]),
                ("shelling", "حرستا", [("killed", 6)]),
                ("shelling", "عربين", [("killed", 2)]),
            ],
        ),
        (
            "قُتل عنصران من الشرطة بهجوم مسلح في كركوك، وعنصر ثالث بعبوة ناسفة في ديالى.",
            [("armed_clash", "كركوك", [("killed", 2)]), ("bombing", "ديالى", [("killed", 1)])],
        ),
        (
            "اعتقلت قوات الاحتلال خمسة شبان في نابلس وثلاثة في جنين.",
            [("arrest", "نابلس", [("arrested", 5)]), ("arrest", "جنين", [("arrested", 3)])],
        ),
    ],
)
def test_the_word_for_harm_may_be_said_once(text: str, told: list[object]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "قتل جندي في كركوك وضابط في الشرطة.",
        "قتل ثلاثة جنود وأصيب خمسة وطفل بقصف في حلب.",
        "قتل جندي بقصف في حلب وطالب في جامعة دمشق.",
    ],
)
def test_who_somebody_was_is_no_other_toll(text: str) -> None:
    assert len(_told(text)) == 1


def test_those_told_again_are_as_those_before_them() -> None:
    text = "أعلن الجيش الباكستاني القضاء على 18 مسلحا في منطقة سبينوام، و8 آخرين في منطقة بانو."
    first, second = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [a.value for a in second.actors] == [a.value for a in first.actors] == ["pakistan"]
    assert second.targets == first.targets
    assert [e.who for e in second.effects] == [e.who for e in first.effects]


@pytest.mark.parametrize(
    "text",
    [
        "سقط 7 شهداء في رفح، و6 شهداء في جباليا، وشهيدان في خان يونس.",
        "عثرت الشرطة على 7 جثث في رفح، و6 جثث في جباليا، وعلى جثتين في خان يونس.",
        "سقط 7 قتلى في قصف على رفح، فيما سقط 6 قتلى في قصف على جباليا، وقتيلان في قصف على خان يونس.",
    ],
)
def test_the_dead_counted_town_by_town_are_each_towns(text: str) -> None:
    assert [(place, effects) for _, place, effects in _told(text)] == [
        ("رفح", [("killed", 7)]),
        ("جباليا", [("killed", 6)]),
        ("خان يونس", [("killed", 2)]),
    ]


def test_the_dead_and_the_wounded_of_one_place_stay_together() -> None:
    told = _told("سقط 7 شهداء و12 جريحا في قصف على رفح، نقلوا إلى مستشفى في خان يونس.")
    assert [(place, effects) for _, place, effects in told] == [("رفح", [("killed", 7), ("wounded", 12)])]
