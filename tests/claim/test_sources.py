"""Who says so: what is denied is asserted by nobody."""

from __future__ import annotations

import datetime as dt

import tawatur
from tawatur.claim.draft import Draft
from tawatur.claim.reader import Finders
from tawatur.claim.sources import source_choices
from tawatur.segment.words import Words


def sources(finders: Finders, text: str) -> set[str]:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    draft = Draft(found, list(range(len(found.triggers))), None)
    return {choice.source for choice in source_choices(draft)}


def test_an_outlet_does_not_assert_what_it_says_that_somebody_denies(finders: Finders) -> None:
    assert sources(finders, "نفى الجيش العراقي إصابة جندي في القصف") == {"iraq"}


def test_an_outlet_may_assert_what_somebody_tells(finders: Finders) -> None:
    assert sources(finders, "أعلن الجيش العراقي إصابة جندي في القصف") == {"iraq", "outlet"}


def test_a_carried_statement_is_its_speakers_and_a_further_toll_of_the_same_doer() -> None:
    text = (
        "أفادت وزارة الصحة اللبنانية - في بيان أوردته الوكالة الوطنية للإعلام - باستشهاد خمسة أشخاص "
        "في غارة للاحتلال على بلدة قانا، كما استشهد 10 أشخاص في بلدة شمسطار."
    )
    claims = tawatur.read_claims(text, published=dt.date(2024, 11, 9)).claims
    assert [c.source.value for c in claims if c.source] == ["lebanon", "lebanon"]
    assert [[a.value for a in c.actors] for c in claims] == [["israel"], ["israel"]]
