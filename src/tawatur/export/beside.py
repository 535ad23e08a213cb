"""Spreadsheets of what linking found and joined with nothing: proposals, totals and the incidents in them, copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from tawatur.export.chain import Chain
from tawatur.export.reasons import say_reasons
from tawatur.export.spreadsheet import Row, write_rows
from tawatur.export.withheld import quoted
from tawatur.records import Reason

_WHY = ("why_en", "why_ar")
PROPOSALS = (
    "left",
    "right",
    "left_claim",
    "right_claim",
    "left_quote",
    "right_quote",
    *_WHY,
    "against_en",
    "against_ar",
    "points",
)
SUMS = ("toll", "incident", "outlet", "published", "quote", *_WHY)
COPIES = (
    "copy",
    "original",
    "likeness",
    "share",
    "copy_outlet",
    "copy_published",
    "original_outlet",
    "original_published",
    *_WHY,
)


def write_proposals(chain: Chain, stream: BinaryIO) -> None:
    """A row for each two incidents that may be one, with the two claims that speak most for it."""
    write_rows(PROPOSALS, _proposals(chain), stream)


def write_sums(chain: Chain, stream: BinaryIO) -> None:
    """A row for each total over a period and incident within it."""
    write_rows(SUMS, _sums(chain), stream)


def write_copies(chain: Chain, stream: BinaryIO) -> None:
    """A row for each report that is a copy as a whole."""
    write_rows(COPIES, _copies(chain), stream)


def _proposals(chain: Chain) -> Iterator[Row]:
    for proposed in chain.proposals():
        left, right = proposed.claims
        yield {
            "left": proposed.left,
            "right": proposed.right,
            "left_claim": left,
            "right_claim": right,
            "left_quote": _quote(chain, left),
            "right_quote": _quote(chain, right),
            **_reasons("why", proposed.why),
            **_reasons("against", proposed.against),
            "points": proposed.points,
        }


def _sums(chain: Chain) -> Iterator[Row]:
    for summed in chain.sums():
        claim = chain.claim(summed.toll)
        yield {
            "toll": summed.toll,
            "incident": summed.incident,
            **_print("", chain, claim.document if claim else ""),
            "quote": _quote(chain, summed.toll),
            **_reasons("why", summed.why),
        }


def _copies(chain: Chain) -> Iterator[Row]:
    for copy in chain.copies():
        yield {
            "copy": copy.copy,
            "original": copy.original,
            "likeness": copy.likeness.value,
            "share": copy.share,
            **_print("copy_", chain, copy.copy),
            **_print("original_", chain, copy.original),
            **_reasons("why", copy.why),
        }


def _quote(chain: Chain, claim_id: str) -> str | None:
    claim = chain.claim(claim_id)
    text = chain.text(claim.document) if claim else None
    return quoted(text, claim.quote.of(text.shown)) if claim and text else None


def _print(which: str, chain: Chain, document_id: str) -> Row:
    document = chain.document(document_id)
    published = document.published.isoformat() if document and document.published else None
    return {f"{which}outlet": document.outlet if document else None, f"{which}published": published}


def _reasons(column: str, reasons: Iterable[Reason]) -> Row:
    why = tuple(reasons)
    return {f"{column}_en": say_reasons(why, "en"), f"{column}_ar": say_reasons(why, "ar")}
