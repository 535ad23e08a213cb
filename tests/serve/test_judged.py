"""The desk shows a case as its reviewers left it, at once."""

import shutil

import pytest
from fastapi.testclient import TestClient

from reviewers import NOON
from tawatur.review import build_judgement
from tawatur.run.desk import open_desk
from tawatur.serve.app import create_app


@pytest.fixture
def own(case, tmp_path):
    """A desk of a case of its own, to judge."""
    return open_desk(shutil.copytree(case, tmp_path / "case"))


@pytest.fixture
def reader(own):
    return TestClient(create_app(own), base_url="http://127.0.0.1")


def judge(desk, about, field, value=None):
    made = build_judgement(desk.reviewed, about, field, value, who="huda", when=NOON)
    desk.reviewed.store.judge(made)
    desk.follow()


def counts(reader, **state):
    page = reader.get("/incidents.json", params=state).json()
    return page["total"], {f["name"]: {c["value"]: c["count"] for c in f["choices"]} for f in page["facets"]}


def test_a_reviewer_s_grade_is_what_the_list_filters_by(own, reader):
    row = next(row for row in own.index.standing() if row.grade == "weak")
    weak, _ = counts(reader, grade="weak")
    judge(own, row.id, "grade", "fair")
    assert counts(reader, grade="weak")[0] == weak - 1
    assert own.row(row.id).grade == "fair"
    assert counts(reader, review="begun")[0] == 1


def test_a_merged_incident_leads_to_the_one_that_it_is_part_of(own, reader):
    left, right = list(own.index.standing())[:2]
    before = own.index.total
    judge(own, left.id, "merge", right.id)
    assert own.index.total == before - 1 == reader.get("/incidents.json").json()["of"]
    assert own.row(right.id) is None
    assert reader.get(f"/incidents/{right.id}.json").json()["incident"]["id"] == left.id
    assert own.row(left.id).claims == left.claims + right.claims


def test_a_split_incident_is_two_in_the_list_and_search_finds_each(own, reader):
    row = next(row for row in own.index.standing() if row.claims > 1)
    claim = own.reviewed.members(row.id)[0]
    before = own.index.total
    judge(own, row.id, "split", [claim])
    made = own.reviewed.incident_of(claim)
    assert own.index.total == before + 1
    assert own.row(made).claims == 1
    words = own.reviewed.quote(own.reviewed.claim(claim)).split()[0]
    found = {one["id"] for one in reader.get("/incidents.json", params={"q": words}).json()["incidents"]}
    assert made in found


def test_what_was_undone_is_as_it_was(own):
    rows = list(own.index.standing())
    row = rows[0]
    judge(own, row.id, "verdict", "rejected")
    assert own.row(row.id) is None
    (undone,) = own.reviewed.judgements()
    judge(own, undone.id, "undo")
    assert sorted(own.index.standing(), key=lambda row: row.id) == rows


def test_a_desk_that_is_opened_later_shows_the_same(own):
    left, right, third = list(own.index.standing())[:3]
    judge(own, left.id, "merge", right.id)
    judge(own, third.id, "grade", "discounted")
    again = open_desk(own.case)
    assert sorted(again.index.standing(), key=lambda row: row.id) == sorted(
        own.index.standing(), key=lambda row: row.id
    )


def test_an_export_of_a_view_holds_what_was_judged(own, reader):
    row = next(row for row in own.index.standing() if row.grade == "weak")
    judge(own, row.id, "grade", "fair")
    sheet = reader.get("/export", params={"as": "csv", "rows": "incidents", "grade": "fair"}).text
    assert row.id in sheet
    log = reader.get("/export", params={"as": "csv", "rows": "judgements"}).text
    assert "huda" in log
