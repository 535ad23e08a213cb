"""Strikes of several doers, and shells told one after another, are as many happenings."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.decide import fill_drafts
from tawatur.claim.models import load_models
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "شن الطيران الروسي غارات على خان شيخون، وقصفت مدفعية النظام بلدة التمانعة",
            ["airstrike", "shelling"],
        ),
        (
            "سقطت قذيفة على حي الزهراء أسفرت عن إصابة 8 مدنيين، وسقطت قذيفة أخرى على حي الثورة أسفرت عن إصابة 6 مدنيين",
            ["shelling", "shelling"],
        ),
        (
            "نفذت الحركة عمليتين، الأولى استهدفت حاجزا بقذيفة والثانية استهدفت رتلا بقذيفة",
            ["shelling", "shelling"],
        ),
    ],
    ids=["of two doers", "one more shell", "one by one"],
)
def test_each_is_told_apart(finders: Finders, text: str, types: list[str]) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    drafts = fill_drafts(found, load_models())
    assert [d.type for d in drafts if d.type in {"airstrike", "shelling"}] == types


def test_guns_that_struck_were_no_aircraft(finders: Finders) -> None:
    words = Words("شن طيران التحالف غارات على صرواح. واستهدفت مدفعية الجيش مواقع الحوثيين في رغوان")
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    assert [d.type for d in fill_drafts(found, load_models())] == ["airstrike", "shelling"]
