"""The case folder: records in SQLite, received bytes by hash, Parquet tables and a manifest."""

from tawatur.store.aside import written_aside
from tawatur.store.conditions import is_let_through
from tawatur.store.folder import require_case
from tawatur.store.growing import GrowingSqliteStore
from tawatur.store.judgements import JudgementLog
from tawatur.store.manifest import (
    Manifest,
    build_manifest,
    build_roots,
    hash_file,
    load_manifest,
    write_manifest,
)
from tawatur.store.protocol import Entry, Filter, GrowingStore, Known, Store
from tawatur.store.reading import Change, Reading
from tawatur.store.rows import Rows, build_rows, received_json
from tawatur.store.sqlite import SqliteStore

__all__ = [
    "Change",
    "Entry",
    "Filter",
    "GrowingSqliteStore",
    "GrowingStore",
    "JudgementLog",
    "Known",
    "Manifest",
    "Reading",
    "Rows",
    "SqliteStore",
    "Store",
    "build_manifest",
    "build_roots",
    "build_rows",
    "hash_file",
    "is_let_through",
    "load_manifest",
    "received_json",
    "require_case",
    "write_manifest",
    "written_aside",
]
