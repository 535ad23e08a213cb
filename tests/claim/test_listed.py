"""Lists of happenings, each with a place of its own: every item is a claim, and none tells another again."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.decide import choose_claims, read_drafts
from tawatur.claim.draft import Draft
from tawatur.claim.models import Models, load_models
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models()


def read(finders: Finders, models: Models, text: str) -> list[Draft]:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2024, 9, 24), None)
    return choose_claims(read_drafts(found, models), models)


def told(claims: list[Draft]) -> list[tuple[str, str]]:
    return [(c.type, c.place.name if c.place else "") for c in claims]


def test_strikes_joined_in_one_sentence(finders: Finders, models: Models) -> None:
    claims = read(finders, models, "غارة على عيترون وغارتان على كفركلا وقصف مدفعي على أطراف شبعا")
    assert told(claims) == [("airstrike", "عيترون"), ("airstrike", "كفركلا"), ("shelling", "شبعا")]


def test_an_item_of_unknown_place_takes_no_other(finders: Finders, models: Models) -> None:
    claims = read(finders, models, "غارة على زغردون وغارتان على كفركلا وقصف مدفعي على أطراف شبعا")
    assert told(claims) == [("airstrike", ""), ("airstrike", "كفركلا"), ("shelling", "شبعا")]


def test_the_dead_of_all_are_told_once(finders: Finders, models: Models) -> None:
    claims = read(finders, models, "غارة على عيترون وغارة على كفركلا أدتا إلى مقتل خمسة مدنيين")
    assert len(claims) == 1


def test_a_line_for_each_strike(finders: Finders, models: Models) -> None:
    text = "العدوان مستمر:\n- غارة على عين قانا\n- غارة على الدوير\n- 3 غارات على الهرمل"
    assert told(read(finders, models, text)) == [
        ("airstrike", "عين قانا"),
        ("airstrike", "الدوير"),
        ("airstrike", "الهرمل"),
    ]


def test_a_line_for_the_dead_of_each_place(finders: Finders, models: Models) -> None:
    claims = read(
        finders, models, "حصيلة يوم أمس:\nخانيونس: 8 شهداء\nرفح: 5 شهداء و12 جريحا\nجباليا: 11 شهيدا"
    )
    assert [(c.place.name, c.effects[0][0].low) for c in claims if c.place] == [
        ("خانيونس", 8),
        ("رفح", 5),
        ("جباليا", 11),
    ]


def test_lines_that_count_on_are_one(finders: Finders, models: Models) -> None:
    claims = read(finders, models, "قصف السوق في قرية السريحة\n24 شهيدا\nأكثر من 30 جريحا")
    assert [{(h.kind, h.low) for h, _ in c.effects} for c in claims] == [{("killed", 24), ("wounded", 30)}]
