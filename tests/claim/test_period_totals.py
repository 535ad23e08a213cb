"""A count of what many happenings came to over weeks is a total, and what happens now and then is no happening."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.decide import read_drafts
from tawatur.claim.draft import Draft
from tawatur.claim.models import Models, load_models
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models()


def read(finders: Finders, models: Models, text: str) -> list[Draft]:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2022, 11, 28), "وكالة الساحل")
    return read_drafts(found, models)


@pytest.mark.parametrize(
    "text",
    [
        "استجاب الدفاع المدني السوري منذ بداية العام لأكثر من 85 هجوما جويا ومدفعيا أدت لمقتل 37 شخصا",
        "وثقت الفرق منذ مطلع أيلول 40 غارة على المنطقة أسفرت عن مقتل 12 مدنيا",
        "ارتفع تعداد المدنيين الذين قتلوا بقصف قوات الدعم السريع منذ مطلع الشهر إلى 60",
    ],
)
def test_many_happenings_over_weeks_are_a_total(finders: Finders, models: Models, text: str) -> None:
    assert {draft.type for draft in read(finders, models, text)} == {"toll"}


@pytest.mark.parametrize(
    "text",
    [
        "قتل 12 مدنيا في غارة على بلدة المنصورة في شهر أيلول",
        "شنت الطائرات 40 غارة على بلدة المنصورة أمس أسفرت عن مقتل 12 مدنيا",
    ],
)
def test_one_happening_is_none(finders: Finders, models: Models, text: str) -> None:
    assert "toll" not in {draft.type for draft in read(finders, models, text)}


@pytest.mark.parametrize(
    ("text", "drafts"),
    [
        ("وتشهد المنطقة قصفا متبادلا بين الجيش والفصائل بين الفينة والأخرى", 0),
        ("وتقصف قوات الدعم السريع المدينة من حين لآخر", 0),
        ("وتشهد المنطقة قصفا بين الحين والآخر قتل آخره 3 مدنيين أمس", 1),
    ],
)
def test_what_happens_now_and_then_is_no_happening(
    finders: Finders, models: Models, text: str, drafts: int
) -> None:
    assert len(read(finders, models, text)) == drafts


def test_lines_that_break_a_toll_down_tell_of_no_strikes(finders: Finders, models: Models) -> None:
    text = (
        "قتل 25 شخصا بضربات على المنطقة منذ مطلع العام، وتوزعت الضربات على النحو الآتي:\n"
        "- 6 ضربات على الحديدة أسفرت عن مقتل 20 مدنيا\n- ضربتان على تعز"
    )
    assert {draft.type for draft in read(finders, models, text)[1:]} <= {"toll"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("قتل 43 مصليا في قصف مسجد بمسيرة. وأكدت قيادة الجيش أن حصيلة قتلى الهجوم بلغت 75", "drone_strike"),
        ("استهدفت غارة مخيما في رفح. وارتفع عدد شهداء الغارة إلى 45", "airstrike"),
        ("انفجرت سيارة في مقديشو. وقالت الشرطة إن عدد قتلى الانفجار ارتفع إلى 40", "bombing"),
        ("قصفت إسرائيل منزلا في غزة فقتلت خمسة. وارتفعت حصيلة شهداء العدوان إلى 43 ألفا", "toll"),
        ("قصف النظام دوما فقتل خمسة. وارتفعت حصيلة ضحايا القصف منذ 18 أيلول إلى 540", "toll"),
    ],
)
def test_the_dead_of_one_attack_counted_anew_are_of_its_kind(
    finders: Finders, models: Models, text: str, type_: str
) -> None:
    assert read(finders, models, text)[-1].type == type_
