import pytest

from tawatur.arabic.ordinals import read_ordinal
from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الأول", 1),
        ("الثالث من", 3),
        ("العاشرة", 10),
        ("الحادي عشر", 11),
        ("الثاني عشر", 12),
        ("الحادية عشرة", 11),
        ("الحادي والعشرين", 21),
        ("الثالث والعشرون", 23),
        ("العشرين", 20),
        ("الثلاثين", 30),
        ("والخامس", 5),
        ("للثالث", 3),
    ],
)
def test_an_ordinal_is_read(text, value):
    words = Words(text)
    assert read_ordinal(words.forms, 0, words.gaps).value == value


@pytest.mark.parametrize("text", ["خمسة", "الحادي", "الخمسة", "عشرين"])
def test_a_cardinal_is_no_ordinal(text):
    words = Words(text)
    assert read_ordinal(words.forms, 0, words.gaps) is None
