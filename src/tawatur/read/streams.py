"""Streams that count what they give and stop at a bound.

A compressed file says nothing true of its length, so nothing is read by a length that was
claimed: bytes are counted as they come out.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from tawatur.errors import ReportError
from tawatur.read import limits


class Budget:
    """What one archive may still unpack, with all the archives inside it."""

    def __init__(self) -> None:
        self.bytes = limits.UNPACKED_BYTES
        self.entries = limits.ENTRIES

    def spend(self, number: int) -> None:
        """Count bytes that came out; once spent, every further call and every `enter` is an error."""
        self.bytes -= number
        if self.bytes < 0:
            raise ReportError(
                "archive_too_large",
                f"It unpacks to more than {limits.UNPACKED_BYTES >> 30} GiB and was left there; "
                "what was read before stands. Unpack it yourself and give the folder.",
            )

    def enter(self) -> None:
        self.spend(0)
        self.entries -= 1
        if self.entries < 0:
            raise ReportError(
                "archive_too_large",
                f"It holds more than {limits.ENTRIES:,} entries and was left there; "
                "what was read before stands. Unpack it yourself and give the folder.",
            )


class Counted(io.RawIOBase):
    """A stream that counts its bytes, against a budget where it has one."""

    def __init__(self, source: BinaryIO, budget: Budget | None = None) -> None:
        # What comes before a break is given before the break is met, so never more than one read at a time.
        self.read_once: Callable[[int], bytes] = getattr(source, "read1", source.read)
        self.budget = budget
        self.count = 0
        self.ended = False

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.count

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        with explained():
            data = self.read_once(len(view))
        self.count += len(data)
        self.ended = not data
        if self.budget:
            self.budget.spend(len(data))
        view[: len(data)] = data
        return len(data)


class Inflated(Counted):
    """A gzip stream opened; one that swells as no text does is left."""

    def __init__(self, packed: BinaryIO, budget: Budget | None = None) -> None:
        self.packed = Counted(packed)
        super().__init__(cast("BinaryIO", gzip.GzipFile(fileobj=io.BufferedReader(self.packed))), budget)

    def readinto(self, buffer: object) -> int:
        number = super().readinto(buffer)
        if self.count > max(limits.INFLATION_FROM, limits.INFLATION * self.packed.count):
            raise ReportError(
                "archive_too_large",
                f"It unpacks to more than {limits.INFLATION} times its size, as no text does, and was left "
                "there; what was read before stands.",
            )
        return number


def buffered(stream: io.RawIOBase) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(stream, 1 << 16))


@contextmanager
def explained() -> Iterator[None]:
    """Say what is wrong with a broken stream in one line, whatever library found it."""
    try:
        yield
    except EOFError as error:
        raise ReportError(
            "truncated",
            "It ends in the middle: the compressed data is cut off. Copy it again; what was read before stands.",
        ) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise ReportError(
            "broken_archive",
            f"Its compressed data is damaged ({error}). Copy it again; what was read before stands.",
        ) from error
    except OSError as error:
        raise ReportError("unreadable", f"It cannot be read ({error.strerror or error}).") from error
