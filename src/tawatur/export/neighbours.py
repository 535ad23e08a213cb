"""What linking found beside an incident and joined with nothing: for a memo, a page, or whoever asks."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.export.chain import Chain
from tawatur.export.told import Told, tell
from tawatur.records import Claim, CopyOf, Document, Proposed, Summed


class Maybe(NamedTuple):
    """Another incident that may be the same one."""

    proposed: Proposed
    other: Told


class Total(NamedTuple):
    """A toll over a period that may count the incident, with the report that gives it."""

    summed: Summed
    claim: Claim
    document: Document


class Taken(NamedTuple):
    """A report that is another's copy as a whole; one of the two tells of the incident."""

    copy_of: CopyOf
    copy: Document
    original: Document


class Neighbours(NamedTuple):
    maybes: tuple[Maybe, ...] = ()  # the likeliest first
    totals: tuple[Total, ...] = ()
    copies: tuple[Taken, ...] = ()


def find_neighbours(chain: Chain, told: Told) -> Neighbours:
    return Neighbours(_find_maybes(chain, told), _find_totals(chain, told), _find_copies(chain, told))


def _find_maybes(chain: Chain, told: Told) -> tuple[Maybe, ...]:
    own = told.incident.id
    found = []
    for proposed in chain.proposals(own):
        other = chain.incident(proposed.right if proposed.left == own else proposed.left)
        if other is not None:
            found.append(Maybe(proposed, tell(chain, other)))
    return tuple(sorted(found, key=lambda maybe: (-maybe.proposed.points, maybe.other.incident.id)))


def _find_totals(chain: Chain, told: Told) -> tuple[Total, ...]:
    found = []
    for summed in chain.sums(incident=told.incident.id):
        claim = chain.claim(summed.toll)
        document = chain.document(claim.document) if claim else None
        if claim is not None and document is not None:
            found.append(Total(summed, claim, document))
    return tuple(found)


def _find_copies(chain: Chain, told: Told) -> tuple[Taken, ...]:
    found: dict[str, Taken] = {}
    for key in sorted(told.documents):
        for copy_of in chain.copies(key):
            copy, original = chain.document(copy_of.copy), chain.document(copy_of.original)
            if copy is not None and original is not None:
                found[copy.id] = Taken(copy_of, copy, original)
    return tuple(found[key] for key in sorted(found))
