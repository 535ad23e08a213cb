"""An incident as a short memo: what happened, who says what in which words, and why it is one incident."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from tawatur.export import arabic, english
from tawatur.export.labels import heading, label, party
from tawatur.export.ontology import Lang
from tawatur.export.sentences import sentence_of_claim, sentence_of_incident
from tawatur.export.told import Told
from tawatur.records import Claim, Document


def write_memo(told: Told, quote: Callable[[Claim], str], lang: Lang) -> Iterator[str]:
    """The memo's lines; accounts come in the order in which they were printed."""
    yield f"{heading('incident', lang)} {told.incident.id}"
    yield sentence_of_incident(told.claims, documents=told.documents, lang=lang)
    claims = sorted(told.claims, key=lambda claim: told.documents[claim.document].published or dt.date.max)
    for n, claim in enumerate(claims, 1):
        document = told.documents[claim.document]
        yield ""
        yield f"{n}. {sentence_of_claim(claim, document=document, lang=lang)}"
        yield f"   «{' '.join(quote(claim).split())}»"
        for name, value in _details(claim, document, lang):
            yield f"   {heading(name, lang)}: {value}"
    if told.incident.reasons:
        numbers = {claim.id: n for n, claim in enumerate(claims, 1)}
        yield ""
        yield f"{heading('together', lang)}:"
        for joined in told.incident.reasons:
            yield f"   {numbers.get(joined.left, joined.left)} + {numbers.get(joined.right, joined.right)}: {joined.why}"


def _details(claim: Claim, document: Document, lang: Lang) -> Iterator[tuple[str, str]]:
    yield "source", party(claim.source.value if claim.source else None, lang)
    printed = f" ({document.published})" if document.published else ""
    yield "outlet", f"{document.outlet or heading('none', lang)}{printed}"
    say = arabic.say_harm if lang == "ar" else english.say_harm
    if claim.effects:
        yield "effects", "; ".join(say(effect) for effect in claim.effects)
    if claim.place:
        place = claim.place.value
        parts = [place.name, place.admin1, place.country]
        how = f" [{label('precision', place.precision, lang)}]" if place.precision else ""
        yield "place", ", ".join(part for part in parts if part) + how
    if claim.date:
        days = claim.date.value
        yield "date", str(days.first) if days.first == days.last else f"{days.first} – {days.last}"
    for slot, reason in sorted(claim.unresolved.items()):
        yield "unresolved", f"{heading(slot, lang)}: {reason}"
    yield "claim", claim.id
    yield "document", f"{document.id}  {document.url or document.name}"
