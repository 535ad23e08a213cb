"""Real news, where it lies beside the checkout: reading it raises nothing."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "soak"))

from corpus import CORPUS, read_corpus

from tawatur.records import Refusal


@pytest.mark.shared
def test_real_news_is_read_without_raising():
    files = sorted(CORPUS.glob("*.jsonl.gz"))
    if not files:
        pytest.skip(f"NOT TRIED: there is no corpus at {CORPUS}")
    came = dict(read_corpus(files, every=25))
    assert len(came) > 100
    assert [one for one in came.values() if isinstance(one, Refusal) and one.code == "reader_failed"] == []
