"""Read reports from files, folders and archives, one at a time, in a fixed order.

A bad input never ends the batch: it is given back as a `Refusal` among the reports.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tawatur.errors import InputError, ReportError
from tawatur.read.documents import build_document
from tawatur.read.files import read_file
from tawatur.read.folders import find_files
from tawatur.read.received import Found, Received, Seen
from tawatur.read.remote import check_address, is_address, read_address
from tawatur.records import Document, Refusal


def read_reports(
    paths: Sequence[Path | str], *, known: Mapping[str, str] | None = None
) -> Iterator[Received | Seen | Refusal]:
    """Every report under the paths, in order; folders are walked in the order of their names.

    `known` maps the identifiers of documents that a case already holds to their SHA-256:
    their bytes are then `Seen`, and another report under a known identifier is refused.
    A path may be an address (`s3://…`); see `remote`. One that is not there raises `InputError` at once, before anything is read.
    """
    inputs = [path if is_address(path) else Path(path) for path in paths]
    for path in inputs:
        if isinstance(path, Path):
            _check(path)
        else:
            check_address(path)
    return _read_all(inputs, dict(known or {}))


def _check(path: Path) -> None:
    if not path.exists():
        raise InputError(f"{path} is not there. Give a file, a folder or an archive of reports.")
    if not os.access(path, os.R_OK):
        raise InputError(f"{path} may not be read. Change its permissions, or run as its owner.")


def _read_all(paths: list[Path | str], known: dict[str, str]) -> Iterator[Received | Seen | Refusal]:
    ids = {sha256: document for document, sha256 in known.items()}
    for found in _find_all(paths):
        if isinstance(found, Refusal):
            yield found
            continue
        sha256 = hashlib.sha256(found.received).hexdigest()
        if sha256 in ids:
            yield Seen(ids[sha256], found.name)
            continue
        try:
            document = build_document(found, sha256)
            _check_id(document, known)
        except ReportError as error:
            yield Refusal(name=found.name, code=error.code, reason=str(error))
            continue
        known[document.id] = sha256
        ids[sha256] = document.id
        yield Received(document, found.received)


def _check_id(document: Document, known: Mapping[str, str]) -> None:
    if document.id in known:
        raise ReportError(
            "id_taken",
            f"Its `id` {document.id!r} belongs to another report. Give each report one of its own.",
        )


def _find_all(paths: list[Path | str]) -> Iterator[Found | Refusal]:
    for path in paths:
        if isinstance(path, str):
            yield from read_address(path)
            continue
        for file in find_files(path):
            if isinstance(file, Refusal):
                yield file
            else:
                yield from read_file(file)
