"""A very long text is read in passages: no word is lost, and the time grows with the length alone."""

import time

import pytest

import tawatur
from tawatur.segment import passages
from tawatur.segment.passages import cut_passages
from tawatur.segment.words import LONGEST_SENTENCE, Words

REPORT = "قصفت القوات السورية بلدة هجين يوم الجمعة، ما أدى إلى مقتل {} مدنيين.\n"


def test_a_short_text_is_one_passage_and_is_not_cut_again():
    words = Words(REPORT.format(3))
    assert [passage is words for passage in cut_passages(words)] == [True]


@pytest.mark.parametrize("text", [REPORT * 400, "قصف " * 9_000, "قصف\n" * 9_000, "«قصف. " * 5_000])
def test_passages_hold_every_word_in_its_place(text):
    words = Words(text)
    cut = list(cut_passages(words))
    assert len(cut) > 1
    assert [start for passage in cut for start in passage.starts] == words.starts
    assert [form for passage in cut for form in passage.forms] == words.forms
    assert [passage.before for passage in cut] == [0, *(_ends(cut)[:-1])]
    assert all(passages.PASSAGE - LONGEST_SENTENCE < len(passage) <= passages.PASSAGE for passage in cut[:-1])
    assert "".join(gap for passage in cut for gap in passage.gaps) == "".join(words.gaps)


def _ends(cut):
    ends = [0]
    for passage in cut:
        ends.append(ends[-1] + len(passage))
    return ends[1:]


def test_a_sentence_without_an_end_is_cut():
    assert max(last - first for first, last in Words("قصف " * 2_000).sentences) == LONGEST_SENTENCE


def test_claims_of_every_passage_point_at_their_words_and_have_names_of_their_own(monkeypatch):
    monkeypatch.setattr(passages, "PASSAGE", 60)
    text = "".join(REPORT.format(n) for n in range(3, 60))
    reading = tawatur.read_claims(text, published="2018-11-24")
    assert len({claim.id for claim in reading.claims}) == len(reading.claims) > 8
    for claim in reading.claims:
        (effect,) = claim.effects
        assert str(effect.low) in effect.span.of(text)
    assert reading.claims[-1].quote.end > len(text) - 100


def cost(text):
    start = time.process_time()
    tawatur.read_claims(text, published="2018-11-24")
    return time.process_time() - start


@pytest.mark.parametrize("piece", [REPORT.format(7), "قتل ٣ أشخاص ", "وقتل وثلاثة ", "قالت وكالة إن "])
def test_the_time_that_reading_takes_grows_with_the_length_and_no_faster(piece):
    cost(piece * (1_000 // len(piece)))
    few = cost(piece * (15_000 // len(piece)))
    assert cost(piece * (90_000 // len(piece))) < 18 * max(
        few, 0.05
    )  # six times the length; a square would be 36, a cube 216


def test_a_text_of_lines_of_one_word_takes_time_in_proportion():
    few = cost("قتل\n" * 7_500)  # fewer are no news to the reader
    assert cost("قتل\n" * 22_500) < 6 * max(few, 0.05)  # three times the length; a square would be 9
