"""An act and, in the next sentence, what it did to people."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.draft import Draft
from tawatur.claim.outcomes import join_outcomes
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.fixture(scope="module")
def finders() -> Finders:
    return Finders.load()


def act_and_outcome(finders: Finders, text: str) -> tuple[Draft, Draft]:
    """Two drafts of shelling, one for each sentence; the second holds what harm is told."""
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    firsts = [n for n, t in enumerate(found.triggers) if t.sentence == found.triggers[0].sentence]
    act = Draft(found, firsts, None)
    outcome = Draft(found, [n for n in range(len(found.triggers)) if n not in firsts], act)
    for draft in (act, outcome):
        draft.type = "shelling"
    outcome.effects = [(h, "civilians") for h in outcome.harms]
    outcome.whose = ["civilians"] * len(outcome.effects)
    outcome.targets = ("civilians",)
    return act, outcome


TEXT = "استهدف قصف مدفعي أطراف القرية صباح اليوم. وأسفر القصف عن مقتل ثلاثة مدنيين."


def test_an_act_takes_the_harm_that_the_next_sentence_tells(finders: Finders) -> None:
    act, outcome = act_and_outcome(finders, TEXT)
    assert join_outcomes([outcome, act], lambda _: True) == {outcome.first}
    assert [(h.kind, h.low, who) for h, who in act.effects] == [("killed", 3, "civilians")]
    assert act.targets == ("civilians",)


def test_what_is_no_claim_takes_no_harm(finders: Finders) -> None:
    act, outcome = act_and_outcome(finders, TEXT)
    assert join_outcomes([act, outcome], lambda _: False) == set()
    assert act.effects == []


@pytest.mark.parametrize(("of_act", "of_outcome"), [("negotiation", "shelling"), ("shelling", "toll")])
def test_a_total_or_a_talk_is_told_for_itself(finders: Finders, of_act: str, of_outcome: str) -> None:
    act, outcome = act_and_outcome(finders, TEXT)
    act.type, outcome.type = of_act, of_outcome
    assert join_outcomes([act, outcome], lambda _: True) == set()


def test_another_actor_is_another_happening(finders: Finders) -> None:
    act, outcome = act_and_outcome(finders, TEXT)
    act.actors, outcome.actors = ("isis",), ("sdf",)
    assert join_outcomes([act, outcome], lambda _: True) == set()


def test_a_strike_that_takes_a_partys_losses_is_not_that_partys(finders: Finders) -> None:
    act, outcome = act_and_outcome(finders, TEXT)
    act.actors = ("houthis", "saudi_coalition")
    outcome.effects = [(h, "houthis") for h in outcome.harms]
    outcome.whose, outcome.targets = ["houthis"], ()
    join_outcomes([act, outcome], lambda _: True)
    assert act.actors == ("saudi_coalition",)
