"""An incident in one row: what its claims say together, with no figure that none of them gives."""

from __future__ import annotations

import datetime as dt

import msgspec

from tawatur.export.overviews import build_overview
from tawatur.export.sentences import sentence_of_incident
from tawatur.export.told import Told
from tawatur.records import EffectKind, Place


class Harm(msgspec.Struct, frozen=True):
    """The span of the counts that sources give; `high` is None where one of them leaves it open."""

    kind: EffectKind
    who: str
    low: int | None
    high: int | None


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    incident: str
    type: str
    first: dt.date | None
    last: dt.date | None
    place: Place | None
    harms: tuple[tuple[Harm, ...], ...]  # counts in one group are accounts that exclude each other
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    sources: tuple[str, ...]  # who is credited; `outlet` for a report's own voice
    deniers: tuple[str, ...]
    grade: str | None  # a reviewer's where there is one
    rule_grade: str | None
    review: str
    independent: int
    disputed: tuple[str, ...]
    sentence_en: str
    sentence_ar: str

    def total(self, kind: EffectKind) -> tuple[int | None, int | None]:
        """The span over all sources for one kind of harm, whoever the people are.

        Accounts that exclude each other give the lowest and the highest; people counted side by side add up.
        """
        groups = [group for group in self.harms if group[0].kind is kind]
        lows = [[harm.low for harm in group if harm.low is not None] for group in groups]
        highs = [[harm.high for harm in group] for group in groups]
        known_lows = [min(group) for group in lows if group]
        closed = [max(h for h in group if h is not None) for group in highs if group and None not in group]
        return (
            sum(known_lows) if known_lows else None,
            sum(closed) if groups and len(closed) == len(groups) else None,
        )


def summarise(told: Told) -> Summary:
    overview = build_overview(told.claims, told.documents)
    return Summary(
        incident=told.incident.id,
        type=overview.type,
        first=overview.days.first if overview.days else None,
        last=overview.days.last if overview.days else None,
        place=overview.place,
        harms=tuple(tuple(Harm(e.kind, e.who, e.low, e.high) for e in group) for group in overview.harms),
        claims=told.incident.claims,
        documents=tuple(told.documents),
        outlets=tuple(sorted({document.outlet for document in told.documents.values() if document.outlet})),
        sources=tuple(sorted({claim.source.value if claim.source else "outlet" for claim in told.claims})),
        deniers=overview.deniers,
        grade=told.grade,
        rule_grade=told.drawn.grade.grade,
        review=told.state.value,
        independent=told.drawn.independent,
        disputed=told.drawn.disputed,
        sentence_en=sentence_of_incident(told.claims, documents=told.documents, lang="en"),
        sentence_ar=sentence_of_incident(told.claims, documents=told.documents, lang="ar"),
    )
