"""Which code reads: a hash of the source of the packages that a stage rests on.

A case remembers what read each document, so that the next run reads again exactly what changed code
would read differently. Data (lexicons, gazetteers) are in the reader's own fingerprint.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def code_fingerprint(*packages: str, with_parts: tuple[str, ...] = ()) -> str:
    """The same on every machine for the same source; `with_parts` are installed packages that take part."""
    digest = hashlib.sha256()
    for package in packages:
        for name, source in sorted(_sources(files(package), package)):
            digest.update(name.encode() + b"\0" + hashlib.sha256(source).digest())
    for part in with_parts:
        digest.update(f"{part} {version(part)}\0".encode())
    return digest.hexdigest()[:16]


def _sources(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found += _sources(entry, f"{name}/{entry.name}")
        elif entry.name.endswith((".py", ".yaml", ".tsv")):
            # A checkout on Windows may hold the same source with other line ends.
            found.append((f"{name}/{entry.name}", entry.read_bytes().replace(b"\r\n", b"\n")))
    return found
