from concurrent.futures import ThreadPoolExecutor

import pytest

from reviewers import Desk
from tawatur.errors import JudgementError
from tawatur.records import Reason, Stance

HAJIN, MOSUL, SUSA = ["a.1", "b.1", "c.1"], ["c.2", "d.1"], ["b.2"]
PLACE = {"name": "السوسة", "country": "SY", "lat": 34.52, "lon": 40.96, "precision": "town"}


def idle(desk):
    return [(note.judgement.field, note.reason) for note in desk.case.judged.idle]


def test_nothing_judged_is_nothing_changed(desk):
    assert list(desk.case.incidents()) == list(desk.store.incidents())
    assert [entry.claims for entry in desk.case.entries()] == [entry.claims for entry in desk.store.entries()]
    assert desk.case.judged.incidents == {}


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("type", "airstrike"),
        ("stance", "denied"),
        ("source", None),
        ("source", "isis"),
        ("actors", ["isis", "sdf"]),
        ("targets", ["civilians"]),
        ("place", PLACE),
        ("place", None),
        ("date", ["2018-10-11", "2018-10-12"]),
        ("date", None),
        ("effects", [{"kind": "killed", "who": "civilians", "of": None, "low": 4, "high": None}]),
        ("effects", []),
    ],
)
def test_a_corrected_slot_holds_and_the_machine_s_value_stays_beside_it(desk, slot, value):
    from tawatur.review.slots import plain_slot, plain_value

    was = plain_slot(desk.store.claim(desk.ids["a.1"]), slot)
    made = desk.judge("a.1", slot, value, why="التسجيل يبين")
    judged = desk.case.judged_claim(desk.ids["a.1"])
    (decided,) = judged.decided
    assert (decided.slot, decided.machine, decided.human, decided.by) == (
        slot,
        was,
        plain_value(slot, value),
        made,
    )
    assert made.was == was
    assert plain_slot(judged.claim, slot) == plain_value(slot, value)
    assert plain_slot(judged.machine, slot) == was
    assert desk.case.claim(desk.ids["a.1"]) == judged.claim
    assert desk.store.claim(desk.ids["a.1"]) == judged.machine


def test_a_corrected_value_keeps_the_words_it_was_read_from_or_points_at_the_quotation(desk):
    desk.judge("a.1", "place", PLACE)
    desk.judge("a.1", "targets", ["civilians"])
    judged = desk.case.judged_claim(desk.ids["a.1"])
    assert judged.claim.place.span == judged.machine.place.span
    assert judged.claim.targets[0].span == judged.machine.quote
    assert judged.claim.targets[0].why == "set by huda"


def test_the_last_word_holds(desk):
    desk.judge("a.1", "type", "airstrike", who="huda")
    desk.judge("a.1", "type", "bombing", who="sami")
    (decided,) = desk.case.judged_claim(desk.ids["a.1"]).decided
    assert (decided.machine, decided.human, decided.by.who) == ("shelling", "bombing", "sami")


def test_what_an_incident_comes_to_is_drawn_up_from_the_values_that_hold(desk):
    hajin = desk.incident_of("a.1")
    before = desk.store.incident(hajin).assessment
    killed = [{"kind": "killed", "who": "civilians", "low": 5, "high": 5}]
    for claim in HAJIN:
        desk.judge(claim, "effects", killed)
    after = desk.case.incident(hajin).assessment
    assert (before.disputed, after.disputed) == (("killed",), ())
    assert [(figure.low, figure.high) for figure in after.figures] == [(5, 5)]
    assert desk.store.incident(hajin).assessment == before


def test_a_denial_that_a_reviewer_reads_makes_an_incident_contested(desk):
    mosul = desk.incident_of("d.1")
    assert desk.case.incident(mosul).assessment.grade.grade == "fair"
    desk.judge("d.1", "stance", "denied")
    assert desk.case.claim(desk.ids["d.1"]).stance is Stance.DENIED
    assert desk.case.incident(mosul).assessment.grade.grade == "contested"


def test_a_rejected_claim_counts_for_nothing_and_stays_to_be_seen(desk):
    hajin = desk.incident_of("b.1")
    desk.judge("b.1", "verdict", "rejected")
    judged = desk.case.judged_incident(hajin)
    assert desk.groups() == sorted([["a.1", "c.1"], MOSUL, SUSA])
    assert judged.rejected == (desk.ids["b.1"],)
    assert desk.ids["b.1"] in desk.case.members(hajin)
    assert desk.case.incident_of(desk.ids["b.1"]) is None
    assert desk.ids["b.1"] not in {claim.id for entry in desk.case.entries() for claim in entry.claims}


