"""Reports at an address (`s3://…`, `gs://…`, `https://…`): whatever fsspec opens is read as a file or a folder would be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from tawatur.errors import InputError, ReportError
from tawatur.read.files import read_stream
from tawatur.read.folders import is_hidden
from tawatur.read.received import Found
from tawatur.records import Refusal


def is_address(path: object) -> bool:
    """Whether an input is no path of this machine."""
    return isinstance(path, str) and "://" in path


def check_address(address: str) -> None:
    """Raise where nothing is there, before anything is read."""
    store, at = _open(address)
    try:
        there = store.exists(at)
    except Exception as error:
        raise InputError(
            f"{address} could not be asked for: {error}\n  Check the address and its keys."
        ) from error
    if not there:
        raise InputError(f"{address} is not there. Give a file, a folder or an archive of reports.")


def read_address(address: str) -> Iterator[Found | Refusal]:
    """The reports of a file at an address, or of all files below it in the order of their names."""
    store, at = _open(address)
    protocol = address.partition("://")[0]
    for path in [at] if store.isfile(at) else sorted(store.find(at)):
        below = path.removeprefix(at).split("/")
        if path != at and any(map(is_hidden, filter(None, below))):
            continue
        name = (
            f"{protocol}://{path.removeprefix(f'{protocol}://').lstrip('/') if protocol != 'file' else path}"
        )
        try:
            with store.open(path, "rb") as opened:
                yield from read_stream(name, opened)
        except ReportError as error:
            yield Refusal(name=name, code=error.code, reason=str(error))
        except OSError as error:
            yield Refusal(name=name, code="unreadable", reason=f"It could not be fetched ({error}).")


def _open(address: str) -> tuple[Any, str]:
    try:
        import fsspec  # noqa: PLC0415 (slow to import)

        return cast("tuple[Any, str]", fsspec.core.url_to_fs(address))
    except (ImportError, ValueError) as error:
        raise InputError(
            f"{address} cannot be opened: {error}\n  For S3, pip install 'tawatur[s3]'; for others, what the message names."
        ) from error
