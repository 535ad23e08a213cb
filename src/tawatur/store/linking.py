"""What linking keeps in a case, beside the incidents: what others look for, and what has changed since."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

import msgspec

from tawatur.records import CopyOf, Proposed, Summed
from tawatur.store.reading import Change, Reading
from tawatur.store.sqlite import SqliteStore

_json = msgspec.json.Encoder()
_readings = msgspec.json.Decoder(Reading)
_MOST = 500  # values in one question

Row: TypeAlias = "tuple[str, str | None, str, str]"
_WORDS = (
    "substr(shown, 1 + json_extract(claims.record, '$.quote[0]'),"
    " json_extract(claims.record, '$.quote[1]') - json_extract(claims.record, '$.quote[0]'))"
)
_TOLD = (
    f"select claims.document, published, claims.record, {_WORDS} from claims"  # noqa: S608 (fixed words)
    " join documents on documents.id = claims.document join texts using (n)"
)


class LinkTables:
    """The tables that only linking writes, in the store's transaction: alone, each row would wait for the disk."""

    def __init__(
        self, store: SqliteStore, db: sqlite3.Connection, writing: Callable[[], sqlite3.Connection]
    ) -> None:
        self._store, self._db = store, db
        self._writing = writing

    def note_change(self, document: str) -> None:
        """Keep how a document stood when incidents were last agreed on; to be called before it is changed."""
        if self._db.execute("select 1 from unlinked where document = ?", (document,)).fetchone():
            return
        was = self._store.reading(document)
        record = _json.encode(was).decode() if was else None
        self._writing().execute("insert into unlinked values (?, ?)", (document, record))

    def count_changes(self) -> int:
        return int(self._db.execute("select count(*) from unlinked").fetchone()[0])

    def changes(self) -> Iterator[Change]:
        """What came, changed or went, in the order of the documents' ids; what is as it was is left out."""
        for document, was in self._db.execute(
            "select document, was from unlinked order by document"
        ).fetchall():
            before = _readings.decode(was) if was else None
            now = self._store.reading(document)
            if before != now:
                yield Change(document, before, now)

    def settle_changes(self) -> None:
        self._writing().execute("delete from unlinked")

    def forget_all(self) -> None:
        """Everything but the incidents, to be written anew."""
        for table in ("proposals", "sums", "copies", "standing", "bands"):
            self._writing().execute(f"delete from {table}")  # noqa: S608 (fixed words)

    def stand(self, rows: Iterable[tuple[int, str]]) -> None:
        self._writing().executemany("insert or ignore into standing values (?, ?)", rows)

    def unstand(self, rows: Iterable[tuple[int, str]]) -> None:
        self._writing().executemany("delete from standing where key = ? and claim = ?", rows)

    def standing(self, keys: Sequence[int]) -> set[str]:
        return self._under("select distinct claim from standing where key in ({})", keys)

    def set_bands(self, document: str, keys: Iterable[int]) -> None:
        self._writing().execute("delete from bands where document = ?", (document,))
        self._writing().executemany(
            "insert or ignore into bands values (?, ?)", [(key, document) for key in keys]
        )

    def banded(self, keys: Sequence[int]) -> set[str]:
        return self._under("select distinct document from bands where key in ({})", keys)

    def bands(self, document: str) -> list[int]:
        return [key for (key,) in self._db.execute("select key from bands where document = ?", (document,))]

    def set_copy(self, document: str, copy: CopyOf | None) -> None:
        self._writing().execute("delete from copies where copy = ?", (document,))
        if copy is not None:
            record = _json.encode(copy).decode()
            self._writing().execute("insert into copies values (?, ?, ?)", (copy.copy, copy.original, record))

    def propose(self, proposed: Iterable[Proposed], gone: Iterable[str]) -> None:
        """Put these in the place of all that had one of the incidents that are gone."""
        for incident in gone:
            self._writing().execute(
                "delete from proposals where left_incident = ?1 or right_incident = ?1", (incident,)
            )
        self._writing().executemany(
            "insert or replace into proposals values (?, ?, ?)",
            [(one.left, one.right, _json.encode(one).decode()) for one in proposed],
        )

    def sum_up(self, sums: Iterable[Summed], incidents: Iterable[str], tolls: Iterable[str]) -> None:
        """Put these in the place of all that had one of the incidents, or one of the tolls."""
        self._writing().executemany(
            "delete from sums where incident = ?", [(incident,) for incident in incidents]
        )
        self._writing().executemany("delete from sums where toll = ?", [(toll,) for toll in tolls])
        self._writing().executemany(
            "insert or replace into sums values (?, ?, ?)",
            [(one.toll, one.incident, _json.encode(one).decode()) for one in sums],
        )

    def days(self) -> list[tuple[str | None, int]]:
        """How many claims have each first possible day."""
        return self._db.execute("select first_day, count(*) from claims group by first_day").fetchall()

    def told(self) -> Iterator[Row]:
        """All claims, by report and in the order of its text: its id, its day, the claim's record, its words."""
        yield from self._db.execute(f"{_TOLD} order by claims.document, at")

    def told_with(self, claims: Sequence[str]) -> Iterator[Row]:
        """As `told`, of the reports in which some claims stand."""
        documents = {row[0] for row in self._in("select document from claims where id in ({})", claims)}
        asked = f"{_TOLD} where claims.document in ({{}}) order by claims.document, at"
        yield from self._in(asked, sorted(documents))

    def testimonies(self, claims: Sequence[str]) -> Iterator[tuple[str, str, str, str, str]]:
        """Of each claim its id, that of its report, its record, that of its report, and its words."""
        asked = (
            f"select claims.id, claims.document, claims.record, documents.record, {_WORDS} from claims"  # noqa: S608
            " join documents on documents.id = claims.document join texts using (n) where claims.id in ({})"
        )
        yield from self._in(asked, claims)

    def texts(self, documents: Sequence[str]) -> Iterator[tuple[str, str | None, str]]:
        """Of each report its id, its day, and what is shown of it."""
        asked = "select id, published, shown from documents join texts using (n) where id in ({})"
        yield from self._in(asked, documents)

    def documents(self) -> list[str]:
        return [id_ for (id_,) in self._db.execute("select id from documents order by id")]

    def crowded(self) -> list[str]:
        """Reports that share a key with another, so that one may be the other's copy."""
        asked = (
            "select distinct document from bands where key in"
            " (select key from bands group by key having count(*) > 1) order by document"
        )
        return [id_ for (id_,) in self._db.execute(asked)]

    def members(self) -> Iterator[tuple[str, str]]:
        """Incidents as they were last agreed on: the id of each, and its claims one by one."""
        yield from self._db.execute("select incident, claim from members order by incident, claim")

    def _in(self, question: str, values: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(values), _MOST):
            some = values[start : start + _MOST]
            yield from self._db.execute(question.format(",".join("?" * len(some))), some)

    def _under(self, question: str, keys: Sequence[int]) -> set[str]:
        found: set[str] = set()
        for start in range(0, len(keys), _MOST):
            some = keys[start : start + _MOST]
            rows = self._db.execute(question.format(",".join("?" * len(some))), some)
            found.update(value for (value,) in rows)
        return found
