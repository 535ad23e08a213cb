"""Names agree with the words around them."""

import pytest

from tawatur.export.labels import party
from tawatur.export.names import arabic_name, english_name, join_arabic, join_english, with_lam
from tawatur.export.ontology import load_names


@pytest.mark.parametrize(
    ("value", "gender", "after"),
    [
        ("russia", "f", "روسيا"),
        ("houthis", "pl", "الحوثيين"),
        ("settlers", "pl", "المستوطنين الإسرائيليين"),
        ("isis", "m", "تنظيم الدولة الإسلامية"),
        ("officials", "m", "مسؤولين"),
        ("local_sources", "f", "مصادر محلية"),
        ("other:ألوية العمالقة", "f", "ألوية العمالقة"),
        ("other:حركة النجباء", "f", "حركة النجباء"),
        ("other:ميليشيات محلية", "f", "ميليشيات محلية"),
        ("other:مسلحون محليون", "pl", "مسلحين محليين"),
        ("other:الفلسطينيون", "pl", "الفلسطينيين"),
        ("media:التلفزيون الرسمي", "m", "التلفزيون الرسمي"),
        ("media:تلفزيون لبنان", "m", "تلفزيون لبنان"),
        ("media:وسائل إعلام محلية", "f", "وسائل إعلام محلية"),
        ("other:مجلس عسكري", "m", "مجلس عسكري"),
        ("other:Wagner", "m", "Wagner"),
    ],
)
def test_arabic_grammar_is_read_off_the_name(value, gender, after):
    name = arabic_name(value)
    assert (name.gender, name.after) == (gender, after)


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        ("الجيش السوداني", "للجيش السوداني"),
        ("اللواء الثامن", "للواء الثامن"),
        ("قوات صالح", "لقوات صالح"),
        ("إسرائيل", "لإسرائيل"),
        ("Syria TV", "لـ Syria TV"),
        ("17 فصيلاً", "لـ 17 فصيلاً"),
    ],
)
def test_lam_is_written_onto_the_name(name, joined):
    assert with_lam(name) == joined


def test_names_are_joined_as_each_language_joins_them():
    assert [join_english(list("abc"[:n])) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]
    assert join_arabic(["روسيا", "تركيا", "إيران"]) == "روسيا وتركيا وإيران"


@pytest.mark.parametrize("value", sorted(load_names()))
def test_a_plural_party_says_and_a_single_one_too(value):
    name = english_name(value)
    assert name.said
    assert name.own == ("their" if name.plural else "its")
    assert arabic_name(value).after
    # A name in ون is a plural of men; its genitive must be given, or the sentence would be wrong after a preposition.
    assert not any(word.endswith("ون") for word in arabic_name(value).after.split())


def test_a_name_that_nobody_listed_is_still_a_name():
    assert english_name("future_party").said == "future_party"
    assert arabic_name("future_party").said == "future_party"


def test_an_outlet_that_nobody_knows_is_named_by_the_file_of_its_report():
    assert (
        english_name("report:a.txt").said
        == party("report:a.txt", "en")
        == "an outlet that is not known (a.txt)"
    )
    assert arabic_name("report:a.txt").said == party("report:a.txt", "ar") == "جهة ناشرة غير معروفة (a.txt)"
