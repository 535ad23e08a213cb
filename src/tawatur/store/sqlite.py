"""The case in SQLite, to ask."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from tawatur.records import (
    Claim,
    CopyOf,
    Document,
    Incident,
    JudgedClaim,
    JudgedIncident,
    Judgement,
    Logged,
    Proposed,
    Refusal,
    Summed,
    Text,
)
from tawatur.store.conditions import conditions
from tawatur.store.connect import connect_to_read, explain
from tawatur.store.folder import DATABASE, OBJECTS
from tawatur.store.judgements import JudgementLog
from tawatur.store.misfits import find_misfits
from tawatur.store.objects import Objects
from tawatur.store.protocol import Entry, Filter
from tawatur.store.reading import Reading
from tawatur.store.rows import unpack_text

T = TypeVar("T")

_documents = msgspec.json.Decoder(Document)
_claims = msgspec.json.Decoder(Claim)
_incidents = msgspec.json.Decoder(Incident)
_proposed = msgspec.json.Decoder(Proposed)
_summed = msgspec.json.Decoder(Summed)
_copies = msgspec.json.Decoder(CopyOf)

_LEAVES = {
    "documents": "select record from documents order by id",
    "texts": "select id || ' ' || digest from texts join documents using (n) order by id",
    "claims": "select record from claims order by id",
    "incidents": "select record from incidents order by id",
}
_COUNTED = ("documents", "claims", "incidents", "refusals", "sightings")


class SqliteStore:
    """A case to ask. Close it, or use it in a `with` block."""

    def __init__(self, case: Path, db: sqlite3.Connection | None = None) -> None:
        self.case = case
        self._db = db or connect_to_read(case)
        self.objects = Objects(case / OBJECTS)
        self.log = JudgementLog(case)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise explain(self.case / DATABASE, error) from error

    def close(self) -> None:
        self.log.close()
        self._db.close()

    @property
    def version(self) -> int:
        """A number that changes whenever another process has written to the tables."""
        return int(self._db.execute("pragma data_version").fetchone()[0])

    def counts(self) -> dict[str, int]:
        counts = {table: self._one(f"select count(*) from {table}", (), int) or 0 for table in _COUNTED}  # noqa: S608
        return counts | {"judgements": self.log.count()}

    def documents(self) -> Iterator[Document]:
        rows = self._db.execute("select record from documents order by id")
        return (_documents.decode(row) for (row,) in rows)

    def document(self, id_: str) -> Document | None:
        return self._one("select record from documents where id = ?", (id_,), _documents.decode)

    def received(self, id_: str) -> Document | None:
        """A document as it was read, before its text settled anything."""
        return self._one("select received from documents where id = ?", (id_,), _documents.decode)

    def size(self, id_: str) -> int:
        """The number of bytes received."""
        return self._one("select size from documents where id = ?", (id_,), int) or 0

    def text(self, document: str) -> Text | None:
        row = self._db.execute(
            "select shown, way from texts join documents using (n) where id = ?", (document,)
        ).fetchone()
        return unpack_text(document, *row) if row else None

    def entries(self) -> Iterator[Entry]:
        """Every document with its text and claims, in the order of the documents' ids."""
        told = groupby(
            self._db.execute(
                "select document, claims.record, claim, incident from claims"
                " left join members on claim = claims.id order by document, at"
            ),
            key=lambda row: row[0],
        )
        at, rows = next(told, (None, ()))
        for key, record, shown, way in self._db.execute(
            "select id, record, shown, way from documents join texts using (n) order by id"
        ):
            claims: list[Claim] = []
            incidents: dict[str, str] = {}
            if at == key:
                for _, claim, claim_id, incident in rows:
                    claims.append(_claims.decode(claim))
                    if incident:
                        incidents[claim_id] = incident
                at, rows = next(told, (None, ()))
            yield Entry(_documents.decode(record), unpack_text(key, shown, way), tuple(claims), incidents)

    def claims(self, wanted: Filter | None = None) -> Iterator[Claim]:
        """Claims in the order of their document, then of the text."""
        where, values = conditions(wanted or Filter())
        rows = self._db.execute(
            f"select record from claims where {where} order by document, at",  # noqa: S608 (fixed words)
            values,
        )
        return (_claims.decode(row) for (row,) in rows)

    def claim(self, id_: str) -> Claim | None:
        return self._one("select record from claims where id = ?", (id_,), _claims.decode)

    def testimony(self, claim: str) -> tuple[Claim, Document, str] | None:
        """A claim, the document that it stands in, and the words that state it."""
        row = self._db.execute(
            "select claims.record, documents.record, substr(shown, 1 + json_extract(claims.record, '$.quote[0]'),"
            " json_extract(claims.record, '$.quote[1]') - json_extract(claims.record, '$.quote[0]'))"
            " from claims join documents on documents.id = claims.document join texts using (n)"
            " where claims.id = ?",
            (claim,),
        ).fetchone()
        return (_claims.decode(row[0]), _documents.decode(row[1]), row[2]) if row else None

    def reading(self, document: str) -> Reading | None:
        """A document with its claims, in the order of the text, and the words that state each."""
        row = self._db.execute("select record from documents where id = ?", (document,)).fetchone()
        if row is None:
            return None
        found = self._db.execute(
            "select claims.record, substr(shown, 1 + json_extract(claims.record, '$.quote[0]'),"
            " json_extract(claims.record, '$.quote[1]') - json_extract(claims.record, '$.quote[0]'))"
            " from claims join documents on documents.id = claims.document join texts using (n)"
            " where documents.id = ? order by at",
            (document,),
        ).fetchall()
        claims = tuple(_claims.decode(claim) for claim, _ in found)
        return Reading(_documents.decode(row[0]), claims, tuple(quote for _, quote in found))

    def document_of(self, claim: str) -> str | None:
        return self._one("select document from claims where id = ?", (claim,), str)

    def proposals(self, incident: str | None = None) -> Iterator[Proposed]:
        """Incidents that may be one, in the order of their ids; those of one incident, or all."""
        rows = self._db.execute(
            "select record from proposals where ?1 is null or ?1 in (left_incident, right_incident)"
            " order by left_incident, right_incident",
            (incident,),
        )
        return (_proposed.decode(row) for (row,) in rows)

    def sums(self, *, incident: str | None = None, toll: str | None = None) -> Iterator[Summed]:
        """Tolls over a period and the incidents within them; those of one incident or one toll, or all."""
        rows = self._db.execute(
            "select record from sums where (?1 is null or incident = ?1) and (?2 is null or toll = ?2)"
            " order by toll, incident",
            (incident, toll),
        )
        return (_summed.decode(row) for (row,) in rows)

    def copies(self, document: str | None = None) -> Iterator[CopyOf]:
        """Documents that are copies as a whole, in the order of their ids; those of or by one document, or all."""
        rows = self._db.execute(
            "select record from copies where ?1 is null or ?1 in (copy, original) order by copy", (document,)
        )
        return (_copies.decode(row) for (row,) in rows)

    def incidents(self) -> Iterator[Incident]:
        rows = self._db.execute("select record from incidents order by id")
        return (_incidents.decode(row) for (row,) in rows)

    def incident(self, id_: str) -> Incident | None:
        return self._one("select record from incidents where id = ?", (id_,), _incidents.decode)

    def incident_of(self, claim: str) -> str | None:
        return self._one("select incident from members where claim = ?", (claim,), str)

    def members(self) -> Iterator[tuple[str, str]]:
        """Claims and the incidents that they stand in, in the order of the claims' ids."""
        yield from self._db.execute("select claim, incident from members order by claim")

    def outlets(self) -> Iterator[tuple[str | None, int, int]]:
        """Outlets with their documents and claims, in the order of their names; None for documents that name none."""
        yield from self._db.execute(
            "select outlet, count(distinct documents.id), count(claims.id) from documents"
            " left join claims on claims.document = documents.id group by outlet order by outlet"
        )

    def copied_outlets(self) -> Iterator[tuple[str | None, str | None, int]]:
        """Who took over whole reports from whom, and how many."""
        yield from self._db.execute(
            "select c.outlet, o.outlet, count(*) from copies join documents c on c.id = copy"
            " join documents o on o.id = original group by 1, 2 order by 3 desc, 1, 2"
        )

    def unresolved(self, most: int) -> Iterator[tuple[str, str, int, str]]:
        """Slots that stayed empty, why, in how many claims, and one of these; the commonest first."""
        yield from self._db.execute(
            "select j.key, j.value, count(*), min(claims.id) from claims, json_each(record, '$.unresolved') j"
            " group by 1, 2 order by 3 desc, 1, 2 limit ?",
            (most,),
        )

    def dated(self) -> Iterator[tuple[str | None, int]]:
        """What settled the days of publication, and of how many documents; None where nothing did."""
        yield from self._db.execute(
            "select json_extract(record, '$.published_from') f, count(*) from documents group by f order by f"
        )

    def silent(self) -> dict[str, int]:
        """How many claims there are, and how many have no place, no point for it, and no day."""
        row = self._db.execute(
            "select count(*), sum(place is null), sum(place is not null and lat is null), sum(first_day is null)"
            " from claims"
        ).fetchone()
        return dict(zip(("claims", "place", "point", "date"), (int(n or 0) for n in row), strict=True))

    def bare(self, most: int) -> tuple[int, tuple[Document, ...]]:
        """How many documents show nothing, being pages of furniture alone, and the first of them by id."""
        without = "from documents join texts using (n) where shown = ''"
        rows = self._db.execute(f"select record {without} order by id limit ?", (most,))
        first = tuple(_documents.decode(record) for (record,) in rows)
        if len(first) < most:
            return len(first), first
        return self._one(f"select count(*) {without}", (), int) or 0, first

    def refusals(self) -> Iterator[Refusal]:
        rows = self._db.execute("select name, code, reason from refusals order by name, code")
        return (Refusal(name=name, code=code, reason=reason) for name, code, reason in rows)

    def sightings(self, sha256: str) -> tuple[str, ...]:
        """Further places where the same bytes were seen."""
        rows = self._db.execute("select name from sightings where sha256 = ? order by name", (sha256,))
        return tuple(name for (name,) in rows)

    def judgements(self, about: str | None = None) -> Iterator[Judgement]:
        """Those about one thing, or all, in the order in which they hold."""
        return iter(self.log.judgements(about))

    def judged_claim(self, id_: str) -> JudgedClaim | None:  # noqa: ARG002
        """None: here everything is as the machine left it; `run/judged.py` applies judgements."""
        return None

    def judged_incident(self, id_: str) -> JudgedIncident | None:  # noqa: ARG002
        return None

    def logged(self) -> Iterator[Logged]:
        return iter(())

    def judge(
        self, judgement: Judgement, *, seen: int | None = None, subjects: Iterable[str] = ()
    ) -> tuple[int, Judgement]:
        """Add a judgement, as `JudgementLog.add`; a run that goes on is no hindrance."""
        return self.log.add(judgement, seen=seen, subjects=subjects)

    def judge_all(
        self, judgements: Iterable[Judgement], *, seen: int | None = None, subjects: Iterable[str] = ()
    ) -> list[tuple[int, Judgement]]:
        """Add what was judged in one act, as `JudgementLog.add_all`."""
        return self.log.add_all(judgements, seen=seen, subjects=subjects)

    def search(self, expression: str, limit: int = 50) -> list[str]:
        """Documents whose folded words match an FTS5 expression, best first."""
        rows = self._db.execute(
            "select id from search join documents on documents.n = search.rowid"
            " where search match ? order by round(bm25(search), 9), id limit ?",
            (expression, limit),
        )
        return [key for (key,) in rows]

    def state(self, key: str) -> str:
        return self._one("select value from state where key = ?", (key,), str) or ""

    def inputs(self) -> Iterator[tuple[str, int]]:
        """The hash and size of each received object, once, in the order of the hashes."""
        yield from self._db.execute("select distinct sha256, size from documents order by sha256")

    def leaves(self, table: str) -> Iterator[bytes]:
        """The rows of a table, each in the one spelling that a root is taken over."""
        return (row.encode() for (row,) in self._db.execute(_LEAVES[table]))

    def incidents_from(self, start: str, most: int) -> list[Incident]:
        """Incidents whose id begins so, at most this many."""
        rows = self._db.execute(
            "select record from incidents where substr(id, 1, length(?1)) = ?1 order by id limit ?2",
            (start, most),
        )
        return [_incidents.decode(row) for (row,) in rows]

    def orphans(self) -> list[str]:
        """Claims whose document is not there."""
        rows = self._db.execute(
            "select id from claims where document not in (select id from documents) order by id"
        )
        return [key for (key,) in rows]

    def misfits(self) -> Iterator[tuple[str, str]]:
        """Where rows do not follow from the records beside them, and what is wrong."""
        return find_misfits(self._db)

    def integrity(self) -> list[str]:
        """What SQLite itself finds wrong with the file."""
        return [line for (line,) in self._db.execute("pragma integrity_check(20)") if line != "ok"]

    def _one(self, sql: str, values: tuple[object, ...], read: Callable[[Any], T]) -> T | None:
        row = self._db.execute(sql, values).fetchone()
        return read(row[0]) if row else None
