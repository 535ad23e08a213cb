"""About how many bytes inputs hold when unpacked, so that a run can say how long it will take.

Only sizes that files state of themselves are looked at. They may be wrong; nothing but the time left
rests on them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

_SWELLS = 4  # how far compressed text unpacks, where its last bytes cannot say


def weigh(paths: Iterable[Path]) -> int:
    return sum(_weigh(file) for path in paths for file in (path.rglob("*") if path.is_dir() else (path,)))


def _weigh(path: Path) -> int:
    try:
        if not path.is_file():
            return 0
        size = path.stat().st_size
        if path.suffix == ".zip":
            return size * _SWELLS
        if path.suffix in {".gz", ".tgz"} and size > 18:
            with path.open("rb") as stream:
                stream.seek(-4, 2)
                stated = int(struct.unpack("<I", stream.read(4))[0])
            # A file of several members, such as a WARC, states the length of its last alone.
            return stated if stated > size else size * _SWELLS
    except OSError:
        return 0
    return size
