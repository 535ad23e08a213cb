"""What is learned from is well formed: a fault in it would teach wrong in silence."""

import datetime as dt
import json
from pathlib import Path

import pytest

from tawatur.lexicon.states import load_parties
from tawatur.records import ClaimType, EffectKind, Stance

ANNOTATIONS = Path(__file__).parents[2] / "annotations"
INVENTED = ("invented.jsonl", "invented-held-out.jsonl")
NEWS = ("news-2018.jsonl", "news-2018-held-out.jsonl")  # by spans: the texts are not ours
SPEAKERS = {"outlet", "activists", "local_sources", "witnesses", "medics", "officials", "un"}
SORTS = {None, "children", "women", "commanders", "prisoners", "journalists", "medics"}


@pytest.fixture(scope="module")
def reports():
    lines = [
        line for name in INVENTED for line in (ANNOTATIONS / name).read_text(encoding="utf-8").splitlines()
    ]
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def claims(reports):
    return [(report, claim) for report in reports for claim in report["claims"]]


def is_party(text, party, *also):
    return party in also or party in load_parties() or (party.startswith("other:") and party[6:] in text)


def test_every_invented_report_says_that_it_is_and_has_an_id_of_its_own(reports):
    ids = [report["id"] for report in reports]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith("inv-") for name in ids)


def test_every_quotation_stands_in_its_report(claims):
    assert [c["quote"] for r, c in claims if c["quote"] not in r["text"]] == []


def test_every_place_is_named_in_its_report(claims):
    assert [c["place"] for r, c in claims if c["place"] and c["place"]["name"] not in r["text"]] == []


def test_types_stances_and_kinds_of_harm_are_the_formats(claims):
    assert {c["type"] for _, c in claims} <= set(ClaimType)
    assert {c["stance"] for _, c in claims} <= set(Stance)
    assert {e["kind"] for _, c in claims for e in c["effects"]} <= set(EffectKind)
    assert {e["of"] for _, c in claims for e in c["effects"]} <= SORTS


def test_parties_are_known_or_named_as_the_text_has_them(claims):
    wrong = [
        (r["id"], party)
        for r, c in claims
        for role, also in (("actors", "unknown"), ("targets", "civilians"))
        for party in c[role]
        if not is_party(r["text"], party, also, "civilians")
    ]
    wrong += [
        (r["id"], e["who"])
        for r, c in claims
        for e in c["effects"]
        if not is_party(r["text"], e["who"], "civilians", "unknown")
    ]
    assert wrong == []


def test_sources_are_known_or_named_as_the_text_has_them(claims):
    def is_source(text, source):
        named = source.startswith("media:") and source[6:] in text
        return named or source in SPEAKERS or is_party(text, source)

    assert [(r["id"], c["source"]) for r, c in claims if not is_source(r["text"], c["source"])] == []


def test_nothing_happens_after_it_was_published(claims):
    for report, claim in claims:
        if claim["date"]:
            first, last = map(dt.date.fromisoformat, claim["date"])
            assert first <= last <= dt.date.fromisoformat(report["published"]), report["id"]


def test_counts_are_ranges(claims):
    for report, claim in claims:
        for effect in claim["effects"]:
            low, high = effect["low"], effect["high"]
            assert low is None or high is None or 0 < low <= high, report["id"]


@pytest.fixture(scope="module", params=NEWS)
def articles(request):
    return [
        json.loads(line) for line in (ANNOTATIONS / request.param).read_text(encoding="utf-8").splitlines()
    ]


def test_claims_of_articles_are_of_the_format(articles):
    claims = [claim for article in articles for claim in article["claims"]]
    assert {c["type"] for c in claims} <= set(ClaimType)
    assert {c["stance"] for c in claims} <= set(Stance)
    assert {e["kind"] for c in claims for e in c["effects"]} <= set(EffectKind)
    assert {e["of"] for c in claims for e in c["effects"]} <= SORTS
    assert all(first < last for first, last in (c["span"] for c in claims))
    assert all(c["date"] is None or c["date"][0] <= c["date"][1] for c in claims)


def test_no_article_is_both_learned_from_and_held_out():
    learned, held_out = (
        {json.loads(line)["id"] for line in (ANNOTATIONS / name).read_text(encoding="utf-8").splitlines()}
        for name in NEWS
    )
    assert learned
    assert not learned & held_out
