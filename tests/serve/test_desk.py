import shutil
import threading

import pytest

from doubles import TableReader, many_reports, write_reports
from tawatur.errors import CaseError
from tawatur.review import build_judgement
from tawatur.run.build import build_case
from tawatur.run.desk import open_desk
from tawatur.serve.query import State


@pytest.fixture
def own(tmp_path):
    """A case of our own, to be changed."""
    reports = write_reports(tmp_path / "reports", many_reports(12))
    build_case([reports], tmp_path / "case", workers=1, load=TableReader)
    return tmp_path / "case"


def _judge(desk, about, field, value):
    judgement = build_judgement(desk.reviewed, about, field, value, who="a reader")
    desk.store.judge(judgement)
    desk.follow()


def _rows(desk, **asked):
    return {row.id: row for row in desk.index.all_of(desk.index.find(State(**asked)))}


def test_what_a_reviewer_corrects_is_listed_and_found_at_once(own):
    desk = open_desk(own)
    row = next(iter(desk.index.standing()))
    claim = desk.reviewed.incident(row.id).claims[0]
    _judge(desk, claim, "type", "siege")
    assert "siege" in {one.type for one in _rows(desk).values()} or _rows(desk)[row.id].review == "begun"
    assert _rows(desk, review=("begun",)).keys() == {row.id}


def test_an_incident_that_was_rejected_leaves_the_list_and_keeps_its_page(own):
    desk = open_desk(own)
    row = next(iter(desk.index.standing()))
    before = desk.index.total
    _judge(desk, row.id, "verdict", "rejected")
    assert desk.index.total == before - 1
    assert row.id not in _rows(desk)
    assert desk.tell(row.id).incident.id == row.id


def test_judgements_hold_when_the_desk_is_opened_again(own):
    desk = open_desk(own)
    first, second = list(desk.index.standing())[:2]
    _judge(desk, first.id, "verdict", "rejected")
    _judge(desk, second.id, "verdict", "accepted")
    again = open_desk(own)
    assert _rows(again) == _rows(desk)
    assert _rows(again, review=("reviewed",)).keys() == {second.id}


def test_who_only_reads_does_not_wait_for_what_is_being_taken_in(own):
    desk = open_desk(own)
    row = next(iter(desk.index.standing()))
    desk.store.judge(build_judgement(desk.reviewed, row.id, "verdict", "rejected", who="a reader"))
    judging = threading.Thread(target=desk.follow, kwargs={"waits": True})
    with desk._taking_in:  # as another thread that takes judgements in
        desk.follow()
        assert row.id in _rows(desk)
        judging.start()
        judging.join(0.2)
        assert judging.is_alive()  # one who judged is to see it
    judging.join()
    assert row.id not in _rows(desk)


def test_an_answer_of_the_tables_is_kept_until_a_run_writes_to_them(own, tmp_path):
    desk = open_desk(own)
    assert desk.remember("documents", lambda store: store.counts()["documents"]) == 12
    assert desk.remember("documents", lambda _: pytest.fail("asked again")) == 12
    reports = write_reports(tmp_path / "reports", many_reports(14))
    build_case([reports], own, workers=1, load=TableReader)
    assert desk.remember("documents", lambda store: store.counts()["documents"]) == 14


def test_what_is_kept_beside_a_case_may_be_deleted(own):
    desk = open_desk(own)
    (own / "desk.sqlite").unlink()
    assert _rows(open_desk(own)) == _rows(desk)


def test_what_is_kept_of_another_state_is_made_anew(own, tmp_path):
    open_desk(own)
    kept = tmp_path / "kept"
    shutil.copy(own / "desk.sqlite", kept)
    more = write_reports(tmp_path / "more", {"more.txt": "5 قتلى بغارة على الموصل يوم 2019-01-02"})
    build_case([more], own, workers=1, load=TableReader)
    shutil.copy(kept, own / "desk.sqlite")
    assert any(
        row.type == "airstrike" and str(row.first) == "2019-01-02" for row in open_desk(own).index.standing()
    )


def test_a_damaged_file_is_made_anew(own):
    rows = _rows(open_desk(own))
    (own / "desk.sqlite").write_bytes(b"SQLite format 3\x00 nothing of the kind")
    assert _rows(open_desk(own)) == rows


def test_a_run_that_ends_while_the_desk_is_open_is_taken_in(own, tmp_path):
    import time

    desk = open_desk(own)
    before = desk.index.total
    more = write_reports(tmp_path / "more", {"more.txt": "5 قتلى بغارة على الموصل يوم 2019-01-02"})
    build_case([more], own, workers=1, load=TableReader)
    desk.follow()
    for _ in range(200):
        if desk.index.total != before:
            break
        time.sleep(0.05)
    assert desk.index.total == before + 1


def test_a_folder_that_is_no_case_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(CaseError, match="tawatur run"):
        open_desk(tmp_path)
