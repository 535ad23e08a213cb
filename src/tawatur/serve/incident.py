"""The page of one incident: everything that is known of it, with the words and the reasons."""

from __future__ import annotations

import datetime as dt

import msgspec

from tawatur.export.sentences import sentence_of_claim, sentence_of_incident
from tawatur.export.told import Told
from tawatur.records import Claim, Document, Incident, Judgement, Proposed, Span, Summed
from tawatur.serve.desk import Desk


class InContext(msgspec.Struct, frozen=True):
    """A claim's words as they stand in their report."""

    before: str  # of the same paragraph
    quote: str
    after: str


class Account(msgspec.Struct, frozen=True):
    """A claim with its report, numbered in the order in which they were printed."""

    number: int
    claim: Claim
    document: Document
    words: InContext
    en: str
    ar: str
    copy_of: str | None  # the claim whose words these repeat
    why_copy: str


class Neighbour(msgspec.Struct, frozen=True):
    """Another incident that may be this one: near, and not joined."""

    id: str
    why: str
    points: float
    en: str
    ar: str


class IncidentPage(msgspec.Struct, frozen=True):
    incident: Incident
    en: str
    ar: str
    grade: str | None  # a reviewer's where there is one, else the rule's
    accounts: tuple[Account, ...]
    neighbours: tuple[Neighbour, ...]
    sums: tuple[Summed, ...]  # tolls over a period within which it lies
    judgements: tuple[Judgement, ...]


def build_incident(desk: Desk, id_: str) -> IncidentPage | None:
    told = desk.tell(id_)
    if told is None:
        return None
    store, incident = desk.store, told.incident
    return IncidentPage(
        incident=incident,
        en=sentence_of_incident(told.claims, documents=told.documents, lang="en"),
        ar=sentence_of_incident(told.claims, documents=told.documents, lang="ar"),
        grade=told.grade,
        accounts=_build_accounts(desk, told),
        neighbours=tuple(_build_neighbour(desk, incident.id, one) for one in store.proposals(incident.id)),
        sums=tuple(store.sums(incident=incident.id)),
        judgements=told.judgements,
    )


def _build_accounts(desk: Desk, told: Told) -> tuple[Account, ...]:
    copied = {copy.claim: copy for copy in told.incident.copies}
    claims = sorted(told.claims, key=lambda claim: told.documents[claim.document].published or dt.date.max)
    accounts = []
    for n, claim in enumerate(claims, 1):
        document, copy = told.documents[claim.document], copied.get(claim.id)
        text = desk.store.text(claim.document)
        accounts.append(
            Account(
                number=n,
                claim=claim,
                document=document,
                words=show_words(text.shown if text else "", claim.quote),
                en=sentence_of_claim(claim, document=document, lang="en"),
                ar=sentence_of_claim(claim, document=document, lang="ar"),
                copy_of=copy.of if copy else None,
                why_copy=copy.why if copy else "",
            )
        )
    return tuple(accounts)


def show_words(shown: str, quote: Span) -> InContext:
    """The words with the rest of the paragraph that they stand in."""
    start = shown.rfind("\n", 0, quote.start) + 1
    end = shown.find("\n", quote.end)
    return InContext(
        shown[start : quote.start], quote.of(shown), shown[quote.end : end if end >= 0 else len(shown)]
    )


def _build_neighbour(desk: Desk, id_: str, proposed: Proposed) -> Neighbour:
    other = proposed.right if proposed.left == id_ else proposed.left
    row = desk.row(other)
    return Neighbour(other, proposed.why, proposed.points, row.en if row else other, row.ar if row else other)
