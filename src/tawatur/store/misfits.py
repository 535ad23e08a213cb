"""Rows of a case that do not follow from the records beside them: what was altered by other hands."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

import msgspec

from tawatur.records import Claim, Document, Incident
from tawatur.store.rows import claim_row, digest_text, document_row, effect_rows, party_rows

_claims = msgspec.json.Decoder(Claim)
_documents = msgspec.json.Decoder(Document)
_incidents = msgspec.json.Decoder(Incident)


def find_misfits(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Where, and what is wrong, in the order of the identifiers."""
    yield from _of_documents(db)
    yield from _of_texts(db)
    yield from _of_claims(db)
    yield from _of_members(db)


def _of_documents(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    asked = "select id, sha256, name, outlet, title, published, record from documents order by id"
    for *row, record in db.execute(asked):
        if tuple(row) != document_row(_documents.decode(record)):
            yield f"report {row[0]}", "its row is not that of its record"


def _of_texts(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    asked = "select id, shown, way, digest from documents left join texts using (n) order by id"
    for key, shown, way, digest in db.execute(asked):
        if shown is None:
            yield f"report {key}", "its text is not in the case"
        elif digest_text(shown, zlib.decompress(way)) != digest:
            yield f"report {key}", "its text is not the one that was read"


def _of_claims(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for *row, record in db.execute(
        "select id, document, at, type, stance, source, place, country, admin1, lat, lon, first_day, last_day, record"
        " from claims order by id"
    ):
        claim, where = _claims.decode(record), f"claim {row[0]}"
        if (*row, record) != claim_row(claim, row[2]):
            yield where, "its row is not that of its record"
        parties = db.execute(
            "select claim, role, party from parties where claim = ? order by 1, 2, 3", (row[0],)
        )
        if parties.fetchall() != party_rows(claim):
            yield where, "its rows of parties are not those of its record"
        effects = db.execute("select * from effects where claim = ? order by at", (row[0],))
        if effects.fetchall() != effect_rows(claim):
            yield where, "its rows of effects are not those of its record"


def _of_members(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for id_, record in db.execute("select id, record from incidents order by id"):
        claims = [
            claim
            for (claim,) in db.execute("select claim from members where incident = ? order by 1", (id_,))
        ]
        if sorted(_incidents.decode(record).claims) != claims:
            yield f"incident {id_}", "its members are not the claims of its record"
    for claim, incident in db.execute(
        "select claim, incident from members where incident not in (select id from incidents) order by claim"
    ):
        yield f"claim {claim}", f"its incident {incident} is not in the case"
