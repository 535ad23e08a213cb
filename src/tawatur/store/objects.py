"""The received bytes, each once, by their SHA-256.

A file is written in a folder aside and renamed into its place, so that what stands under its
hash is whole. Bytes are not forced to the disk one by one (that would take longer than reading
the report): after a power cut a file may be short, so `put` looks at the size and mends it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from tawatur.errors import CaseError


class Objects:
    """The `objects/` folder of a case."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._aside = root / "aside"

    def path(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256

    def put(self, sha256: str, data: bytes) -> None:
        path = self.path(sha256)
        try:
            if path.stat().st_size == len(data):
                return
        except FileNotFoundError:
            pass
        aside = self._aside / f"{sha256}.{os.getpid()}"  # workers of a killed run may still be writing
        try:
            aside.write_bytes(data)
        except FileNotFoundError:
            self._aside.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(data)
        try:
            aside.replace(path)
        except FileNotFoundError:
            path.parent.mkdir(exist_ok=True)
            aside.replace(path)

    def get(self, sha256: str) -> bytes:
        """The bytes, held against their hash."""
        path = self.path(sha256)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise CaseError(
                f"{path} is missing.\n  Run `tawatur run` again with the reports it came from."
            ) from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise CaseError(
                f"{path} does not hold the bytes that its name promises.\n"
                "  Delete it and run `tawatur run` again with the reports it came from."
            )
        return data

    def names(self) -> Iterator[str]:
        """Every hash that has a file, in order."""
        if not self.root.is_dir():
            return
        for shard in sorted(self.root.iterdir()):
            if len(shard.name) == 2 and shard.is_dir():
                yield from sorted(path.name for path in shard.iterdir())

    def sweep(self) -> None:
        """Throw away what a killed run left aside."""
        if self._aside.is_dir():
            for left in self._aside.iterdir():
                left.unlink(missing_ok=True)
