"""What every executor must do; so far there is one."""

import pytest

from doubles import TableReader, report
from tawatur.errors import TawaturError
from tawatur.records import Document, Refusal
from tawatur.run import pool as pools
from tawatur.run.pool import LocalPool, build_batches
from tawatur.run.stages import Keys
from tawatur.run.tasks import Task
from tawatur.run.worker import Serving
from tawatur.store.objects import Objects

KEYS = Keys("clean", "claims", "link")


def task(n, text=None):
    data = (text or report("وكالة", f"{n} قتلى بقصف على هجين")).encode()
    document = Document(id=f"d{n}", sha256=f"{n:064}", media="text/plain", name=f"d{n}.txt")
    return Task("new", document, data, len(data))


def build_pool(folder, workers, make=TableReader):
    return LocalPool(make(), Serving(make, KEYS, Objects(folder)), workers)


@pytest.fixture(params=[1, 3])
def pool(request, tmp_path):
    pool = build_pool(tmp_path, request.param)
    yield pool
    pool.close()


def test_each_task_comes_back_once_with_its_outcome(pool):
    outcomes = list(pool.run(task(n) for n in range(300)))
    assert sorted(done.document.id for done, _ in outcomes) == sorted(f"d{n}" for n in range(300))
    assert all(done.document.id == rows.id for done, rows in outcomes)


def test_no_tasks_start_no_worker(pool):
    assert list(pool.run([])) == []
    assert pool._workers == []


def test_a_pool_takes_one_supply_after_another(pool):
    for _ in range(3):
        assert len(list(pool.run([task(1)]))) == 1


@pytest.mark.parametrize("bad", [{0}, {99}, {3, 4}, {10, 11, 12, 80}, set(range(20, 30))])
def test_only_what_ends_its_worker_is_refused(pool, bad):
    outcomes = pool.run(task(n, report("وكالة", "يقتل القارئ") if n in bad else None) for n in range(100))
    refused = {done.document.id: outcome for done, outcome in outcomes if isinstance(outcome, Refusal)}
    assert set(refused) == {f"d{n}" for n in bad}
    assert {outcome.code for outcome in refused.values()} == {"ends_worker"}


def test_a_worker_that_was_killed_from_outside_costs_nothing(pool):
    outcomes = []
    for outcome in pool.run(task(n) for n in range(400)):
        if len(outcomes) == 10:
            pool._workers[0]._process.kill()
        outcomes.append(outcome)
    assert len(outcomes) == 400
    assert not any(isinstance(outcome, Refusal) for _, outcome in outcomes)


def test_a_report_that_takes_for_ever_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(pools, "PATIENCE", 1.0)

    class Sleepy(TableReader):
        def read(self, text, document):
            self.slow = 60 if document.id == "d1" else 0
            return super().read(text, document)

    pool = build_pool(tmp_path, 2, Sleepy)
    try:
        outcomes = {done.document.id: outcome for done, outcome in pool.run(task(n) for n in range(2))}
    finally:
        pool.close()
    assert [key for key, outcome in outcomes.items() if isinstance(outcome, Refusal)] == ["d1"]
    assert outcomes["d1"].code == "too_slow"


def test_an_error_in_the_supply_reaches_the_caller(pool):
    def supply():
        yield task(1)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(pool.run(supply()))


def test_batches_hold_reports_up_to_their_bytes():
    tasks = [task(n) for n in range(1000)]
    batches = list(build_batches(tasks))
    assert [one for batch in batches for one in batch.tasks] == tasks
    assert all(len(batch.tasks) <= pools.BATCH_MOST for batch in batches)
    large = [Task("new", tasks[0].document, b"x" * pools.BATCH_BYTES, pools.BATCH_BYTES)] * 3
    assert [len(batch.tasks) for batch in build_batches(large)] == [1, 1, 1]


def test_bytes_are_put_away_with_what_was_read_and_not_with_what_was_refused(pool, tmp_path):
    outcomes = list(pool.run([task(1), task(2, report("وكالة", "يعطل القارئ"))]))
    assert sorted(isinstance(outcome, Refusal) for _, outcome in outcomes) == [False, True]
    assert list(Objects(tmp_path).names()) == [f"{1:064}"]


def test_a_disk_that_takes_no_bytes_ends_the_run(pool, tmp_path):
    (tmp_path / "aside").write_bytes(b"a file where a folder should be")
    with pytest.raises(OSError, match="aside"):
        list(pool.run([task(1)]))


def test_a_missing_part_of_the_installation_ends_the_run_and_blames_no_report(tmp_path):
    class Incomplete(TableReader):
        def read(self, text, document):
            raise ImportError("No module named 'a_part'")

    pool = build_pool(tmp_path, 1, Incomplete)
    try:
        with pytest.raises(TawaturError, match=r"No module named 'a_part'\n.*tawatur doctor"):
            list(pool.run([task(1)]))
    finally:
        pool.close()
