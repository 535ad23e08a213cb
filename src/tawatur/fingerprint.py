"""What something rests on, told by a hash of it: source, data that ships, and files of the user's.

A case remembers what read each document, so that the next run reads again exactly what changed code
would read differently; what was compiled and kept is made anew when what it was made of changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def code_fingerprint(*folders: str, with_parts: tuple[str, ...] = (), with_files: Iterable[Path] = ()) -> str:
    """Of folders of `tawatur`, the versions of installed packages that take part, and files of the user's.

    One on every machine.
    """
    digest = hashlib.sha256()
    for folder in folders:
        for name, source in _digests(folder):
            digest.update(name.encode() + b"\0" + source)
    for path in with_files:
        digest.update(
            f"{path.parent.name}/{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest()
        )
    for part in with_parts:
        digest.update(f"{part} {version(part)}\0".encode())
    return digest.hexdigest()[:16]


@cache
def _digests(folder: str) -> tuple[tuple[str, bytes], ...]:
    found = sorted(_sources(files("tawatur").joinpath(folder), folder))
    return tuple((name, hashlib.sha256(source).digest()) for name, source in found)


def _sources(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found += _sources(entry, f"{name}/{entry.name}")
        elif entry.name.endswith((".py", ".yaml", ".json", ".tsv", ".txt", ".sql")):
            # A checkout on Windows may hold the same source with other line ends.
            found.append((f"{name}/{entry.name}", entry.read_bytes().replace(b"\r\n", b"\n")))
    return found
