"""Whose the fighters of the faith are."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("شنت كتائب القسام هجوما في رفح. واستهدف المجاهدون دبابة في خان يونس", ["hamas", "hamas"]),
        ("شن حزب الله هجوما في حولا. واستهدف المجاهدون دبابة في المطلة", ["hezbollah", "hezbollah"]),
        ("استهدف المجاهدون دبابة في خان يونس", ["palestinian_factions"]),
        ("هاجم داعش بلدة قرب تدمر. وتصدى المجاهدون للهجوم", ["isis", "fsa"]),
    ],
)
def test_they_are_those_of_who_was_named_before(finders: Finders, text: str, expected: list[str]) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2024, 3, 5), None)
    assert [p.party for p in found.parties] == expected
