"""The files that are made from the tables: Parquet for analysis, and the manifest, written last."""

from __future__ import annotations

from tawatur import __version__
from tawatur.errors import CaseError
from tawatur.run.stages import Keys
from tawatur.store import (
    GrowingSqliteStore,
    SqliteStore,
    build_manifest,
    hash_file,
    load_manifest,
    write_manifest,
    written_aside,
)
from tawatur.store.folder import PARQUET


def write_snapshot(store: GrowingSqliteStore, keys: Keys) -> None:
    from tawatur.export.parquet import write_tables  # noqa: PLC0415 (pyarrow is slow to import)

    folder = store.case / PARQUET
    folder.mkdir(exist_ok=True)
    for left in folder.glob(".*.part"):
        left.unlink()
    files = {
        f"{PARQUET}/{name}": folder / name
        for name in write_tables(store, lambda name: written_aside(folder / name))
    }
    write_manifest(store.case, build_manifest(store, __version__, keys._asdict(), files))


def is_whole(store: SqliteStore) -> bool:
    """Whether the manifest is there and every file is the one that it names."""
    try:
        manifest = load_manifest(store.case)
    except CaseError:
        return False
    paths = {store.case / name: sha256 for name, sha256 in manifest.files.items()}
    return all(path.is_file() and hash_file(path) == sha256 for path, sha256 in paths.items())
