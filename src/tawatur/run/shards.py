"""Finished shards: what a cluster has read and the case has not yet taken in.

A shard is some hundred documents, named for what it holds: their bytes, how they were described, and the code and data that
read them. Its outcomes are one Parquet file, written aside and renamed; beside it a line of JSON, written last, says
that it is finished and which documents it holds. The folder may be any address that fsspec opens (a path, `s3://…`). Whoever
runs next, on whatever engine, takes finished shards as they are, so a run that was killed is paid for once.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from tawatur.records import Refusal
from tawatur.run.tasks import Task
from tawatur.store.rows import Rows, received_json

Outcomes: TypeAlias = "list[Rows | Refusal]"

SHARD_BYTES = 1 << 20  # some 250 reports, a few seconds of one core
SHARD_MOST = 512

_pack = msgspec.msgpack.Encoder()


class Line(msgspec.Struct, frozen=True):
    """The manifest line of a finished shard."""

    shard: str
    tasks: tuple[str, ...]
    claims: int
    refused: int
    bytes: int


def name_task(task: Task, stamp: str) -> str:
    """The same for the same document, described alike and read with the same code and data (`Serving.stamp`)."""
    return hashlib.sha256(f"{received_json(task.document)}\0{stamp}".encode()).hexdigest()[:32]


def name_shard(tasks: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(tasks).encode()).hexdigest()[:32]


class Shards:
    """A folder of finished shards, at a path or an address of fsspec."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self._store, self._folder = _open_folder(self.address)
        self._at: dict[str, tuple[str, int]] | None = None  # in which shard a task is finished, and where
        self._opened: tuple[str, Outcomes] = ("", [])

    def write(self, tasks: Sequence[str], outcomes: Outcomes) -> str:
        """Put a finished shard there; the line that says so comes last."""
        name = name_shard(tasks)
        data = _to_parquet(tasks, outcomes)
        line = Line(
            name,
            tuple(tasks),
            sum(len(rows.claims) for rows in outcomes if isinstance(rows, Rows)),
            sum(isinstance(rows, Refusal) for rows in outcomes),
            len(data),
        )
        self._store.makedirs(self._folder, exist_ok=True)
        self._put(f"{name}.parquet", data)
        self._put(f"{name}.json", msgspec.json.encode(line) + b"\n")
        return name

    def read(self, name: str) -> Outcomes:
        """The outcomes of a finished shard, in the order of its tasks."""
        if self._opened[0] != name:
            self._opened = (name, _from_parquet(self._store.cat_file(f"{self._folder}/{name}.parquet")))
        return self._opened[1]

    def find(self, task: str) -> Rows | Refusal | None:
        """What came of a task in a shard that was finished before this run."""
        if self._at is None:
            self._at = {name: (line.shard, n) for line in self.lines() for n, name in enumerate(line.tasks)}
        at = self._at.get(task)
        return None if at is None else self.read(at[0])[at[1]]

    def lines(self) -> Iterator[Line]:
        """The manifest line of each finished shard, by name."""
        if not self._store.isdir(self._folder):
            return
        for path in sorted(self._store.ls(self._folder, detail=False)):
            if path.endswith(".json"):
                yield msgspec.json.decode(self._store.cat_file(path), type=Line)

    def clear(self) -> None:
        """Remove what the case has taken in."""
        if self._store.isdir(self._folder):
            self._store.rm(self._folder, recursive=True)

    def _put(self, name: str, data: bytes) -> None:
        aside = f"{self._folder}/.{name}.{hashlib.sha256(data).hexdigest()[:8]}.part"
        self._store.pipe_file(aside, data)
        self._store.mv(aside, f"{self._folder}/{name}")


def open_shards(address: str | None, case: Path, *, needed: bool) -> Shards | None:
    """Where a run leaves its finished shards, or finds those of another; None where there are none and none will be.

    Without an address they lie in the case, which serves a cluster whose nodes all see its folder.
    """
    if address is not None:
        return Shards(address if "://" in address else str(Path(address).resolve()))
    own = case.resolve() / "shards"
    return Shards(str(own)) if needed or own.is_dir() else None


def _open_folder(address: str) -> tuple[Any, str]:
    import fsspec  # noqa: PLC0415 (slow to import, and few runs need it)

    # Listings must be those of now: other machines write here.
    store, folder = fsspec.core.url_to_fs(address, use_listings_cache=False)
    return store, str(folder).rstrip("/")


def _to_parquet(tasks: Sequence[str], outcomes: Outcomes) -> bytes:
    import pyarrow as pa  # noqa: PLC0415 (slow to import)
    import pyarrow.parquet as pq  # noqa: PLC0415

    read = [None if isinstance(o, Refusal) else o for o in outcomes]
    refused = [o if isinstance(o, Refusal) else None for o in outcomes]
    table = pa.table(
        {
            "task": pa.array(tasks, pa.string()),
            "document": pa.array([r and r.id for r in read], pa.string()),
            "name": pa.array([o.name for o in outcomes], pa.string()),
            "sha256": pa.array([r and r.sha256 for r in read], pa.string()),
            "claims": pa.array([r and len(r.claims) for r in read], pa.int32()),
            "refused": pa.array([r and r.code for r in refused], pa.string()),
            "reason": pa.array([r and r.reason for r in refused], pa.string()),
            "rows": pa.array([r and _pack.encode(r) for r in read], pa.large_binary()),
        }
    )
    stream = io.BytesIO()
    pq.write_table(table, stream, compression="zstd")
    return stream.getvalue()


def _from_parquet(data: bytes) -> Outcomes:
    import pyarrow.parquet as pq  # noqa: PLC0415 (slow to import)

    return [_to_outcome(row) for row in pq.read_table(io.BytesIO(data)).to_pylist()]


def _to_outcome(row: dict[str, Any]) -> Rows | Refusal:
    if row["refused"] is not None:
        return Refusal(name=row["name"], code=row["refused"], reason=row["reason"])
    fields: list[Any] = [
        [tuple(inner) if isinstance(inner, list) else inner for inner in field]
        if isinstance(field, list)
        else field
        for field in msgspec.msgpack.decode(row["rows"])
    ]
    return Rows(*fields)
