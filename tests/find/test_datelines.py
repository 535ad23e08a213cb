"""Where a report was filed from is no government that acts."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


def parties(finders: Finders, text: str) -> list[str]:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2017, 3, 7), None)
    return [p.party for p in found.parties]


@pytest.mark.parametrize(
    "text",
    [
        "القاهرة (أفق) – تبنى التنظيم الهجوم على الحاجز",
        "عنوان الخبر\nالقاهرة - وكالات: قتل جنديان في الهجوم",
    ],
)
def test_a_capital_at_the_head_of_a_paragraph_is_where_it_was_filed(finders: Finders, text: str) -> None:
    assert "egypt" not in parties(finders, text)


def test_a_capital_that_acts_is_its_government(finders: Finders) -> None:
    assert "egypt" in parties(finders, "أعلنت القاهرة مقتل مسلحين في الغارة")
    assert "egypt" in parties(finders, "القاهرة تعلن مقتل مسلحين (صور)")


@pytest.mark.parametrize(
    "text", ["#لبنان غارة على سيارة في النبطية", "عاجل #العراق قصف على حقل", "الصومال: مقتل نائب"]
)
def test_a_country_right_before_what_happened_there_is_where(finders: Finders, text: str) -> None:
    assert not {"lebanon", "iraq", "somalia"}.intersection(parties(finders, text))


def test_a_country_before_what_it_does_acts(finders: Finders) -> None:
    assert "russia" in parties(finders, "#روسيا تقصف بلدة النيرب")
