"""The exports of a small case, read back with what users read them with."""

import csv
import datetime as dt
import io
import json

import pyarrow.parquet as pq
import pytest

from doubles import TableReader, report, write_reports
from tawatur import build_case
from tawatur.errors import CaseError, ExportError
from tawatur.export.cells import from_cell
from tawatur.export.views import VIEWS, find_view, load_file_writer
from tawatur.run.export import export_case
from tawatur.store import GrowingSqliteStore, SqliteStore

REPORTS = {
    "a": report("سكاي", "3 قتلى بقصف على هجين يوم 2018-10-12 بحسب sdf"),
    "b": report("سانا", "9 قتلى بقصف على هجين يوم 2018-10-12 بحسب isis"),
    "c": report("عنب", "2 قتلى بغارة على مكان"),
    "d": report("رصد", "4 قتلى بقصف على هجين يوم 2018-10-12 بحسب turkey نفي"),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    lines = folder / "reports.jsonl"
    lines.write_text(
        "\n".join(
            json.dumps({"id": key, "outlet": f"=وكالة {key}", "text": text}, ensure_ascii=False)
            for key, text in REPORTS.items()
        )
    )
    write_reports(folder / "bad", {"empty": ""})
    build_case([lines, folder / "bad"], folder / "case", workers=1, load=TableReader)
    return folder / "case"


@pytest.fixture
def rows(case):
    def read(kind):
        stream = io.BytesIO()
        with SqliteStore(case) as store:
            load_file_writer(find_view("csv"), kind)(store, stream)
        assert stream.getvalue().startswith(b"\xef\xbb\xbf")
        return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))

    return read


def test_a_spreadsheet_has_a_row_a_claim_with_labels_in_both_languages(rows):
    found = {row["document"]: row for row in rows("claims")}
    assert set(found) == {"a", "b", "c", "d"}
    row = found["a"]
    assert (row["type"], row["type_en"], row["type_ar"]) == ("shelling", "Shelling", "قصف")
    assert (row["source"], row["source_en"]) == ("sdf", "Syrian Democratic Forces")
    assert (row["killed_low"], row["killed_high"], row["wounded_low"]) == ("3", "3", "")
    assert (row["first"], row["place"], row["lat"]) == ("2018-10-12", "هجين", "34.69")
    assert row["outlet"] == "'=وكالة a"
    assert from_cell(row["outlet"]) == "=وكالة a"
    assert "3 قتلى بقصف" in row["quote"]
    assert row["incident"] == found["b"]["incident"] != found["c"]["incident"]


def test_a_spreadsheet_of_incidents_gives_the_span_over_all_sources(rows):
    (joined,) = (row for row in rows("incidents") if row["claims"] == "3")
    assert (joined["killed_low"], joined["killed_high"]) == ("3", "9")
    assert joined["denied_by"] == "turkey"
    assert (joined["grade"], joined["rule_grade"], joined["grade_ar"]) == (
        "contested",
        "contested",
        "متنازع عليها",
    )
    assert (joined["independent"], joined["disputed"]) == ("2", "happened | killed")
    assert joined["sentence_ar"]
    assert joined["sentence_en"]


def test_a_spreadsheet_of_effects_has_the_words_of_each_count(rows):
    assert sorted((row["document"], row["kind"], row["low"], row["words"]) for row in rows("effects")) == [
        ("a", "killed", "3", "3"),
        ("b", "killed", "9", "9"),
        ("c", "killed", "2", "2"),
        ("d", "killed", "4", "4"),
    ]


@pytest.mark.parametrize("kind", ["claims", "effects", "incidents"])
def test_an_empty_case_still_names_its_columns(kind, rows, tmp_path):
    with GrowingSqliteStore(tmp_path / "empty") as store:
        stream = io.BytesIO()
        load_file_writer(find_view("csv"), kind)(store, stream)
    (header,) = csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline=""))
    assert header == list(rows(kind)[0])


def test_a_map_follows_the_standard(case):
    stream = io.BytesIO()
    with SqliteStore(case) as store:
        load_file_writer(find_view("geojson"), None)(store, stream)
    collection = json.loads(stream.getvalue())
    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) == 2
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
    placed, unplaced = sorted(collection["features"], key=lambda feature: feature["geometry"] is None)
    assert placed["geometry"] == {"type": "Point", "coordinates": [40.83, 34.69]}
    assert placed["properties"]["precision"] == "town"
    assert placed["properties"]["harms"] == [{"kind": "killed", "who": "civilians", "low": 3, "high": 9}]
    assert unplaced["geometry"] is None


