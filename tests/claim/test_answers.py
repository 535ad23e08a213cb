"""Who struck back, and with what, where one sentence tells of both."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "تعرضت بلدة البارة لقصف من قوات النظام، ما أدى لإصابة خمسة أطفال، وردت فصائل المعارضة باستهداف قوات النظام في كفرنبل.",
            [(["syria_assad"], 1), (["fsa"], 0)],
        ),
        (
            "أطلق حزب الله اليوم صواريخ على كريات شمونة فرد الجيش الإسرائيلي بقصف بلدة الخيام.",
            [(["hezbollah"], 0), (["israel"], 0)],
        ),
    ],
)
def test_an_answer_is_a_happening_of_its_own(text: str, expected: list[tuple[list[str], int]]) -> None:
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [([a.value for a in c.actors], len(c.effects)) for c in claims] == expected


def test_news_that_came_in_answers_nothing() -> None:
    text = "اندلعت اشتباكات بين الجيش الوطني وقسد في عفرين اليوم، ووردت معلومات تفيد بسقوط جرحى."
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [len(c.effects) for c in claims] == [1]


def test_what_came_from_the_air_is_an_air_strike_whatever_it_fired() -> None:
    text = "شن العدو الإسرائيلي صباح اليوم عدوانا جويا بعدد من الصواريخ من اتجاه الجولان مستهدفا مبنى في حي المزة بدمشق."
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [c.type.value for c in claims] == ["airstrike"]
