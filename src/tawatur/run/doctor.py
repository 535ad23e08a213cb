"""Look at an installation: its parts, its data, the machine, and a case."""

from __future__ import annotations

import platform
import re
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple

from tawatur import __version__
from tawatur.errors import TawaturError
from tawatur.run.pool import count_cores
from tawatur.run.stages import load_reader

_LOW_DISK = 1 << 30


class Finding(NamedTuple):
    """What was looked at and found; `remedy` is there where something is to be done."""

    what: str
    found: str
    remedy: str = ""


def examine(case: Path | None = None) -> Iterator[Finding]:
    yield Finding("tawatur", __version__)
    yield Finding(
        "Python", platform.python_version(), "" if sys.version_info >= (3, 11) else "Install 3.11 or newer."
    )
    yield from _examine_parts()
    yield _examine_search()
    yield _examine_reader()
    yield Finding("cores", str(count_cores()))
    free = shutil.disk_usage(case if case and case.exists() else Path.cwd()).free
    yield Finding("free disk", f"{free / (1 << 30):.1f} GiB", "Make room." if free < _LOW_DISK else "")
    if case is not None:
        yield from _examine_case(case)


def _examine_parts() -> Iterator[Finding]:
    for needed in requires("tawatur") or ():
        if "extra ==" in needed:
            continue
        part = re.split(r"[^\w.-]", needed, maxsplit=1)[0]
        try:
            yield Finding(part, version(part))
        except PackageNotFoundError:
            yield Finding(part, "missing", f"pip install '{needed}'")


def _examine_search() -> Finding:
    found = f"SQLite {sqlite3.sqlite_version}"
    try:
        with sqlite3.connect(":memory:") as db:
            db.execute("create virtual table words using fts5 (body)")
    except sqlite3.OperationalError:
        return Finding("full-text search", f"{found} without FTS5", "Use a Python whose SQLite has FTS5.")
    return Finding("full-text search", f"{found} with FTS5")


def _examine_reader() -> Finding:
    began = time.monotonic()
    try:
        reader = load_reader()
    except TawaturError as error:
        what, _, remedy = str(error).partition("\n")
        return Finding("lexicons and gazetteer", what, remedy.strip() or "Mend the entry that is named.")
    return Finding(
        "lexicons and gazetteer", f"{reader.fingerprint}, loaded in {time.monotonic() - began:.2f} s"
    )


def _examine_case(case: Path) -> Iterator[Finding]:
    from tawatur.run.case import open_case  # noqa: PLC0415 (only where a case is named)

    try:
        with open_case(case) as opened:
            counts = opened.counts()
            yield Finding("case", ", ".join(f"{count:,} {name}" for name, count in counts.items()))
            if not opened.is_finished:
                yield Finding("case", "its last run did not come to its end", f"Run `tawatur run -o {case}`.")
    except TawaturError as error:
        what, _, remedy = str(error).partition("\n")
        yield Finding("case", what, remedy.strip())
