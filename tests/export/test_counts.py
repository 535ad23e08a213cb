"""Number and noun agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.export.counts import count_arabic, count_english
from tawatur.export.ontology import load_effects, load_people

DEAD = load_effects()["killed"].harmed
NOUNS = load_people()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 قتلى"),
        (1, "قتيل واحد"),
        (2, "قتيلان"),
        (3, "3 قتلى"),
        (10, "10 قتلى"),
        (11, "11 قتيلاً"),
        (20, "20 قتيلاً"),
        (99, "99 قتيلاً"),
        (100, "100 قتيل"),
        (101, "101 قتيل"),
        (102, "102 قتيل"),
        (103, "103 قتلى"),
        (110, "110 قتلى"),
        (111, "111 قتيلاً"),
        (200, "200 قتيل"),
        (1000, "1,000 قتيل"),
        (1005, "1,005 قتلى"),
    ],
)
def test_the_dead_are_counted_through_every_number(number, said):
    assert count_arabic(number, number, DEAD) == said


@pytest.mark.parametrize(
    ("noun", "two", "two_genitive", "three", "eleven", "hundred"),
    [
        ("civilians", "مدنيان", "مدنيين اثنين", "3 مدنيين", "11 مدنياً", "100 مدني"),
        ("unknown", "شخصان", "شخصين", "3 أشخاص", "11 شخصاً", "100 شخص"),
        ("member", "عنصران", "عنصرين", "3 عناصر", "11 عنصراً", "100 عنصر"),
        ("children", "طفلان", "طفلين", "3 أطفال", "11 طفلاً", "100 طفل"),
        ("women", "امرأتان", "امرأتين", "3 نساء", "11 امرأة", "100 امرأة"),
        ("commanders", "قياديان", "قياديين اثنين", "3 قياديين", "11 قيادياً", "100 قيادي"),
        ("prisoners", "سجينان", "سجينين", "3 سجناء", "11 سجيناً", "100 سجين"),
    ],
)
def test_people_are_counted_in_their_own_forms(noun, two, two_genitive, three, eleven, hundred):
    forms = NOUNS[noun].ar
    said = [count_arabic(n, n, forms) for n in (2, 3, 11, 100)]
    assert said == [two, three, eleven, hundred]
    assert count_arabic(2, 2, forms, "genitive") == two_genitive


@pytest.mark.parametrize(
    ("low", "high", "en", "ar"),
    [
        (None, None, "civilians", "مدنيون"),
        (1, 1, "1 civilian", "مدني واحد"),
        (1, None, "at least 1 civilian", "مدني واحد على الأقل"),
        (2, None, "at least 2 civilians", "مدنيان على الأقل"),
        (200, None, "at least 200 civilians", "200 مدني على الأقل"),
        (None, 1, "up to 1 civilian", "مدني واحد على الأكثر"),
        (None, 2, "up to 2 civilians", "ما يصل إلى مدنيين اثنين"),
        (None, 40, "up to 40 civilians", "ما يصل إلى 40 مدنياً"),
        (1, 2, "1 to 2 civilians", "مدني واحد أو مدنيان"),
        (1, 5, "1 to 5 civilians", "بين 1 و5 مدنيين"),
        (10, 15, "10 to 15 civilians", "بين 10 و15 مدنياً"),
        (90, 100, "90 to 100 civilians", "بين 90 و100 مدني"),
        (1500, 2000, "1,500 to 2,000 civilians", "بين 1,500 و2,000 مدني"),
    ],
)
def test_a_range_stays_a_range(low, high, en, ar):
    noun = NOUNS["civilians"]
    assert count_english(low, high, noun.en) == en
    assert count_arabic(low, high, noun.ar) == ar


@given(st.integers(0, 10_000), st.sampled_from(sorted(NOUNS)), st.sampled_from(["nominative", "genitive"]))
def test_a_count_names_its_number_once(number, noun, case):
    said = count_arabic(number, number, NOUNS[noun].ar, case)
    assert (f"{number:,}" in said) == (number not in (1, 2))
    assert len(said.split()) <= 3
