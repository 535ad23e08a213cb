import datetime as dt

import pytest

from tawatur.arabic import calendar, calendar_names
from tawatur.arabic.fold import fold
from tawatur.records.claim import DayRange
from tawatur.segment.words import Words


def month(text):
    words = Words(text)
    return calendar_names.read_month(words.forms, 0, words.gaps)


@pytest.mark.parametrize(
    ("text", "number", "size"),
    [
        ("تشرين الثاني", 11, 2),
        ("نوفمبر", 11, 1),
        ("تشرين الأول/أكتوبر", 10, 3),
        ("أكتوبر/تشرين الأول", 10, 3),
        ("أكتوبر (تشرين الأول)", 10, 3),
        ("آذار - مارس", 3, 2),
        ("كانون الثاني", 1, 2),
        ("جانفي", 1, 1),
        ("فيفري", 2, 1),
        ("أوت", 8, 1),
        ("جويلية", 7, 1),
        ("أبريل/نيسان", 4, 2),
        ("آذار/نيسان", 3, 1),
        ("بتشرين الأول", 10, 2),
        ("ومايو", 5, 1),
        ("أيلول", 9, 1),
    ],
)
def test_a_month_is_read_by_any_of_its_names_and_by_two(text, number, size):
    found = month(text)
    assert (found.number, found.last, found.hijri) == (number, size, False)


@pytest.mark.parametrize(
    ("text", "number"), [("ربيع الأول", 3), ("جمادى الآخرة", 6), ("رمضان", 9), ("ذي الحجة", 12)]
)
def test_a_hijri_month_is_told_apart(text, number):
    found = month(text)
    assert found.hijri
    assert found.number == number


@pytest.mark.parametrize("text", ["تشرين", "كانون", "سد تشرين", "الأول", "شهر"])
def test_half_a_name_is_no_month(text):
    assert month(text) is None


@pytest.mark.parametrize("text", ["آب", "مارس", "رمضان", "نيسان"])
def test_a_name_that_is_another_word_too_is_not_sure(text):
    assert not month(text).sure


def test_two_names_together_are_sure():
    assert month("آب/أغسطس").sure


@pytest.mark.parametrize(
    ("form", "weekday"),
    [
        ("الاثنين", 0),
        ("الإثنين", 0),
        ("الثلاثاء", 1),
        ("الأربعاء", 2),
        ("والخميس", 3),
        ("للجمعة", 4),
        ("الأحد", 6),
    ],
)
def test_a_weekday_is_read_with_its_clitics(form, weekday):
    assert calendar_names.read_weekday(fold(form)) == weekday


@pytest.mark.parametrize("form", ["جمعة", "أحد", "اثنين", "الأحداث", "ثلاثاء"])
def test_an_indefinite_form_is_no_weekday_by_itself(form):
    assert calendar_names.read_weekday(fold(form)) is None


def test_a_hijri_day_is_the_day_of_umm_al_qura():
    day = calendar.parse_day(1440, 3, 20, hijri=True)
    assert day == dt.date(2018, 11, 28)
    assert type(day) is dt.date
    assert calendar.to_hijri(day) == (1440, 3, 20)


def test_a_day_that_no_calendar_has_is_none():
    assert calendar.parse_day(2018, 2, 30) is None
    assert calendar.parse_day(1440, 13, 1, hijri=True) is None


def test_a_hijri_month_ends_where_the_next_begins():
    whole = calendar.month_range(1439, 12, hijri=True)
    following = calendar.month_range(1440, 1, hijri=True)
    assert (following.first - whole.last).days == 1


def test_months_are_counted_over_the_turn_of_the_year():
    january = dt.date(2018, 1, 31)
    assert calendar.months_back(january, 1) == DayRange(dt.date(2017, 12, 1), dt.date(2017, 12, 31))
    assert calendar.months_back(january, -1) == DayRange(dt.date(2018, 2, 1), dt.date(2018, 2, 28))


def test_a_week_runs_from_sunday_to_saturday():
    assert calendar.week_of(dt.date(2018, 6, 6)) == DayRange(dt.date(2018, 6, 3), dt.date(2018, 6, 9))


def test_the_last_weekday_may_be_the_day_itself_and_the_next_may_not():
    friday = dt.date(2018, 6, 8)
    assert calendar.last_weekday(friday, 4) == friday
    assert calendar.next_weekday(friday, 4) == dt.date(2018, 6, 15)


def test_a_weekday_with_a_day_and_a_month_fits_few_years():
    assert calendar.years_that_fit(2, 11, 28, range(2011, 2027)) == [2012, 2018]
