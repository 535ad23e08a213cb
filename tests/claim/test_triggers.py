"""Words for acts and harm that tell of none where they stand."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.fixture(scope="module")
def finders() -> Finders:
    return Finders.load()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ووفق بيان صادر عن الجماعة فقد شن مقاتلوها هجوما على القرية", ["هجوما"]),
        ("فقد خمسة صيادين قبالة الساحل", ["فقد"]),
        ("صادر الجيش أسلحة في القرية", ["صادر"]),
    ],
)
def test_what_tells_of_a_happening(finders: Finders, text: str, expected: list[str]) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    assert [words.shown(t.first, t.last) for t in found.triggers] == expected
