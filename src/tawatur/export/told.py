"""An incident with what its identifiers point at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tawatur.errors import ExportError
from tawatur.export.chain import Chain
from tawatur.records import (
    Assessment,
    Claim,
    Document,
    Incident,
    JudgedClaim,
    JudgedIncident,
    Judgement,
    ReviewState,
)


class Told(NamedTuple):
    """An incident, its claims in the order of their documents and words, and the documents by id."""

    incident: Incident
    claims: tuple[Claim, ...]
    documents: dict[str, Document]
    judgements: tuple[Judgement, ...] = ()  # about the incident, in the order in which they were made
    review: JudgedIncident | None = None  # None: nobody judged it, nor one of its claims
    judged: dict[str, JudgedClaim] = {}  # noqa: RUF012 (nobody writes to it) claims that were judged, rejected ones too

    @property
    def drawn(self) -> Assessment:
        """What the claims come to; every incident of a finished case has it."""
        if self.incident.assessment is None:
            raise ExportError(
                f"Incident {self.incident.id} was not assessed.\n  Finish the case with `tawatur run -o CASE`."
            )
        return self.incident.assessment

    @property
    def state(self) -> ReviewState:
        return self.review.state if self.review else ReviewState.UNREVIEWED

    @property
    def rejected(self) -> tuple[Claim, ...]:
        """Claims that a reviewer rejected: they count for nothing here."""
        return tuple(self.judged[key].claim for key in (self.review.rejected if self.review else ()))

    @property
    def regraded(self) -> Judgement | None:
        """The last grade that a reviewer set; the rule's stays beside it."""
        return next((j for j in reversed(self.judgements) if j.field == "grade"), None)

    @property
    def grade(self) -> str | None:
        """A reviewer's grade where there is one, else the rule's."""
        return str(self.regraded.value) if self.regraded else self.drawn.grade.grade


def tell(chain: Chain, incident: Incident) -> Told:
    claims = [claim for key in incident.claims if (claim := chain.claim(key))]
    claims.sort(key=lambda claim: (claim.document, claim.quote, claim.id))
    keys = sorted({claim.document for claim in claims})
    documents = {key: document for key in keys if (document := chain.document(key))}
    review = chain.judged_incident(incident.id)
    if review is None:
        return Told(incident, tuple(claims), documents, tuple(chain.judgements(incident.id)))
    members = (*incident.claims, *review.rejected)
    judged = {key: one for key in members if (one := chain.judged_claim(key))}
    return Told(incident, tuple(claims), documents, review.judgements, review, judged)


def tell_all(chain: Chain) -> Iterator[Told]:
    return (tell(chain, incident) for incident in chain.incidents())
