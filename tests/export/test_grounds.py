"""Whatever finding says of a place or of a day that stayed open has its wording in Arabic."""

import ast
import re
from pathlib import Path

import pytest

import tawatur.find
from tawatur.export.grounds import is_said, say_ground
from tawatur.export.ontology import load_grounds
from tawatur.store import SqliteStore

FIND = Path(tawatur.find.__file__).parent
SAMPLES = {
    "kind": "town",
    "name": "",
    "name_en": "Idlib",
    "direction": "east",
    "away": "12",
    "len": "3",
    "NO_BASE": "the day of publication is not known",
    "why": "the last some years",
    "stretch": "some years",
    "count": "3",
    "unit": "hour",
    "last": "2023-11-04",
    "reason": "bears the name",
}


NAMES_IN_TIME = ("yesterday", "month")  # what `name` may be where days are read


def _sample(node, name="Idlib"):
    """What a string says when it runs, with a likely value in each of its places."""
    if isinstance(node, ast.Constant):
        return node.value
    said = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            said.append(part.value)
            continue
        names = [one for one in re.findall(r"\w+", ast.unparse(part.value)) if one in SAMPLES]
        names = names[:1] if "unit" in names else names
        assert names, f"no sample for {ast.unparse(part)}"
        chosen = names[0] if "len" in names else names[-1]
        said.append(name if chosen == "name" else SAMPLES[chosen])
    return "".join(said)


def _strings(node):
    return [
        one for one in _outermost(node) if not isinstance(one, ast.Constant) or isinstance(one.value, str)
    ]


def _outermost(node):
    if isinstance(node, ast.JoinedStr | ast.Constant):
        return [node]
    if isinstance(node, ast.Attribute | ast.Subscript | ast.Compare):
        return []
    if isinstance(node, ast.IfExp):
        return [*_outermost(node.body), *_outermost(node.orelse)]
    return [one for child in ast.iter_child_nodes(node) for one in _outermost(child)]


def _set_by(node):
    return (
        {node.arg} if isinstance(node, ast.keyword) else set(re.findall(r"\w+", ast.unparse(node.targets[0])))
    )


def _places_say():
    """What is appended to `reasons`, and whatever `reason` or `why` is set to."""
    for name in ("place_context.py", "place_weights.py"):
        for node in ast.walk(ast.parse((FIND / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "made.reasons.append",
                "_add_parent",
            ):
                given = node.args
            elif isinstance(node, ast.keyword | ast.Assign) and {"reason", "why"} & _set_by(node):
                given = [node.value]
            else:
                continue
            for one in given:
                found = map(_sample, _strings(one))
                yield from (said for said in found if said and not said.startswith(", "))  # no tails


def _open_days_say():
    """What is given as the reason to a point or a mention that has no days."""
    for path in sorted(FIND.glob("date*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func) in ("Point", "DateMention")
                and len(node.args) > 3
                and ast.unparse(node.args[2]) == "None"
            ):
                for one in (one for arg in node.args[3:] for one in _strings(arg)):
                    yield tuple(dict.fromkeys(_sample(one, name) for name in NAMES_IN_TIME))


@pytest.mark.parametrize("said", sorted(set(_places_say())))
def test_what_finding_says_of_places_can_be_said_in_arabic(said):
    assert is_said(said)


@pytest.mark.parametrize("said", sorted(set(_open_days_say())))
def test_what_finding_says_of_open_days_can_be_said_in_arabic(said):
    assert any(is_said(one) for one in said)


def test_whatever_the_examples_say_of_places_and_days_is_said_in_arabic(examples_case):
    grounds = set()
    for claim in SqliteStore(examples_case).claims():
        grounds |= set(claim.unresolved.values())
        if claim.place:
            place = claim.place.value
            grounds |= {place.reason, *(one.reason for one in place.candidates)}
    assert len(grounds) > 30
    assert [one for one in grounds if one and not is_said(one)] == []


def test_a_value_stands_in_the_arabic_as_in_the_english():
    for wording in load_grounds().wordings:
        assert sorted(re.findall(r"\{\d:\w+\}", wording.en)) == sorted(re.findall(r"\{\d:\w+\}", wording.ar))


def test_a_place_without_an_arabic_name_stands_apart_by_its_english_one():
    said = say_ground("12 km from Idlib, as the text says", "ar")
    assert said == "على بعد 12 كم من \u2066Idlib\u2069، كما يقول النص"
    assert say_ground("in Idlib, as the text says", "ar", {"Idlib": "إدلب"}.get) == "في إدلب، كما يقول النص"


def test_a_ground_within_a_ground_is_said_too():
    assert (
        say_ground("since a part of the year 2013, and the day of publication is not known", "ar")
        == "منذ جزء من سنة 2013، ويوم النشر غير معروف"
    )


def test_what_no_wording_fits_stays_as_it_is():
    assert say_ground("written by hand", "ar") == "\u2066written by hand\u2069"
    assert say_ground("a town", "en") == "a town"
