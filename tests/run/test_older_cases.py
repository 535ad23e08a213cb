"""A case that an older version made is brought up by a run, and until then says what to do."""

import sqlite3
import tarfile
from pathlib import Path

import pytest

from tawatur import build_case, open_case
from tawatur.cli import main
from tawatur.errors import CaseError
from tawatur.run.verify import verify_case
from tawatur.store.connect import VERSION
from tawatur.store.judgements import JudgementLog

KEPT = sorted((Path(__file__).parents[1] / "store" / "cases").glob("*.tar.gz"))


@pytest.fixture(params=KEPT, ids=lambda path: path.name.split(".")[0])
def case(request, tmp_path):
    with tarfile.open(request.param) as archive:
        archive.extractall(tmp_path, filter="data")
    return tmp_path / request.param.name.removesuffix(".tar.gz")


def version_of(case):
    db = sqlite3.connect(case / "case.sqlite")
    (version,) = db.execute("pragma user_version").fetchone()
    db.close()
    return version


def judgements_of(case):
    """Those that stand in a file of their own, as they do since version 2."""
    if not (case / "judgements.sqlite").exists():
        return []
    log = JudgementLog(case)
    kept = log.judgements()
    log.close()
    assert kept
    return kept


def test_a_case_of_every_older_version_is_kept():
    assert [path.name for path in KEPT] == [f"version-{number}.tar.gz" for number in range(1, VERSION)]


def test_an_older_case_says_what_to_do(case, capsys):
    assert version_of(case) < VERSION
    with pytest.raises(CaseError, match=r"older Tawatur.*\n.*tawatur run -o"):
        open_case(case)
    for command in (["verify", str(case)], ["export", str(case), "--as", "csv"], ["why", str(case), "x"]):
        with pytest.raises(SystemExit) as left:
            main(command)
        assert left.value.code == 2
        assert "tawatur run -o" in capsys.readouterr().err
    assert version_of(case) < VERSION


def test_a_run_brings_an_older_case_up_with_all_its_reports(case, tmp_path):
    db = sqlite3.connect(case / "case.sqlite")
    reports = {key for (key,) in db.execute("select id from documents")}
    db.close()
    judged = judgements_of(case)
    build_case([], case, workers=1, home=tmp_path / "home")
    assert judgements_of(case) == judged
    assert version_of(case) == VERSION
    assert list(verify_case(case)) == []
    with open_case(case) as opened:
        assert {document.id for document in opened.documents()} == reports
        claims = list(opened.claims())
        assert len(claims) >= len(reports)
        assert all(opened.quote(claim) for claim in claims)
        assert all(opened.received(document) for document in reports)
