"""Whom later words point back to."""

from tawatur.find.speaker import Memory, Speaker


def _speaker(source: str, way: str, head: str, kind: str) -> Speaker:
    return Speaker(0, 1, source, way, head, kind, "named")


def _memory(*speakers: Speaker) -> Memory:
    memory = Memory()
    for speaker in speakers:
        memory.add(speaker)
    return memory


STATEMENT = _speaker("isis", "organ", "بيان", "text")
SPOKESMAN = _speaker("sdf", "side", "متحدث", "title")
DOCTOR = _speaker("medics", "kind", "طبيب", "informant")


def test_the_statement_is_that_of_a_side_whose_speaker_was_credited_since():
    assert _memory(STATEMENT, SPOKESMAN).author("بيان") is SPOKESMAN


def test_the_statement_stays_with_its_author_when_others_than_a_side_spoke_since():
    assert _memory(SPOKESMAN, STATEMENT, DOCTOR).author("بيان") is STATEMENT


def test_the_statement_of_whoever_spoke_last_where_neither_a_text_nor_a_side_was_credited():
    assert _memory(DOCTOR).author("بيان") is DOCTOR
    assert _memory().author("بيان") is None
