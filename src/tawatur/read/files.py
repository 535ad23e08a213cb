"""The reports inside one file, whatever its format and however archives are nested in it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from tawatur.errors import ReportError
from tawatur.read import limits
from tawatur.read.archives import read_tar, read_zip, spooled
from tawatur.read.folders import is_hidden, legible
from tawatur.read.lines import read_lines
from tawatur.read.received import Found
from tawatur.read.streams import Budget, Inflated, buffered, explained
from tawatur.read.tables import read_separated, read_workbook
from tawatur.read.warc import read_warc
from tawatur.records import Refusal

FORMATS = (".txt", ".html", ".htm", ".jsonl", ".csv", ".tsv", ".xlsx", ".warc", ".zip", ".tar", ".tgz")


def read_file(path: Path) -> Iterator[Found | Refusal]:
    name = legible(path)
    try:
        with _open(path) as opened:
            yield from read_stream(name, opened)
    except ReportError as error:
        yield Refusal(name=name, code=error.code, reason=str(error))


def read_stream(name: str, opened: BinaryIO) -> Iterator[Found | Refusal]:
    """The reports of an open file; its name tells its format."""
    yield from _read_stream(name, name.lower(), opened, None)


def _open(path: Path) -> BinaryIO:
    with explained():
        if stat.S_ISREG(path.stat().st_mode):
            return path.open("rb")
    raise ReportError(
        "not_a_file", "It is no regular file; it was left."
    )  # opening a pipe would wait for ever


def _read_stream(
    name: str, kind: str, stream: BinaryIO, budget: Budget | None, depth: int = 0
) -> Iterator[Found | Refusal]:
    """The reports of one stream; `kind` is the name that its ending is read from, as layers come off."""
    if kind.endswith((".tgz", ".gz")):
        inner = kind.removesuffix(".tgz") + ".tar" if kind.endswith(".tgz") else kind.removesuffix(".gz")
        is_kept = inner.endswith((".tar", ".zip", ".csv", ".tsv", ".xlsx"))  # and not only passed through
        budget = budget or (Budget() if is_kept else None)
        yield from _read_stream(name, inner, buffered(Inflated(stream, budget)), budget, depth)
    elif kind.endswith(".jsonl"):
        yield from read_lines(name, stream)
    elif kind.endswith((".csv", ".tsv")):
        yield from read_separated(name, stream)
    elif kind.endswith(".xlsx"):
        yield from read_workbook(name, stream, budget)
    elif kind.endswith(".warc"):
        yield from read_warc(name, stream)
    elif kind.endswith((".zip", ".tar")):
        yield from _read_archive(name, kind, stream, budget or Budget(), depth)
    elif kind.endswith((".txt", ".html", ".htm")):
        is_page = not kind.endswith(".txt")
        yield Found(
            name=name,
            received=stream.read(limits.REPORT_BYTES + 1),
            media="text/html" if is_page else "text/plain",
            is_page=is_page,
        )
    else:
        raise ReportError(
            "unknown_format",
            f"It is none of {', '.join(FORMATS)} (each also as .gz). Save it as one of these, or leave it out.",
        )


def _read_archive(
    name: str, kind: str, stream: BinaryIO, budget: Budget, depth: int
) -> Iterator[Found | Refusal]:
    if depth == limits.DEPTH:
        raise ReportError(
            "archive_too_deep",
            f"It lies inside {limits.DEPTH} archives already. Unpack the outer ones yourself and give the folder.",
        )
    if kind.endswith(".tar"):
        entries = read_tar(name, stream, budget)
    else:
        entries = read_zip(name, stream if depth == 0 and stream.seekable() else spooled(stream), budget)
    for entry in entries:
        if isinstance(entry, Refusal):
            yield entry
        elif not any(map(is_hidden, entry.path.split("/"))):
            try:
                yield from _read_stream(entry.name, entry.path.lower(), entry.stream, budget, depth + 1)
            except ReportError as error:
                yield Refusal(name=entry.name, code=error.code, reason=str(error))
