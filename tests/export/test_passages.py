"""The words of a claim are shown within their whole sentence."""

import pytest

from tawatur.export.passages import find_words
from tawatur.records import Claim, ClaimType, Said, Span, Text


def words(shown, quote):
    start = shown.index(quote)
    claim = Claim(
        id="c",
        document="d",
        type=Said(ClaimType.SHELLING, Span(start, start + 1)),
        quote=Span(start, start + len(quote)),
    )
    return find_words(Text(document="d", received=shown, shown=shown, pieces=()), claim)


@pytest.mark.parametrize(
    ("shown", "quote", "marked"),
    [
        ("قتل خمسة بقصف على البلدة.", "خمسة بقصف", "قتل «خمسة بقصف» على البلدة."),
        ("عنوان\nقتل خمسة بقصف\nوتلا ذلك صمت", "قتل خمسة بقصف", "«قتل خمسة بقصف»"),
        ("هدأ الحي. ثم قتل خمسة بقصف. وعاد الهدوء.", "خمسة بقصف", "ثم قتل «خمسة بقصف»."),
        ("هدأ الحي. قتل خمسة بقصف. وعاد الهدوء.", "قتل خمسة بقصف.", "«قتل خمسة بقصف.»"),
        ("قال د. سالم إن خمسة قتلوا", "خمسة قتلوا", "قال د. سالم إن «خمسة قتلوا»"),
        ("بلغ 2.5 كم ثم قتل خمسة", "قتل خمسة", "بلغ 2.5 كم ثم «قتل خمسة»"),
        ("هل هدأ الحي؟ قتل  خمسة\tبقصف", "خمسة\tبقصف", "قتل «خمسة بقصف»"),
        ("وبالقصف قتل خمسة، بينهم طفل.", "القصف قتل خمسة", "وب«القصف قتل خمسة»، بينهم طفل."),
    ],
)
def test_a_quotation_stands_in_its_sentence(shown, quote, marked):
    assert words(shown, quote).marked == marked


def test_a_sentence_without_end_is_cut_between_words():
    found = words("كلمة " * 300 + "قتل خمسة " + "أخرى " * 300, "قتل خمسة")
    assert found.before.startswith("… كلمة ")
    assert found.after.endswith(" أخرى …")
    assert len(found.marked) < 500
