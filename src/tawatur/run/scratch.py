"""A folder where workers leave what other workers take up, at a path or any address of fsspec."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class Scratch:
    """Boxes of files. What is put twice is the same both times, so a worker that is tried again does no harm."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self._opened: tuple[Any, str] | None = None

    def __reduce__(self) -> tuple[type[Scratch], tuple[str]]:
        return Scratch, (self.address,)  # an open store stays where it is

    def put(self, box: str, name: str, data: bytes) -> None:
        store, folder = self._open()
        store.makedirs(f"{folder}/{box}", exist_ok=True)
        store.pipe_file(f"{folder}/{box}/{name}", data)

    def get(self, box: str) -> Iterator[bytes]:
        store, folder = self._open()
        for path in sorted(store.ls(f"{folder}/{box}", detail=False)):
            yield store.cat_file(path)

    def clear(self) -> None:
        store, folder = self._open()
        if store.isdir(folder):
            store.rm(folder, recursive=True)

    def _open(self) -> tuple[Any, str]:
        if self._opened is None:
            import fsspec  # noqa: PLC0415 (slow to import)

            # Listings must be those of now: other machines write here.
            store, folder = fsspec.core.url_to_fs(self.address, use_listings_cache=False)
            self._opened = store, str(folder).rstrip("/")
        return self._opened
