import msgspec
import pytest

from doubles import TableReader, plain_text, report
from tawatur.records import Document, Refusal, Span
from tawatur.run.stages import Keys
from tawatur.run.tasks import Task, check_evidence, read_task, spans_of

KEYS = Keys("clean", "claims", "link")
SHOWN = report("وكالة", "3 قتلى بقصف على هجين يوم 2018-10-12 من isis بحسب sdf")
DOCUMENT = Document(id="d1", sha256="0" * 64, media="text/plain", name="d1.txt")


def claims():
    text = plain_text("d1", SHOWN)
    return text, TableReader().read(text, DOCUMENT).claims


def test_every_value_has_words_in_the_text():
    text, (claim,) = claims()
    assert [span.of(text.shown) for span in spans_of(claim)][1:] == [
        "بقصف",
        "isis",
        "هجين",
        "2018-10-12",
        "sdf",
        "3",
    ]
    check_evidence(text, [claim])


@pytest.mark.parametrize("span", [Span(-1, 3), Span(5, 5), Span(9, 4), Span(0, len(SHOWN) + 1)])
@pytest.mark.parametrize("slot", ["quote", "place", "effects"])
def test_a_claim_whose_words_are_not_there_never_leaves_the_worker(slot, span):
    text, (claim,) = claims()
    value = getattr(claim, slot)
    if slot == "place":
        span = msgspec.structs.replace(value, span=span)
    elif slot == "effects":
        span = (msgspec.structs.replace(value[0], span=span),)
    with pytest.raises(ValueError, match="outside its text"):
        check_evidence(text, [msgspec.structs.replace(claim, **{slot: span})])


def test_a_claim_of_another_document_or_with_a_taken_id_never_leaves_the_worker():
    text, (claim,) = claims()
    with pytest.raises(ValueError, match="another document"):
        check_evidence(text, [msgspec.structs.replace(claim, document="d2")])
    with pytest.raises(ValueError, match="stands twice"):
        check_evidence(text, [claim, claim])


def test_a_fault_of_the_reader_is_listed_with_its_place():
    class Faulty(TableReader):
        def read(self, text, document):
            done = super().read(text, document)
            return done._replace(claims=[msgspec.structs.replace(done.claims[0], quote=Span(0, 10**6))])

    data = SHOWN.encode()
    refused = read_task(Task("new", DOCUMENT, data, len(data)), Faulty(), KEYS)
    assert isinstance(refused, Refusal)
    assert (refused.name, refused.code) == ("d1.txt", "reader_failed")
    assert refused.reason.startswith("ValueError: claim ")
    assert "(tasks.py:" in refused.reason


def test_a_text_that_is_kept_is_not_cleaned_again():
    kept = plain_text("d1", SHOWN, before="ما لا يمكن تنظيفه ")
    rows = read_task(Task("again", DOCUMENT, b"", 7, kept), TableReader(), KEYS)
    assert rows.text[0] == SHOWN
    assert rows.document[2] == 7
