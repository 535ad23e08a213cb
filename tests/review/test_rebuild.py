"""Judgements over a case that is built again: the same words, and another reading of them."""

import datetime as dt
import hashlib
import threading

import msgspec
import pytest

from doubles import Read, TableReader, report
from reviewers import REPORTS, write_reports
from tawatur.records import ClaimType, DayRange, Said
from tawatur.run.build import build_case
from tawatur.store import GrowingSqliteStore

HAJIN, MOSUL, SUSA = ["a.1", "b.1", "c.1"], ["c.2", "d.1"], ["b.2"]


class Rereader(TableReader):
    """Reads as the other does, and then changes each claim."""

    def __init__(self, change):
        super().__init__("table 2")
        self._change = change

    def read(self, text, document):
        read = super().read(text, document)
        return Read(read.document, tuple(new for claim in read.claims if (new := self._change(claim, text))))


def renamed(claim, text):
    return msgspec.structs.replace(claim, id=hashlib.sha256(b"new" + claim.id.encode()).hexdigest()[:16])


def retyped(claim, text):
    """The shellings are read as air strikes, which gives them other identifiers."""
    new = renamed(claim, text)
    if claim.type.value is not ClaimType.SHELLING:
        return new
    return msgspec.structs.replace(new, type=Said(ClaimType.AIRSTRIKE, claim.type.span))


def noted(desk):
    return [(note.judgement.field, note.reason) for note in desk.case.judged.noted]


def idle(desk):
    return [(note.judgement.field, note.reason) for note in desk.case.judged.idle]


@pytest.fixture
def judged(desk):
    desk.judge("a.1", "type", "bombing", why="عبوة")
    desk.judge("b.2", "verdict", "rejected")
    desk.judge("c.1", "move", None)
    desk.on_incident_of("d.1", "grade", "weak")
    return desk


def test_the_same_case_built_again_is_judged_the_same(judged, reopen):
    before = list(judged.case.incidents())
    again = reopen(anew=True)
    assert list(again.case.incidents()) == before
    assert noted(again) == []


def test_judgements_find_claims_that_are_read_again_under_another_identifier(judged, reopen):
    groups = judged.groups()
    again = reopen(reader=lambda: Rereader(renamed))
    assert again.groups() == groups
    assert again.case.claim(again.ids["a.1"]).type.value == "bombing"
    assert {reason for _, reason in noted(again)} <= {"by_words", "by_claims"}
    assert ("type", "by_words") in noted(again)


def test_a_correction_stays_beside_what_the_machine_reads_by_now(judged, reopen):
    again = reopen(reader=lambda: Rereader(retyped))
    (decided,) = again.case.judged_claim(again.ids["a.1"]).decided
    assert (decided.machine, decided.human, decided.by.was) == ("airstrike", "bombing", "shelling")


def test_what_is_no_longer_read_is_listed_with_its_reason(judged, reopen):
    again = reopen(
        reader=lambda: Rereader(
            lambda claim, text: None if "5 قتلى" not in claim.quote.of(text.shown) else claim
        )
    )
    assert idle(again) == [
        ("type", "no_claim"), ("verdict", "no_claim"), ("move", "no_claim"), ("grade", "no_incident"),
    ]  # fmt: skip


def test_a_report_that_is_not_there_is_the_reason(judged, reopen):
    judged.close()
    with GrowingSqliteStore(judged.folder) as growing:
        growing.remove("a")
        growing.commit()
    again = reopen({key: text for key, text in REPORTS.items() if key != "a"})
    assert idle(again) == [("type", "no_report")]


def test_two_claims_of_one_wording_are_not_chosen_between(desk, reopen):
    desk.judge("a.1", "type", "bombing")

    def doubled(claim, text):
        return renamed(claim, text)

    class Doubling(Rereader):
        def read(self, text, document):
            read = super().read(text, document)
            more = [msgspec.structs.replace(c, id="x" + c.id[1:]) for c in read.claims]
            return Read(read.document, tuple(sorted((*read.claims, *more), key=lambda c: c.quote)))

    again = reopen(reader=lambda: Doubling(doubled))
    assert idle(again) == [("type", "several_claims")]


