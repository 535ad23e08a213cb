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


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("إصابة عسكريين بجروح أحدهما ضابط", 2),
        ("مقتل مدنيين كلاهما في حالة خطرة", 2),
        ("إصابة عسكريين بجروح أحدهم ضابط", None),
    ],
)
def test_people_of_whom_either_is_told_are_two(finders: Finders, text: str, count: int | None) -> None:
    assert groups(finders, text)[0].low == count


def test_an_officers_rank_is_nobody_else(finders: Finders) -> None:
    found = groups(finders, "قتل ضابط برتبة ملازم أول في صفوف الجيش التركي")
    assert [(g.low, g.party.party if g.party else None) for g in found] == [(1, "turkey")]


def test_a_body_may_stand_between_people_and_their_nationality(finders: Finders) -> None:
    (group,) = groups(finders, "قتل 14 عنصرا من قوات الجيش السوري على الأقل")
    assert group.party is not None
    assert group.party.party == "syria_assad"


def test_an_adjective_joined_to_that_of_those_who_tell_is_nobody(finders: Finders) -> None:
    assert [g.low for g in groups(finders, "قتل 13 مزارعا بحسب مصادر رسمية وإعلامية")] == [13]
    assert groups(finders, "طالبت الحكومة بدعم سياسي وعسكري") == []


def test_a_number_alone_in_brackets_makes_no_part(finders: Finders) -> None:
    counted = groups(finders, "وصل عدد المعتقلين إلى (314) شخصا")[-1]
    assert (counted.low, counted.subset) == (314, False)


def test_people_by_whose_noun_a_party_goes_are_counted(finders: Finders) -> None:
    assert [
        (g.low, g.party.party if g.party else None) for g in groups(finders, "أصيب مستوطنان قرب القرية")
    ] == [(2, "settlers")]
