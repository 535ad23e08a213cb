"""Who may have a role in a happening."""

import datetime as dt

import pytest

from tawatur.claim.draft import Draft
from tawatur.claim.model import spell
from tawatur.claim.reader import Finders
from tawatur.claim.roles import is_through_media, role_candidates, role_features
from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("نفى الناطق ما تناقلته وسائل إعلام «حوثية» عن قصف القرية", True),
        ("قصفت القرية مواقع للحوثيين", False),
        ("بحسب قنوات تابعة للحوثيين قصف الحوثيون القرية", False),
    ],
)
def test_a_party_named_for_its_media_alone_does_nothing(text: str, told: bool) -> None:
    finders, words = Finders.load(), Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 9, 22), None)
    draft = Draft(found, list(range(len(found.triggers))), None)
    houthis = next(c for c in role_candidates(draft) if c.party == "houthis")
    assert is_through_media(draft, houthis) is told


def test_whose_aircraft_and_guns_are_named_is_held_against_what_was_done() -> None:
    finders, words = Finders.load(), Words("قصفت مدفعية الجيش التركي قرية بريف عفرين")
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 9, 22), None)
    draft = Draft(found, list(range(len(found.triggers))), None)
    turkey = next(c for c in role_candidates(draft) if c.party == "turkey")
    draft.type = "shelling"
    shelled = spell(role_features(draft, turkey))
    draft.type = "airstrike"
    raided = spell(role_features(draft, turkey))
    assert "armed:weapon.artillery:shelling" in shelled
    assert "armed:weapon.artillery:airstrike" in raided
