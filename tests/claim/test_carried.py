"""What somebody did besides what the sentence before told of him, and with what."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("استهدفت طائرة مسيرة سيارة في مدينة صعدة. وقصفت أيضا موقعا في مدينة ذمار.", ["drone_strike"] * 2),
        ("شنت الطائرات الحربية غارة على مدينة صعدة. وقصفت أيضا مدينة ذمار.", ["airstrike"] * 2),
        ("قصفت المدفعية بلدة خزاعة. وأغارت أيضا على مدينة رفح.", ["shelling", "airstrike"]),
    ],
)
def test_who_struck_also_struck_with_the_same(text: str, types: list[str]) -> None:
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [c.type.value for c in claims] == types


def test_what_was_done_besides_is_a_happening_of_its_own() -> None:
    text = "سيطر الجيش على قرية الدانا، وسيطر أيضا على بلدة سرمدا."
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [c.place.value.name for c in claims if c.place is not None] == ["الدانا", "سرمدا"]


def test_who_was_also_hurt_was_hurt_in_the_same() -> None:
    text = "قتل ثلاثة مدنيين بغارة على سرمين. وأصيب أيضا خمسة آخرون."
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    assert [len(c.effects) for c in claims] == [2]
