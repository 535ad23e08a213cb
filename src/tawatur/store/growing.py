"""The case in SQLite, to write: one writer at a time, and nothing counts before `commit`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tawatur.records import Incident, Refusal
from tawatur.store.connect import connect_to_write
from tawatur.store.folder import DESK, make_folder
from tawatur.store.linking import LinkTables
from tawatur.store.lock import Lock
from tawatur.store.protocol import GrowingStore, Known
from tawatur.store.rows import Rows
from tawatur.store.sqlite import SqliteStore

_json = msgspec.json.Encoder()


class GrowingSqliteStore(SqliteStore):
    """A case to write. Opening it makes the folder and takes the lock; closing lets both go."""

    def __init__(self, case: Path) -> None:
        make_folder(case)
        self._lock = Lock(case)
        self._lock.__enter__()
        try:
            super().__init__(case, connect_to_write(case))
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise
        self.changed = False  # whether anything that an export shows has been written here
        self.linking = LinkTables(self, self._db, self._writing)
        self.objects.sweep()
        self._db.execute(
            "create temp table kept (name text, code text, primary key (name, code)) without rowid"
        )

    def close(self) -> None:
        """Let go of the case; what was not committed is as if it had not been."""
        try:
            if self._db.in_transaction:
                self._db.rollback()
            super().close()  # the last one to close folds the log into the file
        finally:
            self._lock.__exit__(None, None, None)

    def commit(self) -> None:
        """Make what was written count; it is on the disk when this returns."""
        if self._db.in_transaction:
            self._db.execute("commit")

    def known(self, document: str) -> Known | None:
        row = self._db.execute(
            "select sha256, received, clean_key, claims_key from documents where id = ?", (document,)
        ).fetchone()
        return Known(*row) if row else None

    def stale(self, clean_key: str, claims_key: str) -> list[str]:
        """Documents that other code or data read, by their ids."""
        rows = self._db.execute(
            "select id from documents where clean_key <> ? or claims_key <> ? order by id",
            (clean_key, claims_key),
        )
        return [key for (key,) in rows]

    def add(self, rows: Rows) -> None:
        """Put a document and all that was read in it in the place of what was there before."""
        db = self._writing()
        self.linking.note_change(rows.id)
        self.remove(rows.id)
        n = db.execute(
            "insert into documents (id, sha256, size, name, outlet, title, published, received, record,"
            " clean_key, claims_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows.document,
        ).lastrowid
        db.execute("insert into texts values (?, ?, ?, ?)", (n, *rows.text))
        db.execute("insert into search (rowid, body) values (?, ?)", (n, rows.search))
        db.executemany("insert into claims values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.claims)
        db.executemany("insert into parties values (?, ?, ?)", rows.parties)
        db.executemany("insert into effects values (?, ?, ?, ?, ?, ?, ?)", rows.effects)
        db.execute("delete from refusals where name = ? and sha256 = ?", (rows.name, rows.sha256))
        self._claims_changed()

    def refuse(self, refusal: Refusal, *, sha256: str | None = None, key: str | None = None) -> None:
        """List an input as set aside; `key` names the code that could not read its bytes."""
        row = (refusal.name, refusal.code, refusal.reason, sha256, key)
        if row not in self._db.execute("select * from refusals where name = ?", row[:1]):
            self._changing().execute("insert or replace into refusals values (?, ?, ?, ?, ?)", row)
        self.keep_refusal(refusal)

    def keep_refusal(self, refusal: Refusal) -> None:
        """A refusal that this run has met again."""
        self._writing().execute("insert or ignore into kept values (?, ?)", (refusal.name, refusal.code))

    def refused(self, name: str, sha256: str, key: str) -> Refusal | None:
        """Why these bytes were set aside, where the code that `key` names has tried them before."""
        row = self._db.execute(
            "select name, code, reason from refusals where name = ? and sha256 = ? and key = ?",
            (name, sha256, key),
        ).fetchone()
        return Refusal(name=row[0], code=row[1], reason=row[2]) if row else None

    def forget_refusals(self, roots: Iterable[str]) -> int:
        """Drop what was set aside under these inputs and was not met again; how many."""
        gone = 0
        for root in roots:
            done = self._writing().execute(
                "delete from refusals where (name = ?1 or substr(name, 1, length(?2) + 1)"
                " in (?2 || '/', ?2 || ':', ?2 || '!')) and (name, code) not in (select name, code from kept)",
                (root, root.rstrip("/")),
            )
            gone += done.rowcount
        if gone:
            self._changing()
        return gone

    def remove(self, document: str) -> bool:
        """Take a document and its claims out; whether it was there."""
        row = self._db.execute("select n from documents where id = ?", (document,)).fetchone()
        if row is None:
            return False
        self._writing()
        self.linking.note_change(document)
        self._writing().execute("delete from search where rowid = ?", row)
        self._writing().execute("delete from documents where n = ?", row)
        self._claims_changed()
        return True

    def saw(self, sha256: str, name: str) -> bool:
        """Note a further place where a document's bytes stand; whether it is news."""
        done = self._writing().execute("insert or ignore into sightings values (?, ?)", (sha256, name))
        if not done.rowcount:
            return False
        self._changing()
        return True

    def agree(self, incidents: Iterable[Incident], gone: Iterable[str] | None = None) -> None:
        """Put these incidents in the place of those that are gone: by default, of all that were there."""
        if gone is None:
            self._changing().execute("delete from members")
            self._writing().execute("delete from incidents")
        else:
            ids = [(incident,) for incident in gone]
            self._changing().executemany("delete from members where incident = ?", ids)
            self._writing().executemany("delete from incidents where id = ?", ids)
        for incident in incidents:
            self._writing().execute(
                "insert into incidents values (?, ?)", (incident.id, _json.encode(incident).decode())
            )
            self._writing().executemany(
                "insert into members values (?, ?)", [(claim, incident.id) for claim in incident.claims]
            )

    def note(self, state: Mapping[str, str]) -> None:
        self._writing().executemany("insert or replace into state values (?, ?)", sorted(state.items()))

    def black_out(self, mask: Callable[[str], str]) -> None:
        """Mask what no reading writes anew: where inputs that were set aside, or seen again, stood."""
        self._db.execute("pragma secure_delete = on")
        for table, columns in (("refusals", "name, code, reason"), ("sightings", "sha256, name")):
            for row in self._db.execute(f"select {columns} from {table}").fetchall():  # noqa: S608 (fixed words)
                masked = tuple(mask(value) for value in row)
                if masked != row:
                    pairs = [f"{column} = ?" for column in columns.split(", ")]
                    self._changing().execute(
                        f"update or replace {table} set {', '.join(pairs)} where {' and '.join(pairs)}",  # noqa: S608
                        (*masked, *row),
                    )

    def scrub(self) -> None:
        """Leave nothing of what was taken out in the file's free pages, its index, its log or the desk's own copy."""
        self.commit()
        self._db.execute("insert into search (search) values ('optimize')")
        self._db.execute("vacuum")
        self._db.execute("pragma wal_checkpoint(truncate)")
        for name in (DESK, f"{DESK}-wal", f"{DESK}-shm", f"{DESK}-journal"):
            (self.case / name).unlink(missing_ok=True)

    def settle(self) -> None:
        """Fold the log into the file, so that the case is one file that may be copied."""
        self.commit()
        self._db.execute("pragma wal_checkpoint(truncate)")

    def _claims_changed(self) -> None:
        """In the same transaction: the incidents no longer follow from the claims."""
        self._changing()
        self.note({"linked": ""})

    def _changing(self) -> sqlite3.Connection:
        """In the same transaction: what is beside the tables no longer follows from them."""
        if not self.changed:
            self.changed = True
            self.note({"finished": ""})
        return self._writing()

    def _writing(self) -> sqlite3.Connection:
        """The connection, in a transaction; it begins with the first write, so that others may write between."""
        if not self._db.in_transaction:
            self._db.execute("begin immediate")
        return self._db


if TYPE_CHECKING:

    def _is_what_a_run_needs(store: GrowingSqliteStore) -> GrowingStore:
        return store
