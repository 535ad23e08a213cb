import pytest

from tawatur.arabic.fold import fold
from tawatur.arabic.number_words import number_word
from tawatur.arabic.numerals import read_number
from tawatur.segment.words import Words


def read(text):
    words = Words(text)
    return read_number(words.forms, 0, words.gaps)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("٢٨ شخصا", 28),
        ("1,450 نازحا", 1450),
        ("19 ألف شخص", 19000),
        ("3.5 مليون", 3_500_000),
        ("29 ألفا و358 ضربة", 29358),
        ("10 آلاف", 10000),
        ("ثلاثة عشر", 13),
        ("ثلاث عشرة امرأة", 13),
        ("أحد عشر", 11),
        ("إحدى عشرة", 11),
        ("اثني عشر", 12),
        ("اثنتا عشرة", 12),
        ("ثلاثة وعشرين", 23),
        ("واحد وعشرون", 21),
        ("ثمان وأربعين", 48),
        ("مئة", 100),
        ("مائة وثلاثة وعشرون", 123),
        ("مئة وخمسين", 150),
        ("مئة و20", 120),
        ("مئتين", 200),
        ("مائتي جندي", 200),
        ("خمسمائة", 500),
        ("ثمانمئة", 800),
        ("ثلاث مئة وخمسة", 305),
        ("ألف", 1000),
        ("ألفين وثلاثمئة", 2300),
        ("ألفا جندي", 2000),
        ("ألفا و200", 1200),
        ("ستة آلاف و259 مدنيا", 6259),
        ("خمسة وثلاثين ألف", 35000),
        ("مئتي ألف", 200_000),
        ("مليون ونصف المليون", 1_500_000),
        ("نصف مليون", 500_000),
        ("ثلاثة ملايين ومئتي ألف", 3_200_000),
        ("مليونين", 2_000_000),
        ("وثلاثة وعشرين", 23),
        ("لثلاثمئة", 300),
        ("بعشرة", 10),
    ],
)
def test_a_number_is_read_in_digits_and_words(text, value):
    number = read(text)
    assert (number.low, number.high) == (value, value)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("عشرات", (20, None)),
        ("مئات", (200, None)),
        ("آلاف", (2000, None)),
        ("ملايين", (2_000_000, None)),
        ("عشرات الآلاف", (20_000, None)),
        ("مئات الآلاف", (200_000, None)),
        ("بالعشرات", (20, None)),
        ("بضع عشرات", (20, None)),
        ("عدة آلاف", (2000, None)),
        ("بضعة أشخاص", (None, None)),
        ("عدة أشخاص", (None, None)),
        ("بضعة عشر", (13, 19)),
        ("بضع وعشرين", (23, 29)),
        ("10-15 ألف", (10_000, 15_000)),
    ],
)
def test_a_plural_without_a_number_bounds_from_below(text, bounds):
    number = read(text)
    assert (number.low, number.high) == bounds


@pytest.mark.parametrize(
    ("text", "value"),
    [("عشرين وثلاثة", 20), ("100 و20", 100), ("خمسة وستة", 5), ("20 و30 ألف", 20), ("مئة، وخمسة", 100)],
)
def test_a_number_goes_on_over_and_only_where_arithmetic_allows(text, value):
    assert read(text).low == value


@pytest.mark.parametrize("text", ["أحد الأشخاص", "الاثنين", "لست هنا", "الخامس", "شخص", "نصف القتلى"])
def test_what_looks_like_a_number_and_is_none(text):
    assert read(text) is None


def test_a_fraction_of_a_thing_is_no_whole_number():
    assert read("3.5").value is None
    assert read("3.5").fraction == 3.5


def test_an_article_makes_a_number_definite():
    assert read("الثلاثة").definite
    assert not read("ثلاثة").definite


@pytest.mark.parametrize("form", ["وعشرين", "بثلاثة", "لخمسمئة", "الستة", "للثلاثة", "وبأربعة"])
def test_clitics_come_off_a_number_word(form):
    assert number_word(fold(form)) is not None


def test_a_number_beyond_all_counting_is_none() -> None:
    assert read_number(["33333333333", "مليون"], 0) is None
    assert read_number(["3", "مليون"], 0) is not None
