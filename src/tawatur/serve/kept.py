"""What the desk keeps of a case beside it, in `desk.sqlite`: the rows of the list, and each claim's words to search.

It holds nothing that the case does not, and is made anew whenever it does not fit the case (`key`); it may be
deleted at any time. A case in a folder that may not be written has it in a temporary folder while it is served.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from tawatur.serve.rows import Row

NAME = "desk.sqlite"
_SCHEMA = """
create table about (key text not null);
-- One row per incident, in the order of the ids.
create table rows (n integer primary key, record text not null);
-- One row per claim that stands in an incident, in the order of the ids; `words` has the same number.
create table claims (n integer primary key, id text not null);
-- The folded words around a claim, and the names of its places, parties and sources in both languages.
create virtual table words using fts5 (body, tokenize = 'unicode61 remove_diacritics 0', detail = none);
"""

_rows = msgspec.json.Decoder(Row)
_numbers = msgspec.json.Decoder(list[int])
_json = msgspec.json.Encoder()


class Kept(NamedTuple):
    """An open `desk.sqlite`."""

    db: sqlite3.Connection

    def rows(self) -> list[Row]:
        return [_rows.decode(record) for (record,) in self.db.execute("select record from rows order by n")]

    def claims(self) -> list[str]:
        return [id_ for (id_,) in self.db.execute("select id from claims order by n")]

    def numbers(self, claims: Iterable[str]) -> dict[str, int]:
        """The numbers of these claims, as far as they are kept."""
        found = self.db.execute(
            "select id, n from claims where id in (select value from json_each(?))",
            (_json.encode(sorted(claims)).decode(),),
        )
        return dict(found)

    def search(self, expression: str) -> list[int]:
        """The numbers of the claims whose words match an FTS5 expression, the lowest first."""
        try:
            # All in one row: for each row that is fetched, threads at work would each be let in before the next.
            (found,) = self.db.execute(
                "select json_group_array(rowid) from words where words match ?", (expression,)
            ).fetchone()
        except sqlite3.OperationalError as error:
            if "phrase" not in str(error):
                raise
            return []  # a letter that this SQLite does not know parts a word, which therefore stands nowhere
        return sorted(_numbers.decode(found))


def open_kept(case: Path, key: str) -> Kept | None:
    """What was kept of a case, where it fits; None where it has to be made."""
    path = case / NAME
    if not path.is_file():
        return None
    db = _connect(path)
    try:
        kept = db.execute("select key from about").fetchone()
    except sqlite3.DatabaseError:
        kept = None
    if kept == (key,):
        return Kept(db)
    db.close()
    return None


def keep(case: Path, key: str, rows: Iterable[Row], words: Iterable[tuple[str, str]]) -> Kept:
    """Write what is to be kept, aside first; `words` are claims with theirs, in the order of their ids.

    `rows` is used up before `words` is begun.
    """
    folder = case if os.access(case, os.W_OK) else Path(tempfile.mkdtemp(prefix="tawatur-"))
    part = folder / f".{NAME}.{os.getpid()}.part"
    part.unlink(missing_ok=True)
    db = sqlite3.connect(part, isolation_level=None)
    try:
        db.executescript(f"pragma journal_mode = off; pragma synchronous = off; {_SCHEMA} begin;")
        db.executemany(
            "insert into rows values (?, ?)", ((n, _json.encode(row).decode()) for n, row in enumerate(rows))
        )
        for n, (claim, body) in enumerate(words):
            db.execute("insert into claims values (?, ?)", (n, claim))
            db.execute("insert into words (rowid, body) values (?, ?)", (n, body))
        db.execute("insert into about values (?)", (key,))
        db.execute("commit")
    except BaseException:
        db.close()
        part.unlink(missing_ok=True)
        raise
    db.close()
    path = folder / NAME
    part.replace(path)
    return Kept(_connect(path))


def _connect(path: Path) -> sqlite3.Connection:
    # The pages' threads share it; SQLite itself lets one in at a time.
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
