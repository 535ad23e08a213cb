"""A case at an address (`s3://…`): published as a whole, fetched as a whole.

SQLite needs a disk, so a case is built on one. Published, its files lie at the address under the hashes of their bytes, and a
listing, written last, says which of them make up the case. Whoever fetches meets the case as it was before or as it is
now, never half of each; what is there already is neither sent nor fetched again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from tawatur import __version__
from tawatur.errors import CaseError, InputError
from tawatur.store import GrowingSqliteStore, hash_file, require_case, written_aside
from tawatur.store.folder import DATABASE, JUDGEMENTS, MANIFEST, OBJECTS, PARQUET, REDACTIONS, make_folder

LISTING = "published.json"
_FILES = "files"
_WHOLE = (DATABASE, MANIFEST, REDACTIONS, JUDGEMENTS)


class File(msgspec.Struct, frozen=True):
    path: str  # within the case
    sha256: str
    size: int


class Listing(msgspec.Struct, frozen=True):
    """The files of a case as it was published."""

    tawatur: str
    files: tuple[File, ...]


def publish_case(case: Path, address: str) -> Listing:
    """Put a finished case at an address. Passwords, the desk's own copy and what a run leaves aside stay here."""
    require_case(case)
    with GrowingSqliteStore(case) as store:  # nobody writes meanwhile
        if not store.state("finished"):
            raise CaseError(f"{case} is not finished.\n  Finish it first: tawatur run -o {case}")
        store.settle()
        judgements = case / f".{JUDGEMENTS}.published"
        try:
            _copy_judgements(case, judgements)
            return _publish(case, judgements, _Place(address))
        finally:
            judgements.unlink(missing_ok=True)


def fetch_case(address: str, case: Path) -> Listing:
    """Bring a published case into a new folder, or a copy that was fetched before to what it is now."""
    place = _Place(address)
    listing = place.listing()
    if listing is None:
        raise InputError(
            f"No case was published at {address}.\n  Publish one with `tawatur publish CASE {address}`."
        )
    make_folder(case)
    before = _fetched(case)
    for file in listing.files:
        target = case / file.path
        if not target.resolve().is_relative_to(case.resolve()):
            raise InputError(
                f"{address} lists {file.path!r}, which lies outside a case. It is no case of ours."
            )
        if before.get(file.path) == file and target.is_file():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with written_aside(target) as stream:
            if place.fetch(file, stream) != file.sha256:
                raise InputError(
                    f"{address}: {file.path} is not what was published.\n  Publish the case again, then fetch it."
                )
    for path in sorted(set(before) - {file.path for file in listing.files}):
        (case / path).unlink(missing_ok=True)
    with written_aside(case / LISTING) as stream:
        stream.write(msgspec.json.encode(listing))
    return listing


def _publish(case: Path, judgements: Path, place: _Place) -> Listing:
    before = place.listing()
    files: list[File] = []
    for path in _files(case):
        source = judgements if path.name == JUDGEMENTS else path
        if source.is_file():
            file = File(path.relative_to(case).as_posix(), hash_file(source), source.stat().st_size)
            place.put(source, file)
            files.append(file)
    listing = Listing(__version__, tuple(files))
    place.write(listing)
    # Whoever is fetching the case as it was before still finds all of it.
    place.keep({file.sha256 for one in (before, listing) if one for file in one.files})
    return listing


def _files(case: Path) -> Iterator[Path]:
    for folder in (OBJECTS, PARQUET):
        found = (case / folder).rglob("*")
        yield from sorted(path for path in found if path.is_file() and not path.name.startswith("."))
    yield from (case / name for name in _WHOLE)


def _copy_judgements(case: Path, to: Path) -> None:
    """As they stand at one moment: a desk may be writing them."""
    to.unlink(missing_ok=True)
    if (case / JUDGEMENTS).is_file():
        address = f"{(case / JUDGEMENTS).absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as log, closing(sqlite3.connect(to)) as copy:
            log.backup(copy)


def _fetched(case: Path) -> dict[str, File]:
    """The files that were fetched into a folder before, none of them changed since; none, where it is new."""
    if not (case / LISTING).is_file():
        if (case / DATABASE).exists():
            raise CaseError(f"{case} is a case of its own.\n  Fetch into a new folder.")
        return {}
    files = msgspec.json.decode((case / LISTING).read_bytes(), type=Listing).files
    for file in files:
        own = case / file.path
        if file.path in _WHOLE and own.is_file() and hash_file(own) != file.sha256:
            raise CaseError(f"{own} was changed since it was fetched.\n  Fetch into a new folder.")
    if (case / JUDGEMENTS).exists() and not any(file.path == JUDGEMENTS for file in files):
        raise CaseError(f"{case} was judged since it was fetched.\n  Fetch into a new folder.")
    return {file.path: file for file in files}


class _Place:
    """Files at an address, by the hash of their bytes."""

    def __init__(self, address: str) -> None:
        import fsspec  # noqa: PLC0415 (slow to import)

        self._address = address
        try:
            # Listings must be those of now: others write here.
            store, folder = fsspec.core.url_to_fs(address.rstrip("/"), use_listings_cache=False)
        except (ImportError, ValueError) as error:
            raise InputError(
                f"{address} cannot be opened: {error}\n  For S3, pip install 'tawatur[s3]'."
            ) from None
        self._store: Any = store
        self._folder = str(folder).rstrip("/")

    def listing(self) -> Listing | None:
        path = f"{self._folder}/{LISTING}"
        try:
            there = self._store.exists(path)
        except Exception as error:
            raise InputError(
                f"{self._address} could not be asked for: {error}\n  Check the address and its keys."
            ) from error
        return msgspec.json.decode(self._store.cat_file(path), type=Listing) if there else None

    def put(self, source: Path, file: File) -> None:
        path = self._at(file)
        if self._store.exists(path) and self._store.size(path) == file.size:
            return
        self._store.makedirs(f"{self._folder}/{_FILES}", exist_ok=True)
        self._store.put_file(str(source), path)

    def fetch(self, file: File, stream: Any) -> str:  # noqa: ANN401
        """Write a file into a stream; its hash."""
        digest = hashlib.sha256()
        try:
            with self._store.open(self._at(file), "rb") as opened:
                while data := opened.read(1 << 20):
                    digest.update(data)
                    stream.write(data)
        except FileNotFoundError:
            raise InputError(
                f"{self._address}: {file.path} is gone; the case was perhaps published anew, twice, meanwhile.\n"
                "  Fetch it again."
            ) from None
        return digest.hexdigest()

    def write(self, listing: Listing) -> None:
        """Put the listing in its place at one stroke."""
        self._store.makedirs(self._folder, exist_ok=True)
        aside, path = f"{self._folder}/.{LISTING}.part", f"{self._folder}/{LISTING}"
        self._store.pipe_file(aside, msgspec.json.encode(listing))
        self._store.mv(aside, path)

    def keep(self, hashes: set[str]) -> None:
        for path in self._store.ls(f"{self._folder}/{_FILES}", detail=False):
            if path.rsplit("/", 1)[-1] not in hashes:
                self._store.rm_file(path)

    def _at(self, file: File) -> str:
        return f"{self._folder}/{_FILES}/{file.sha256}"
