"""On a disk that is full, and in a folder that may not be written: it is said, and going on comes to the same."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from doubles import TableReader, exports, many_reports, write_reports
from tawatur import build_case
from tawatur.run.verify import verify_case

RUN = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from doubles import TableReader
from tawatur.run import build
build.load_reader = lambda home: TableReader()
from tawatur.cli import main
main()
"""


def tawatur(*arguments):
    return subprocess.run(
        [sys.executable, "-c", RUN, str(Path(__file__).parents[1]), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


def resize(disk, size, *, first=False):
    """Give a file system in memory so many bytes; without the right to mount one the tests say so and skip."""
    command = ["mount", "-t", "tmpfs", "-o", f"{'' if first else 'remount,'}size={size}", "tmpfs", str(disk)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"NOT TRIED: a small file system cannot be mounted here ({done.stderr.strip()})")


@pytest.fixture
def disk(tmp_path):
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("NOT TRIED: mounting a small file system needs Linux and root")
    (tmp_path / "disk").mkdir()
    resize(tmp_path / "disk", "64m", first=True)
    yield tmp_path / "disk"
    subprocess.run(["umount", str(tmp_path / "disk")], check=True)


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory):
    folder = tmp_path_factory.mktemp("unbroken")
    reports = write_reports(folder / "reports", many_reports(60))
    build_case([reports], folder / "case", workers=1, load=TableReader)
    return folder


def check_refused(done):
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "\n  " in done.stderr, "it says what to do"


@pytest.mark.parametrize("size", [16, 64, 150, 200, 300, 400, 500])
def test_a_run_on_a_disk_that_fills_up_goes_on_when_there_is_room(disk, unbroken, size):
    resize(disk, f"{size}k")
    check_refused(tawatur("run", unbroken / "reports", "-o", disk / "case", "-j", "1"))
    resize(disk, "64m")
    assert tawatur("run", unbroken / "reports", "-o", disk / "case", "-j", "1").returncode == 0
    assert exports(disk / "case") == exports(unbroken / "case")
    assert list(verify_case(disk / "case")) == []


@pytest.mark.parametrize("form", ["csv", "claims", "parquet"])
def test_an_export_to_a_full_disk_leaves_what_was_there(disk, unbroken, form):
    out = disk / "out"
    old = out / "claims.parquet" if form == "parquet" else out
    old.parent.mkdir(exist_ok=True)
    old.write_bytes(b"older")
    resize(disk, "12k")
    done = tawatur("export", unbroken / "case", "--as", form, "-o", out)
    check_refused(done)
    assert old.read_bytes() == b"older"
    assert not list(disk.rglob("*.part"))
    resize(disk, "64m")
    assert tawatur("export", unbroken / "case", "--as", form, "-o", out).returncode == 0
    assert old.read_bytes() != b"older"


def test_blacking_out_on_a_full_disk_is_finished_by_the_next_run(disk, unbroken):
    shutil.copytree(unbroken / "case", disk / "case")
    used = sum(path.stat().st_blocks * 512 for path in disk.rglob("*"))
    resize(disk, used + 40_000)
    check_refused(tawatur("redact", disk / "case", "الميدان"))
    resize(disk, "64m")
    assert tawatur("run", "-o", disk / "case", "-j", "1").returncode == 0
    assert list(verify_case(disk / "case")) == []
    told = [path for path in (disk / "case").rglob("*") if path.is_file() and "objects" not in path.parts]
    noted = (disk / "case" / "redactions.json").exists()
    assert noted != any("الميدان".encode() in path.read_bytes() for path in told)


def test_a_folder_that_may_not_be_written_is_read_and_not_written(disk, unbroken):
    case = disk / "case"
    shutil.copytree(unbroken / "case", case)
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        assert tawatur("verify", case).returncode == 0
        exported = tawatur("export", case, "--as", "csv")
        assert (exported.returncode, exported.stdout.count("\n") > 60) == (0, True)
        for command in (
            ["run", "-o", case],
            ["redact", case, "الميدان"],
            ["export", case, "--as", "csv", "-o", case / "x"],
        ):
            check_refused(tawatur(*command))
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == before
