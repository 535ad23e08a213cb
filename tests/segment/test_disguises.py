"""Posts break the words that filters look for; they are read as the words that they hide."""

import pytest

from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("قصـ.ـف", "قصف"),
        ("مسـ ـيّرة", "مسيره"),
        ("اصيـ.بت", "اصيبت"),
        ("الاحتـ..ــلال", "الاحتلال"),
        ("مقتـ،ـل", "مقتل"),
        ("قــ صـــ ف", "قصف"),
        ("د-اعش", "داعش"),
        ("د1عش", "داعش"),
        ("د١١.عش", "داعش"),
    ],
)
def test_a_broken_word_is_read_whole(written: str, read: str) -> None:
    words = Words(f"خبر {written} اليوم")
    assert words.forms == ["خبر", read, "اليوم"]
    assert words.shown(1, 2) == written


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("لـ قوات", ["ل", "قوات"]),
        ("لــ قوات", ["ل", "قوات"]),
        ('لـ"قسد"', ["ل", "قسد"]),
        ("آخرين.وحسب", ["اخرين", "وحسب"]),
        ("و10جرحى", ["و", "10", "جرحي"]),
        ("و1قتيل", ["و", "1", "قتيل"]),
        ("شمال-غرب", ["شمال", "غرب"]),
    ],
)
def test_what_merely_touches_stays_apart(written: str, read: list[str]) -> None:
    assert Words(written).forms == read


@pytest.mark.parametrize(
    ("text", "sentences"), [("سقط قتيل· وأصيب آخر", 2), ("الخبر · وكالات", 1), ("سقط قتيل۔ وأصيب آخر", 2)]
)
def test_a_stop_of_another_shape_ends_a_sentence(text: str, sentences: int) -> None:
    assert len(Words(text).sentences) == sentences
