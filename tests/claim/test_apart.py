"""Two happenings in one sentence: the one that answers, or follows, the other."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur


def _told(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    return [
        (
            c.type.value,
            c.place.value.name if c.place else "",
            [a.value for a in c.actors],
            [t.value for t in c.targets],
        )
        for c in claims
    ]


def test_what_is_answered_has_its_own_place_and_was_done_by_those_whom_the_answer_hits() -> None:
    text = "شنت إسرائيل غارات على مواقع لحماس في رفح ردا على إطلاق صواريخ على سديروت."
    assert _told(text) == [
        ("airstrike", "رفح", ["israel"], ["hamas"]),
        ("shelling", "سديروت", ["hamas"], ["israel"]),
    ]


def test_what_came_of_an_answer_is_not_what_was_answered() -> None:
    text = "استهدفت طائرات النظام مدينة دوما ردا على استهداف العاصمة دمشق بالقذائف، ما أدى إلى مقتل ثلاثة مدنيين."
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [(c.type.value, len(c.effects)) for c in claims] == [("airstrike", 1), ("shelling", 0)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "قتل خمسة مدنيين بقصف على سراقب، غداة غارات أوقعت عشرة قتلى في معرة النعمان.",
            ["2022-11-28", "2022-11-27"],
        ),
        (
            "قتل جندي في كركوك الأحد، بعد يومين من مقتل ثلاثة مدنيين في انفجار عبوة في الحويجة.",
            ["2022-11-27", "2022-11-25"],
        ),
    ],
)
def test_what_a_happening_follows_by_some_time_is_another(text: str, days: list[str]) -> None:
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [str(c.date.value.last) for c in claims if c.date] == days
    assert [len(c.effects) for c in claims] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "سيطر الجيش على قرية الصالحية بعد أسابيع من القصف المدفعي.",
        "عثر على جثة شاب في السويداء بعد ثلاثة أيام من خطفه.",
        "توفي شاب في نابلس بعد يومين من إصابته برصاص الجيش الإسرائيلي.",
    ],
)
def test_how_long_it_lasted_and_what_befell_the_same_man_are_no_other_happening(text: str) -> None:
    assert len(_told(text)) == 1


def test_who_strikes_some_time_after_a_raid_did_not_fly_it() -> None:
    text = "شنت الطائرات الأمريكية غارة في شبوة. وبعد ساعات من الغارة هاجم مسلحون من القاعدة بلدة الحوطة وقتلوا ثلاثة جنود."
    assert _told(text) == [
        ("airstrike", "شبوة", ["usa"], []),
        ("armed_clash", "الحوطة", ["alqaeda"], ["yemen_gov"]),
    ]
