"""Whose members the words for people say they are."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.find.people import People
from tawatur.segment.words import Words


def groups(finders: Finders, text: str) -> list[People]:
    words = Words(text)
    return finders.find(words, finders.matcher.find(words), dt.date(2024, 3, 1), None).groups


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("قتل 14 من الحرس الرئاسي في هجوم على الحافلة", ["security"]),
        ("قتل تسعة من القوات الحكومية في كمين", ["security"]),
        ("مقتل 6 من فصيل محلي في اشتباك", ["fighters"]),
        ("أصيب اثنان من مرافقيه بجروح", ["fighters"]),
        ("مقتل 20 جنديا إماراتيا و7 سعوديين في القصف", ["security", "security"]),
        ("مقتل سبعة سعوديين في القصف", ["nation"]),
        ("قتل 14 شخصا في السوق", ["unknown"]),
        ("قتل 14 قرب مقر القوات", ["bare"]),
    ],
)
def test_people_of_an_armed_body_bore_arms(finders: Finders, text: str, values: list[str]) -> None:
    assert [g.value for g in groups(finders, text) if g.low is not None] == values


def test_an_adjective_of_nation_behind_its_noun_is_no_group_of_its_own(finders: Finders) -> None:
    assert [g.low for g in groups(finders, "قتل جنديان تشاديان في الهجوم")] == [2]
