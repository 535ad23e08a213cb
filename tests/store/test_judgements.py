import datetime as dt
import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import threading

import msgspec
import pytest

from tawatur.errors import CaseError, JudgedSinceError
from tawatur.records import Anchor, Judgement
from tawatur.records.judgement import find_subjects, sign
from tawatur.store import GrowingSqliteStore, JudgementLog, SqliteStore

NOON = dt.datetime(2024, 1, 1, 12, tzinfo=dt.UTC)


def judged(about="c1", field="verdict", value="accepted", who="huda", when=NOON, **more):
    return Judgement(id="", about=about, field=field, value=value, who=who, when=when, **more)


@pytest.fixture
def case(tmp_path):
    with GrowingSqliteStore(tmp_path / "case"):
        pass
    return tmp_path / "case"


def test_a_case_without_judgements_has_no_file_of_them_and_says_none(case):
    log = JudgementLog(case)
    assert (log.count(), log.number, log.judgements(), log.since(0), list(log.find_faults())) == (
        0,
        0,
        [],
        [],
        [],
    )
    assert not log.path.exists()


def test_a_judgement_comes_back_as_it_was_kept(case):
    anchor = Anchor(claim="c1", document="d", type="shelling", quote="قصف على هجين")
    number, kept = JudgementLog(case).add(
        judged(value="rejected", why="قديم", of=(anchor,), was={"type": "x"})
    )
    assert JudgementLog(case).since(0) == [(number, kept)]
    assert sign(kept).id == kept.id


def test_no_two_judgements_are_of_one_moment(case):
    log = JudgementLog(case)
    kept = [log.add(judged())[1] for _ in range(3)]
    assert [one.when - NOON for one in kept] == [dt.timedelta(microseconds=n) for n in range(3)]
    assert len({one.id for one in kept}) == 3


def test_a_clock_that_runs_behind_puts_nothing_before_what_was_there(case):
    log = JudgementLog(case)
    log.add(judged(value="accepted"))
    log.add(judged(value="rejected", when=NOON - dt.timedelta(hours=1)))
    assert [one.value for one in log.judgements()] == ["accepted", "rejected"]


def test_who_has_not_seen_the_last_judgement_is_told_which_came_since(case):
    log = JudgementLog(case)
    first, _ = log.add(judged())
    second, _ = log.add(judged(who="sami"), seen=first)
    with pytest.raises(JudgedSinceError) as told:
        log.add(judged(who="huda"), seen=first)
    assert told.value.since == (second,)
    log.add(judged(about="c2"), seen=0)  # what came since is about something else
    with pytest.raises(JudgedSinceError):
        log.add(judged(about="c3"), seen=0, subjects=["c1"])
    assert log.count() == 3


def test_an_undoing_bears_on_what_the_undone_was_about():
    undo = judged(
        about="j1",
        field="undo",
        value=None,
        was={"about": "i1"},
        of=(Anchor(claim="c1", document="d", type="x", quote="q"),),
    )
    assert find_subjects(undo) == {"j1", "i1", "c1"}


def test_taking_in_twice_adds_once_and_keeps_the_time(case, tmp_path):
    with GrowingSqliteStore(tmp_path / "other"):
        pass
    ours, theirs = JudgementLog(case), JudgementLog(tmp_path / "other")
    kept = [ours.add(judged(value=value))[1] for value in ("accepted", "rejected")]
    assert theirs.take_in(kept) == kept
    assert theirs.take_in(kept) == []
    assert theirs.judgements() == kept


def test_the_order_is_that_of_making_not_of_arrival(case):
    log = JudgementLog(case)
    early, late = (sign(judged(when=NOON + dt.timedelta(hours=n))) for n in range(2))
    log.take_in([late, early])
    assert log.judgements() == [early, late]
    assert [one for _, one in log.since(0)] == [late, early]


def test_what_is_taken_in_comes_whole_or_not_at_all(case):
    log = JudgementLog(case)

    def breaking():
        yield sign(judged())
        raise RuntimeError("the file ended")

    with pytest.raises(RuntimeError):
        log.take_in(breaking())
    assert log.count() == 0


def test_a_run_that_holds_the_case_is_no_hindrance(case):
    with GrowingSqliteStore(case) as running, SqliteStore(case) as desk:
        running.note({"linked": ""})  # a transaction is open and stays open
        number, _ = desk.judge(judged())
        assert number == 1
        running.commit()


def test_judgements_stay_when_the_database_is_made_anew(case):
    _, kept = JudgementLog(case).add(judged())
    for path in case.glob("case.sqlite*"):
        path.unlink()
    with GrowingSqliteStore(case) as store:
        assert list(store.judgements()) == [kept]


def test_many_threads_and_processes_lose_nothing(case):
    def judge(log, who):
        for n in range(10):
            log.add(judged(about=f"c{n}", who=who))

    shared = JudgementLog(case)
    threads = [threading.Thread(target=judge, args=(shared, f"t{n}")) for n in range(3)]
    others = [
        multiprocessing.get_context("fork").Process(target=lambda n=n: judge(JudgementLog(case), f"p{n}"))
        for n in range(3)
    ]
    for worker in (*others, *threads):
        worker.start()
    for worker in (*others, *threads):
        worker.join()
    kept = shared.since(0)
    assert [n for n, _ in kept] == list(range(1, 61))
    assert len({one.when for _, one in kept}) == 60
    assert list(shared.find_faults()) == []


KILLED = """
import datetime as dt, sys
from pathlib import Path
from tawatur.records import Judgement
from tawatur.store import JudgementLog
log = JudgementLog(Path(sys.argv[1]))
for n in range(10_000):
    log.add(Judgement(id="", about=f"c{n}", field="comment", value="x", who="w", when=dt.datetime.now(dt.UTC)))
    print(n, flush=True)
"""


def test_every_acknowledged_judgement_outlasts_a_kill(case):
    for _ in range(3):
        worker = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(case)], stdout=subprocess.PIPE, text=True
        )
        told = [worker.stdout.readline() for _ in range(20)]
        os.kill(worker.pid, signal.SIGKILL)
        told += worker.stdout.readlines()
        worker.wait()
        log = JudgementLog(case)
        assert {f"c{int(line)}" for line in told if line.endswith("\n")} <= {
            one.about for one in log.judgements()
        }
        assert list(log.find_faults()) == []
        log.close()


def test_a_judgement_that_was_altered_is_found(case):
    log = JudgementLog(case)
    _, kept = log.add(judged())
    log._open.execute("drop trigger judgements_hold")
    altered = msgspec.json.encode(msgspec.structs.replace(kept, value="rejected")).decode()
    log._open.execute("update judgements set record = ?", (altered,))
    assert [fault.split(" ")[1] for fault in log.find_faults()] == [kept.id]


def test_a_damaged_file_says_what_to_do(case):
    (case / "judgements.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    with pytest.raises(CaseError, match=r"judgements.sqlite is damaged.*\n.*Put a copy"):
        JudgementLog(case).judgements()


def test_a_file_of_a_newer_version_is_refused(case):
    JudgementLog(case).add(judged())
    with sqlite3.connect(case / "judgements.sqlite") as db:
        db.execute("pragma user_version = 99")
    db.close()
    with pytest.raises(CaseError, match="newer Tawatur"):
        JudgementLog(case).judgements()
