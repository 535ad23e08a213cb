"""One writer at a time for a case; the others are told who it is.

The lock is the system's and falls with its process, however that dies. It is a record lock, not
`flock`: a worker that outlives a killed run must not hold the case.
"""

from __future__ import annotations

import getpass
import os
import socket
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from tawatur.errors import CaseError

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # past the owner's line, which others read
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """Held from entering to leaving the block; a case that is held raises `CaseError`."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._path = case / "lock"
        self._handle = -1

    def __enter__(self) -> Self:
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _take(handle)
        except OSError:
            owner = os.read(handle, 500).decode("utf-8", "replace").strip() or "another process"
            os.close(handle)
            raise CaseError(
                f"{self._case} is being written by {owner}.\n  Wait until it is done, or stop it."
            ) from None
        os.ftruncate(handle, 0)
        os.write(handle, _own_name().encode())
        self._handle = handle
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.ftruncate(self._handle, 0)
        os.close(self._handle)


def _own_name() -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = "someone"
    return f"{user}@{socket.gethostname()} (process {os.getpid()})"
