"""The log of judgements: a file of its own beside the case's database.

A run holds its lock for hours and its transactions for minutes; a judgement is one short transaction in
another file and waits for neither. Writers of the log queue up for each other, whichever process they are in.
"""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from tawatur.errors import CaseError, JudgedSinceError
from tawatur.records import Judgement
from tawatur.records.judgement import find_subjects, sign
from tawatur.store.connect import APPLICATION, explain
from tawatur.store.folder import JUDGEMENTS

VERSION = 1
_WAIT = 30.0  # seconds that a writer waits for another; one judgement takes some hundredths
_MOST = 500  # values in one question
_RESCUE = (
    "Put a copy of it in its place, or import what was exported; the rest of the case is not touched by this."
)
_TICK = dt.timedelta(microseconds=1)

T = TypeVar("T")
_json = msgspec.json.Encoder()
_judgements = msgspec.json.Decoder(Judgement)


class JudgementLog:
    """It may be used by several threads at once. Where there is no file yet there are no judgements."""

    def __init__(self, case: Path) -> None:
        self.path = case / JUDGEMENTS
        self._case = case
        self._one_at_a_time = threading.RLock()
        self._open: sqlite3.Connection | None = None

    def close(self) -> None:
        with self._one_at_a_time:
            if self._open is not None:
                self._open.close()
            self._open = None

    def count(self) -> int:
        return int(self._ask("select count(*) from judgements")[0][0]) if self._is_there() else 0

    @property
    def number(self) -> int:
        """That of the judgement which came last; 0 where there is none."""
        return int(self._ask("select coalesce(max(n), 0) from judgements")[0][0]) if self._is_there() else 0

    def judgements(self, about: str | None = None) -> list[Judgement]:
        """All, or those about one thing, in the order in which they hold."""
        if not self._is_there():
            return []
        rows = self._ask(
            "select record from judgements where ?1 is null or about = ?1 order by at, id", about
        )
        return [_judgements.decode(row) for (row,) in rows]

    def since(self, number: int) -> list[tuple[int, Judgement]]:
        """Those that came after the one of this number, with their numbers, in the order of arrival."""
        if not self._is_there():
            return []
        rows = self._ask("select n, record from judgements where n > ? order by n", number)
        return [(n, _judgements.decode(row)) for n, row in rows]

    def add(
        self, judgement: Judgement, *, seen: int | None = None, subjects: Iterable[str] = ()
    ) -> tuple[int, Judgement]:
        """Add a judgement, and give it with its number; as `add_all` of one."""
        (added,) = self.add_all((judgement,), seen=seen, subjects=subjects)
        return added

    def add_all(
        self, judgements: Iterable[Judgement], *, seen: int | None = None, subjects: Iterable[str] = ()
    ) -> list[tuple[int, Judgement]]:
        """Add what was judged in one act, all or none, with their numbers; on the disk when this returns.

        Where `seen` is the number of the last judgement that the reader saw, one that came later and
        bears on the same things, or on `subjects`, raises `JudgedSinceError`. The time is moved on where it
        is not after that of every other, and the identifier is made of what is then kept. Each after the
        first stands `beside` it.
        """
        listed = list(judgements)
        added: list[tuple[int, Judgement]] = []
        with self._writing() as db:
            if seen is not None:
                bears_on = set(subjects).union(*map(find_subjects, listed))
                self._refuse_unseen(db, seen, bears_on)
            last = db.execute("select max(at) from judgements").fetchone()[0]
            for judgement in listed:
                when = judgement.when.astimezone(dt.UTC)
                if added:
                    when = max(when, added[-1][1].when + _TICK)
                elif last is not None:
                    when = max(when, dt.datetime.fromisoformat(last) + _TICK)
                beside = added[0][1].id if added else ""
                judgement = sign(msgspec.structs.replace(judgement, when=when, beside=beside))  # noqa: PLW2901
                added.append((_insert(db, judgement), judgement))
        return added

    def take_in(self, judgements: Iterable[Judgement]) -> list[Judgement]:
        """Add those that are not there, as they are, all or none; which they were."""
        with self._writing() as db:
            known = {key for (key,) in db.execute("select id from judgements")}
            new = []
            for judgement in judgements:
                if judgement.id not in known:
                    known.add(judgement.id)
                    _insert(db, judgement)
                    new.append(judgement)
            return new

    def rewrite(self, change: Callable[[Judgement], Judgement]) -> int:
        """Put others in the place of judgements, in the order of arrival; how many changed.

        For blacking out names alone: nothing else may alter what was decided. The identifier follows from the
        content, so `change` signs anew what it changes.
        """
        if not self._is_there():
            return 0
        with self._writing() as db:
            rows = db.execute("select n, record from judgements order by n").fetchall()
            judged = [(n, _judgements.decode(record)) for n, record in rows]
            changed = [(n, new) for n, old in judged if (new := change(old)) != old]
            if not changed:
                return 0
            db.execute("pragma secure_delete = on")
            for trigger in ("judgements_stay", "judgements_hold"):
                db.execute(f"drop trigger {trigger}")
            for n, new in changed:
                record = _json.encode(new).decode()
                db.execute(
                    "update judgements set id = ?, about = ?, record = ? where n = ?",
                    (new.id, new.about, record, n),
                )
                db.execute("delete from subjects where n = ?", (n,))
                db.executemany(
                    "insert into subjects values (?, ?)", [(key, n) for key in sorted(find_subjects(new))]
                )
            for statement in _triggers():
                db.execute(statement)
        self._ask("vacuum")
        return len(changed)

    def find_faults(self) -> Iterator[str]:
        """What is wrong with the file, or with a judgement in it."""
        if not self._is_there():
            return
        for (line,) in self._ask("pragma integrity_check(20)"):
            if line != "ok":
                yield str(line)
                return
        for key, record in self._ask("select id, record from judgements order by n"):
            try:
                judgement = _judgements.decode(record)
            except msgspec.MsgspecError as error:
                yield f"judgement {key} cannot be read: {error}"
                continue
            if not key == judgement.id == sign(judgement).id:
                yield f"judgement {key} is not what was written: its content gives another identifier"

    def _refuse_unseen(self, db: sqlite3.Connection, seen: int, subjects: Iterable[str]) -> None:
        asked = sorted(subjects)
        since: set[int] = set()
        for start in range(0, len(asked), _MOST):
            some = asked[start : start + _MOST]
            rows = db.execute(
                f"select n from subjects where n > ? and subject in ({','.join('?' * len(some))})",  # noqa: S608
                (seen, *some),
            )
            since.update(n for (n,) in rows)
        if since:
            raise JudgedSinceError(
                "Somebody has judged this since you opened it.\n  Look at what changed, and judge again.",
                tuple(sorted(since)),
            )

    def _is_there(self) -> bool:
        return self._open is not None or self.path.is_file()

    def _ask(self, question: str, *values: object) -> list[Any]:
        with self._one_at_a_time:
            return self._trying(lambda: self._connection(make=False).execute(question, values).fetchall())

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._one_at_a_time:
            db = self._trying(lambda: self._connection(make=True))
            try:
                db.execute("begin immediate")
                yield db
                db.execute("commit")
            except BaseException as error:
                if db.in_transaction:
                    db.rollback()
                if isinstance(error, sqlite3.DatabaseError):
                    raise explain(self.path, error, _RESCUE) from error
                raise

    def _trying(self, ask: Callable[[], T]) -> T:
        try:
            return ask()
        except sqlite3.DatabaseError as error:
            raise explain(self.path, error, _RESCUE) from error

    def _connection(self, *, make: bool) -> sqlite3.Connection:
        if self._open is None:
            self._open = _connect(self.path, make=make)
        return self._open


