"""Words for a happening that the words behind them make another."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("استولى المسلحون على كميات من الأسلحة", "act.seize"),
        ("استولت بحرية القراصنة على قاربين", "act.seize"),
        ("استولى المسلحون على البلدة", "act.control"),
        ("استعادة كميات كبيرة من الذخائر", "act.seize"),
        ("استعاد الجيش السيطرة على القرية", "act.recapture"),
        ("استعادة البلدة ومستودعات أسلحة فيها", "act.recapture"),
        ("فرار عشرات المسلحين من القرية", "act.rout"),
        ("فر قادة الميليشيا إلى الجبل", "act.rout"),
        ("فر الأهالي من بطش المسلحين", "act.flee"),
        ("فر من قبضة المسلحين سبعون", "act.flee"),
        ("فر السكان والمقاتلون", "act.flee"),
        ("فر المهاجمون إلى الجبل", "act.flee"),
        ("دعم كثيف وفرته قوات التحالف", "act.flee"),
        ("حاولت الميليشيا منع مقاتليها من الفرار", "act.rout"),
        ("منعت القوات السكان من الفرار", "act.besiege"),
        ("ضيقت القوات الخناق على مقاتلي الحركة", "act.besiege"),
    ],
)
def test_what_stands_behind_names_the_happening(text: str, first: str) -> None:
    finders, words = Finders.load(), Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 9, 22), None)
    assert found.triggers[0].id == first
