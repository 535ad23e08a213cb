"""Reading as a whole: what it leaves behind."""

from __future__ import annotations

import datetime as dt
import gc
from pathlib import Path

import pytest

import tawatur
from tawatur.claim.reader import Reader
from tawatur.records import Document, PublishedFrom, Text

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


def _examples() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))]


def _read(reader: Reader, text: str) -> int:
    document = Document(
        id="d", sha256="", media="text/plain", name="(text)", published=dt.date(2021, 10, 19),
        published_from=PublishedFrom.GIVEN,
    )  # fmt: skip
    return len(reader.read(Text(document="d", received=text, shown=text, pieces=()), document).claims)


def test_what_was_read_is_freed_at_once_for_nothing_in_it_refers_back_to_itself():
    reader, texts = Reader.load(), _examples()
    for text in texts:  # what is loaded on demand stays
        _read(reader, text)
    gc.collect()
    gc.disable()
    try:
        assert sum(_read(reader, text) for text in texts) > len(texts)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_reading_leaves_the_search_for_rings_as_it_found_it():
    reader = Reader.load()
    gc.disable()
    try:
        _read(reader, "قتل ثلاثة مدنيين في قصف على البلدة")
        assert not gc.isenabled()
    finally:
        gc.enable()
    _read(reader, "قتل ثلاثة مدنيين في قصف على البلدة")
    assert gc.isenabled()


@pytest.mark.parametrize("outlet", ["***", "—", "@", "…"])
def test_an_outlet_may_be_called_by_signs_alone(outlet: str) -> None:
    assert tawatur.read_claims("قصفت قوات النظام بلدة كفرنبل وقتل 3 مدنيين.", outlet=outlet).claims
