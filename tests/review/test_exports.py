"""What leaves a case that was reviewed: the values that hold, and the machine's beside them."""

import csv
import io
import json

import pytest

from tawatur.cli import main
from tawatur.run.case import open_case
from tawatur.run.export import export_case
from tawatur.store import Filter


@pytest.fixture
def judged(desk):
    desk.judge("a.1", "type", "bombing", why="عبوة ناسفة")
    desk.judge("c.1", "verdict", "rejected", why="خبر قديم")
    desk.on_incident_of("d.1", "grade", "weak", why="مصدر واحد")
    susa = desk.incident_of("b.2")
    desk.judge(susa, "verdict", "rejected")
    undone = desk.judge("d.1", "type", "bombing")
    desk.judge(undone.id, "undo")
    desk.judge("a.1", "date", ["2018-10-11", "2018-10-12"])
    desk.judge("a.1", "date", ["2018-10-10", "2018-10-12"])
    return desk


def rows(desk, view, kind=None):
    out = desk.folder.parent / "out"
    export_case(desk.store, view, out, rows=kind)
    return list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"), newline="")))


def test_the_claim_format_has_the_value_that_holds_and_the_machine_s(judged):
    out = judged.folder.parent / "claims.jsonl"
    export_case(judged.store, "claims", out)
    claims = {c["id"]: c for line in out.read_text().splitlines() for c in json.loads(line)["claims"]}
    claim = claims[judged.ids["a.1"]]
    assert (claim["type"], claim["date"]) == ("bombing", ["2018-10-10", "2018-10-12"])
    assert claim["review"]["machine"] == {"type": "shelling", "date": ["2018-10-12", "2018-10-12"]}
    assert claim["review"]["by"]["type"][::2] == ["huda", "عبوة ناسفة"]
    assert judged.ids["c.1"] not in claims
    assert "review" not in claims[judged.ids["b.1"]]
    assert claims[judged.ids["b.2"]]["incident"] is None


def test_spreadsheets_have_what_was_reviewed_and_how_it_was_read(judged):
    claims = {row["claim"]: row for row in rows(judged, "csv", "claims")}
    row = claims[judged.ids["a.1"]]
    assert (row["type"], row["review"]) == ("bombing", "corrected")
    assert json.loads(row["machine"])["type"] == "shelling"
    assert claims[judged.ids["b.1"]]["review"] == ""
    incidents = {row["incident"]: row for row in rows(judged, "csv", "incidents")}
    mosul = incidents[judged.incident_of("d.1")]
    assert (mosul["grade"], mosul["rule_grade"], mosul["review"]) == ("weak", "fair", "begun")
    assert judged.incident_of("b.2") not in incidents


def test_every_judgement_has_its_row_and_says_what_it_comes_to(judged):
    found = rows(judged, "csv", "judgements")
    assert [(row["field"], row["state"]) for row in found] == [
        ("type", "holds"), ("verdict", "holds"), ("grade", "holds"), ("verdict", "holds"),
        ("type", "undone"), ("undo", "holds"), ("date", "replaced"), ("date", "holds"),
    ]  # fmt: skip
    assert (found[0]["value"], found[0]["machine"], found[0]["was"]) == ("bombing", "shelling", "shelling")
    assert (found[2]["value"], found[2]["machine"]) == ("weak", "fair")
    assert json.loads(found[7]["was"]) == ["2018-10-11", "2018-10-12"]
    assert all(row["state_ar"] for row in found)


def test_the_map_says_what_was_reviewed(judged):
    out = judged.folder.parent / "map.geojson"
    export_case(judged.store, "geojson", out)
    features = {f["id"]: f["properties"] for f in json.loads(out.read_text())["features"]}
    mosul = features[judged.incident_of("d.1")]
    assert (mosul["grade"], mosul["rule_grade"], mosul["review"]) == ("weak", "fair", "begun")


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        (
            "en",
            [
                "Type set by a reviewer to Bombing (huda,",
                "had read Shelling",
                "Rejected by a reviewer",
                "خبر قديم",
            ],
        ),
        ("ar", ["النوع كما وضعه مراجع", "وكانت قراءة الآلة: قصف", "رفضها مراجع"]),
    ],
)
def test_why_prints_both_values(judged, capsys, lang, says):
    main_exits(["why", str(judged.folder), judged.ids["a.1"], "--lang", lang])
    said = " ".join(capsys.readouterr().out.split())
    assert [one for one in says if one not in said] == []


def main_exits(arguments):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code in (0, None)


def test_a_case_is_asked_by_the_values_that_hold(judged):
    with open_case(judged.folder) as case:
        assert [claim.id for claim in case.claims(type="bombing")] == [judged.ids["a.1"]]
        assert judged.ids["a.1"] not in {claim.id for claim in case.claims(Filter(type="shelling"))}
        assert judged.ids["c.1"] not in {claim.id for claim in case.claims()}
        assert [c.id for c in case.claims()] == [
            c.id for c in judged.store.claims() if c.id != judged.ids["c.1"]
        ]
        told = case.incident(judged.ids["a.1"])
        assert [claim.id for claim in told.rejected] == [judged.ids["c.1"]]
        assert case.incident(judged.incident_of("d.1")[:6]).grade == "weak"
        assert case.incident(judged.incident_of("b.2")) is None


def test_tables_for_analysis_hold_what_is_shown(judged):
    import pyarrow.parquet as pq

    out = judged.folder.parent / "tables"
    export_case(judged.store, "parquet", out)
    claims = {row["claim"]: row for row in pq.read_table(out / "claims.parquet").to_pylist()}
    assert claims[judged.ids["a.1"]]["type"] == "bombing"
    assert judged.ids["c.1"] not in claims
