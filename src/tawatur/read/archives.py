"""Walk ZIP and TAR archives entry by entry; nothing is ever unpacked to disk under its own name."""

from __future__ import annotations

import io
import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, NamedTuple, cast

from tawatur.errors import ReportError
from tawatur.read import limits
from tawatur.read.streams import Budget, Counted, buffered
from tawatur.records import Refusal

_SPOOLED_IN_MEMORY = 8 * limits.MIB
_DRIVE = re.compile(r"[A-Za-z]:")


class Entry(NamedTuple):
    """One file of an archive; its stream is good until the next entry is asked for."""

    name: str  # `archive.zip!path`
    path: str
    stream: BinaryIO


def read_zip(name: str, stream: BinaryIO, budget: Budget) -> Iterator[Entry | Refusal]:
    """A ZIP lists its contents at its end, so the stream must seek; `spooled` makes one that does."""
    with _explained():
        check_directory(stream)
        archive = zipfile.ZipFile(stream)
    with archive:
        infos = archive.infolist()
        if len(infos) > budget.entries or sum(info.file_size for info in infos) > budget.bytes:
            raise ReportError(
                "archive_too_large",
                f"It holds {len(infos):,} entries of {sum(info.file_size for info in infos) >> 20:,} MiB together; "
                f"at most {limits.ENTRIES:,} and {limits.UNPACKED_BYTES >> 20:,} MiB are read. "
                "Unpack it yourself and give the folder.",
            )
        for info in infos:
            budget.enter()
            if info.filename.endswith("/"):  # `is_dir` fails on a name of nothing
                continue
            path = _legible(info.filename)
            inner = f"{name}!{path}"
            if _points_outside(info.filename):
                yield _outside(inner)
            elif info.flag_bits & 1:
                yield Refusal(
                    name=inner, code="encrypted", reason="It is encrypted. Unpack it with its password first."
                )
            else:
                try:
                    with _explained():
                        opened = archive.open(info)
                except ReportError as error:
                    yield Refusal(name=inner, code=error.code, reason=str(error))
                    continue
                with opened:
                    yield Entry(inner, path, _counted(opened, budget))


def read_tar(name: str, stream: BinaryIO, budget: Budget) -> Iterator[Entry | Refusal]:
    """A TAR is read in one pass, front to back."""
    with _explained():
        archive = tarfile.open(fileobj=stream, mode="r|", tarinfo=_PlainHeader, errorlevel=2)  # noqa: SIM115
    with archive:
        while info := _next(archive):
            budget.enter()
            path = _legible(info.name)
            inner = f"{name}!{path}"
            if info.isdir():
                continue
            if _points_outside(info.name) or (
                (info.issym() or info.islnk()) and _points_outside(info.linkname)
            ):
                yield _outside(inner)
            elif opened := _open(archive, info):
                yield Entry(inner, path, _counted(opened, budget))
            else:
                yield Refusal(
                    name=inner, code="not_a_file", reason="It is a link or a device, no file; it was left."
                )


def _next(archive: tarfile.TarFile) -> tarfile.TarInfo | None:
    with _explained():
        info = archive.next()
    archive.members.clear()  # type: ignore[attr-defined] # else the list of all entries grows as they pass
    return info


def _open(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes] | None:
    with _explained():
        return archive.extractfile(info) if info.isreg() else None


def spooled(stream: BinaryIO) -> BinaryIO:
    """A copy that seeks, in memory while small; the archive's budget bounds its length."""
    copy = SpooledTemporaryFile(max_size=_SPOOLED_IN_MEMORY)  # noqa: SIM115 # closed when the archive is
    while data := stream.read(1 << 20):
        copy.write(data)
    copy.seek(0)
    return cast("BinaryIO", copy)


class _PlainHeader(tarfile.TarInfo):
    """A header that refuses to be extended by more than `HEADER_BYTES`, which would be read as a whole."""

    _EXTENSIONS = (
        tarfile.GNUTYPE_LONGNAME,
        tarfile.GNUTYPE_LONGLINK,
        tarfile.XHDTYPE,
        tarfile.XGLTYPE,
        tarfile.SOLARIS_XHDTYPE,
    )

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type in self._EXTENSIONS and self.size > limits.HEADER_BYTES:
            raise tarfile.ReadError("a header is too long")
        return cast("tarfile.TarInfo", super()._proc_member(archive))  # type: ignore[misc]


def _counted(opened: IO[bytes], budget: Budget) -> BinaryIO:
    return buffered(Counted(cast("BinaryIO", _Member(opened)), budget))


class _Member:
    """A file in an archive, whose library has errors of its own."""

    def __init__(self, opened: IO[bytes]) -> None:
        self._read_once: Callable[[int], bytes] = getattr(opened, "read1", opened.read)

    def read(self, number: int) -> bytes:
        with _explained():
            return self._read_once(number)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except ReportError:
        raise
    except tarfile.ReadError as error:
        if "unexpected end" in str(error):
            raise ReportError(
                "truncated", "It ends in the middle. Copy it again; what was read before stands."
            ) from error
        raise _broken(error) from error
    except EOFError as error:
        raise ReportError(
            "truncated", "It ends in the middle. Copy it again; what was read before stands."
        ) from error
    # What hostile archives make these libraries raise, found by fuzzing them.
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        zlib.error,
        lzma.LZMAError,
        struct.error,
        NotImplementedError,
        ValueError,
        OverflowError,
        IndexError,
        KeyError,
        RuntimeError,
        OSError,
    ) as error:
        raise _broken(error) from error


def _broken(error: Exception) -> ReportError:
    what = str(error).strip() or type(error).__name__
    return ReportError(
        "broken_archive", f"It is damaged ({what[:120]}). Copy it again; what was read before stands."
    )


def check_directory(stream: BinaryIO) -> None:
    """Refuse a ZIP whose list of contents alone would fill the memory."""
    stream.seek(0, io.SEEK_END)
    length = stream.tell()
    stream.seek(max(0, length - 65_557))  # the end record and the longest comment
    tail = stream.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or at + 16 > len(tail):
        raise zipfile.BadZipFile("it has no list of contents, so it is cut off or no ZIP")
    (size,) = struct.unpack_from("<L", tail, at + 12)
    wide = tail.rfind(b"PK\6\6")  # ZIP64: the sizes stand in a record of their own
    if wide >= 0 and wide + 48 <= len(tail):
        (size,) = struct.unpack_from("<Q", tail, wide + 40)
    if size > limits.DIRECTORY_BYTES:
        raise ReportError(
            "archive_too_large",
            f"Its list of contents alone is {size >> 20:,} MiB. Unpack it yourself and give the folder.",
        )
    stream.seek(0)


def _points_outside(path: str) -> bool:
    path = path.replace("\\", "/")
    return path.startswith("/") or bool(_DRIVE.match(path)) or ".." in path.split("/")


def _outside(name: str) -> Refusal:
    return Refusal(
        name=name,
        code="outside",
        reason="Its path points outside the archive. It was left: no honest archive holds such an entry.",
    )


def _legible(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
