"""How firmly words say whose the harmed were."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.draft import Draft
from tawatur.claim.harm_sorts import are_soldiers, own_party, sort_of
from tawatur.claim.nations import party_of_state
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


def draft_of(finders: Finders, text: str) -> Draft:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    return Draft(found, list(range(len(found.triggers))), None)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("مقتل ثلاثة مدنيين في السوق", "civil"),
        ("مقتل ثلاثة عناصر من داعش", "own"),
        ("مقتل ثلاثة حوثيين في الجبهة", "own"),
        ("مقتل ثلاثة جنود في كمين", "forces"),
        ("مقتل ثلاثة أشخاص في كمين", "plain"),
        ("أسر ثلاثة في كمين", "forces"),
    ],
)
def test_the_words_for_the_harmed_tell_how_firmly_they_say_whose(
    finders: Finders, text: str, sort: str
) -> None:
    draft = draft_of(finders, text)
    assert [sort_of(draft, h) for h in draft.harms if h.low == 3] == [sort]


@pytest.mark.parametrize("text", ["مقتل شابين برصاص قوات الأسد", "الإفراج عن شخص اعتقلته قوات الأسد"])
def test_a_party_behind_a_verb_or_a_weapon_is_not_whose_they_were(finders: Finders, text: str) -> None:
    draft = draft_of(finders, text)
    assert {sort_of(draft, h) for h in draft.harms} == {"plain"}


def test_those_who_serve_in_a_force_are_of_it(finders: Finders) -> None:
    draft = draft_of(finders, "مقتل عشرة متطوعين في صفوف قوات الأسد")
    assert [sort_of(draft, h) for h in draft.harms] == ["own"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("مقتل ثلاثة مقاتلين فلسطينيين في غارة", "palestinian_factions"),
        ("مقتل ثلاثة مقاتلين فلسطينيين من حركة حماس في غارة", "hamas"),
        ("مقتل ثلاثة مقاتلين سوريين في غارة", "syria_assad"),
    ],
)
def test_fighters_of_a_nationality_are_of_those_who_fight_for_it(
    finders: Finders, text: str, party: str
) -> None:
    draft = draft_of(finders, text)
    assert [own_party(draft, h) for h in draft.harms] == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [("مقتل جنديين في جباليا", "israel"), ("مقتل شرطيين في جباليا", "palestinian_authority")],
)
def test_soldiers_are_of_the_army_that_fights_where_they_fell(
    finders: Finders, text: str, party: str
) -> None:
    draft = draft_of(finders, text)
    (harm,) = draft.harms
    assert party_of_state(draft, soldiers=are_soldiers(harm)) == party
