"""What a case says of itself: versions, fingerprints, counts, what was refused, and the roots.

Nothing in it depends on the day or the machine, so two people who built the same case hold the same
manifest; `root` alone is enough to compare.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import msgspec

from tawatur.errors import CaseError
from tawatur.records import Refusal
from tawatur.store.aside import written_aside
from tawatur.store.folder import MANIFEST
from tawatur.store.merkle import merkle_root
from tawatur.store.sqlite import SqliteStore

FORMAT = 1


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    format: int = FORMAT
    tawatur: str
    fingerprints: dict[str, str]  # of the code and data of each stage
    counts: dict[str, int]
    refused: dict[str, int]  # how many, by code
    roots: dict[str, str]
    root: str
    files: dict[str, str]  # SHA-256 of the files that can be made again from the tables
    refusals: tuple[Refusal, ...]


def build_manifest(
    store: SqliteStore, version: str, fingerprints: Mapping[str, str], files: Mapping[str, Path]
) -> Manifest:
    counts = store.counts()
    counts.pop("judgements")  # they are added between runs
    refusals = tuple(store.refusals())
    roots = build_roots(store)
    return Manifest(
        tawatur=version,
        fingerprints=dict(fingerprints),
        counts=counts,
        refused=dict(sorted(Counter(refusal.code for refusal in refusals).items())),
        roots=roots,
        root=merkle_root(f"{name} {root}".encode() for name, root in roots.items()),
        files={name: hash_file(path) for name, path in sorted(files.items())},
        refusals=refusals,
    )


def build_roots(store: SqliteStore) -> dict[str, str]:
    """A Merkle root for what went in, and one for each table that came out."""
    return {
        "inputs": merkle_root(f"{sha} {size}".encode() for sha, size in store.inputs()),
        **{
            table: merkle_root(store.leaves(table)) for table in ("documents", "texts", "claims", "incidents")
        },
    }


def write_manifest(case: Path, manifest: Manifest) -> None:
    with written_aside(case / MANIFEST) as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")


def load_manifest(case: Path) -> Manifest:
    path = case / MANIFEST
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError:
        raise CaseError(
            f"{case} has no {MANIFEST}: its last run did not end.\n  Finish it with `tawatur run -o {case}`."
        ) from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CaseError(
            f"{path} is damaged: {error}.\n  Make it again with `tawatur run -o {case}`."
        ) from None


def hash_file(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
