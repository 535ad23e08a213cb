"""The examples hold what they promise, and their gold is in the claim format to the letter."""

import hashlib
import json
import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest
import yaml

from tawatur.export.ontology import load_names, load_people, load_sources
from tawatur.records import ClaimType, EffectKind, Stance

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLD = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((EXAMPLES / "gold").glob("*.json"))
}
OUTLETS = {o["name_ar"]: o for o in yaml.safe_load((EXAMPLES / "outlets.yaml").read_text(encoding="utf-8"))}
INCIDENTS = {i["slug"]: i for i in yaml.safe_load((EXAMPLES / "incidents.yaml").read_text(encoding="utf-8"))}
CLAIMS = [(slug, claim) for slug, document in GOLD.items() for claim in document["claims"]]
NAMED = [f"{slug}-{claim['id']}" for slug, claim in CLAIMS]
NONE = sorted(slug for slug, document in GOLD.items() if not document["claims"])


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


LINES = {
    line["id"]: line for path in sorted((EXAMPLES / "reports").glob("*.jsonl")) for line in read_lines(path)
}


def is_party(value):
    head, colon, name = value.partition(":")
    return head == "other" and bool(name.strip()) if colon else value in load_names()


def test_there_are_enough_of_every_kind():
    assert len(GOLD) >= 48
    assert len({document["outlet"] for document in GOLD.values()}) >= 8
    assert len(INCIDENTS) >= 12
    assert len(NONE) >= 5
    kinds = Counter(Path(document["file"]).suffix for document in GOLD.values())
    assert min(kinds[".txt"], kinds[".html"], kinds[".jsonl"]) >= 10
    assert len({document["published"] or document["published_true"] for document in GOLD.values()}) >= 20
    countries = {claim["place"]["country"] for _, claim in CLAIMS if claim["place"]}
    assert {"SY", "IQ", "YE", "PS", "LB", "LY", "SD", "EG"} <= countries
    assert sum(claim["stance"] == "denied" for _, claim in CLAIMS) >= 5


def test_every_type_and_every_kind_of_harm_but_missing_people_occurs():
    assert {claim["type"] for _, claim in CLAIMS} == set(ClaimType)
    kinds = {effect["kind"] for _, claim in CLAIMS for effect in claim["effects"]}
    assert set(EffectKind) - kinds <= {"missing"}


def test_the_readme_says_that_all_is_invented_before_anything_else():
    first = (EXAMPLES / "README.md").read_text(encoding="utf-8").splitlines()[0]
    assert "invented" in first


@pytest.mark.parametrize("slug", GOLD)
def test_every_report_is_marked_as_invented(slug):
    document = GOLD[slug]
    assert document["invented"] is True
    path = EXAMPLES / document["file"]
    match path.suffix:
        case ".jsonl":
            assert LINES[document["id"]]["invented"] is True
        case ".html":
            assert re.search(rb'<meta name="invented" content="true"\s*/?>', path.read_bytes())
        case _:
            text = path.read_text(encoding="utf-8-sig")
            bare = document["outlet"].removeprefix("وكالة ").removeprefix("إذاعة ")
            assert bare in text


@pytest.mark.parametrize("slug", GOLD)
def test_the_gold_has_the_text_as_it_arrives(slug):
    document = GOLD[slug]
    path = EXAMPLES / document["file"]
    if path.suffix == ".jsonl":
        line = LINES[document["id"]]
        assert (line["outlet"], line["published"]) == (document["outlet"], document["published"])
        if "text" in line:
            assert line["text"] == document["text"]
            return
        page = line["html"]
    else:
        received = path.read_bytes()
        assert document["id"] == hashlib.sha256(received).hexdigest()[:16], (
            f"{path.name} was edited: its id in gold/{slug}.json is now {hashlib.sha256(received).hexdigest()[:16]}"
        )
        assert document["published"] is None
        date.fromisoformat(document["published_true"])
        if path.suffix == ".txt":
            assert received.decode("utf-8-sig") == document["text"]
            return
        page = received.decode("windows-1256" if b"windows-1256" in received else "utf-8")
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page).replace("&quot;", '"'))
    for paragraph in document["text"].splitlines():
        assert paragraph in shown


@pytest.mark.parametrize("slug", GOLD)
def test_a_document_is_whole(slug):
    document = GOLD[slug]
    assert document["outlet"] in OUTLETS
    first, last = document["content"]
    assert 0 <= first < last <= len(document["text"])
    content = document["text"][first:last]
    assert content == content.strip()
    names = [claim["id"] for claim in document["claims"]]
    assert names == [f"c{n}" for n in range(1, len(names) + 1)]
    for claim in document["claims"]:
        assert claim["quote"] in content


def test_no_two_documents_share_an_identifier():
    assert len({document["id"] for document in GOLD.values()}) == len(GOLD)


def test_every_report_has_gold():
    assert {document["file"] for document in GOLD.values()} == {
        f"reports/{path.name}" for path in (EXAMPLES / "reports").iterdir()
    }
    assert set(LINES) <= {document["id"] for document in GOLD.values()}


