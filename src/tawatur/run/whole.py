"""Agree on all incidents of a case, in parts, with whoever is there to work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from tawatur.link.inparts import Chunk, InParts
from tawatur.link.parts import PART, build_layout
from tawatur.link.sides import Sides
from tawatur.link.told import Told
from tawatur.records import Incident
from tawatur.run.crew import Crew
from tawatur.run.drawing import Copying, Drawing, band, copy, draw
from tawatur.run.scratch import Scratch
from tawatur.store import GrowingSqliteStore
from tawatur.store.linking import LinkTables, Row

BATCH = 200  # reports in one piece of work
INCIDENTS = 1_000


def link_whole(store: GrowingSqliteStore, sides: Sides, crew: Crew, scratch: Scratch) -> None:
    tables = store.linking
    scratch.clear()
    tables.forget_all()
    days = [(dt.date.fromisoformat(day).toordinal() if day else 0, number) for day, number in tables.days()]
    parted = InParts(Reports(tables), build_layout(days, PART), crew, scratch).link(
        _earlier(tables), tables.stand
    )
    chunks = (piece for chunk in parted.chunks for piece in chunk.cut(INCIDENTS))
    drawing = (_gather(chunk, tables, scratch, sides) for chunk in chunks)
    store.agree(incident for drawn in crew.map(draw, drawing) for incident in drawn)
    for answers in parted.answers:
        tables.propose(answers.proposed, ())
        tables.sum_up(answers.sums, (), ())
    _find_copies(tables, crew)
    scratch.clear()


class Reports:
    """The reports of a case, as linking in parts asks for them."""

    def __init__(self, tables: LinkTables) -> None:
        self._tables = tables

    def batches(self) -> Iterator[list[Told]]:
        batch: list[Told] = []
        for told in _by_report(self._tables.told()):
            batch.append(told)
            if len(batch) == BATCH:
                yield batch
                batch = []
        if batch:
            yield batch

    def fetch(self, claims: list[str]) -> list[Told]:
        return list(_by_report(self._tables.told_with(claims)))


def _by_report(rows: Iterable[Row]) -> Iterator[Told]:
    for _, of_report in groupby(rows, key=lambda row: row[0]):
        listed = list(of_report)
        published = dt.date.fromisoformat(listed[0][1]) if listed[0][1] else None
        yield Told(published, tuple(row[2] for row in listed), tuple(row[3] for row in listed))


def _earlier(tables: LinkTables) -> Iterator[Incident]:
    """Incidents whose ids are to be kept; of each no more than its claims."""
    for id_, rows in groupby(tables.members(), key=lambda row: row[0]):
        yield Incident(id=id_, claims=tuple(claim for _, claim in rows))


def _gather(chunk: Chunk, tables: LinkTables, scratch: Scratch, sides: Sides) -> Drawing:
    """A chunk with all that is needed to draw it up."""
    claims = [claim for listed in chunk.claims for claim in listed]
    testimonies: dict[str, tuple[str, str, str]] = {}
    document_of: dict[str, str] = {}
    for id_, document, *rest in tables.testimonies(claims):
        testimonies[id_] = (rest[0], rest[1], rest[2])
        document_of[id_] = document
    wanted: set[str] = set()
    for listed in chunk.claims:
        documents = {document_of[claim] for claim in listed if claim in document_of}
        if len(documents) > 1:
            wanted |= documents
    return Drawing(chunk, scratch, testimonies, list(tables.texts(sorted(wanted))), sides)


def _find_copies(tables: LinkTables, crew: Crew) -> None:
    """Settle which reports are copies as a whole: only those that share a key with another are compared."""
    documents = tables.documents()
    texts = (list(tables.texts(documents[at : at + BATCH])) for at in range(0, len(documents), BATCH))
    for bands in crew.map(band, texts):
        for document, keys in bands:
            tables.set_bands(document, keys)
    for found in crew.map(copy, _crowd(tables)):
        for document, copied in found:
            tables.set_copy(document, copied)


def _crowd(tables: LinkTables) -> Iterator[Copying]:
    crowded = tables.crowded()
    for start in range(0, len(crowded), BATCH):
        near = {
            document: sorted(tables.banded(tables.bands(document)) - {document})
            for document in crowded[start : start + BATCH]
        }
        wanted = sorted(set(near).union(*near.values()))
        yield Copying(near, list(tables.texts(wanted)))
