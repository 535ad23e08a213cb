import pytest

from tawatur.arabic.digits import Shape, parse_digits


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("7", 7),
        ("1,450", 1450),
        ("1.450", 1450),
        ("12,345,678", 12345678),
        ("10.000", 10000),
        ("3.5", 3.5),
        ("3,5", 3.5),
        ("1,450.5", 1450.5),
        ("0.500", 0.5),
    ],
)
def test_separators_part_thousands_or_fractions(form, value):
    assert parse_digits(form).value == value


@pytest.mark.parametrize(
    ("form", "shape"),
    [
        ("10-15", Shape.RANGE),
        ("2-1", Shape.OTHER),
        ("5-5", Shape.OTHER),
        ("10:35", Shape.CLOCK),
        ("10:75", Shape.OTHER),
        ("23:15:07", Shape.CLOCK),
        ("28/11/2018", Shape.DATE),
        ("2018-11-28", Shape.DATE),
        ("28.11.2018", Shape.DATE),
        ("7-7-2023", Shape.DATE),
        ("28/11", Shape.DATE),
        ("45/99", Shape.OTHER),
        ("0963955123456", Shape.OTHER),
    ],
)
def test_a_shape_is_told_from_the_separators(form, shape):
    assert parse_digits(form).shape is shape


@pytest.mark.parametrize("form", ["ب10", "abc", "", "-5"])
def test_what_holds_more_than_digits_is_none(form):
    assert parse_digits(form) is None


@pytest.mark.parametrize("form", ["9" * 5_000, "1" + ",000" * 2_000, "1." + "9" * 5_000, "1-" * 4_000 + "1"])
def test_a_run_of_digits_that_counts_nothing_is_no_number_however_long(form):
    assert parse_digits(form) == (Shape.OTHER, 0, ())
