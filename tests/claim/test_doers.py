"""Who did it by the grammar of the verb."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.doers import doer_of
from tawatur.claim.draft import Draft
from tawatur.claim.reader import Finders
from tawatur.claim.whose import whose_choices
from tawatur.segment.words import Words


def draft_of(finders: Finders, text: str) -> Draft:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    return Draft(found, list(range(len(found.triggers))), None)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("وقتلت القوات التركية خمسة أشخاص", "turkey"),
        ("القوات التركية قتلت خمسة من المسلحين", "turkey"),
        ("هيئة تحرير الشام تمكنت من قتل ثلاثة عناصر", "hts"),
        ("مقتل خمسة جنود على يد حركة الشباب", "al_shabaab"),
        ("مقتل خمسة جنود من القوات التركية", ""),
        ("في هجوم لحركة الشباب قتل خمسة جنود", ""),
        ("أسر الجيش السوداني 12 من عناصر الدعم السريع", "saf"),
    ],
    ids=[
        "verb first",
        "subject first",
        "was able to",
        "at the hands of",
        "whose they were",
        "passive",
        "noun",
    ],
)
def test_the_subject_of_a_killing_is_who_did_it(finders: Finders, text: str, doer: str) -> None:
    draft = draft_of(finders, text)
    assert doer_of(draft, draft.harms[0]) == doer


def test_whoever_did_it_is_not_asked_whether_the_dead_were_his(finders: Finders) -> None:
    draft = draft_of(finders, "القوات التركية قتلت خمسة من المسلحين")
    assert "turkey" not in {choice.who for choice in whose_choices(draft, draft.harms[0])}
