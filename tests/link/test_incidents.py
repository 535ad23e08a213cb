import random

from hypothesis import given
from hypothesis import strategies as st

from tawatur.export.reasons import say_reasons
from tawatur.link import agree_on_incidents, load_weights
from tawatur.link.blocks import looking_keys, standing_keys
from tawatur.link.pairs import weigh
from tawatur.link.telling import is_happening
from tawatur.records import Incident
from tellings import PLACES, telling


def groups(*tellings):
    return {incident.claims for incident in agree_on_incidents(tellings)}


def test_two_sources_on_one_strike_are_one_incident_with_the_reason():
    (incident,) = agree_on_incidents(
        [telling("a", killed=3, source="sdf"), telling("b", killed=9, source="isis")]
    )
    assert incident.claims == ("a", "b")
    assert say_reasons(incident.reasons[0].why, "en").startswith(
        "both 2018-10-12; both at هجين; both shelling"
    )


def test_a_denial_joins_what_it_denies():
    assert groups(telling("a"), telling("b", denied=True)) == {("a", "b")}


def test_what_one_source_lists_side_by_side_stays_apart():
    one = telling("a", document="d", source="isis", killed=6)
    other = telling("b", document="d", source="isis", killed=15)
    assert groups(one, other) == {("a",), ("b",)}
    third = telling("c", killed=6)
    assert len(groups(one, other, third)) == 2


def test_two_sources_in_one_report_speak_of_one_happening():
    one = telling("a", document="d", source="isis", killed=6)
    assert groups(one, telling("b", document="d", source="sdf", place=None, killed=6)) == {("a", "b")}


def test_the_next_day_needs_more_than_the_place_and_the_kind():
    assert len(groups(telling("a"), telling("b", day="2018-10-13"))) == 2
    assert len(groups(telling("a", killed=4), telling("b", day="2018-10-13", killed=4))) == 1


def test_a_copied_sentence_joins_without_a_place():
    words = "قتل ثلاثه مدنيين بقصف مدفعي استهدف منازلهم ليل السبت"
    assert groups(telling("a", place=None, words=words), telling("b", place=None, words=words)) == {
        ("a", "b")
    }
    assert len(groups(telling("a", place=None), telling("b", place=None))) == 2


def test_a_toll_over_a_period_stands_in_no_incident():
    assert groups(telling("a", kind="toll"), telling("b")) == {("b",)}


def test_a_chain_of_days_does_not_run_together():
    claims = [telling(f"c{n}", day=f"2018-10-{10 + n}", killed=5, actor="isis") for n in range(8)]
    for incident in agree_on_incidents(claims):
        days = [int(claim[1:]) for claim in incident.claims]
        assert max(days) - min(days) <= 1


@st.composite
def many_tellings(draw):
    size = draw(st.integers(0, 14))
    return [
        telling(
            f"c{n}",
            document=f"d{draw(st.integers(0, 6))}",
            kind=draw(st.sampled_from(["shelling", "airstrike", "killing", "arrest", "toll"])),
            day=draw(st.sampled_from([None, "2018-10-12", "2018-10-13", "2018-10-15"])),
            place=draw(st.sampled_from([None, *PLACES])),
            actor=draw(st.sampled_from([None, "isis", "sdf"])),
            source=draw(st.sampled_from([None, "isis", "sdf"])),
            killed=draw(st.sampled_from([None, 3, 9])),
        )
        for n in range(size)
    ]


@given(many_tellings(), st.randoms(use_true_random=False))
def test_incidents_do_not_depend_on_the_order_of_claims(tellings, chance):
    expected = agree_on_incidents(tellings)
    shuffled = list(tellings)
    chance.shuffle(shuffled)
    assert agree_on_incidents(shuffled) == expected


@given(many_tellings())
def test_every_claim_but_a_toll_stands_in_one_incident(tellings):
    incidents = agree_on_incidents(tellings)
    members = [claim for incident in incidents for claim in incident.claims]
    assert sorted(members) == sorted(t.claim.id for t in tellings if t.claim.type.value != "toll")
    assert len({incident.id for incident in incidents}) == len(incidents)


@given(many_tellings())
def test_comparing_is_symmetric(tellings):
    for one in tellings:
        for other in tellings:
            assert weigh(one, other, load_weights()) == weigh(other, one, load_weights())


@given(many_tellings())
def test_looking_is_mutual(tellings):
    happenings = list(filter(is_happening, tellings))
    for one in happenings:
        for other in happenings:
            assert bool(looking_keys(one) & standing_keys(other)) == bool(
                looking_keys(other) & standing_keys(one)
            )


@given(many_tellings(), st.integers(0, 14))
def test_linking_again_changes_no_id(tellings, number):
    early = agree_on_incidents(tellings[:number])
    grown = agree_on_incidents(tellings, early)
    assert agree_on_incidents(tellings, grown) == grown


def test_an_incident_keeps_the_id_of_the_one_it_shares_most_claims_with():
    chance = random.Random(1)
    earlier = [Incident(id="i1", claims=("a", "b", "c")), Incident(id="i2", claims=("d",))]
    from tawatur.link.identity import keep_ids

    assert keep_ids([["a"], ["b", "c", "d"], ["e"]], earlier)[1] == "i1"
    split = keep_ids([["a", "b"], ["c"]], [Incident(id="i1", claims=("a", "b", "c"))])
    assert split[0] == "i1" != split[1]
    tied = keep_ids(
        [["a", "b"]], chance.sample([Incident(id="i9", claims=("a",)), Incident(id="i2", claims=("b",))], 2)
    )
    assert tied == ["i2"]


def test_a_new_incident_is_named_for_its_smallest_claim_and_never_takes_a_name_in_use():
    from tawatur.link.identity import keep_ids

    (first,) = keep_ids([["a", "b"]], [])
    assert keep_ids([["a", "c", "d"]], []) == [first]
    kept, new = keep_ids([["b", "c"], ["a"]], [Incident(id=first, claims=("a", "b", "c"))])
    assert kept == first
    assert new != first
    assert new.startswith(first)
