"""A user's own folder, and the cache of what was compiled: blocks of bytes that are made anew wherever they are lost."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import platformdirs

if sys.platform == "win32":
    import msvcrt

    def await_lock(handle: int) -> None:
        """Wait until no other process holds the lock of a file; it falls with its process."""
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def await_lock(handle: int) -> None:
        """Wait until no other process holds the lock of a file; it falls with its process."""
        fcntl.lockf(handle, fcntl.LOCK_EX)


def user_folder(home: Path | None = None) -> Path:
    """Where a user's own gazetteer, lexicons and publishers lie: `home`, else `$TAWATUR_HOME`, else the platform's folder for user data."""
    return _given(home) or Path(platformdirs.user_data_dir("tawatur", appauthor=False))


def own_words(own: Path) -> list[Path]:
    """The lexicons and publishers in a user's own folder."""
    return [path for name in ("lexicons", "publishers") for path in sorted((own / name).glob("*.yaml"))]


def _given(home: Path | None) -> Path | None:
    return home or (Path(os.environ["TAWATUR_HOME"]) if os.environ.get("TAWATUR_HOME") else None)


class Kept:
    """The kept block of one kind: one at a time, under the fingerprint of what it was made of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def at(cls, kind: str, home: Path | None = None) -> Kept:
        given = _given(home)
        cache = given / "cache" if given else Path(platformdirs.user_cache_dir("tawatur", appauthor=False))
        return cls(cache / kind)

    def read(self, fingerprint: str) -> bytes | None:
        try:
            return (self.folder / f"{fingerprint}.block").read_bytes()
        except OSError:
            return None

    def write(self, fingerprint: str, block: bytes) -> None:
        """Keep a block, and drop the ones before it. A folder that cannot be written is no hindrance."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            # Several processes may start at once; one writes at a time, and the last to finish wins.
            with (self.folder / "lock").open("ab") as held:
                await_lock(held.fileno())
                for old in self.folder.glob("*.block"):
                    old.unlink(missing_ok=True)
                made = self.folder / "block.part"
                made.write_bytes(block)
                made.replace(self.folder / f"{fingerprint}.block")
