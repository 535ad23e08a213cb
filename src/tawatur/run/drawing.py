"""Pieces of work on reports and incidents of a case: which reports are copies, and what incidents come to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from tawatur.link.assess import assess
from tawatur.link.copied import find_copied
from tawatur.link.copies import Report, build_bands, find_original
from tawatur.link.inparts import Chunk
from tawatur.link.sides import Sides
from tawatur.link.testimony import Testimony
from tawatur.link.work import Post
from tawatur.memory import uncollected
from tawatur.records import Claim, CopyOf, Document, Incident

_claim = msgspec.json.Decoder(Claim)
_document = msgspec.json.Decoder(Document)

Shown = tuple[str, str | None, str]  # a report's id, its day, and what is shown of it


class Drawing(NamedTuple):
    """Draw up what incidents come to."""

    chunk: Chunk
    post: Post
    testimonies: dict[str, tuple[str, str, str]]  # of each claim: its record, that of its report, its words
    texts: list[Shown]  # of the reports of incidents that have several
    sides: Sides


class Copying(NamedTuple):
    """Find which of some reports are copies as a whole, and of which of their neighbours."""

    near: dict[str, list[str]]
    texts: list[Shown]


def draw(work: Drawing) -> list[Incident]:
    with uncollected():
        reports = {report.id: report for report in _build_reports(work.texts)}
        return list(_draw(work, reports))


def _draw(work: Drawing, reports: dict[str, Report]) -> Iterator[Incident]:
    for incident in work.chunk.incidents(work.post):
        found = [work.testimonies[claim] for claim in incident.claims if claim in work.testimonies]
        told = [
            Testimony.of(_claim.decode(claim), _document.decode(document), quote)
            for claim, document, quote in found
        ]
        several = len({one.claim.document for one in told}) > 1
        copies = find_copied([one.claim for one in told], reports) if several else ()
        yield msgspec.structs.replace(incident, copies=copies, assessment=assess(told, work.sides, copies))


def band(texts: list[Shown]) -> list[tuple[str, list[int]]]:
    """The keys of which near-identical reports share at least one."""
    return [(report.id, build_bands(report)) for report in _build_reports(texts)]


def copy(work: Copying) -> list[tuple[str, CopyOf]]:
    reports = {report.id: report for report in _build_reports(work.texts)}
    found = (
        (id_, find_original(reports[id_], [reports[other] for other in near if other in reports]))
        for id_, near in work.near.items()
    )
    return [(id_, copy) for id_, copy in found if copy is not None]


def _build_reports(texts: list[Shown]) -> Iterator[Report]:
    for id_, published, shown in texts:
        yield Report.of(id_, dt.date.fromisoformat(published) if published else None, shown)
