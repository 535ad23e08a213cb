"""Every gold claim and incident of the examples can be said, in both languages."""

import datetime as dt
import json
from pathlib import Path

import msgspec
import pytest

from tawatur.export.sentences import sentence_of_claim, sentence_of_incident
from tawatur.records import Claim, ClaimType, DayRange, Document, Effect, Place, Said, Span, Stance

GOLD = Path(__file__).parents[2] / "examples" / "gold"
AT = Span(0, 1)


def build_claim(document, written):
    def said(value):
        return Said(value, AT)

    place, source = written["place"], written["source"]
    effects = [{**effect, "span": [0, 1]} for effect in written["effects"]]
    return Claim(
        id=f"{document}:{written['id']}",
        document=document,
        type=said(ClaimType(written["type"])),
        stance=Stance(written["stance"]),
        quote=AT,
        actors=tuple(map(said, written["actors"])),
        targets=tuple(map(said, written["targets"])),
        place=said(Place(**place)) if place else None,
        date=said(DayRange(*map(dt.date.fromisoformat, written["date"]))),
        effects=msgspec.convert(effects, tuple[Effect, ...]),
        source=None if source == "outlet" else said(source),
    )


def read_examples():
    documents, incidents = {}, {}
    for file in sorted(GOLD.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        document = Document(
            id=gold["id"], sha256="0" * 64, media="text/plain", name=gold["file"], outlet=gold["outlet"]
        )
        documents[document.id] = document
        for written in gold["claims"]:
            incidents.setdefault(written["incident"], []).append(build_claim(document.id, written))
    return documents, incidents


DOCUMENTS, INCIDENTS = read_examples()


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("slug", sorted(INCIDENTS))
def test_an_incident_and_its_claims_can_be_said(slug, lang):
    claims = INCIDENTS[slug]
    sentences = [sentence_of_claim(claim, document=DOCUMENTS[claim.document], lang=lang) for claim in claims]
    sentences.append(sentence_of_incident(claims, documents=DOCUMENTS, lang=lang))
    for sentence in sentences:
        assert sentence.endswith(".")
        assert "  " not in sentence
        assert not set("{}_").intersection(sentence)
    for claim, sentence in zip(claims, sentences, strict=False):
        for effect in claim.effects:
            for bound in (effect.low, effect.high):
                if bound is not None and bound > 2:
                    assert str(bound) in sentence.replace(",", ""), "no figure is lost"


def test_the_markets_incident_reads_as_a_memo_would_begin():
    said = sentence_of_incident(INCIDENTS["binnish-market-strike"], documents=DOCUMENTS, lang="en")
    assert said == (
        "Air strike in بنش on 7 February 2019: 6 to 13 civilians killed or 14 Hay'at Tahrir al-Sham fighters killed; "
        "20 to 25 civilians wounded, according to 6 sources in 8 outlets. Russia and the Assad government deny it."
    )
