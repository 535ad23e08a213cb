"""An act told with the article has the doer of the one told before."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.draft import Draft
from tawatur.claim.pointing_back import take_pointed_actors
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("text", "first", "actors", "taken"),
    [
        ("قصفت قوات النظام البلدة. وألحق القصف أضرارا بالمسجد", "shelling", "syria_assad", "syria_assad"),
        ("قصفت قوات النظام البلدة. ووقع قصف على المسجد", "shelling", "syria_assad", ""),
        ("اعتقلت قوات النظام شابا. وألحق القصف أضرارا بالمسجد", "arrest", "syria_assad", ""),
        ("قصفت قوات النظام البلدة. وقتلت امرأة بقصف مماثل على القرية", "shelling", "syria_assad", "syria_assad"),
        ("قصف مجهولون البلدة. وألحق القصف أضرارا بالمسجد", "shelling", "unknown", ""),
        ("قصفت قوات النظام البلدة. أمطرت. هبت ريح. بردت. وألحق القصف أضرارا بالمسجد", "shelling", "syria_assad", ""),
    ],
    ids=["the one told", "another one", "of another kind", "one like it", "of nobody known", "too far back"],
)  # fmt: skip
def test_who_did_what_is_pointed_back_to_did_it(
    finders: Finders, text: str, first: str, actors: str, taken: str
) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    told = [n for n, trigger in enumerate(found.triggers) if trigger.sentence == 0]
    before = Draft(found, told, None)
    before.type, before.actors = first, (actors,)
    draft = Draft(found, [n for n in range(len(found.triggers)) if n not in told], before)
    draft.type = "shelling"
    take_pointed_actors(draft)
    assert draft.actors == tuple(taken.split())


def test_who_announced_deeds_told_one_by_one_did_them(finders: Finders) -> None:
    words = Words("أعلن المتحدث باسم الحوثيين تنفيذ عمليتين. الأولى استهدفت قاعدة في صعدة")
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    draft = Draft(found, [n for n, trigger in enumerate(found.triggers) if trigger.sentence == 1], None)
    draft.type = "shelling"
    take_pointed_actors(draft)
    assert draft.actors == ("houthis",)
