"""The tables of places that a user added, and where they lie.

Under `$TAWATUR_HOME/gazetteer/` there is one tab-separated file a table, named for the table
and its contents, and `tables.json`, which lists them; a file that the list does not name is
not read, so that writing the list last makes an addition whole or nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from tawatur.errors import GazetteerError
from tawatur.gazetteer.entry import Entry, read_entries, write_entries
from tawatur.kept import Kept, await_lock, user_folder


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """One table that was added."""

    name: str
    format: str  # "geonames", "alternates", "whosonfirst", "pcodes" or "list"
    file: str  # the user's own, for them to recognise
    sha256: str  # of the stored table
    taken: int
    merged: int  # of those taken, the ones that were known already and only lend spellings
    refused: int

    @property
    def stored(self) -> str:
        return f"{self.name}.{self.sha256[:8]}.tsv"


class Home:
    """A user's gazetteer folder."""

    def __init__(self, folder: Path, kept: Kept) -> None:
        self.folder = folder
        self.kept = kept  # the compiled gazetteer

    @classmethod
    def at(cls, home: Path | None = None) -> Home:
        """The folder in the user's own, with the compiled gazetteer in the cache."""
        return cls(user_folder(home) / "gazetteer", Kept.at("gazetteer", home))

    def tables(self) -> list[Table]:
        path = self.folder / "tables.json"
        try:
            return msgspec.json.decode(path.read_bytes(), type=list[Table])
        except FileNotFoundError:
            return []
        except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
            raise GazetteerError(
                f"{path} cannot be read ({error}). Remove it and add your tables again."
            ) from error

    def fingerprint(self) -> str:
        tables = self.tables()
        if not tables:
            return "0"
        return hashlib.sha256("\n".join(f"{t.name} {t.sha256}" for t in tables).encode()).hexdigest()[:16]

    def read_added(self) -> Iterator[Entry]:
        """The entries of every added table, in the order of addition."""
        for _, entries in self.read_tables():
            yield from entries

    def read_tables(self) -> Iterator[tuple[Table, Iterator[Entry]]]:
        """Every added table with its entries."""
        for table in self.tables():
            path = self.folder / table.stored
            if not path.exists():
                raise GazetteerError(
                    f"{path} is listed but is not there. `tawatur gazetteer remove {table.name}` and add it again."
                )
            yield table, read_entries(path)

    def add(self, tables: Iterable[tuple[Table, list[Entry]]]) -> None:
        """Store tables; one of a name that is there already takes its place. All of them, or none."""
        with self._alone():
            kept = {table.name: table for table in self.tables()}
            for table, entries in tables:
                made = self.folder / "table.tsv.part"
                write_entries(made, entries)
                digest = _settle(made)
                kept.pop(table.name, None)
                whole = kept[table.name] = msgspec.structs.replace(table, sha256=digest)
                made.replace(self.folder / whole.stored)
            self._write_list(list(kept.values()))

    def remove(self, names: Iterable[str]) -> None:
        """Take tables out, and with them every place and spelling that only they gave."""
        wanted = list(names)
        with self._alone():
            tables = self.tables()
            missing = [name for name in wanted if name not in {table.name for table in tables}]
            if missing:
                there = ", ".join(table.name for table in tables) or "none"
                raise GazetteerError(
                    f"No table is called {', '.join(missing)}. The tables added are: {there}."
                )
            self._write_list([table for table in tables if table.name not in wanted])

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """One command at a time changes the folder, so that none overwrites what another lists.

        The lock is the system's and falls with its process; what a killed one left aside is overwritten by the next.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("ab") as held:
            await_lock(held.fileno())
            yield

    def _write_list(self, tables: list[Table]) -> None:
        made = self.folder / "tables.json.part"
        made.write_bytes(msgspec.json.format(msgspec.json.encode(tables), indent=1))
        _settle(made)
        made.replace(self.folder / "tables.json")
        listed = {table.stored for table in tables}
        for path in self.folder.glob("*.tsv"):
            if path.name not in listed:
                path.unlink(missing_ok=True)


def _settle(made: Path) -> str:
    """Bring a file to the disk, so that its new name never stands for less than its content; its SHA-256."""
    with made.open("rb+") as stream:
        os.fsync(stream.fileno())
        return hashlib.file_digest(stream, "sha256").hexdigest()
