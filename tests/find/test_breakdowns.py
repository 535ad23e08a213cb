"""A toll that is broken down: its number apart from those it counts, its parts in a list, the lines that only share it out."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.find.harm import Harm
from tawatur.segment.lists import lines_below
from tawatur.segment.words import Words

_LINES = "قتل في المعارك منذ مطلع العام 30 شخصا، وهم:\n- 12 من قوات الدعم السريع بينهم ضابط\n- 10 من الجيش السوداني\n– 8 مدنيين\nوتوقفت المعارك."


def harms(finders: Finders, text: str) -> list[Harm]:
    words = Words(text)
    return finders.find(words, finders.matcher.find(words), dt.date(2024, 3, 1), None).harms


def counts(finders: Finders, text: str) -> list[tuple[str, int | None, str]]:
    return [(h.kind, h.low, h.way) for h in harms(finders, text)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("يرتفع إلى 267 تعداد العسكريين والمدنيين الذين قتلوا في المعارك", 267),
        ("يرتفع إلى 15 تعداد المدنيين الذين قتلوا خلال العام", 15),
        ("ارتفع تعداد المدنيين الذين قتلوا بقصف من قبل الجيش إلى 6", 6),
        ("وصل عدد الجنود الذين قتلوا في المعارك إلى 150 جنديا", 150),
    ],
)
def test_a_tally_counts_those_whom_it_is_of(finders: Finders, text: str, number: int) -> None:
    assert [h.low for h in harms(finders, text)] == [number]


def test_parts_behind_they_are_are_parts_of_the_toll(finders: Finders) -> None:
    text = "ارتفعت الحصيلة إلى 166 قتيلا، هم: 114 من تنظيم الدولة و45 من قوات سوريا الديمقراطية، و7 مدنيين"
    assert counts(finders, text) == [("killed", 166, "noun"), *(("killed", n, "part") for n in (114, 45, 7))]


def test_parts_may_be_told_a_line_each(finders: Finders) -> None:
    told = counts(finders, _LINES)
    assert told[0] == ("killed", 30, "after")
    assert [low for _, low, way in told if way == "part"] == [12, 1, 10, 8]


def test_parts_that_come_to_more_than_the_toll_are_of_something_else(finders: Finders) -> None:
    assert counts(finders, "قتل ثلاثة أشخاص، هم:\n- 12 من الجيش\n- 8 مدنيين") == [("killed", 3, "after")]


def test_a_list_ends_with_the_first_line_without_a_dash() -> None:
    words = Words(_LINES)
    assert [words.shown(*item) for item in lines_below(words, 9)] == [
        "12 من قوات الدعم السريع بينهم ضابط",
        "10 من الجيش السوداني",
        "8 مدنيين",
    ]


def test_lines_that_share_out_a_toll_over_a_period_are_known(finders: Finders) -> None:
    head = "قتل 25 شخصا بالضربات {when}، وتوزعت الضربات على النحو الآتي:\n- 6 ضربات على تعز\n- ضربتان على الحديدة"
    for when, shared in (("منذ مطلع العام", 7), ("فجر اليوم", 0)):
        words = Words(head.format(when=when))
        found = finders.find(words, finders.matcher.find(words), dt.date(2024, 3, 1), None)
        assert len(found.breakdowns.shares) == shared