def test_tables_join_on_their_identifiers(case, tmp_path):
    with SqliteStore(case) as store:
        export_case(store, "parquet", tmp_path / "tables")
    tables = {path.stem: pq.read_table(path).to_pylist() for path in (tmp_path / "tables").iterdir()}
    assert set(tables) == {
        "documents", "claims", "effects", "incidents", "members", "voices", "counts", "contradictions", "proposals",
        "sums", "copies", "refusals",
    }  # fmt: skip
    texts = {row["document"]: row["text"] for row in tables["documents"]}
    for claim in tables["claims"]:
        assert texts[claim["document"]][claim["quote_start"] : claim["quote_end"]] == claim["quote"]
    assert {row["claim"] for row in tables["effects"]} == {row["claim"] for row in tables["claims"]}
    assert {(row["incident"], row["claim"]) for row in tables["members"]} == {
        (row["incident"], row["claim"]) for row in tables["claims"]
    }
    claims = {row["claim"] for row in tables["claims"]}
    spoken = [key for row in tables["voices"] for key in (*row["asserts"], *row["denies"])]
    assert sorted(spoken) == sorted(claims)
    assert {row["claim"] for row in tables["counts"]} <= claims
    assert {key for row in tables["contradictions"] for key in row["claims"]} <= claims
    (disputed,) = (row for row in tables["incidents"] if row["disputed"])
    assert (disputed["grade"], disputed["disputed"]) == ("contested", ["happened", "killed"])
    assert [row["code"] for row in tables["refusals"]] == ["empty"]
    first = next(row["first"] for row in tables["claims"] if row["document"] == "a")
    assert first == dt.date(2018, 10, 12)


def test_the_tables_in_the_case_are_those_that_are_exported(case, tmp_path):
    with SqliteStore(case) as store:
        export_case(store, "parquet", tmp_path / "tables")
    for path in (tmp_path / "tables").iterdir():
        assert path.read_bytes() == (case / "parquet" / path.name).read_bytes()


def test_an_unknown_form_names_those_there_are():
    with pytest.raises(
        ExportError, match=r"no export named 'xlsx'.\n.*claims, csv, geojson, acled, ucdp, airwars, parquet"
    ):
        find_view("xlsx")


def test_an_unknown_row_names_those_there_are():
    with pytest.raises(ExportError, match=r"no rows of 'places'.\n.*claims, effects, incidents"):
        load_file_writer(find_view("csv"), "places")


def test_an_unfinished_case_is_not_exported(tmp_path):
    with GrowingSqliteStore(tmp_path / "case"):
        pass
    with SqliteStore(tmp_path / "case") as store, pytest.raises(CaseError, match="did not come to its end"):
        export_case(store, "csv", tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("view", [view.name for view in VIEWS.values() if not view.is_folder])
def test_an_export_that_fails_leaves_the_old_file(view, case, tmp_path, monkeypatch):
    out = tmp_path / "out"
    out.write_bytes(b"old")

    def half(*_):
        raise ExportError("no")

    monkeypatch.setattr("tawatur.run.export.load_file_writer", lambda *_: half)
    with SqliteStore(case) as store, pytest.raises(ExportError):
        export_case(store, view, out)
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_export_into_a_folder_that_is_a_file_says_so(case, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with SqliteStore(case) as store:
        with pytest.raises(ExportError, match="is a file"):
            export_case(store, "csv", tmp_path / "file" / "out.csv")
        with pytest.raises(ExportError, match="is a folder"):
            export_case(store, "csv", tmp_path)


@pytest.mark.parametrize("view", ["acled", "ucdp", "airwars"])
@pytest.mark.parametrize("rows", [None, "claims", "left_out"])
def test_the_views_of_other_datasets_hold_no_cell_that_runs(case, view, rows):
    stream = io.BytesIO()
    with SqliteStore(case) as store:
        load_file_writer(find_view(view), rows)(store, stream)
    assert stream.getvalue().startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in found}) == 1
    for row in found:
        assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t"))]