def test_an_acceptance_does_not_pass_to_another_reading(desk, reopen):
    desk.judge("a.1", "verdict", "accepted")
    desk.judge("d.1", "verdict", "accepted")

    def redated(claim, text):
        if claim.document != "a":
            return claim
        day = DayRange(dt.date(2018, 10, 11), dt.date(2018, 10, 12))
        return msgspec.structs.replace(claim, date=Said(day, claim.date.span))

    again = reopen(reader=lambda: Rereader(redated))
    (note,) = again.case.judged.idle
    assert (note.reason, note.slots, note.judgement.of[0].document) == ("accepted_other", ("date",), "a")
    assert again.case.judged_claim(again.ids["a.1"]).verdict is None
    assert again.case.judged_claim(again.ids["d.1"]).verdict is not None


def test_an_acceptance_holds_where_only_a_corrected_slot_reads_otherwise(desk, reopen):
    desk.judge("a.1", "type", "bombing")
    desk.judge("a.1", "verdict", "accepted")
    again = reopen(reader=lambda: Rereader(retyped))
    assert again.case.judged_claim(again.ids["a.1"]).verdict is not None


def test_an_incident_with_new_claims_is_no_longer_as_it_was_accepted(desk, reopen):
    desk.on_incident_of("d.1", "verdict", "accepted")
    more = {"e": report("نجم", "9 قتلى بغارة على الموصل يوم 2018-10-20 بحسب sdf")}
    again = reopen(REPORTS | more)
    assert again.incident_of("e.1") == again.incident_of("d.1")
    assert again.case.judged_incident(again.incident_of("d.1")).state == "changed"


def test_what_reviewers_held_apart_stays_apart_when_the_machine_would_join_it(desk, reopen):
    hajin, susa = desk.incident_of("a.1"), desk.incident_of("b.2")
    desk.judge(hajin, "apart", susa)

    def moved(claim, text):  # every claim is now read as one of one place, kind and day
        claim = msgspec.structs.replace(claim, type=Said(ClaimType.SHELLING, claim.type.span))
        place, date = Rereader.hajin.place, Rereader.hajin.date
        return msgspec.structs.replace(claim, place=place, date=date)

    Rereader.hajin = desk.store.claim(desk.ids["a.1"])
    again = reopen(reader=lambda: Rereader(moved))
    assert again.store.incident_of(again.ids["a.1"]) == again.store.incident_of(again.ids["b.2"])
    assert again.incident_of("a.1") != again.incident_of("b.2")


def test_a_split_that_the_machine_makes_itself_by_now_is_said_to_be_so(desk, reopen):
    hajin = desk.incident_of("a.1")
    desk.judge(hajin, "split", [desk.ids["b.1"]])

    def far(claim, text):
        if (claim.document, claim.place.value.name) != ("b", "هجين"):
            return claim
        day = DayRange(dt.date(2018, 12, 1), dt.date(2018, 12, 1))
        return msgspec.structs.replace(claim, date=Said(day, claim.date.span))

    again = reopen(reader=lambda: Rereader(far))
    assert idle(again) == [("split", "already")]
    assert again.groups() == sorted([["a.1", "c.1"], ["b.1"], MOSUL, SUSA])


def test_a_run_while_a_reviewer_judges_loses_no_judgement(desk, folder):
    write_reports(folder / "reports.jsonl", REPORTS)
    running = threading.Thread(
        target=lambda: build_case(
            [folder / "reports.jsonl"],
            folder / "case",
            workers=1,
            load=lambda: TableReader("table 3", slow=0.2),
        )
    )
    running.start()
    made = []
    while running.is_alive():
        made.append(desk.judge("a.1", "comment", f"ملاحظة {len(made)}"))
        desk.groups()
    running.join()
    assert len(made) > 3
    assert list(desk.case.judgements(desk.ids["a.1"])) == made