@pytest.mark.parametrize(("slug", "claim"), CLAIMS, ids=NAMED)
def test_a_claim_is_in_the_format(slug, claim):
    assert set(claim) == {
        "id", "type", "stance", "quote", "actors", "targets", "place", "date", "effects", "source", "incident",
    }  # fmt: skip
    ClaimType(claim["type"])
    Stance(claim["stance"])
    assert claim["quote"] == claim["quote"].strip()
    assert "\n" not in claim["quote"]
    assert claim["quote"]
    assert all(map(is_party, claim["actors"]))
    assert all(map(is_party, claim["targets"]))
    source = claim["source"]
    assert source in load_sources() or is_party(source) or source.startswith("media:")
    assert source != "media"
    if claim["type"] == "toll":
        assert claim["actors"] == claim["targets"] == []


@pytest.mark.parametrize(("slug", "claim"), CLAIMS, ids=NAMED)
def test_a_claims_day_is_known_and_not_in_the_future(slug, claim):
    first, last = map(date.fromisoformat, claim["date"])
    document = GOLD[slug]
    assert first <= last <= date.fromisoformat(document["published"] or document["published_true"])


@pytest.mark.parametrize(("slug", "claim"), CLAIMS, ids=NAMED)
def test_a_claims_place_is_named_in_its_report(slug, claim):
    place = claim["place"]
    if place is None:
        return
    assert set(place) == {"name", "country", "admin1", "lat", "lon"}
    text = GOLD[slug]["text"].replace("_", " ")
    assert place["name"].removeprefix("ال") in text
    assert (place["lat"] is None) == (place["lon"] is None)
    if place["lat"] is not None:
        assert 10 <= place["lat"] <= 38
        assert 9 <= place["lon"] <= 50


@pytest.mark.parametrize(("slug", "claim"), CLAIMS, ids=NAMED)
def test_a_claims_effects_are_in_the_format(slug, claim):
    seen = set()
    for effect in claim["effects"]:
        assert set(effect) == {"kind", "who", "of", "low", "high"}
        EffectKind(effect["kind"])
        assert is_party(effect["who"])
        assert effect["of"] is None or effect["of"] in load_people()
        low, high = effect["low"], effect["high"]
        assert low is None or high is None or 1 <= low <= high
        key = (effect["kind"], effect["who"], effect["of"])
        assert key not in seen
        seen.add(key)


def test_a_narrowed_count_is_no_larger_than_what_it_narrows():
    for _, claim in CLAIMS:
        wholes = {(e["kind"], e["who"]): e for e in claim["effects"] if e["of"] is None}
        for effect in claim["effects"]:
            whole = wholes.get((effect["kind"], effect["who"]))
            officer_beside_men = effect["of"] == "commanders"  # "an officer and four soldiers" are five
            if effect["of"] and whole and whole["high"] and effect["low"] and not officer_beside_men:
                assert effect["low"] <= whole["high"]


def test_an_incident_is_listed_just_when_several_reports_tell_of_it():
    reports = defaultdict(set)
    for slug, claim in CLAIMS:
        assert claim["incident"]
        reports[claim["incident"]].add(slug)
    assert set(INCIDENTS) == {slug for slug, found in reports.items() if len(found) > 1}


@pytest.mark.parametrize("slug", INCIDENTS)
def test_a_listed_incident_agrees_with_its_claims(slug):
    incident = INCIDENTS[slug]
    claims = [claim for _, claim in CLAIMS if claim["incident"] == slug]
    first, last = incident["days"]
    days = [tuple(map(date.fromisoformat, claim["date"])) for claim in claims]
    assert any(claim["place"] and claim["place"]["name"] == incident["place"] for claim in claims)
    assert all(low <= last and high >= first for low, high in days), "each account can be of these days"
    denied = any(claim["stance"] == "denied" for claim in claims)
    assert ("happened" in incident["disputed"]) == denied
    assert incident["grade"] in {"confirmed", "fair", "weak", "contested", "discounted", None}
    assert incident.get("apart") in {*INCIDENTS, None}


def test_incidents_that_are_easily_confused_are_told_of_in_one_report():
    for slug, incident in INCIDENTS.items():
        if other := incident.get("apart"):
            both = [
                name
                for name, document in GOLD.items()
                if {slug, other} <= {claim["incident"] for claim in document["claims"]}
            ]
            assert both


def test_one_wire_text_is_copied_under_three_other_headlines():
    quotes = Counter(claim["quote"] for _, claim in CLAIMS if claim["incident"] == "binnish-market-strike")
    assert max(quotes.values()) >= 4


def test_reports_without_a_happening_use_the_words_of_war():
    for slug in NONE:
        if slug == "none-bread":
            continue
        text = GOLD[slug]["text"]
        assert re.search("قصف|فج|مجزرة|معركة|هاجم|تهاجم|ضرب|محارب|ينفجر|انفجر", text), slug


def test_numbers_and_calendars_of_every_kind_occur():
    everything = " ".join(document["text"] for document in GOLD.values())
    for form in (
        "٩",
        "شباط",
        "فيفري",
        "جوان",
        "غشت",
        "شتنبر",
        "دجنبر",
        "نونبر",
        "يناير",
        "محرم",
        "رمضان",
        "أيلول/سبتمبر",
        "قصـ.ـف",
        "أول أمس",
    ):
        assert form in everything, form
