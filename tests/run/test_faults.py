"""What happens where the disk is full, files are cut, or the machine is another."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from doubles import TableReader, exports, many_reports, report, write_reports
from tawatur import build_case
from tawatur.run.verify import verify_case

RUN = """
import os, resource, sys
sys.path.insert(0, sys.argv.pop(1))
limit = int(sys.argv.pop(1))
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from doubles import TableReader
from tawatur.run import build
build.load_reader = lambda home: TableReader()
from tawatur.cli import main
main()
"""


def run(reports, case, limit=0, workers=2, **environment):
    return subprocess.run(
        [
            sys.executable,
            "-c",
            RUN,
            str(Path(__file__).parents[1]),
            str(limit),
            "run",
            reports,
            "-o",
            case,
            "-j",
            str(workers),
        ],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def reports(tmp_path):
    return write_reports(tmp_path / "reports", many_reports(40))


def build(reports, case):
    build_case([reports], case, workers=1, load=TableReader)
    return case


@pytest.mark.parametrize("limit", [1000, 100_000])
def test_a_disk_that_is_full_is_said_and_the_next_run_goes_on(reports, tmp_path, limit):
    done = run(reports, tmp_path / "case", limit)
    assert done.returncode == 2, done.stdout
    assert "Traceback" not in done.stderr
    assert "same command again" in done.stderr
    assert run(reports, tmp_path / "case").returncode == 0
    assert exports(tmp_path / "case") == exports(build(reports, tmp_path / "unbroken"))
    assert list(verify_case(tmp_path / "case")) == []


def test_the_case_is_the_same_whatever_the_hash_seed_the_locale_and_the_time_zone(reports, tmp_path):
    settings = [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8", "TZ": "Asia/Damascus"},
    ]
    found = []
    for n, setting in enumerate(settings, 1):
        assert run(reports, tmp_path / f"case{n}", workers=n, **setting).returncode == 0
        found.append(exports(tmp_path / f"case{n}"))
    assert found[0] == found[1]


def cut(path):
    path.write_bytes(path.read_bytes()[:-10])


def one_object(case):
    return next(path for path in sorted((case / "objects").rglob("*")) if path.is_file())


@pytest.mark.parametrize(
    ("harm", "where", "remedy"),
    [
        (lambda case: cut(one_object(case)), "objects/", "with the reports it came from"),
        (lambda case: one_object(case).unlink(), "objects/", "with the reports it came from"),
        (lambda case: cut(case / "parquet" / "claims.parquet"), "parquet/claims.parquet", "tawatur run -o"),
        (
            lambda case: (case / "parquet" / "members.parquet").unlink(),
            "parquet/members.parquet",
            "tawatur run -o",
        ),
        (lambda case: cut(case / "manifest.json"), "manifest.json", "tawatur run -o"),
        (lambda case: (case / "manifest.json").unlink(), "manifest.json", "tawatur run -o"),
    ],
)
def test_a_file_that_is_cut_or_lost_is_named_and_made_again(reports, tmp_path, harm, where, remedy):
    case = build(reports, tmp_path / "case")
    before = exports(case)
    assert list(verify_case(case)) == []
    harm(case)
    (fault,) = verify_case(case)
    assert fault.where.startswith(where)
    assert remedy in fault.remedy
    build(reports, case)
    assert exports(case) == before
    assert list(verify_case(case)) == []


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("update texts set shown = substr(shown, 1, 20) where n = 1", "broken"),
        (
            "update claims set record = replace(record, '\"low\":', '\"low\":1') where at = 0",
            "root of claims",
        ),
        ("update texts set shown = replace(shown, 'قتلى', 'جرحى')", "not the one that was read"),
        ("update texts set digest = 'x' where n = 1", "not the one that was read"),
        ("update claims set country = 'IQ' where country = 'SY'", "not that of its record"),
        ("update effects set low = 99", "rows of effects"),
        ("insert into parties select min(id), 'actor', 'x' from claims", "rows of parties"),
        ("update documents set title = 'x'", "not that of its record"),
        ("insert into members values ('x', 'y')", "is not in the case"),
        ("delete from texts where n = 1", "its text is not in the case"),
        ("update documents set record = replace(record, 'text/plain', 'text/other')", "root of documents"),
        ("delete from members where claim = (select min(claim) from members)", "does not lead back"),
        (
            "delete from refusals where 1; insert into refusals values ('x', 'empty', 'x', null, null)",
            "says 0 refusals",
        ),
        ("update state set value = '' where key = 'finished'", "did not come to its end"),
        ("pragma foreign_keys = off; delete from documents where n = 1", "its report is not in the case"),
    ],
)
def test_a_table_that_was_tampered_with_is_found_out(reports, tmp_path, sql, what):
    import sqlite3

    case = build(reports, tmp_path / "case")
    with sqlite3.connect(case / "case.sqlite") as db:
        db.executescript(sql)
    db.close()
    assert any(what in fault.what for fault in verify_case(case)), list(verify_case(case))


def test_what_a_report_holds_can_break_nothing(tmp_path):
    odd = {
        "nul": report("وكالة", "3 قتلى بقصف على هجين") + "\0",
        "bidi": "\u202e" + report("وكالة", "3 قتلى بقصف على هجين") + "\u2066",
        "long": report("وكالة", *["3 قتلى بقصف على هجين"] * 1500),
        "line": ("قصف على البلدة " * 50_000),
    }
    reports = write_reports(tmp_path / "reports", odd)
    (reports / "lone.jsonl").write_text(
        '{"id": "s", "text": "خبر عاجل من المدينة \\ud800 3 قتلى بقصف على هجين"}\n'
    )
    built = build_case([reports], tmp_path / "case", workers=1, load=TableReader)
    assert built.counts["documents"] + sum(built.tally.refused.values()) == 5
    assert "reader_failed" not in built.tally.refused
    exports(tmp_path / "case")
    assert list(verify_case(tmp_path / "case")) == []
