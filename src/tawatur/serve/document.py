"""The page of one report: its text with the words of its claims set off, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tawatur.export.sentences import sentence_of_claim
from tawatur.records import Claim, CopyOf, Document, Text
from tawatur.serve.desk import Desk
from tawatur.serve.passage import Run, build_runs, marks_of

FURNITURE = "furniture"  # of a run: words of the page around the report, which were cut away


class Told(msgspec.Struct, frozen=True):
    """A claim of the report."""

    number: int  # in the order of the text
    claim: Claim
    incident: str | None
    quote: str
    en: str
    ar: str


class Copy(msgspec.Struct, frozen=True):
    """Another report with the same words."""

    document: Document
    copy: CopyOf
    is_original: bool  # whether that other one is what was copied


class DocumentPage(msgspec.Struct, frozen=True):
    document: Document
    size: int  # bytes that were received
    runs: tuple[Run, ...]
    claims: tuple[Told, ...]
    copies: tuple[Copy, ...]
    seen_at: tuple[str, ...]  # further places where the same bytes were found
    cut: int  # characters of what was received that are not shown


def build_document(desk: Desk, id_: str) -> DocumentPage | None:
    store = desk.store
    document, text = store.document(id_), store.text(id_)
    reading = store.reading(id_)
    if document is None or text is None or reading is None:
        return None
    judged = [
        desk.persons.withhold_in_claim(desk.reviewed.claim(claim.id) or claim) for claim in reading.claims
    ]
    claims = tuple(
        Told(
            n,
            claim,
            desk.reviewed.incident_of(claim.id),
            quote,
            sentence_of_claim(claim, document=document, lang="en"),
            sentence_of_claim(claim, document=document, lang="ar"),
        )
        for n, (claim, quote) in enumerate(zip(judged, reading.quotes, strict=True), 1)
    )
    shown = build_runs(text.shown, [mark for claim in judged for mark in marks_of(claim)])
    furnished = document.media.startswith("text/plain") and text.received != text.shown
    return DocumentPage(
        document=document,
        size=store.size(id_),
        runs=tuple(_with_furniture(text, shown)) if furnished else shown,
        claims=claims,
        copies=tuple(_find_copies(desk, id_)),
        seen_at=store.sightings(document.sha256),
        cut=len(text.received) - len(text.shown),
    )


def withhold_text(page: DocumentPage) -> DocumentPage:
    """The page without the words of the report: neither its text nor its headline."""
    return msgspec.structs.replace(
        page,
        document=msgspec.structs.replace(page.document, title=None),
        runs=(),
        claims=tuple(msgspec.structs.replace(told, quote="") for told in page.claims),
    )


def _find_copies(desk: Desk, id_: str) -> Iterator[Copy]:
    for copy in desk.store.copies(id_):
        is_original = copy.copy == id_
        other = desk.store.document(copy.original if is_original else copy.copy)
        if other is not None:
            yield Copy(other, copy, is_original)


def _with_furniture(text: Text, runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs with what was cut away between them put back, set off as such."""
    gaps = _find_gaps(text)
    at = 0
    for run in runs:
        start, end = at, at + len(run.text)
        while gaps and gaps[0][0] < end:
            where, cut = gaps.pop(0)
            if where > at:
                yield msgspec.structs.replace(
                    run, text=text.shown[at:where], begins=run.begins if at == start else ()
                )
                at = where
            yield Run(cut, (FURNITURE,))
        if at < end:
            yield msgspec.structs.replace(
                run, text=text.shown[at:end], begins=run.begins if at == start else ()
            )
            at = end
    yield from (Run(cut, (FURNITURE,)) for _, cut in gaps)


def _find_gaps(text: Text) -> list[tuple[int, str]]:
    """What stands in the received text and not in the shown one: where in the shown it would stand, and the words."""
    gaps = []
    at = 0
    for piece in text.pieces:
        if piece.received > at:
            gaps.append((piece.shown, text.received[at : piece.received]))
        at = max(at, piece.received + piece.length)
    if at < len(text.received):
        gaps.append((len(text.shown), text.received[at:]))
    return gaps
