"""A report as its claims were written down: small to send to a worker, and read into tellings there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from tawatur.link.telling import Telling, build_tellings
from tawatur.records import Claim

_claim = msgspec.json.Decoder(Claim)


class Told(NamedTuple):
    """All claims of one report, in the order of its text, as JSON, and the words that state each."""

    published: dt.date | None
    claims: tuple[str, ...]
    quotes: tuple[str, ...]


def tell(told: Told) -> Iterator[Telling]:
    claims = [_claim.decode(claim) for claim in told.claims]
    quotes = {claim.id: quote for claim, quote in zip(claims, told.quotes, strict=True)}
    return build_tellings(claims, told.published, lambda claim: quotes[claim.id])


def tell_all(reports: Iterable[Told], wanted: Iterable[str]) -> dict[str, Telling]:
    """The claims that are wanted, of these reports."""
    keep = set(wanted)
    return {telling.id: telling for told in reports for telling in tell(told) if telling.id in keep}
