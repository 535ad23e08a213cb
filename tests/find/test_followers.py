"""Whose side a group is on that is called no more than somebody's followers."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دخلت القوات التركية والفصائل السورية الموالية لها مدينة عفرين", ["turkey", "sna"]),
        ("أعلنت الفصائل الموالية لأنقرة دخول مدينة عفرين", ["sna"]),
        ("هاجم داعش قوات النظام والمسلحين الموالين لها قرب تدمر", ["isis", "syria_assad", "syria_assad"]),
        ("هاجم مسلحون موالون لأنقرة أطراف مدينة عفرين", ["sna"]),
        ("هاجمت مجموعات مسلحة مدعومة من الجيش التركي أطراف مدينة عفرين", ["sna"]),
        ("قصفت تركيا وفصائلها أطراف مدينة عفرين", ["turkey", "sna"]),
        ("انسحبت الفصائل السورية من مدينة عفرين", ["fsa"]),
        ("قصفت القوات التركية وفصائل المعارضة الموالية لها أطراف مدينة عفرين", ["turkey", "sna"]),
        ("قصف الجيش التركي ومرتزقته أطراف مدينة عفرين", ["turkey", "sna"]),
        ("هاجمت هيئة تحرير الشام الموالية لتركيا أطراف مدينة عفرين", ["hts"]),
    ],
)
def test_followers_are_of_the_camp_of_whom_they_follow(
    finders: Finders, text: str, expected: list[str]
) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 3, 5), None)
    assert [p.party for p in found.parties] == expected