def _connect(path: Path, *, make: bool) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={'rwc' if make else 'rw'}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_WAIT,
    )
    try:
        _prepare(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    # A rollback journal, not a log ahead: one file that may be copied, or read where nothing may be
    # written. "extra" also makes the journal's going outlast a power cut, and with it the commit.
    db.execute("pragma synchronous = extra")
    version = int(db.execute("pragma user_version").fetchone()[0])
    if version > VERSION:
        raise CaseError(f"{path} was made by a newer Tawatur.\n  Upgrade Tawatur to open it.")
    if version == 0:
        sql = files("tawatur.store").joinpath("judgements.sql").read_text(encoding="utf-8")
        db.executescript(
            f"begin immediate;\n{sql}\npragma user_version = {VERSION};\n"
            f"pragma application_id = {APPLICATION};\ncommit;"
        )
    elif int(db.execute("pragma application_id").fetchone()[0]) != APPLICATION:
        raise CaseError(f"{path} is a database of something else.\n  Move it away.")


def _triggers() -> list[str]:
    """The statements that let judgements only be added."""
    sql = files("tawatur.store").joinpath("judgements.sql").read_text(encoding="utf-8")
    return re.findall(r"^create trigger.*?^begin.*?end;", sql, flags=re.MULTILINE | re.DOTALL)


def _insert(db: sqlite3.Connection, judgement: Judgement) -> int:
    at = judgement.when.astimezone(dt.UTC).isoformat(timespec="microseconds")
    n = db.execute(
        "insert into judgements (id, at, about, record) values (?, ?, ?, ?)",
        (judgement.id, at, judgement.about, _json.encode(judgement).decode()),
    ).lastrowid
    db.executemany(
        "insert into subjects values (?, ?)", [(key, n) for key in sorted(find_subjects(judgement))]
    )
    return int(n or 0)
