import datetime as dt

import pytest

from tawatur.errors import JudgementError
from tawatur.export.ontology import load_entries
from tawatur.records import Judgement
from tawatur.review.slots import plain_value
from tawatur.review.vocabulary import FIELDS, MOST_TEXT, check_judgement, read_value

PLACE = {"name": "هجين", "country": "SY", "lat": 34.69, "lon": 40.83, "precision": "town"}
HARM = {"kind": "killed", "who": "civilians", "low": 3, "high": 5}


def test_every_field_is_explained_in_both_languages():
    entries = load_entries("judgements")
    assert list(entries) == list(FIELDS)
    assert all(entry.meaning and entry.meaning.en and entry.meaning.ar for entry in entries.values())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("verdict", "accepted"),
        ("type", "shelling"),
        ("stance", "denied"),
        ("source", None),
        ("source", "media:رويترز"),
        ("actors", ["sdf", "other:كتيبة الشهداء"]),
        ("targets", []),
        ("place", None),
        ("place", PLACE),
        ("place", {"name": "تل الضباع"}),
        ("date", None),
        ("date", ["2018-10-12", "2018-10-13"]),
        ("effects", [HARM, {"kind": "wounded", "who": "unknown", "of": "children"}]),
        ("move", "i1"),
        ("merge", "i1"),
        ("split", ["c1", "c2"]),
        ("grade", "weak"),
        ("comment", "رأيته في التسجيل"),
        ("undo", None),
    ],
)
def test_a_value_comes_through_as_it_was_given(field, value):
    plain = plain_value(field, value)
    assert plain_value(field, plain) == plain
    if not isinstance(value, dict) and field != "effects":
        assert plain == value


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("colour", "red", "There are: verdict, type"),
        ("verdict", "maybe", "Give accepted or rejected"),
        ("type", "earthquake", "Give a type of claim"),
        ("stance", None, "Give asserted or denied"),
        ("source", "", "Give a party"),
        ("source", "the army", "other:NAME"),
        ("actors", "sdf", "Give a list of parties"),
        ("actors", ["sdf", "sdf"], "stands there twice"),
        ("targets", ["other:"], "other:NAME"),
        ("targets", ["other:a\x00b"], "other:NAME"),
        ("place", {"name": "هجين", "lat": 34.6}, "without the other"),
        ("place", {"name": "هجين", "lat": 34.6, "lon": 40.0}, "how exactly"),
        ("place", {**PLACE, "lat": 91}, "<= 90"),
        ("place", {**PLACE, "country": "Syria"}, "country"),
        ("place", {**PLACE, "colour": "red"}, "unknown field"),
        ("place", {"name": "  "}, "no name"),
        ("date", ["2018-10-13", "2018-10-12"], "before the first"),
        ("date", ["2018-10-13"], "first and the last"),
        ("date", ["2018-02-30", "2018-03-01"], "first and the last"),
        ("effects", [{**HARM, "high": 1}], "less than the lower"),
        ("effects", [{**HARM, "low": -1}], ">= 0"),
        ("effects", [{**HARM, "who": "someone else"}], "other:NAME"),
        ("effects", [{**HARM, "low": 10**9}], "<= 10000000"),
        ("split", [], "no claim"),
        ("split", ["c1", "c1"], "twice"),
        ("grade", "excellent", "such as weak"),
        ("comment", " \n", "nothing is written"),
        ("comment", "x" * (MOST_TEXT + 1), "longer than"),
        ("comment", "a\x07b", "control characters"),
        ("undo", "yes", "Give null"),
    ],
)
def test_what_is_no_value_is_refused_with_what_the_field_takes(field, value, says):
    with pytest.raises(JudgementError) as told:
        read_value(field, value)
    assert says in str(told.value)
    assert "\n  " in str(told.value)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"who": " "}, "no name of a reviewer"),
        ({"who": "a\nb"}, "no name of a reviewer"),
        ({"about": ""}, "about nothing"),
        ({"why": "x" * (MOST_TEXT + 1)}, "reason is too long"),
        ({"when": dt.datetime(2024, 1, 1)}, "no time zone"),  # noqa: DTZ001
        ({"field": "colour"}, "Nothing that can be judged"),
    ],
)
def test_a_judgement_that_could_not_have_been_made_is_refused(change, says):
    good = {
        "id": "j",
        "about": "c1",
        "field": "grade",
        "value": "weak",
        "who": "huda",
        "when": dt.datetime.now(dt.UTC),
    }
    check_judgement(Judgement(**good))
    with pytest.raises(JudgementError, match=says):
        check_judgement(Judgement(**good | change))
