"""The claim format: a document a line, each claim with its words and where they stand.

A flat text is given as it was received, its furniture still around it, and every span is carried
back to it; a page is given as it is shown, since nobody wants offsets into markup. Either way
`text[start:end] == quote` is held here, so that no file leaves with a quote that is not there.
"""

from __future__ import annotations

from typing import Any, BinaryIO

import msgspec

from tawatur.errors import ExportError
from tawatur.export.chain import Chain, Entry
from tawatur.export.withheld import Withheld, quoted
from tawatur.records import Claim, Document, JudgedClaim, Place, Said, Span, Text

FORMAT = 1  # raised when a key changes its meaning; new keys may come without

_json = msgspec.json.Encoder()


class Shown:
    """The text that an export shows for a document, and how spans are carried to it."""

    def __init__(self, document: Document, text: Text) -> None:
        self._way = None if is_page(document) else text
        self.text = text.received if self._way else text.shown
        self.is_quoted = not isinstance(text, Withheld)
        self.content = text.content if self._way else Span(0, len(text.shown))

    def span(self, span: Span) -> Span:
        return self._way.to_received(span) if self._way else span


def is_page(document: Document) -> bool:
    """Whether what was received is markup: a page, or a JSON line that holds one."""
    media, _, parameter = document.media.partition(";")
    return media == "text/html" or parameter.strip() == "key=html"


def write_claims(chain: Chain, stream: BinaryIO) -> None:
    stream.writelines(_json.encode(format_document(entry)) + b"\n" for entry in chain.entries())


def format_document(entry: Entry) -> dict[str, Any]:
    """One document in the claim format."""
    document, shown = entry.document, Shown(entry.document, entry.text)
    return {
        "id": document.id,
        "outlet": document.outlet,
        "published": document.published,
        "published_from": document.published_from,
        "url": document.url,
        "title": document.title,
        "file": document.name,
        "sha256": document.sha256,
        "text": quoted(entry.text, shown.text),
        "content": shown.content,
        "claims": [
            format_claim(claim, shown, entry.incidents.get(claim.id), entry.judged.get(claim.id))
            for claim in entry.claims
        ],
    }


def format_claim(
    claim: Claim, shown: Shown, incident: str | None, judged: JudgedClaim | None = None
) -> dict[str, Any]:
    span = shown.span(claim.quote)
    quote = span.of(shown.text)
    if not quote or not 0 <= span.start < span.end <= len(shown.text):
        raise ExportError(
            f"Claim {claim.id} of {claim.document} has no words at {span.start}–{span.end}.\n"
            "  The case is damaged: `tawatur verify CASE` says where."
        )
    return {
        "id": claim.id,
        "type": claim.type.value,
        "stance": claim.stance,
        "quote": quote if shown.is_quoted else None,
        "span": span,
        "actors": [said.value for said in claim.actors],
        "targets": [said.value for said in claim.targets],
        "place": _format_place(claim.place, shown) if claim.place else None,
        "date": claim.date.value if claim.date else None,
        "effects": [
            {
                "kind": effect.kind,
                "who": effect.who,
                "of": effect.of,
                "low": effect.low,
                "high": effect.high,
                "span": shown.span(effect.span),
                "why": effect.why,
            }
            for effect in claim.effects
        ],
        "source": claim.source.value if claim.source else "outlet",
        "incident": incident,
        "spans": {
            "type": shown.span(claim.type.span),
            "actors": [shown.span(said.span) for said in claim.actors],
            "targets": [shown.span(said.span) for said in claim.targets],
            "date": shown.span(claim.date.span) if claim.date else None,
            "source": shown.span(claim.source.span) if claim.source else None,
        },
        "why": _whys(claim),
        "unresolved": claim.unresolved,
        **(_format_review(judged) if judged else {}),
    }


def _format_place(said: Said[Place], shown: Shown) -> dict[str, Any]:
    place = said.value
    return {
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "relation": place.relation,
        "span": shown.span(said.span),
        "candidates": place.candidates,
        "reason": place.reason,
    }


def _format_review(judged: JudgedClaim) -> dict[str, Any]:
    """Only claims that somebody judged have it: the verdict, and of each corrected slot what the machine had read."""
    return {
        "review": {
            "verdict": judged.verdict.value if judged.verdict else None,
            "machine": {one.slot: one.machine for one in judged.decided},
            "by": {one.slot: [one.by.who, one.by.when, one.by.why] for one in judged.decided},
        }
    }


def _whys(claim: Claim) -> dict[str, Any]:
    """The rule that read each slot, where it says so."""
    single = {"type": claim.type, "place": claim.place, "date": claim.date, "source": claim.source}
    whys: dict[str, Any] = {slot: said.why for slot, said in single.items() if said is not None and said.why}
    for slot, many in (("actors", claim.actors), ("targets", claim.targets)):
        if any(said.why for said in many):
            whys[slot] = [said.why for said in many]
    return whys
