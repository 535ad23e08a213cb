"""An incident with what its identifiers point at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tawatur.export.chain import Chain
from tawatur.records import Claim, Document, Incident


class Told(NamedTuple):
    """An incident, its claims in the order of their documents and words, and the documents by id."""

    incident: Incident
    claims: tuple[Claim, ...]
    documents: dict[str, Document]


def tell(chain: Chain, incident: Incident) -> Told:
    claims = [claim for key in incident.claims if (claim := chain.claim(key))]
    claims.sort(key=lambda claim: (claim.document, claim.quote, claim.id))
    keys = sorted({claim.document for claim in claims})
    documents = {key: document for key in keys if (document := chain.document(key))}
    return Told(incident, tuple(claims), documents)


def tell_all(chain: Chain) -> Iterator[Told]:
    return (tell(chain, incident) for incident in chain.incidents())
