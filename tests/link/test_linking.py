from hypothesis import given
from hypothesis import strategies as st

from tawatur.export.reasons import say_reasons
from tawatur.link import load_weights
from tawatur.link.incidents import MemoryLedger, link_all
from tawatur.link.linking import link
from tellings import PLACES, telling


@st.composite
def changing(draw):
    """Claims before, and after some came, some went and some were read anew."""

    def draw_one(n):
        return telling(
            f"c{n:02}",
            document=f"d{draw(st.integers(0, 9))}",
            kind=draw(st.sampled_from(["shelling", "airstrike", "killing", "armed_clash"])),
            day=draw(st.sampled_from([None, "2018-10-12", "2018-10-13", "2018-10-15"])),
            place=draw(st.sampled_from([None, *PLACES])),
            actor=draw(st.sampled_from([None, "isis", "sdf"])),
            source=draw(st.sampled_from([None, "isis", "sdf"])),
            killed=draw(st.sampled_from([None, 3, 9])),
        )

    size = draw(st.integers(0, 12))
    before = {n: draw_one(n) for n in range(size)}
    after = {
        n: known if draw(st.booleans()) else draw_one(n) for n, known in before.items() if draw(st.booleans())
    }
    after |= {size + n: draw_one(size + n) for n in range(draw(st.integers(0, 4)))}
    return [list(tellings.values()) for tellings in (before, after)]


@given(changing())
def test_a_case_that_grew_has_the_incidents_of_one_built_in_one_go(states):
    before, after = states
    first = link_all(before)
    ledger = MemoryLedger(after, first.incidents)
    known = {t.id: t for t in before}
    came = [t.id for t in after if known.get(t.id) is not t]
    stays = {t.id for t in after} - set(came)
    went = [t for t in before if t.id not in stays]
    change = link(came, went, ledger, load_weights())
    grown = [i for i in first.incidents if i.id not in change.gone] + list(change.incidents)
    whole = link_all(after, first.incidents)
    assert sorted(grown, key=lambda incident: incident.id) == list(whole.incidents)
    touched = change.gone | {incident.id for incident in change.incidents}
    proposed = [p for p in first.proposed if not {p.left, p.right} & touched] + list(change.proposed)
    assert sorted(proposed, key=lambda p: (p.left, p.right)) == list(whole.proposed)


def test_what_is_far_from_the_new_is_left_alone():
    here = [telling("a", killed=5), telling("b", killed=5)]
    far = [telling("c", place="الموصل", killed=5), telling("d", place="الموصل", killed=5)]
    first = link_all([*here, *far])
    new = telling("e", killed=5)
    change = link([new.id], [], MemoryLedger([*here, *far, new], first.incidents), load_weights())
    assert [incident.claims for incident in change.incidents] == [("a", "b", "e")]
    assert change.gone == {incident.id for incident in change.incidents}


def test_what_is_likely_but_not_sure_is_proposed_with_its_reason():
    linked = link_all([telling("a", actor="isis"), telling("b", day="2018-10-13")])
    assert len(linked.incidents) == 2
    (proposed,) = linked.proposed
    assert proposed.left < proposed.right
    assert set(proposed.claims) == {"a", "b"}
    assert "2018-10-12 and 2018-10-13, a day apart" in say_reasons(proposed.against, "en")
    assert proposed.why
    assert load_weights().propose <= proposed.points < 0


def test_one_claim_between_two_happenings_does_not_join_them():
    """A report that could be either is no bridge between two that are told apart."""
    first = [telling(f"a{n}", actor="isis", target="sdf", killed=5, who="sdf") for n in range(3)]
    second = [telling(f"b{n}", actor="sdf", target="isis", killed=9, who="isis") for n in range(3)]
    either = telling("c")
    groups = {incident.claims for incident in link_all([*first, *second, either]).incidents}
    assert not any({"a0", "b0"} <= set(claims) for claims in groups)
