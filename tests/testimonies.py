"""The gold claims of the invented examples, as testimonies, and their invented publishers with their camps."""

import csv
import datetime as dt
import io
import json
from collections import defaultdict
from pathlib import Path

import yaml
from msgspec.structs import replace

from tawatur.export.passages import find_words
from tawatur.export.views import find_view, load_file_writer
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
    Text,
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


def find_gold_words(claim):
    gold = json.loads((EXAMPLES / "gold" / f"{claim.document}.json").read_text(encoding="utf-8"))
    text = Text(document=claim.document, received=gold["text"], shown=gold["text"], pieces=())
    return find_words(text, claim)


def quote_gold(claim):
    gold = json.loads((EXAMPLES / "gold" / f"{claim.document}.json").read_text(encoding="utf-8"))
    return claim.quote.of(gold["text"])


class GoldChain:
    """The gold incidents, as an export asks a case for them; each is named by its slug."""

    def __init__(self, *slugs):
        self._told = {slug: tell_incident(slug) for slug in sorted(slugs or load_incidents())}
        self._claims = {claim.id: claim for told in self._told.values() for claim in told.claims}
        self._documents = {k: d for told in self._told.values() for k, d in told.documents.items()}

    def incidents(self):
        return (replace(told.incident, id=slug) for slug, told in self._told.items())

    def claim(self, id_):
        return self._claims.get(id_)

    def document(self, id_):
        return self._documents.get(id_)

    def judgements(self, about=None):
        return iter(())

    def judged_claim(self, id_):
        return None

    def judged_incident(self, id_):
        return None

    def logged(self):
        return iter(())

    def text(self, document):
        gold = json.loads((EXAMPLES / "gold" / f"{document}.json").read_text(encoding="utf-8"))
        return Text(document=document, received=gold["text"], shown=gold["text"], pieces=())


def read_view(view, rows=None, chain=None):
    """The rows of a view of the gold, by the name of their incident."""
    stream = io.BytesIO()
    load_file_writer(find_view(view), rows)(chain or GoldChain(), stream)
    assert stream.getvalue().startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))
