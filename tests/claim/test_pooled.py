"""What one telling of a happening leaves open, another says."""

from __future__ import annotations

import datetime as dt

from tawatur.claim.draft import Draft
from tawatur.claim.pooled import take_counts, take_day, take_from
from tawatur.claim.reader import Finders
from tawatur.records.claim import DayRange
from tawatur.segment.words import Words


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


STRIKE, HARM = "استهدف قصف مدفعي أطراف القرية", "أسفر القصف عن مقتل ثلاثة مدنيين وإصابة خمسة"


def telling(finders: Finders, text: str, who: str = "civilians") -> Draft:
    draft = draft_of(finders, text, who)
    draft.type = "shelling"
    draft.whose = [who for _ in draft.effects]
    return draft


def test_an_act_takes_the_harm_that_another_telling_has(finders: Finders) -> None:
    act = telling(finders, STRIKE)
    take_from(act, [telling(finders, HARM)])
    assert counts(act) == [("killed", 3), ("wounded", 5)]
    assert act.targets == ("civilians",)


def test_harm_that_is_told_takes_only_counted_harm_of_other_kinds(finders: Finders) -> None:
    act = telling(finders, "مقتل شخصين بقصف مدفعي")
    take_from(act, [telling(finders, HARM)])
    assert counts(act) == [("killed", 2), ("wounded", 5)]


def test_a_total_takes_neither_parties_nor_harm(finders: Finders) -> None:
    act, other = telling(finders, STRIKE), telling(finders, HARM)
    act.type, other.actors = "toll", ("turkey",)
    take_from(act, [other])
    assert (counts(act), act.actors) == ([], ())


def test_who_did_it_is_taken_where_the_draft_leaves_it_open(finders: Finders) -> None:
    act, other = telling(finders, STRIKE), telling(finders, HARM)
    other.actors = ("turkey",)
    take_from(act, [other])
    assert act.actors == ("turkey",)
    act.actors, other.actors = ("isis",), ("sdf",)
    take_from(act, [other])
    assert act.actors == ("isis",)


def test_a_strike_that_takes_a_partys_losses_is_not_that_partys(finders: Finders) -> None:
    act = telling(finders, STRIKE)
    act.actors = ("houthis", "saudi_coalition")
    take_from(act, [telling(finders, HARM, "houthis")])
    assert act.actors == ("saudi_coalition",)


def test_what_another_source_says_is_not_taken(finders: Finders) -> None:
    act, other = telling(finders, STRIKE), telling(finders, HARM)
    other.source = "medics"
    take_from(act, [other])
    assert counts(act) == []


def test_who_were_some_of_them_is_taken_from_another_telling(finders: Finders) -> None:
    lead = telling(finders, "قصف قتل 24 مدنيا في السوق")
    take_from(lead, [telling(finders, "كانت بين القتلى تسع نساء")])
    assert [(h.low, h.of) for h, _ in lead.effects] == [(24, None), (9, "women")]
    few = telling(finders, "قصف قتل 4 مدنيين في السوق")
    take_from(few, [telling(finders, "كانت بين القتلى تسع نساء")])
    assert [(h.low, h.of) for h, _ in few.effects] == [(4, None)]


def test_the_day_that_another_telling_names_is_taken_where_no_words_settle_ones_own(finders: Finders) -> None:
    draft, named = telling(finders, STRIKE), telling(finders, STRIKE)
    eve, day = dt.date(2018, 5, 3), dt.date(2018, 5, 4)
    draft.days, draft.days_by = DayRange(eve, day), "eve"
    named.days, named.days_by, named.grounds["date"] = (
        DayRange(day, day),
        "mention",
        draft.grounds.get("date", ()),
    )
    take_day(draft, [named])
    assert draft.days == DayRange(day, day)
    draft.days, draft.days_by = DayRange(eve, eve), "mention"
    take_day(draft, [named])
    assert draft.days == DayRange(eve, eve)


def test_one_told_by_his_name_is_who_another_telling_says_he_was(finders: Finders) -> None:
    named = telling(finders, "قتل سامر خليل بقصف مدفعي")
    take_from(named, [telling(finders, "مقتل قيادي في التنظيم بقصف مدفعي", "isis")])
    assert [(h.kind, h.low, h.of, who) for h, who in named.effects] == [("killed", 1, "commanders", "isis")]
