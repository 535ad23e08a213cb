import shutil

import pytest

from doubles import TableReader
from reviewers import REPORTS, Desk, write_reports
from tawatur.run.build import build_case


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    write_reports(folder / "reports.jsonl", REPORTS)
    build_case([folder / "reports.jsonl"], folder / "case", workers=1, load=TableReader)
    return folder


@pytest.fixture
def folder(built, tmp_path):
    shutil.copytree(built / "case", tmp_path / "case")
    return tmp_path


@pytest.fixture
def desk(folder):
    desk = Desk(folder / "case")
    yield desk
    desk.close()


@pytest.fixture
def reopen(desk, folder):
    """Build the case again, from other reports or by another reader, and open it."""
    opened = []

    def build(reports=None, reader=TableReader, *, anew=False):
        desk.close()
        if anew:
            for path in (folder / "case").glob("case.sqlite*"):
                path.unlink()
        write_reports(folder / "reports.jsonl", reports or REPORTS)
        build_case([folder / "reports.jsonl"], folder / "case", workers=1, load=reader)
        opened.append(Desk(folder / "case"))
        return opened[-1]

    yield build
    for one in opened:
        one.close()
