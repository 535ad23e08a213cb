"""Open a case's database, and know which version of the tables it has.

`user_version` is the version of the tables and `application_id` marks the file as ours. Steps from
one version to the next are SQL files named `1_to_2.sql` beside this module.
"""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

from tawatur.errors import CaseError
from tawatur.store.folder import DATABASE, require_case

APPLICATION = 0x54575452  # "TWTR"
VERSION = 3


def connect_to_read(case: Path) -> sqlite3.Connection:
    """A connection that cannot write; it also opens a case in a folder that may not be written."""
    require_case(case)
    address = (case / DATABASE).absolute().as_uri()
    try:
        db = sqlite3.connect(f"{address}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
        try:
            version = _version(db, case)
        except sqlite3.OperationalError:
            if (case / f"{DATABASE}-wal").exists():
                raise
            db.close()
            # In a folder that may not be written SQLite cannot make its shared memory; nobody else
            # can be writing there either.
            db = sqlite3.connect(
                f"{address}?immutable=1", uri=True, isolation_level=None, check_same_thread=False
            )
            version = _version(db, case)
    except sqlite3.DatabaseError as error:
        raise explain(case / DATABASE, error) from None
    if version < VERSION:
        db.close()
        raise CaseError(
            f"{case} was made by an older Tawatur (tables {version}, now {VERSION}).\n"
            f"  Bring it up with `tawatur run -o {case}`."
        )
    return db


def connect_to_write(case: Path) -> sqlite3.Connection:
    """A connection that may write; it makes the tables where there are none and brings old ones up.

    The caller holds the case's lock.
    """
    try:
        db = sqlite3.connect(case / DATABASE, isolation_level=None)
        version = _version(db, case)
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = full")  # what is committed outlasts a power cut
        db.execute("pragma foreign_keys = on")
        db.execute("pragma cache_size = -65536")
        if version == 0:
            _script(db, "schema.sql", VERSION)
        for step in range(version or VERSION, VERSION):
            _script(db, f"{step}_to_{step + 1}.sql", step + 1)
    except sqlite3.DatabaseError as error:
        raise explain(case / DATABASE, error) from None
    return db


def _version(db: sqlite3.Connection, case: Path) -> int:
    version = int(db.execute("pragma user_version").fetchone()[0])
    ours = int(db.execute("pragma application_id").fetchone()[0])
    empty = not db.execute("select count(*) from sqlite_master").fetchone()[0]
    if ours != APPLICATION and not empty:
        raise CaseError(f"{case / DATABASE} is a database of something else.\n  Give another folder.")
    if version > VERSION:
        raise CaseError(
            f"{case} was made by a newer Tawatur (tables {version}; this one knows up to {VERSION}).\n"
            "  Upgrade Tawatur to open it."
        )
    return version


def _script(db: sqlite3.Connection, name: str, version: int) -> None:
    sql = files("tawatur.store").joinpath(name).read_text(encoding="utf-8")
    db.executescript(
        f"begin;\n{sql}\npragma user_version = {version};\npragma application_id = {APPLICATION};\ncommit;"
    )


def explain(
    file: Path,
    error: sqlite3.DatabaseError,
    rescue: str = "The received bytes under objects/ are not touched by this: build a new case from the same reports.",
) -> CaseError:
    """What a user can do about an error of a database; `rescue`, where it is damaged."""
    what = str(error)
    if "locked" in what or "busy" in what:
        return CaseError(f"{file} is being written.\n  Try again in a moment.")
    if "readonly" in what or "unable to open" in what:
        return CaseError(f"{file} cannot be opened: {what}.\n  Look at the folder's permissions.")
    if "full" in what or "disk I/O" in what:
        return CaseError(
            f"{file} could not be written or read: {what}.\n"
            "  See whether the disk is full or failing, and run the same command again."
        )
    return CaseError(f"{file} is damaged: {what}.\n  {rescue}")
