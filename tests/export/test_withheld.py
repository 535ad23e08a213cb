"""`--no-quotes`: no form of export holds a word of a report or its headline, and every figure stays."""

import json

import pyarrow.parquet as pq
import pytest

from doubles import TableReader, report, write_reports
from tawatur import build_case
from tawatur.export.views import VIEWS
from tawatur.run.export import export_case
from tawatur.store import SqliteStore

HEADLINE = "عنوان غريب جدا"
FORMS = [(view.name, rows) for view in VIEWS.values() for rows in view.rows]


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("withheld")
    reports = write_reports(
        folder / "reports",
        {
            "a": report("وكالة الساحل", "3 قتلى بقصف على هجين يوم 2018-10-12 بحسب sdf"),
            "b": report("وكالة النهر", "4 قتلى بقصف على هجين يوم 2018-10-12 بحسب isis"),
        },
    )
    page = f"<title>{HEADLINE}</title><p>{report('وكالة الجبل', '3 قتلى بقصف على هجين يوم 2018-10-12')}</p>"
    (reports / "c.html").write_text(page, encoding="utf-8")
    build_case([reports], folder / "case", workers=1, load=TableReader)
    return folder / "case"


def export(case, form, rows, folder, *, quotes):
    out = folder / f"{form}-{rows}-{quotes}"
    with SqliteStore(case) as store:
        export_case(store, form, out, rows=rows, quotes=quotes)
    return b"\n".join(p.read_bytes() for p in sorted(out.iterdir())) if out.is_dir() else out.read_bytes()


@pytest.mark.parametrize(("form", "rows"), FORMS)
def test_no_form_holds_a_word_of_a_report(case, form, rows, tmp_path):
    before = export(case, form, rows, tmp_path, quotes=True)
    after = export(case, form, rows, tmp_path, quotes=False)
    for told in ("قتلى بقصف", "أفاد مراسل", HEADLINE, "█"):
        assert told.encode() not in after
    assert len(after) <= len(before)


def test_a_table_keeps_its_rows_and_loses_its_words(case, tmp_path):
    export(case, "parquet", "tables", tmp_path, quotes=True)
    export(case, "parquet", "tables", tmp_path, quotes=False)
    for name, columns in {"claims": {"quote"}, "documents": {"text", "title"}, "incidents": set()}.items():
        full, bare = (
            pq.read_table(tmp_path / f"parquet-tables-{quotes}" / f"{name}.parquet").to_pylist()
            for quotes in (True, False)
        )
        assert [{**row, **dict.fromkeys(columns)} for row in full] == bare


@pytest.mark.parametrize("form", ["acled", "ucdp", "airwars"])
def test_a_dataset_counts_the_same_without_the_words(form, tmp_path):
    text = "قتل عشرات المدنيين بقصف مدفعي للقوات السورية على بلدة هجين في دير الزور يوم 12 تشرين الأول 2018."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build_case([tmp_path / "a.txt"], tmp_path / "case", workers=1)
    with SqliteStore(tmp_path / "case") as store:
        assert next(store.claims()).effects
    before, after = (export(tmp_path / "case", form, None, tmp_path, quotes=q) for q in (True, False))
    assert before == after


def test_the_claim_format_keeps_its_keys(case, tmp_path):
    lines = [
        json.loads(line) for line in export(case, "claims", "documents", tmp_path, quotes=False).splitlines()
    ]
    full = [
        json.loads(line) for line in export(case, "claims", "documents", tmp_path, quotes=True).splitlines()
    ]
    for bare, line in zip(lines, full, strict=True):
        assert (bare["text"], bare["title"]) == (None, None)
        assert [{**claim, "quote": None} for claim in line["claims"]] == bare["claims"]
