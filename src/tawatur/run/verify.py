"""Hold a case against itself: bytes, quotes, references, tables, manifest.

Each fault says where it is, what is wrong, and what can be done; nothing is mended here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tawatur.errors import CaseError
from tawatur.records import Text
from tawatur.run.tasks import check_evidence
from tawatur.store import SqliteStore, build_roots, hash_file, load_manifest
from tawatur.store.merkle import merkle_root

_AGAIN = "Run `tawatur run -o {case}` to make it again."
_ANEW = "The database was altered. Move it away and build the case anew from the same reports; their bytes are under objects/."
_LOST = "Run `tawatur run` again with the reports it came from."


class Fault(NamedTuple):
    where: str
    what: str
    remedy: str


def verify_case(case: Path) -> Iterator[Fault]:
    """Every fault that is found; none where the case is whole."""
    with SqliteStore(case) as store:
        again = _AGAIN.format(case=case)
        broken = [
            Fault("case.sqlite", line, f"Build a new case from the same reports; {case} keeps their bytes.")
            for line in store.integrity()
        ]
        yield from broken
        if broken:
            return
        for line in store.log.find_faults():
            yield Fault(store.log.path.name, line, "Put a copy of the file in its place.")
        yield from _find_bad_objects(store)
        yield from _find_bad_claims(store)
        for where, what in store.misfits():
            yield Fault(where, what, _ANEW)
        yield from _find_bad_incidents(store, again)
        yield from _find_bad_files(store, again)


def _find_bad_objects(store: SqliteStore) -> Iterator[Fault]:
    for sha256, size in store.inputs():
        path = store.objects.path(sha256)
        where = path.relative_to(store.case).as_posix()
        try:
            data = path.read_bytes()
        except OSError:
            yield Fault(where, "is missing", _LOST)
            continue
        if hashlib.sha256(data).hexdigest() != sha256:
            what = f"has {len(data)} bytes of {size}" if len(data) != size else "holds other bytes"
            yield Fault(where, what, f"Delete it. {_LOST}")


def _find_bad_claims(store: SqliteStore) -> Iterator[Fault]:
    for entry in store.entries():
        where = f"report {entry.document.id}"
        if not _is_way_good(entry.text):
            yield Fault(where, "the way from its text back to what was received is broken", _LOST)
        try:
            check_evidence(entry.text, entry.claims)
        except ValueError as error:
            yield Fault(where, str(error), _LOST)
    for claim in store.orphans():
        yield Fault(f"claim {claim}", "its report is not in the case", _LOST)


def _is_way_good(text: Text) -> bool:
    """Whether the pieces cover what is shown, in order, and stand where they say."""
    at = 0
    for piece in text.pieces:
        if piece.shown != at or piece.received < 0 or piece.received + piece.length > len(text.received):
            return False
        at += piece.length
    return at == len(text.shown)


def _find_bad_incidents(store: SqliteStore, again: str) -> Iterator[Fault]:
    for incident in store.incidents():
        for claim in incident.claims:
            if store.incident_of(claim) != incident.id:
                yield Fault(f"incident {incident.id}", f"claim {claim} does not lead back to it", again)
            elif store.claim(claim) is None:
                yield Fault(f"incident {incident.id}", f"claim {claim} is not in the case", again)


def _find_bad_files(store: SqliteStore, again: str) -> Iterator[Fault]:
    if not store.state("finished"):
        yield Fault("case.sqlite", "the last run did not come to its end", again)
        return
    try:
        manifest = load_manifest(store.case)
    except CaseError as error:
        yield Fault("manifest.json", str(error).splitlines()[0], again)
        return
    for name, sha256 in manifest.files.items():
        path = store.case / name
        if not path.is_file():
            yield Fault(name, "is missing", again)
        elif hash_file(path) != sha256:
            yield Fault(name, "is not the file that the manifest names", again)
    roots = build_roots(store)
    for table, root in roots.items():
        if manifest.roots.get(table) != root:
            yield Fault("manifest.json", f"its root of {table} is not that of the table", again)
    if manifest.root != merkle_root(f"{name} {root}".encode() for name, root in manifest.roots.items()):
        yield Fault("manifest.json", "its root does not follow from its other roots", again)
    counts = store.counts()
    for name, count in manifest.counts.items():
        if counts.get(name) != count:
            yield Fault("manifest.json", f"says {count} {name}; the table has {counts.get(name)}", again)
