"""Verbs that a later word makes another happening."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("سلم أربعون عنصرا من التنظيم أنفسهم للقوات", ["surrender"]),
        ("سلم التنظيم البلدة للقوات", ["territory_change"]),
        ("أطلق الجيش سراح خمسة", ["release"]),
        ("سقطت خمسة صواريخ على المعسكر", ["shelling"]),
        ("أغلقت القوات التركية معبر باب الهوى", ["other"]),
        ("أضرم مجهولون النار في المقر", ["destruction"]),
        ("توصل الطرفان في المدينة إلى اتفاق", ["negotiation"]),
        ("عثر أهالي القرية على جثتين", ["killing"]),
        ("ألقى الطيران براميل متفجرة على البلدة", ["airstrike", "airstrike"]),
        ("ألقى مجهولون زجاجات حارقة على المسجد", ["armed_clash"]),
        ("طرد البلد عشرين دبلوماسيا من بلد آخر", []),
        ("طردت القوات المسلحين من البلدة", ["territory_change"]),
    ],
)
def test_what_follows_a_verb_tells_what_happened(text: str, types: list[str]) -> None:
    finders, words = Finders.load(), Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 9, 22), None)
    assert [t.type for t in found.triggers if t.type] == types
