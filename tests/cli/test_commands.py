import json
import re
import subprocess
import sys
import time

import pytest

from doubles import report, write_reports
from tawatur.store import SqliteStore

ONE = report("سكاي", "3 قتلى بقصف على هجين يوم 2018-10-12 بحسب sdf")
OTHER = report("سانا", "9 قتلى بقصف على هجين يوم 2018-10-12 بحسب isis")


@pytest.fixture
def reports(tmp_path):
    return write_reports(tmp_path / "reports", {"one": ONE, "other": OTHER})


@pytest.fixture
def case(tawatur, reports, tmp_path):
    assert tawatur("run", reports, "-o", tmp_path / "case").code == 0
    return tmp_path / "case"


def test_run_says_what_it_did(tawatur, reports, tmp_path):
    (reports / "empty.txt").write_bytes(b"")
    done = tawatur("run", reports, "-o", tmp_path / "case", "--workers", "1")
    assert done.code == 0
    assert "Reading reports" in done.err
    for line in ("New", "Claims", "Incidents", "Set aside", "Empty", "empty"):
        assert line in done.out
    assert "manifest.json" in done.out


def test_run_says_how_many_pages_hold_no_report(tawatur, reports, tmp_path):
    (reports / "menus.txt").write_text("الرئيسية\n\nمن نحن\n\nاتصل بنا\n\nجميع الحقوق محفوظة © 2024")
    done = tawatur("run", reports, "-o", tmp_path / "case", "--workers", "1")
    assert "Without a report" in done.out
    assert "1 of those read is a page without a report" in done.out


def test_tables_speak_arabic_when_asked(tawatur, reports, tmp_path):
    (reports / "empty.txt").write_bytes(b"")
    done = tawatur("run", reports, "-o", tmp_path / "case", "--lang", "ar")
    for word in ("التقارير", "الادعاءات", "الحوادث", "فارغ"):
        assert word in done.out


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--strict"], 1)])
def test_a_run_with_refusals_fails_only_where_it_is_strict(tawatur, reports, tmp_path, options, code):
    (reports / "empty.txt").write_bytes(b"")
    assert tawatur("run", reports, "-o", tmp_path / "case", *options).code == code


def test_a_strict_run_without_refusals_is_well(tawatur, reports, tmp_path):
    assert tawatur("run", reports, "-o", tmp_path / "case", "--strict").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "none.txt", "-o", "case"], "none.txt is not there"),
        (["run", "reports", "-o", "reports"], "holds other things"),
        (["run", "reports", "-o", "/proc/case"], "cannot be written"),
        (["run", "reports"], "Missing option"),
        (["run", "reports", "-o", "case", "--workers", "0"], "--workers"),
        (["export", "none", "--as", "csv"], "does not exist"),
        (["export", "reports", "--as", "csv"], "is not a case"),
        (["export", "case", "--as", "xlsx"], "There are: claims, csv"),
        (["export", "case", "--as", "parquet"], "Name the folder"),
        (["why", "case", "x0"], "has no incident 'x0'"),
        (["run", "-o", "new"], "new does not exist"),
        (["export", "case", "--as", "csv", "-o", "none/a.csv"], "There is no folder"),
        (["export", "case", "--as", "parquet", "-o", "none/tables"], "There is no folder"),
        (["score", "case", "case"], "is a case, and claims are scored.\n  Export them first"),
        (["verify", "none"], "does not exist"),
        (["score", "none", "none"], "cannot be read"),
        (["nonsense"], "No such command"),
    ],
)
def test_what_cannot_be_done_says_what_to_do_and_exits_with_2(
    tawatur, case, tmp_path, monkeypatch, arguments, said
):
    monkeypatch.chdir(tmp_path)
    done = tawatur(*arguments)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err


def test_export_writes_to_a_file_or_to_standard_output(case, tmp_path):
    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "tawatur", "export", str(case), *arguments],
            capture_output=True,
            check=True,
        ).stdout

    out = tmp_path / "claims.jsonl"
    assert run("--as", "claims", "-o", str(out)) == b""
    assert run("--as", "claims") == run("--as", "claims", "-o", "-") == out.read_bytes()
    assert len(out.read_text().splitlines()) == 2


