"""The gold claims of the invented examples, as testimonies, and their invented publishers with their camps."""

import datetime as dt
import json
from collections import defaultdict
from pathlib import Path

import yaml

from tawatur.lexicon.publishers import Publishers
from tawatur.link.sides import Sides
from tawatur.link.testimony import Testimony
from tawatur.records import (
    Claim,
    ClaimType,
    DayRange,
    Document,
    Effect,
    EffectKind,
    Place,
    Publisher,
    Said,
    Span,
    Stance,
)
from tawatur.records.publisher import Camp

EXAMPLES = Path(__file__).parents[1] / "examples"
_KINDS = {"monitor": "monitor", "agency": "agency", "wire": "agency", "radio": "radio", "daily": "newspaper"}


def load_outlets():
    return yaml.safe_load((EXAMPLES / "outlets.yaml").read_text(encoding="utf-8"))


def build_sides(**camps):
    """The sides with the invented publishers; `camps` gives some of them another camp."""
    return Sides(
        Publishers(
            Publisher(
                id=outlet["id"],
                name_en=outlet["name_en"],
                name_ar=outlet["name_ar"],
                country=outlet["country"],
                kind=next((kind for word, kind in _KINDS.items() if word in outlet["style"]), "site"),
                camps=(Camp(party=camp),) if (camp := camps.get(outlet["id"], outlet["camp"])) else (),
            )
            for outlet in load_outlets()
        )
    )


def load_incidents():
    rows = yaml.safe_load((EXAMPLES / "incidents.yaml").read_text(encoding="utf-8"))
    return {row["slug"]: row for row in rows}


def load_testimonies():
    """By incident."""
    told = defaultdict(list)
    for path in sorted((EXAMPLES / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = Document(
            id=path.stem,
            sha256="",
            media="text/plain",
            name=gold["file"],
            outlet=gold["outlet"],
            published=dt.date.fromisoformat(gold["published"] or gold["published_true"]),
        )
        for row in gold["claims"]:
            claim = build_claim(path.stem, row, gold["text"])
            told[row["incident"]].append(Testimony.of(claim, document, row["quote"]))
    return told


def build_claim(document, row, text):
    start = text.find(row["quote"])
    span = Span(start, start + len(row["quote"]))
    return Claim(
        id=f"{document}-{row['id']}",
        document=document,
        type=Said(ClaimType(row["type"]), span),
        stance=Stance(row["stance"]),
        quote=span,
        actors=tuple(Said(value, span) for value in row["actors"]),
        targets=tuple(Said(value, span) for value in row["targets"]),
        place=Said(Place(**row["place"]), span) if row["place"] else None,
        date=Said(DayRange(*map(dt.date.fromisoformat, row["date"])), span) if row["date"] else None,
        effects=tuple(
            Effect(
                kind=EffectKind(e["kind"]), who=e["who"], of=e["of"], low=e["low"], high=e["high"], span=span
            )
            for e in row["effects"]
        ),
        source=None if row["source"] == "outlet" else Said(row["source"], span),
    )


def tell_incident(slug, *judgements):
    """A gold incident as exports see it."""
    from tawatur.export.told import Told
    from tawatur.link.assess import assess
    from tawatur.records import Incident

    told = load_testimonies()[slug]
    claims = tuple(sorted((t.claim for t in told), key=lambda claim: claim.id))
    incident = Incident(
        id="i1", claims=tuple(claim.id for claim in claims), assessment=assess(told, build_sides())
    )
    return Told(incident, claims, {t.document.id: t.document for t in told}, judgements)


def quote_gold(claim):
    gold = json.loads((EXAMPLES / "gold" / f"{claim.document}.json").read_text(encoding="utf-8"))
    return claim.quote.of(gold["text"])
