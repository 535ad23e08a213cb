"""A run on a real Ray cluster of two nodes on this machine comes to what one machine reads, whatever goes away."""

import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from doubles import TableReader, exports, many_reports, report, write_reports
from tawatur import build_case
from tawatur.run import cluster as clusters
from tawatur.run import whole
from tawatur.run.shards import Shards

ray = pytest.importorskip("ray", reason="RUNS ON A CLUSTER ARE NOT TESTED HERE: pip install 'tawatur[ray]'")

pytestmark = pytest.mark.cluster
HERE = Path(__file__).parents[1]
SLOW = partial(TableReader, slow=0.03)


class KilledOnce(TableReader):
    """Dies at the first report that it is given, the first time that any worker gets so far."""

    def __init__(self, mark):
        super().__init__()
        self.mark = Path(mark)

    def read(self, text, document):
        try:
            self.mark.touch(exist_ok=False)
            os.kill(os.getpid(), signal.SIGKILL)
        except FileExistsError:
            pass
        return super().read(text, document)


class Counting(TableReader):
    """Leaves a mark for every report that it reads."""

    def __init__(self, folder):
        super().__init__()
        self.folder = Path(folder)

    def read(self, text, document):
        (self.folder / document.id).touch()
        return super().read(text, document)


@pytest.fixture(scope="module")
def cluster():
    from ray.cluster_utils import Cluster

    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE), *filter(None, sys.path)])
    there = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    there.add_node(num_cpus=1)
    yield there
    ray.shutdown()
    there.shutdown()
    if before is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = before


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    return write_reports(tmp_path_factory.mktemp("reports"), many_reports(160))


@pytest.fixture(scope="module")
def local(reports, tmp_path_factory):
    case = tmp_path_factory.mktemp("local") / "case"
    build_case([reports], case, workers=1, load=TableReader)
    return exports(case)


@pytest.fixture(autouse=True)
def small_shards(monkeypatch):
    monkeypatch.setattr(clusters, "SHARD_MOST", 8)


def run(cluster, reports, case, load=TableReader, **options):
    return build_case([reports], case, load=load, engine="ray", address=cluster.address, **options)


def test_two_nodes_come_to_the_bytes_of_one_machine(cluster, reports, local, tmp_path):
    built = run(cluster, reports, tmp_path / "case")
    assert built.tally.new == 160
    assert exports(tmp_path / "case") == local
    assert not (tmp_path / "case" / "shards").exists()  # taken in


def test_a_cluster_links_in_many_parts_what_one_machine_links_in_one(
    cluster, reports, local, tmp_path, monkeypatch
):
    for name, size in (("PART", 40), ("BATCH", 16), ("INCIDENTS", 10)):
        monkeypatch.setattr(whole, name, size)
    run(cluster, reports, tmp_path / "case")
    assert exports(tmp_path / "case") == local


def test_a_node_that_goes_away_costs_nothing(cluster, reports, local, tmp_path):
    node = cluster.add_node(num_cpus=2)
    shards = tmp_path / "shards"

    def remove():
        while len(list(shards.glob("*.json"))) < 2:
            time.sleep(0.05)
        cluster.remove_node(node, allow_graceful=False)

    removing = threading.Thread(target=remove)
    removing.start()
    built = run(cluster, reports, tmp_path / "case", SLOW, shards=str(shards))
    removing.join()
    assert built.tally.new == 160
    assert exports(tmp_path / "case") == local


def test_a_worker_that_is_killed_costs_nothing(cluster, reports, local, tmp_path):
    run(cluster, reports, tmp_path / "case", partial(KilledOnce, str(tmp_path / "mark")))
    assert (tmp_path / "mark").exists()
    assert exports(tmp_path / "case") == local


def test_a_report_that_ends_its_worker_each_time_is_refused_and_the_rest_read(cluster, tmp_path, monkeypatch):
    monkeypatch.setattr(clusters, "SHARD_MOST", 3)
    monkeypatch.setattr(clusters, "TRIES_AGAIN", 1)
    bad = {"bad": report("وكالة", "يقتل القارئ")}
    reports = write_reports(tmp_path / "reports", many_reports(8) | bad)
    built = run(cluster, reports, tmp_path / "case")
    assert built.tally.refused == {"ends_worker": 1}
    assert built.tally.new == 8


DRIVER = """
import sys
from functools import partial
from doubles import TableReader
from tawatur import build_case
from tawatur.run import cluster
cluster.SHARD_MOST = 8
reports, case, shards, address = sys.argv[1:]
build_case([reports], case, load=partial(TableReader, slow=0.03), engine="ray", address=address, shards=shards)
"""


@pytest.mark.parametrize("engine", ["ray", "local"])
def test_what_was_finished_when_the_driver_was_killed_is_not_read_again(
    cluster, reports, local, tmp_path, engine
):
    shards, case = tmp_path / "shards", tmp_path / "case"
    driver = subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(reports), str(case), str(shards), cluster.address],
        stderr=subprocess.DEVNULL,
    )
    while len(list(shards.glob("*.json"))) < 4:
        assert driver.poll() is None
        time.sleep(0.05)
    driver.kill()
    driver.wait()
    finished = {line.shard: line for line in Shards(str(shards)).lines()}
    assert finished
    assert len({task for line in finished.values() for task in line.tasks}) == sum(
        len(line.tasks) for line in finished.values()
    )
    (tmp_path / "marks").mkdir()
    options = {"address": cluster.address} if engine == "ray" else {"workers": 1}
    load = partial(Counting, str(tmp_path / "marks"))
    build_case([reports], case, load=load, engine=engine, shards=str(shards), **options)
    assert exports(case) == local
    read = len(list((tmp_path / "marks").iterdir()))
    assert read <= 160 - sum(len(line.tasks) for line in finished.values())
