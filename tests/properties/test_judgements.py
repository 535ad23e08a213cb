"""Judgements hold by what stands of them, not by the way there."""

import datetime as dt

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doubles import TableReader
from reviewers import NOON, REPORTS, Desk, write_reports
from tawatur.errors import JudgementError
from tawatur.records.judgement import sign
from tawatur.review import Parts, apply_judgements, build_judgement, find_standing
from tawatur.run.build import build_case
from tawatur.run.judged import JudgedCase
from tawatur.store import SqliteStore

CLAIMS = ("a.1", "b.1", "b.2", "c.1", "c.2", "d.1")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("judged")
    write_reports(folder / "reports.jsonl", REPORTS)
    build_case([folder / "reports.jsonl"], folder / "case", workers=1, load=TableReader)
    return folder / "case"


class Log:
    """Judgements in memory, over a case on disk: what the file of judgements would be."""

    def __init__(self, folder):
        self.store = SqliteStore(folder)
        self.kept = []
        self.store.log = self
        self.desk = Desk.__new__(Desk)
        self.desk.__dict__.update(_case=JudgedCase(self.store), store=self.store, ids=_name(self.store))

    @property
    def number(self):
        return len(self.kept)

    def since(self, number):
        return list(enumerate(self.kept[number:], number + 1))

    def close(self):
        pass


def _name(store):
    return {
        f"{document.id}.{n}": claim.id
        for document in store.documents()
        for n, claim in enumerate(store.reading(document.id).claims, 1)
    }


_claims = st.sampled_from(CLAIMS)
_acts = st.one_of(
    st.tuples(st.just("type"), _claims, st.sampled_from(["airstrike", "bombing", "toll"])),
    st.tuples(st.just("stance"), _claims, st.sampled_from(["asserted", "denied"])),
    st.tuples(st.just("date"), _claims, st.sampled_from([None, ["2018-10-12", "2018-10-13"]])),
    st.tuples(st.just("verdict"), _claims, st.sampled_from(["accepted", "rejected"])),
    st.tuples(st.just("move"), _claims, st.none() | _claims),
    st.tuples(st.just("split"), _claims, st.just("")),
    st.tuples(st.sampled_from(["merge", "apart"]), _claims, _claims),
    st.tuples(st.just("grade"), _claims, st.sampled_from(["weak", "fair"])),
    st.tuples(st.just("close"), _claims, st.sampled_from(["accepted", "rejected"])),
    st.tuples(st.just("comment"), _claims, st.just("ملاحظة")),
    st.tuples(st.just("undo"), st.integers(0, 30), st.none()),
)


def _judge(log, act, n):
    """What a reviewer does, on what stands there by then; what means nothing by then is left."""
    field, about, value = act
    case, ids = log.desk.case, log.desk.ids
    try:
        if field == "undo":
            if not log.kept:
                return
            about = log.kept[about % len(log.kept)].id
        elif field in ("grade", "close", "merge", "apart", "split"):
            if field == "split":
                value = [ids[claim] for claim in (about,)]
            elif field in ("merge", "apart"):
                value = case.incident_of(ids[value]) or ""
            about = case.incident_of(ids[about]) or ""
            field = "verdict" if field == "close" else field
        elif field == "move":
            value = value and (case.incident_of(ids[value]) or "")
            about = ids[about]
        else:
            about = ids[about]
        made = build_judgement(case, about, field, value, who="huda")
    except JudgementError:
        return
    log.kept.append(sign(msgspec.structs.replace(made, when=NOON + dt.timedelta(minutes=n))))


def _state(judged, store):
    groups = {
        key: (one.incident.claims, one.rejected, one.state, one.grade)
        for key, one in judged.incidents.items()
    }
    claims = {key: one.claim for key, one in judged.claims.items()}
    verdicts = {key: one.verdict for key, one in judged.claims.items()}
    return groups, claims, verdicts, judged.homes, judged.empty, judged.apart


@given(st.lists(_acts, max_size=14))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_judgements_with_undoings_come_to_those_without_the_undone(folder, acts):
    log = Log(folder)
    for n, act in enumerate(acts):
        _judge(log, act, n)
    judged = log.desk.case.judged
    plain = apply_judgements(find_standing(log.kept), log.store)
    assert _state(judged, log.store) == _state(plain, log.store)
    assert [note for note in judged.noted if note.judgement.field != "undo"] == list(plain.noted)


@given(st.lists(_acts, max_size=14), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_arrival_makes_no_difference_and_no_claim_is_lost(folder, acts, random):
    log = Log(folder)
    for n, act in enumerate(acts):
        _judge(log, act, n)
    judged = log.desk.case.judged
    mixed = list(log.kept)
    random.shuffle(mixed)
    assert _state(apply_judgements(mixed, log.store), log.store) == _state(judged, log.store)
    members = [
        claim
        for key in {one.id for one in log.store.incidents()} | set(judged.incidents)
        for claim in log.desk.case.members(key)
    ]
    assert sorted(members) == sorted(log.desk.ids.values())
    for one in judged.incidents.values():
        assert not set(one.incident.claims) & set(one.rejected)


@given(st.lists(_acts, max_size=20), st.randoms(use_true_random=False))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_judgements_that_come_a_few_at_a_time_come_to_those_that_come_at_once(folder, acts, random):
    log = Log(folder)
    for n, act in enumerate(acts):
        _judge(log, act, n)
    whole = apply_judgements(log.kept, log.store)
    left = list(log.kept)
    random.shuffle(left)
    parts, told = Parts(log.store), {}
    while left:
        some, left = left[: (size := random.randint(1, 3))], left[size:]
        for key in parts.take_in(some):
            told[key] = parts.judged.incidents.get(key)
    assert parts.judged == whole
    assert {key: one for key, one in told.items() if one} == whole.incidents
