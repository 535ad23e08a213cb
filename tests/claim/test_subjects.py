"""Where the subject of a verb stands."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.draft import Draft
from tawatur.claim.reader import Finders
from tawatur.claim.subjects import subject_of
from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("غارات استهدفت مواقع الحوثيين", "استهدفت", ":rel"),
        ("الغارات التي استهدفت مواقع الحوثيين", "استهدفت", ":rel"),
        ("قوات الأسد استهدفت القرية", "استهدفت", ":svo"),
        ("استهدفت قوات الأسد القرية", "استهدفت", ":vso"),
        ("استهدفوا القرية", "استهدفوا", ":they"),
        ("استهداف قوات الأسد القرية", "استهداف", ""),
    ],
)
def test_a_verb_tells_where_its_subject_stands(finders: Finders, text: str, verb: str, subject: str) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 9, 22), None)
    draft = Draft(found, list(range(len(found.triggers))), None)
    trigger = next(t for t in found.triggers if words.shown(t.first, t.last) == verb)
    assert subject_of(draft, trigger) == subject
