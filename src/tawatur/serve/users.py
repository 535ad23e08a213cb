"""Who may use the desk of a case: names, roles and passwords, in `access.sqlite` in the case folder.

Passwords are kept as Argon2id hashes. The file is for this case on this machine: it is no part of what is
exported, and is left out when a case is handed on.
"""

from __future__ import annotations

import sqlite3
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tawatur.errors import AccessError
from tawatur.store.folder import ACCESS, require_case

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST_LETTERS = 12  # of a password
_MOST_LETTERS = 1000  # longer ones only cost time
_MOST_NAME = 64
_SCHEMA = """
-- One row per user; `hash` is Argon2id with its salt and settings.
create table if not exists users (name text primary key, role text not null, hash text not null) without rowid;
"""
HASHES_AT_ONCE = 2  # each takes 64 MiB and some hundredths of a second
_at_once = threading.Semaphore(HASHES_AT_ONCE)


class Role(StrEnum):
    READ = "read"
    REVIEW = "review"  # also judges, and takes back what it judged
    ADMIN = "admin"  # also takes back what others judged

    def may(self, least: Role) -> bool:
        order = list(Role)
        return order.index(self) >= order.index(least)


class User(NamedTuple):
    name: str
    role: Role
    stamp: str  # changes with the password and the role, so that what was granted before ends


class Users:
    """The users of one case. Where there is no file there are none."""

    def __init__(self, case: Path) -> None:
        require_case(case)
        self.path = case / ACCESS
        self._read: tuple[tuple[int, int], list[User]] = ((0, 0), [])

    def __bool__(self) -> bool:
        return bool(self.list())

    @property
    def are_read(self) -> bool:
        """Whether `list` knows them without opening the file."""
        return self._stamp() in (None, self._read[0])

    def _stamp(self) -> tuple[int, int] | None:
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return None
        return stat.st_mtime_ns, stat.st_size

    def list(self) -> list[User]:
        """In the order of their names. The file is read again where it has changed: every request asks."""
        stamp = self._stamp()
        if stamp is None:
            return []
        if stamp != self._read[0]:
            with self._open() as db:
                rows = db.execute("select name, role, hash from users order by name").fetchall()
            self._read = stamp, [User(name, Role(role), f"{role} {hashed}") for name, role, hashed in rows]
        return self._read[1]

    def get(self, name: str) -> User | None:
        return next((user for user in self.list() if user.name == name), None)

    def add(self, name: str, role: Role, password: str) -> None:
        name = check_name(name)
        check_password(password, name)
        hashed = _hash(password)
        with self._open() as db:
            try:
                db.execute("insert into users values (?, ?, ?)", (name, role.value, hashed))
            except sqlite3.IntegrityError:
                raise AccessError(
                    f"There is a user {name!r} already.\n  Change the password with `tawatur users password`."
                ) from None

    def remove(self, name: str) -> None:
        self._change("delete from users where name = ?", name, (name,))

    def set_password(self, name: str, password: str) -> None:
        check_password(password, name)
        self._change("update users set hash = ? where name = ?", name, (_hash(password), name))

    def log_in(self, name: str, password: str) -> User | None:
        """The user where name and password fit; it takes as long where there is no such user."""
        from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415

        user = self.get(unicodedata.normalize("NFC", name))
        hashed = user.stamp.partition(" ")[2] if user else _nobody()
        try:
            with _at_once:
                _hasher().verify(hashed, password[:_MOST_LETTERS])
        except (Argon2Error, InvalidHashError):
            return None
        return user

    def _change(self, sql: str, name: str, values: tuple[str, ...]) -> None:
        with self._open() as db:
            if not db.execute(sql, values).rowcount:
                raise AccessError(f"There is no user {name!r}.\n  `tawatur users list CASE` names them.")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        if not self.path.exists():
            self.path.touch(mode=0o600)
        db = sqlite3.connect(self.path, timeout=10)
        try:
            db.executescript(_SCHEMA)
            with db:
                yield db
        except sqlite3.DatabaseError as error:
            raise AccessError(
                f"{self.path} cannot be read or written: {error}.\n  Mend its permissions, or delete it and add the users again."
            ) from error
        finally:
            db.close()


def check_name(name: str) -> str:
    """The name as it is kept."""
    name = unicodedata.normalize("NFC", name).strip()
    if not name or len(name) > _MOST_NAME or any(unicodedata.category(letter)[0] == "C" for letter in name):
        raise AccessError(
            f"{name!r} is no name for a user.\n  Give one of 1 to {_MOST_NAME} visible letters."
        )
    return name


def check_password(password: str, name: str = "") -> None:
    if len(password) < LEAST_LETTERS or password.strip().casefold() == name.casefold():
        raise AccessError(
            f"The password is too short.\n  Take {LEAST_LETTERS} letters or more; several words are good."
        )
    if len(password) > _MOST_LETTERS:
        raise AccessError(f"The password is too long.\n  Take at most {_MOST_LETTERS} letters.")


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # noqa: PLC0415 (only where somebody logs in)

    return PasswordHasher()


@cache
def _nobody() -> str:
    return _hash("nobody has this password")


def _hash(password: str) -> str:
    with _at_once:
        return _hasher().hash(password)