def test_an_incident_is_gone_when_all_its_claims_are_rejected_and_comes_back(desk):
    susa = desk.incident_of("b.2")
    made = desk.judge("b.2", "verdict", "rejected")
    assert desk.groups() == sorted([HAJIN, MOSUL])
    assert desk.case.incident(susa) is None
    desk.judge(made.id, "undo")
    assert desk.groups() == sorted([HAJIN, MOSUL, SUSA])


def test_a_rejected_incident_is_gone_and_its_claims_stay(desk):
    susa = desk.incident_of("b.2")
    desk.judge(susa, "verdict", "rejected")
    assert desk.groups() == sorted([HAJIN, MOSUL])
    assert desk.case.judged_incident(susa).state == "rejected"
    assert desk.ids["b.2"] in {claim.id for entry in desk.case.entries() for claim in entry.claims}


def test_a_claim_that_a_reviewer_takes_for_a_toll_over_a_period_leaves_its_incident(desk):
    desk.judge("c.2", "type", "toll")
    assert desk.groups() == sorted([HAJIN, ["d.1"], SUSA])


def test_merged_incidents_are_one_under_the_first_one_s_name(desk):
    hajin, susa = desk.incident_of("a.1"), desk.incident_of("b.2")
    before = len(desk.case.incident(hajin).assessment.voices)
    desk.judge(hajin, "merge", susa, why="القرية نفسها")
    assert desk.groups() == sorted([sorted(HAJIN + SUSA), MOSUL])
    assert desk.incident_of("b.2") == hajin
    assert desk.case.incident(susa) == desk.case.incident(hajin)
    assert desk.case.incident(hajin).reasons[-1].why == (
        Reason("joined_by_because", ("huda", "القرية نفسها")),
    )
    assert len(desk.case.incident(hajin).assessment.voices) == before + 1


def test_split_claims_are_an_incident_of_their_own(desk):
    hajin = desk.incident_of("a.1")
    desk.judge(hajin, "split", [desk.ids["b.1"], desk.ids["c.1"]])
    assert desk.groups() == sorted([["a.1"], ["b.1", "c.1"], MOSUL, SUSA])
    made = desk.incident_of("b.1")
    assert made != hajin
    assert desk.case.incident(made).assessment.grade.grade == "confirmed"
    assert desk.case.incident(hajin).assessment.grade.grade == "weak"
    assert desk.case.judged_incident(made).machine is None


def test_a_moved_claim_stands_in_the_other_incident(desk):
    mosul = desk.incident_of("d.1")
    desk.judge("c.1", "move", mosul)
    assert desk.groups() == sorted([["a.1", "b.1"], ["c.1", *MOSUL], SUSA])
    desk.judge("c.1", "move", None)
    assert desk.groups() == sorted([["a.1", "b.1"], ["c.1"], MOSUL, SUSA])


def test_an_incident_that_a_reviewer_made_can_be_judged_like_any(desk):
    desk.judge("c.1", "move", None)
    made = desk.incident_of("c.1")
    desk.judge(made, "grade", "discounted")
    desk.judge(made, "merge", desk.incident_of("d.1"))
    assert desk.groups() == sorted([["a.1", "b.1"], ["c.1", *MOSUL], SUSA])
    assert desk.case.judged_incident(made).grade.value == "discounted"


def test_keeping_apart_what_was_merged_parts_it_again(desk):
    hajin, susa = desk.incident_of("a.1"), desk.incident_of("b.2")
    desk.judge(hajin, "merge", susa)
    apart = desk.build(hajin, "split", [desk.ids["b.2"]])
    assert apart.field == "split"
    desk.store.judge(apart)
    assert desk.groups() == sorted([HAJIN, MOSUL, SUSA])


def test_a_grade_stands_beside_the_rule_s(desk):
    hajin = desk.incident_of("a.1")
    made = desk.judge(hajin, "grade", "weak", why="تسجيل قديم")
    judged = desk.case.judged_incident(hajin)
    assert (judged.grade, made.was) == (made, "confirmed")
    assert judged.incident.assessment.grade.grade == "confirmed"
    assert list(desk.case.judgements(hajin)) == [made]


def test_a_comment_changes_nothing_else(desk):
    before = list(desk.case.incidents())
    desk.on_incident_of("a.1", "comment", "ينظر فيه")
    desk.judge("a.1", "comment", "وفيه")
    assert list(desk.case.incidents()) == before


