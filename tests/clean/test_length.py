"""Five megabytes on one line, the most that a report may have, are cleaned in time."""

import hashlib
import time

import pytest

from tawatur.clean import clean
from tawatur.records import Document

SENTENCE = "قتل ثلاثة مدنيين بقصف على بلدة هجين أمس. "
LINE = SENTENCE * (5_000_000 // len(SENTENCE.encode()))


@pytest.mark.parametrize(
    ("media", "received"),
    [("text/plain", LINE), ("text/html", f"<html><body><p>{LINE}</p></body></html>")],
    ids=["text", "page"],
)
def test_five_megabytes_on_one_line_are_cleaned_in_time(media, received):
    document = Document(id="d", sha256=hashlib.sha256(b"").hexdigest(), media=media, name="d")
    began = time.process_time()
    text = clean(document, received)
    assert time.process_time() - began < 20
    assert text.shown.count("هجين") == LINE.count("هجين")
