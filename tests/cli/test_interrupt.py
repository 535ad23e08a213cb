import contextlib
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from doubles import exports, many_reports, write_reports
from tawatur.errors import CaseError
from tawatur.store import SqliteStore

RUN = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background work is born deaf to it
sys.path.insert(0, sys.argv.pop(1))
from doubles import TableReader
from tawatur.run import build
build.COMMIT_EVERY = 0.1
slow = float(sys.argv.pop(1))
build.load_reader = lambda home: TableReader(slow=slow)
from tawatur.cli import main
main()
"""


def run(*arguments, slow=0.0):
    """A run whose reader takes so many seconds for a report."""
    command = [
        sys.executable,
        "-c",
        RUN,
        str(Path(__file__).parents[1]),
        str(slow),
        "run",
        *map(str, arguments),
    ]
    return subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for_reports(case, running):
    """Until some reports are in the case."""
    while running.poll() is None:
        with contextlib.suppress(CaseError), SqliteStore(case) as store:
            if store.counts()["documents"]:
                return
        time.sleep(0.02)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_ends_at_once_and_the_next_goes_on(stop, tmp_path):
    reports = write_reports(tmp_path / "reports", many_reports(150))
    begun = run(reports, "-o", tmp_path / "case", "-j", "2", slow=0.05)
    wait_for_reports(tmp_path / "case", begun)
    began = time.monotonic()
    begun.send_signal(stop)
    _, err = begun.communicate(timeout=10)
    assert time.monotonic() - began < 2
    assert begun.returncode == 130
    assert "goes on from there" in err
    assert "Traceback" not in err
    with SqliteStore(tmp_path / "case") as store:
        assert 0 < store.counts()["documents"] < 150
        assert store.state("finished") == ""
    for case in ("case", "unbroken"):
        done = run(reports, "-o", tmp_path / case)
        done.communicate()
        assert done.returncode == 0
    assert exports(tmp_path / "case") == exports(tmp_path / "unbroken")


def test_a_second_run_on_a_case_is_told_of_the_first(tmp_path):
    reports = write_reports(tmp_path / "reports", many_reports(40))
    first = run(reports, "-o", tmp_path / "case", "-j", "1", slow=0.01)
    while not (tmp_path / "case" / "case.sqlite").exists() and first.poll() is None:
        time.sleep(0.02)
    second = run(reports, "-o", tmp_path / "case")
    _, err = second.communicate()
    assert second.returncode == 2
    assert f"process {first.pid}" in err
    first.communicate()
    assert first.returncode == 0
