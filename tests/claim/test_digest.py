"""Reports that gather happenings under the names of places: what one item tells says nothing of the next."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.decide import choose_claims, read_drafts
from tawatur.claim.draft import Draft
from tawatur.claim.models import Models, load_models
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words

DIGEST = (
    "دمشق::غارات جوية إسرائيلية استهدفت نقاطا عسكرية لقوات النظام في محيط مدينة الكسوة.\n"
    "حلب::شنت طائرات غارة جوية استهدفت مواقع لقسد في محيط مدينة منبج، أدت لمقتل عدد من العناصر.\n"
    "قصف مدفعي من قبل قسد استهدف بلدة كلجبرين جنوب مدينة اعزاز.\n"
    "قصف مدفعي من قبل قسد استهدف مدينة اعزاز أوقع خمسة جرحى من المدنيين.\n"
)


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models()


def read(finders: Finders, models: Models, text: str) -> list[Draft]:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2022, 3, 4), None)
    return read_drafts(found, models)


def test_items_begin_under_a_head_and_with_a_line(finders: Finders, models: Models) -> None:
    digest = read(finders, models, DIGEST)[0].found.digest
    assert [digest.item_of(n) for n in range(4)] == [0, 1, 2, 3]
    assert [digest.head_of(n) for n in range(4)] == [0, 1, 1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "دمشق: قصف الطيران مدينة الكسوة.\nوقتل رجل.\nوأصيب اثنان.",
        "قصف الطيران مدينة الكسوة.\nوقصف مدينة منبج.\nوأصيب اثنان.",
    ],
)
def test_one_head_makes_no_digest(finders: Finders, models: Models, text: str) -> None:
    digest = read(finders, models, text)[0].found.digest
    assert {digest.item_of(n) for n in range(3)} == {0}


def test_whoever_acted_in_one_item_did_not_in_the_next(finders: Finders, models: Models) -> None:
    claims = choose_claims(read(finders, models, DIGEST), models)
    assert {c.place.name: c.actors for c in claims if c.place} == {
        "الكسوة": ("israel",),
        "منبج": (),
        "كلجبرين": ("sdf",),
        "اعزاز": ("sdf",),
    }
