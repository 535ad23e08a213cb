"""The files under a path, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tawatur.records import Refusal

_NEVER_REPORTS = ("__MACOSX", "Thumbs.db", "desktop.ini")


def is_hidden(name: str) -> bool:
    """Whether a file is the system's own, which no user means to give."""
    return name.startswith(".") or name in _NEVER_REPORTS


def find_files(path: Path) -> Iterator[Path | Refusal]:
    """The path itself if it is a file; of a folder, all files below it.

    Links to files are followed inside the folder and refused where they lead out of it;
    links to folders are never followed, so that none is walked twice or for ever.
    """
    if not path.is_dir():
        yield path
        return
    root = path.resolve()
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            yield Refusal(
                name=legible(folder),
                code="unreadable",
                reason=f"The folder cannot be read ({error.strerror}).",
            )
            continue
        below: list[Path] = []
        for entry in entries:
            if is_hidden(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append(Path(entry.path))
            elif entry.is_symlink():
                yield from _follow(Path(entry.path), root)
            else:
                yield Path(entry.path)
        waiting.extend(reversed(below))


def legible(path: Path) -> str:
    """The path as text that can be stored: bytes that are no text show as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _follow(link: Path, root: Path) -> Iterator[Path | Refusal]:
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        yield Refusal(name=legible(link), code="unreadable", reason="It is a link that leads nowhere.")
        return
    if target.is_relative_to(root):
        if not target.is_dir():
            yield link
    else:
        yield Refusal(
            name=legible(link),
            code="outside",
            reason="It is a link that leads out of the folder; it was left.",
        )