def test_why_prints_the_chain_down_to_the_words(tawatur, case):
    first = tawatur("export", case, "--as", "csv", "--rows", "incidents", "-o", case.parent / "incidents.csv")
    assert first.code == 0
    incident = (case.parent / "incidents.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(",")[0]
    done = tawatur("why", case, incident)
    assert done.code == 0
    for words in (
        "«3 قتلى بقصف على هجين يوم 2018-10-12 بحسب sdf»",
        "«9 قتلى بقصف على هجين يوم 2018-10-12 بحسب isis»",
        "Islamic State",
        "Syrian Democratic Forces",
        "both 2018-10-12; both at هجين",
        "one.txt",
    ):
        assert words in done.out
    assert "المصدر" in tawatur("why", case, incident[:5], "--lang", "ar").out


def test_a_beginning_that_several_incidents_have_lists_them(tawatur, tmp_path):
    many = {f"r{n}": report("سكاي", f"{n} قتلى بقصف على مكان{n} يوم 2018-10-1{n}") for n in range(1, 4)}
    write_reports(tmp_path / "reports", many)
    tawatur("run", tmp_path / "reports", "-o", tmp_path / "case")
    done = tawatur("why", tmp_path / "case", "i")
    assert done.code == 2
    assert "Several incidents" in done.err
    assert len(re.findall(r"\bi[0-9a-f]{12}", done.err)) == 3


def test_a_run_names_what_it_set_aside_with_the_reason(tawatur, reports, tmp_path):
    for n in range(12):
        (reports / f"empty{n:02}.txt").write_bytes(b"")
    done = tawatur("run", reports, "-o", tmp_path / "case")
    lines = [line for line in done.out.splitlines() if "empty" in line and ".txt: " in line]
    assert len(lines) == 10
    assert "And 2 more. Each is named" in done.out


@pytest.mark.parametrize(
    "arguments", [["--lang", "ar", "why", "CASE", "INCIDENT"], ["why", "CASE", "INCIDENT"]]
)
def test_a_language_for_all_commands_stands_before_them_or_in_the_environment(
    tawatur, case, monkeypatch, arguments
):
    monkeypatch.setenv("TAWATUR_LANG", "en" if "--lang" in arguments else "ar")
    with SqliteStore(case) as store:
        incident = next(store.incidents()).id
    done = tawatur(*({"CASE": case, "INCIDENT": incident}.get(word, word) for word in arguments))
    assert "من يقول ماذا" in done.out


def test_doctor_fails_on_a_folder_that_is_no_case(tawatur, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a short name, for the table breaks long lines
    done = tawatur("doctor", ".")
    assert done.code == 1
    assert "is not a case" in done.out


def test_verify_names_the_root_of_a_whole_case_and_each_fault_of_another(tawatur, case):
    root = json.loads((case / "manifest.json").read_text())["root"]
    assert root in tawatur("verify", case).out
    (case / "parquet" / "claims.parquet").write_bytes(b"cut")
    done = tawatur("verify", case)
    assert done.code == 1
    assert "parquet/claims.parquet: is not the file that the manifest names" in done.out


def test_score_prints_its_figures_as_a_table_or_as_json(tawatur, case, tmp_path):
    claims = tmp_path / "claims.jsonl"
    tawatur("export", case, "--as", "claims", "-o", claims)
    assert "1.000" in tawatur("score", claims, claims).out
    assert json.loads(tawatur("score", claims, claims, "--json").out)["figures"]["claims"]["f1"] == 1.0
    assert "كل الخانات" in tawatur("score", claims, claims, "--lang", "ar").out


def test_doctor_looks_at_parts_data_and_a_case(tawatur, case):
    done = tawatur("doctor", case)
    assert done.code == 0
    for word in ("Python", "msgspec", "FTS5", "cores", "2 documents"):
        assert word in done.out
    (case / "case.sqlite").write_bytes(b"SQLite format 3\0 and then nothing")
    broken = tawatur("doctor", case)
    assert (broken.code, "damaged" in broken.out) == (1, True)


def test_help_answers_in_half_a_second():
    took = []
    for _ in range(3):
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "tawatur", "--help"], capture_output=True, text=True, check=True
        )
        took.append(time.monotonic() - began)
    assert min(took) < 0.5
    for command in ("run", "export", "why", "score", "verify", "doctor"):
        assert command in done.stdout


def test_the_version_is_that_of_the_package(tawatur):
    from tawatur import __version__

    assert tawatur("--version").out == f"tawatur {__version__}\n"


def test_no_command_shows_the_help(tawatur):
    done = tawatur()
    assert (done.code, "Usage: tawatur" in done.err) == (2, True)
