"""What linking keeps in a case, beside the incidents: what others look for, and what has changed since."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from tawatur.records import CopyOf, Proposed, Summed
from tawatur.store.reading import Change, Reading
from tawatur.store.sqlite import SqliteStore

_json = msgspec.json.Encoder()
_readings = msgspec.json.Decoder(Reading)
_MOST = 500  # values in one question


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

    def _under(self, question: str, keys: Sequence[int]) -> set[str]:
        found: set[str] = set()
        for start in range(0, len(keys), _MOST):
            some = keys[start : start + _MOST]
            rows = self._db.execute(question.format(",".join("?" * len(some))), some)
            found.update(value for (value,) in rows)
        return found
