"""Read one document: the function that every worker, thread or machine runs.

A report that cannot be read is refused and never ends a batch, whatever it raised.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from tawatur.errors import ReportError
from tawatur.records import Claim, Document, Refusal, Span, Text
from tawatur.run.blackout import Blackout
from tawatur.run.keys import search_body
from tawatur.run.stages import Keys, Reads
from tawatur.store.rows import Rows, build_rows


class Task(NamedTuple):
    """A document to read, and why: it is "new", "changed", or to be read "again".

    `text` is there where only its claims are to be read again; then `data` may be empty.
    """

    why: str
    document: Document
    data: bytes
    size: int
    text: Text | None = None


def read_task(task: Task, reader: Reads, keys: Keys, blackout: Blackout | None = None) -> Rows | Refusal:
    document = task.document
    try:
        text = task.text or _clean(document, task.data)
        text = blackout.mask_text(text) if blackout else text  # so that no claim is read from a name
        read = reader.read(text, document)
        check_evidence(text, read.claims)
        return build_rows(
            document,
            task.size,
            read.document,
            text,
            read.claims,
            search=search_body(text.shown),
            clean_key=keys.clean,
            claims_key=keys.claims,
        )
    except ReportError as error:
        return Refusal(name=document.name, code=error.code, reason=str(error))
    except ImportError:  # no report's fault: the installation lacks a part
        raise
    except Exception as error:  # noqa: BLE001 (one report must not end a batch; it is listed with the place)
        return Refusal(name=document.name, code="reader_failed", reason=_where(error))


def check_evidence(text: Text, claims: Sequence[Claim]) -> None:
    """Raise unless every claim is of this text, has an id of its own, and points at words that are there."""
    seen: set[str] = set()
    for claim in claims:
        if claim.document != text.document or claim.id in seen:
            raise ValueError(f"claim {claim.id} is of another document or stands twice")
        seen.add(claim.id)
        for span in spans_of(claim):
            if not 0 <= span.start < span.end <= len(text.shown):
                raise ValueError(f"claim {claim.id} points at {span.start}–{span.end}, outside its text")


def spans_of(claim: Claim) -> Iterator[Span]:
    """Every run of words that a claim points at, the quote first."""
    yield claim.quote
    yield claim.type.span
    for said in (*claim.actors, *claim.targets, claim.place, claim.date, claim.source):
        if said is not None:
            yield said.span
    for effect in claim.effects:
        yield effect.span


def _clean(document: Document, data: bytes) -> Text:
    from tawatur.clean import clean  # noqa: PLC0415 (trafilatura is slow to import)

    return clean(document, data)


def _where(error: Exception) -> str:
    at = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({PurePath(at.filename).name}:{at.lineno})"