def test_an_undone_judgement_is_as_if_it_had_not_been_made(desk):
    before = list(desk.case.incidents())
    hajin, mosul = desk.incident_of("a.1"), desk.incident_of("d.1")
    for about, field, value in (
        (hajin, "merge", mosul),
        ("a.1", "type", "bombing"),
        ("a.1", "verdict", "rejected"),
        ("b.1", "move", None),
        (hajin, "grade", "weak"),
    ):
        made = desk.judge(about, field, value)
        desk.judge(made.id, "undo")
        assert list(desk.case.incidents()) == before, field


def test_review_goes_from_unreviewed_to_begun_to_reviewed_to_changed(desk):
    hajin = desk.incident_of("a.1")

    def state():
        judged = desk.case.judged_incident(hajin)
        return judged.state.value if judged else "unreviewed"

    assert state() == "unreviewed"
    desk.judge("a.1", "verdict", "accepted")
    assert state() == "begun"
    desk.judge(hajin, "verdict", "accepted")
    assert state() == "reviewed"
    desk.judge(hajin, "comment", "تم")
    assert state() == "reviewed"
    moved = desk.judge("c.1", "move", None)
    assert state() == "changed"
    desk.judge(moved.id, "undo")
    assert state() == "reviewed"
    desk.judge("a.1", "type", "bombing")
    assert state() == "changed"


def test_a_merge_after_a_grade_leaves_the_grade_of_what_went_without_effect_and_says_so(desk):
    hajin, susa = desk.incident_of("a.1"), desk.incident_of("b.2")
    desk.judge(susa, "grade", "discounted")
    desk.judge(hajin, "merge", susa)
    assert idle(desk) == [("grade", "merged")]
    assert desk.case.judged_incident(hajin).grade is None


@pytest.mark.parametrize(
    ("about", "field", "value", "says"),
    [
        ("zzz", "type", "shelling", "none of this case"),
        ("a.1", "merge", "i1", "said of an incident"),
        ("zzz", "grade", "weak", "no incident"),
        ("hajin", "type", "shelling", "said of a claim"),
        ("hajin", "merge", "hajin", "beside itself"),
        ("hajin", "merge", "zzz", "no incident 'zzz'"),
        ("hajin", "split", ["zzz"], "does not stand in"),
        ("susa", "split", ["b.2"], "Nothing would be left"),
        ("a.1", "move", "hajin", "already"),
        ("b.2", "move", None, "of its own already"),
        ("zzz", "undo", None, "no judgement"),
        ("a.1", "actors", ["martians"], "No list knows the party 'martians'"),
        ("a.1", "effects", [{"kind": "killed", "who": "martians"}], "No list knows"),
    ],
)
def test_what_could_mean_nothing_is_refused_before_it_is_kept(desk, about, field, value, says):
    names = {"hajin": desk.incident_of("a.1"), "susa": desk.incident_of("b.2"), "b.2": desk.ids["b.2"]}
    value = names.get(value, value) if isinstance(value, str) else value
    if field == "split":
        value = [names.get(one, one) for one in value]
    known = {"isis", "sdf", "civilians", "unknown"}
    with pytest.raises(JudgementError, match=says):
        desk.build(names.get(about, about), field, value, is_party=known.__contains__)


def test_asking_while_others_judge_is_safe(folder):
    one, other = Desk(folder / "case"), Desk(folder / "case")
    with ThreadPoolExecutor(3) as readers:
        asked = [readers.submit(one.groups) for _ in range(60)]
        for n in range(10):
            made = other.judge("c.1", "move", other.incident_of("d.1") if n % 2 == 0 else None)
            other.judge(made.id, "undo")
        for group in asked:
            assert sorted(name for names in group.result() for name in names) == sorted(one.ids)
    one.close()
    other.close()


def test_a_refresh_names_the_incidents_that_changed(desk):
    hajin, mosul = desk.incident_of("a.1"), desk.incident_of("d.1")
    made = desk.judge("c.1", "move", mosul)
    assert desk._case.refresh() == {hajin, mosul}
    desk.judge("a.1", "type", "bombing")
    assert desk._case.refresh() == {hajin}
    desk.judge(made.id, "undo")
    assert desk._case.refresh() == {hajin, mosul}
    assert desk._case.refresh() == frozenset()


def test_an_acceptance_outlasts_another_name_in_the_gazetteer():
    from tawatur.review.slots import to_compare

    read = {"name": "هجين", "country": "SY", "lat": 34.7, "lon": 40.8, "precision": "town"}
    assert to_compare("place", read | {"name_en": "Hajin"}) == to_compare(
        "place", read | {"name_en": "Hajeen"}
    )
    assert to_compare("place", read) != to_compare("place", read | {"lat": 34.8})
