import re
import unicodedata

import pytest

from tawatur.clean.furniture import Kind, build_furniture, line_key, load_furniture
from tawatur.clean.lines import cut_lines
from tawatur.errors import LexiconError

KINDS = load_furniture().kinds.values()
FINDS = [(kind.id, line) for kind in KINDS for line in kind.finds]
LEAVES = [(kind.id, line) for kind in KINDS for line in kind.leaves]


def kind_of(line):
    found = cut_lines(line, load_furniture())
    return found[0].kind and found[0].kind.id if found else None


@pytest.mark.parametrize(("kind", "line"), FINDS)
def test_every_kind_finds_its_examples(kind, line):
    assert kind_of(line) == kind


@pytest.mark.parametrize(("kind", "line"), LEAVES)
def test_no_kind_finds_the_examples_that_are_left_to_reports(kind, line):
    assert kind_of(line) is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_kind_says_what_it_is_and_proves_it(kind):
    assert kind.gloss
    assert kind.finds
    assert kind.leaves


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_phrases_are_written_as_pages_print_them(kind):
    for phrase in (*kind.whole, *kind.begins):
        assert unicodedata.normalize("NFKC", phrase) == phrase, "presentation forms"
        assert not re.search("[\u0640\u200e\u200f]", phrase), "tatweel or direction marks"
        assert line_key(phrase)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("مَقَالات ذات صِلة :", "related"),
        ("  Share On Facebook  ", "share"),
        ("شاركها: 1,204", "share"),
        ("٦ ١٢٦ ١", "counter"),
        ("الرئيسية » أخبار » مدونات", "menu"),
        ("تويتر فيسبوك تلغرام", "share"),
        ("28/11/2018 - 10:30", "moment"),
        ("2018", None),
        ("- 2018 -", None),
        ("", None),
        ("...", None),
        ("فيديو | قصف مدفعي على أطراف البلدة صباح اليوم", None),
        ("«ميداني» تعلن إسقاط طائرة مسيرة", None),
        ("تويتر تعلق حسابات للتنظيم", None),
        ("تحرير تسعة مخطوفين من سجن سري غرب المدينة بعد عملية", None),
    ],
)
def test_spelling_marks_and_numbers_do_not_count(line, kind):
    assert kind_of(line) == kind


def test_a_phrase_of_two_kinds_is_an_error_that_names_both():
    kinds = [Kind(id="one", gloss="x", whole=("أخبار",)), Kind(id="two", gloss="x", whole=("اخبار",))]
    with pytest.raises(LexiconError, match="of kind one and of kind two"):
        build_furniture(kinds)
