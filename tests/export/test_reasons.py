"""Every reason that linking may give has words in both languages, and every value is shown in it."""

import re
from pathlib import Path

import pytest

import tawatur
from tawatur.export.ontology import load_reasons
from tawatur.export.reasons import say_reason, say_reasons
from tawatur.records import Reason

ARABIC = re.compile("[\u0620-\u064a]")
ROOT = Path(tawatur.__file__).parent
GIVERS = [*(ROOT / "link").glob("*.py"), *(ROOT / "review").glob("*.py")]


def given():
    """Names that stand in the code of linking where reasons are given."""
    names = {name for path in GIVERS for name in re.findall(r'"([a-z_]+)"', path.read_text())}
    sure = {
        name
        for path in GIVERS
        for name in re.findall(r'(?:Agreement\(\s*Level\.\w+,|Reason\()\s*"(\w+)"', path.read_text())
    }
    return names, sure


def test_every_reason_that_is_given_has_words_and_every_wording_is_given():
    names, sure = given()
    assert len(sure) > 40
    assert sure <= set(load_reasons()) <= names


@pytest.mark.parametrize("name", load_reasons())
def test_a_reason_shows_the_same_values_in_both_languages(name):
    wording = load_reasons()[name]
    assert set(re.findall(r"{\d[^}]*}", wording.en)) == set(re.findall(r"{\d[^}]*}", wording.ar))
    assert ARABIC.search(wording.ar)
    assert not ARABIC.search(wording.en)


@pytest.mark.parametrize(
    ("reason", "english", "arabic"),
    [
        (Reason("same_day", ("2018-10-12/2018-10-13",)), "both 2018-10-12 to 2018-10-13", "كلاهما 12 أكتوبر 2018 إلى 13 أكتوبر 2018"),
        (Reason("same_kind", ("airstrike",)), "both air strike", "كلاهما غارة جوية"),
        (Reason("other_people", ("civilians", "isis")), "harm to civilians and to Islamic State", "المتضررون في أحدهما: مدنيون، وفي الآخر: تنظيم الدولة الإسلامية"),
        (Reason("same_count", ("3", "killed/children")), "both count 3 killed (children)", "العدد في كليهما 3، قتلى (أطفال)"),
        (Reason("km_apart", ("هجين", "السوسة", "4.2")), "هجين and السوسة, 4.2 km apart", "هجين والسوسة، بينهما 4.2 كم"),
        (Reason("of a later version"), "of a later version", "of a later version"),
    ],
)  # fmt: skip
def test_a_reason_is_said_in_either_language(reason, english, arabic):
    assert say_reason(reason, "en") == english
    assert say_reason(reason, "ar") == arabic


def test_several_reasons_are_joined_as_either_language_joins_them():
    reasons = (Reason("same_words"), Reason("two_reports"))
    assert say_reasons(reasons, "en") == "in the same words; in two reports"
    assert say_reasons(reasons, "ar") == "بالألفاظ نفسها؛ في تقريرين"


def test_on_a_page_names_stand_apart_from_the_words_around_them():
    reason = Reason("km_apart", ("مأرب", "صرواح", "30"))
    assert say_reason(reason, "en") == "مأرب and صرواح, 30 km apart"
    assert say_reason(reason, "en", is_apart=True) == "\u2068مأرب\u2069 and \u2068صرواح\u2069, 30 km apart"
