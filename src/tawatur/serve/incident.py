"""The page of one incident: everything that is known of it, with the words and the reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from tawatur.export.sentences import sentence_of_claim, sentence_of_incident
from tawatur.export.told import Told
from tawatur.records import (
    Claim,
    Decided,
    Document,
    Incident,
    Judgement,
    Place,
    Proposed,
    Reason,
    Summed,
    Voice,
)
from tawatur.serve.chart import build_charts
from tawatur.serve.desk import Desk
from tawatur.serve.map import radius_of
from tawatur.serve.passage import Run, build_runs, marks_of, paragraph_around


class Account(msgspec.Struct, frozen=True):
    """A claim with its report, numbered in the order in which they were printed."""

    number: int
    claim: Claim
    document: Document
    quote: str
    passage: tuple[Run, ...]  # the paragraph that its words stand in
    en: str
    ar: str
    copy_of: str | None  # the claim whose words these repeat
    why_copy: tuple[Reason, ...]
    decided: tuple[Decided, ...]  # slots to which a reviewer gave another value, with the machine's
    is_rejected: bool  # by a reviewer: it counts for nothing here


class Neighbour(msgspec.Struct, frozen=True):
    """Another incident that may be this one: near, and not joined."""

    id: str
    why: tuple[Reason, ...]
    against: tuple[Reason, ...]  # why it was not joined
    points: float
    en: str
    ar: str


class Spot(msgspec.Struct, frozen=True):
    """A place that claims name, with how far from its point it may reach."""

    name: str
    name_en: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    radius_m: int | None
    reason: str
    claims: tuple[int, ...]  # by number


class Toll(msgspec.Struct, frozen=True):
    """A sum over a period within which the incident lies. Its figures are never added to the incident's."""

    claim: str
    document: str
    why: tuple[Reason, ...]
    en: str
    ar: str


class IncidentPage(msgspec.Struct, frozen=True):
    incident: Incident
    en: str
    ar: str
    grade: str | None  # a reviewer's where there is one, else the rule's
    accounts: tuple[Account, ...]
    neighbours: tuple[Neighbour, ...]
    places: tuple[Spot, ...]
    tolls: tuple[Toll, ...]
    judgements: tuple[Judgement, ...]

    @property
    def reports(self) -> int:
        return len({account.document.id for account in self.accounts})

    @property
    def outlets(self) -> frozenset[str]:
        return frozenset(a.document.outlet for a in self.accounts if a.document.outlet)

    def apart(self, claims: Iterable[str]) -> list[list[Account]]:
        """The accounts of some claims, those in the same words together."""
        same: dict[str, list[Account]] = {}
        wanted = frozenset(claims)
        for account in self.accounts:
            if account.claim.id in wanted:
                same.setdefault(" ".join(account.quote.split()), []).append(account)
        return list(same.values())

    def of_voice(self, voice: Voice) -> list[Account]:
        """What a voice says, in the order of print."""
        own = {*voice.asserts, *voice.denies}
        return [account for account in self.accounts if account.claim.id in own]


def build_incident(desk: Desk, id_: str) -> IncidentPage | None:
    told = desk.tell(id_)
    if told is None:
        return None
    incident = told.incident
    accounts = _build_accounts(desk, told)
    return IncidentPage(
        incident=incident,
        en=sentence_of_incident(told.claims, documents=told.documents, lang="en"),
        ar=sentence_of_incident(told.claims, documents=told.documents, lang="ar"),
        grade=told.grade,
        accounts=accounts,
        neighbours=tuple(
            _build_neighbour(desk, incident.id, one) for one in desk.reviewed.proposals(incident.id)
        ),
        places=_build_spots(accounts),
        tolls=tuple(
            filter(None, (_build_toll(desk, one) for one in desk.reviewed.sums(incident=incident.id)))
        ),
        judgements=told.judgements,
    )


def _build_accounts(desk: Desk, told: Told) -> tuple[Account, ...]:
    copied = {copy.claim: copy for copy in told.incident.copies}
    rejected = {claim.id: desk.persons.withhold_in_claim(claim) for claim in told.rejected}
    documents = told.documents | {
        claim.document: document
        for claim in told.rejected
        if (document := desk.store.document(claim.document))
    }
    claims = sorted(told.claims, key=lambda claim: documents[claim.document].published or dt.date.max)
    claims += rejected.values()
    accounts = []
    for n, claim in enumerate(claims, 1):
        document, copy = documents[claim.document], copied.get(claim.id)
        text = desk.store.text(claim.document)
        shown = text.shown if text else ""
        accounts.append(
            Account(
                number=n,
                claim=claim,
                document=document,
                quote=claim.quote.of(shown),
                passage=build_runs(shown, list(marks_of(claim)), paragraph_around(shown, claim.quote)),
                en=sentence_of_claim(claim, document=document, lang="en"),
                ar=sentence_of_claim(claim, document=document, lang="ar"),
                copy_of=copy.of if copy else None,
                why_copy=copy.why if copy else (),
                decided=told.judged[claim.id].decided if claim.id in told.judged else (),
                is_rejected=claim.id in rejected,
            )
        )
    return tuple(accounts)


def _build_neighbour(desk: Desk, id_: str, proposed: Proposed) -> Neighbour:
    other = proposed.right if proposed.left == id_ else proposed.left
    row = desk.row(other)
    return Neighbour(
        other,
        proposed.why,
        proposed.against,
        proposed.points,
        row.en if row else other,
        row.ar if row else other,
    )


def _build_spots(accounts: tuple[Account, ...]) -> tuple[Spot, ...]:
    """Each place once, in the order in which accounts name them."""
    named: dict[Place, list[int]] = {}
    for account in accounts:
        if account.claim.place:
            named.setdefault(account.claim.place.value, []).append(account.number)
    spots: dict[tuple[object, ...], Spot] = {}
    for place, numbers in named.items():
        settled = place.lat is not None and place.candidates
        key = (place.name, place.lat, place.lon, place.precision)
        before = spots[key].claims if key in spots else ()
        spots[key] = Spot(
            name=place.name,
            name_en=place.candidates[0].name_en if settled else None,
            lat=place.lat,
            lon=place.lon,
            precision=place.precision.value if place.precision else None,
            radius_m=radius_of(place.precision) if place.lat is not None else None,
            reason=place.reason,
            claims=tuple(sorted({*before, *numbers})),
        )
    return tuple(spots.values())


def _build_toll(desk: Desk, summed: Summed) -> Toll | None:
    claim = desk.reviewed.claim(summed.toll)
    document = desk.store.document(claim.document) if claim else None
    if claim is None or document is None:
        return None
    claim = desk.persons.withhold_in_claim(claim)
    return Toll(
        claim.id,
        document.id,
        summed.why,
        sentence_of_claim(claim, document=document, lang="en"),
        sentence_of_claim(claim, document=document, lang="ar"),
    )


def to_template(page: IncidentPage) -> dict[str, object]:
    """What the template of the page is filled in with."""
    drawn = page.incident.assessment
    return {
        "page": page,
        "drawn": drawn,
        "charts": build_charts(drawn) if drawn else [],
        "accounts": {account.claim.id: account for account in page.accounts},
        "places": [msgspec.to_builtins(place) for place in page.places if place.lat is not None],
    }
