"""From a row of a view back to its claims: a row a claim, with its words and where they were printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tawatur.export.chain import Chain
from tawatur.export.labels import party
from tawatur.export.spreadsheet import Row, write_rows
from tawatur.export.told import tell_all
from tawatur.export.withheld import quoted

COLUMNS = (
    "incident",
    "claim",
    "stance",
    "voice",
    "source",
    "outlet",
    "published",
    "url",
    "document",
    "quote",
)


def write_claims(chain: Chain, stream: BinaryIO) -> None:
    write_rows(COLUMNS, _rows(chain), stream)


def _rows(chain: Chain) -> Iterator[Row]:
    for told in tell_all(chain):
        voices = {key: voice.id for voice in told.drawn.voices for key in (*voice.asserts, *voice.denies)}
        for claim in told.claims:
            document, text = told.documents[claim.document], chain.text(claim.document)
            yield {
                "incident": told.incident.id,
                "claim": claim.id,
                "stance": claim.stance.value,
                "voice": voices.get(claim.id),
                "source": party(claim.source.value if claim.source else None, "en"),
                "outlet": document.outlet,
                "published": document.published.isoformat() if document.published else None,
                "url": document.url,
                "document": document.id,
                "quote": quoted(text, claim.quote.of(text.shown)) if text else None,
            }
