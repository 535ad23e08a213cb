"""What was found in a text, and what is asked of it."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.found import Found
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


def found_in(finders: Finders, text: str) -> Found:
    words = Words(text)
    return finders.find(words, finders.matcher.find(words), dt.date(2018, 9, 22), None)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("قصف الحوثيون، مساء أمس، القرية", ("A", "D", ",")),
        ("قتل ثلاثة مدنيين (بينهم طفل): القرية", ("N", "(", ":")),
        ("القصف القرية", ()),
    ],
)
def test_marks_say_in_order_and_once_what_stands_between_two_words(
    finders: Finders, text: str, marks: tuple[str, ...]
) -> None:
    found = found_in(finders, text)
    between = found.marks_between(1, len(found.words))
    assert tuple(m for m in between if not m.startswith("c")) == marks


def test_nothing_stands_between_a_word_and_one_before_it(finders: Finders) -> None:
    assert found_in(finders, "قصف الحوثيون، مساء أمس، القرية").marks_between(3, 1) == ()


def test_the_party_named_most_stands_first(finders: Finders) -> None:
    found = found_in(finders, "قصف الحوثيون القرية. قتل الحوثيون ثلاثة من داعش. انسحب الحوثيون.")
    assert found.foremost == ("houthis", "isis")
    assert found.standing("houthis") == ("0", "3")
    assert found.standing("isis") == ("1", "1")
    assert found.standing("sdf") == ("none", "0")


def test_a_word_is_told_by_what_it_is_part_of(finders: Finders) -> None:
    found = found_in(finders, 'قال الحوثيون إن "القصف قتل ثلاثة مدنيين"')
    spoken = found.words.forms.index("الحوثيون")
    assert (found.is_in_party(spoken), found.is_in_source(spoken), found.is_name(spoken)) == (
        True,
        True,
        True,
    )
    assert found.is_credited(found.parties[0])
    killed = found.words.forms.index("قتل")
    assert (found.is_quoted(killed), found.is_name(killed), found.is_in_source(killed)) == (
        True,
        False,
        False,
    )


def test_words_without_names_and_numbers_come_once_and_in_order(finders: Finders) -> None:
    found = found_in(finders, "قصف الحوثيون القرية ثم قصف المسلحون ثلاثة بيوت من قبل")
    assert list(found.plain(0, len(found.words))) == ["قصف", "القريه", "ثم", "بيوت", "من"]


def test_what_befell_people_is_found_by_its_word_and_by_how_many_they_were(finders: Finders) -> None:
    found = found_in(finders, "مقتل ثلاثة مدنيين في القصف. وقال شهود إن القصف أدى إلى مقتل ثلاثة.")
    assert len(found.harms_of("killed", 3, 3)) == 2
    assert [h.low for h in found.harms_at(0)] == [3]
    assert found.harms_in(0, len(found.words)) == found.harms
    assert found.harms_of("wounded", 3, 3) == []


def test_a_city_of_several_words_is_a_place_though_it_also_names_a_state(finders: Finders) -> None:
    assert [p.name for p in found_in(finders, "سقط صاروخ في تل أبيب وأصيب شخصان").places] == ["تل أبيب"]
    found = found_in(finders, "قصفت كتائب القسام تل أبيب برشقة صاروخية")
    assert [p.name for p in found.places] == ["تل أبيب"]
    assert {p.party for p in found.parties} == {"hamas", "israel"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('قالت وزارة الدفاع في بيان يوم الأربعاء الماضي إنه "قتل جيشنا عشرة صباح اليوم"', 19),
        ("ويوم 20 أيلول قال المتحدث باسم الجيش: «تصدت قواتنا أمس لهجوم على القرية»", 19),
        ("قالت وزارة الدفاع في بيان يوم الأربعاء الماضي إن جيشها قتل عشرة صباح اليوم", 22),
        ('قالت وزارة الدفاع إنه "قتل جيشنا عشرة صباح اليوم"', 22),
    ],
)
def test_today_in_the_words_of_a_statement_is_the_day_on_which_it_was_said(
    finders: Finders, text: str, day: int
) -> None:
    last = found_in(finders, text).dates[-1].days
    assert last is not None
    assert last.first == dt.date(2018, 9, day)
