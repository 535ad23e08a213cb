"""What one telling of a happening leaves uncounted, another counts."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.draft import Draft
from tawatur.claim.reader import Finders
from tawatur.claim.retold import take_counts
from tawatur.segment.words import Words


@pytest.fixture(scope="module")
def finders() -> Finders:
    return Finders.load()


def draft_of(finders: Finders, text: str, who: str) -> Draft:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    draft = Draft(found, list(range(len(found.triggers))), None)
    draft.effects = [(harm, who) for harm in draft.harms]
    return draft


def counts(draft: Draft) -> list[tuple[str, int | None]]:
    return [(harm.kind, harm.low) for harm, _ in draft.effects]


def test_the_lead_takes_the_figures_of_the_details(finders: Finders) -> None:
    lead = draft_of(finders, "سقوط قتلى وجرحى بقصف", "civilians")
    take_counts(lead, [draft_of(finders, "مقتل 4 مدنيين وإصابة 13 آخرين", "civilians")])
    assert counts(lead) == [("killed", 4), ("wounded", 13)]


def test_others_figures_and_parts_are_left(finders: Finders) -> None:
    lead = draft_of(finders, "سقوط قتلى بقصف", "civilians")
    take_counts(
        lead, [draft_of(finders, "مقتل 4 جنود", "turkey"), draft_of(finders, "مقتل 3 أطفال", "civilians")]
    )
    assert counts(lead) == [("killed", None)]
