import os
import sqlite3
import subprocess
import sys

import pytest

from tawatur.errors import CaseError
from tawatur.store import GrowingSqliteStore, SqliteStore
from tawatur.store import connect as connecting
from tawatur.store.connect import VERSION


@pytest.fixture
def case(tmp_path):
    with GrowingSqliteStore(tmp_path / "case"):
        pass
    return tmp_path / "case"


def set_version(case, version):
    with sqlite3.connect(case / "case.sqlite") as db:
        db.execute(f"pragma user_version = {version}")
    db.close()


def test_a_folder_that_is_not_there_says_how_to_make_a_case(tmp_path):
    with pytest.raises(CaseError, match=r"does not exist.*\n.*tawatur run"):
        SqliteStore(tmp_path / "none")


def test_a_folder_that_is_no_case_is_not_opened(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(CaseError, match="is not a case"):
        SqliteStore(tmp_path)


def test_a_folder_with_other_things_is_not_made_into_a_case(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(CaseError, match=r"holds other things \(photo.jpg\)"):
        GrowingSqliteStore(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["photo.jpg"]


def test_a_file_is_not_made_into_a_case(tmp_path):
    (tmp_path / "case").write_bytes(b"x")
    with pytest.raises(CaseError, match="is a file"):
        GrowingSqliteStore(tmp_path / "case")


def test_a_database_of_something_else_is_left_alone(tmp_path):
    with sqlite3.connect(tmp_path / "case.sqlite") as db:
        db.execute("create table photos (name text)")
    db.close()
    for opening in (SqliteStore, GrowingSqliteStore):
        with pytest.raises(CaseError, match="something else"):
            opening(tmp_path)


def test_a_case_of_a_newer_version_is_refused(case):
    set_version(case, VERSION + 1)
    for opening in (SqliteStore, GrowingSqliteStore):
        with pytest.raises(CaseError, match=r"newer Tawatur.*\n.*Upgrade"):
            opening(case)


def test_a_case_of_an_older_version_is_brought_up_by_a_run_and_not_by_a_look(case, monkeypatch, tmp_path):
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / f"{VERSION}_to_{VERSION + 1}.sql").write_text("create table novelties (name text);")
    monkeypatch.setattr(connecting, "VERSION", VERSION + 1)
    monkeypatch.setattr(connecting, "files", lambda _: steps)
    with pytest.raises(CaseError, match=r"older Tawatur.*\n.*tawatur run -o"):
        SqliteStore(case)
    with GrowingSqliteStore(case):
        pass
    with SqliteStore(case) as store:
        assert store._db.execute("select count(*) from novelties").fetchone() == (0,)


def test_a_step_that_fails_leaves_the_old_version(case, monkeypatch, tmp_path):
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / f"{VERSION}_to_{VERSION + 1}.sql").write_text("create table novelties (name text); nonsense;")
    monkeypatch.setattr(connecting, "VERSION", VERSION + 1)
    monkeypatch.setattr(connecting, "files", lambda _: steps)
    with pytest.raises(CaseError):
        GrowingSqliteStore(case)
    monkeypatch.undo()
    with SqliteStore(case) as store:
        assert store.counts()["documents"] == 0


def test_a_damaged_database_says_what_can_be_done(case):
    (case / "case.sqlite").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    for opening in (SqliteStore, GrowingSqliteStore):
        with pytest.raises(CaseError, match="damaged"):
            opening(case)


READ = """
import os, sys
from pathlib import Path
from tawatur.store import SqliteStore
os.setuid(65534)
with SqliteStore(Path(sys.argv[1])) as store:
    print(store.counts()["documents"])
"""


def test_a_case_can_be_read_in_a_folder_that_may_not_be_written(case, tmp_path):
    if os.getuid() != 0:
        pytest.skip("only root can become nobody")
    for folder in (case, *case.parents):
        if folder.stat().st_mode & 0o001 == 0:  # pytest keeps its folders to itself
            folder.chmod(0o755)
    case.chmod(0o555)
    (case / "case.sqlite").chmod(0o444)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(case)], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("0\n", "")
