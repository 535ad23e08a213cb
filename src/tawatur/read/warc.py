"""Web archives: the pages of response records, the plain text of conversion records (WET).

A record that is no report (an image, a redirect, a stylesheet) is passed over without a
word, for a crawl is full of them. `WARC-Date` is when the page was fetched, so it settles
no publication date.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tawatur.errors import ReportError
from tawatur.read import limits
from tawatur.read.received import Found, Given
from tawatur.read.streams import Counted
from tawatur.records import Refusal

_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_PAGE = ("text/html", "application/xhtml+xml")
_PLAIN = "text/plain"


def read_warc(name: str, stream: BinaryIO) -> Iterator[Found | Refusal]:
    counted = Counted(stream)
    try:
        records = ArchiveIterator(
            counted,
            record_types=_KINDS,
            parse_http=True,
            auto_decode="transfer",
            max_header_len=limits.HEADER_BYTES,
            stream_detect=False,
            fsspec_args=False,
        )
        for number, record in enumerate(records, 1):
            where = f"{name}:{number}"
            media, charset = _media(record)
            if media not in _PAGE and media != _PLAIN:
                continue
            try:
                body = _unpack(record.reader.read(limits.REPORT_BYTES + 1), record)
            except (OSError, zlib.error) as error:
                yield Refusal(
                    name=where,
                    code="broken_record",
                    reason=f"The record cannot be decoded ({str(error)[:120]}).",
                )
                continue
            if _is_cut_off(record, counted):
                raise ReportError(
                    "truncated", "It ends inside a record. Copy it again; what was read before stands."
                )
            yield Found(
                name=where,
                received=body,
                media=_PLAIN if media == _PLAIN else "text/html",
                is_page=media != _PLAIN,
                charset=charset,
                given=Given(url=_decoded(record.headers.get("WARC-Target-URI")) or None),
            )
    except OSError as error:
        raise ReportError("broken_archive", f"It is no WARC, or damaged ({str(error)[:120]}).") from error
    if not counted.count:
        raise ReportError("empty", "It is empty.")


def _media(record: WarcRecord) -> tuple[str, str | None]:
    """The media type and the declared encoding; an empty type for what is no report."""
    if record.is_http:
        http = record.http_headers
        if http is None or http.status_code != 200:
            return "", None
        return (record.http_content_type or "").lower(), record.http_charset
    declared = _decoded(record.headers.get("Content-Type", ""))
    media, _, rest = declared.partition(";")
    _, _, charset = rest.partition("charset=")
    return media.strip().lower(), charset.strip(" \"'") or None


def _unpack(body: bytes, record: WarcRecord) -> bytes:
    """The page as a browser gets it; servers name an encoding that crawlers have taken off already."""
    encoding = _decoded(record.http_headers.get("Content-Encoding")).lower() if record.is_http else ""
    if encoding in {"gzip", "x-gzip"} and body.startswith(b"\x1f\x8b"):
        unpacking = zlib.decompressobj(31)
    elif encoding == "deflate" and body.startswith(b"\x78"):
        unpacking = zlib.decompressobj()
    else:
        return body
    unpacked = unpacking.decompress(body, limits.REPORT_BYTES + 1)
    if not unpacking.eof and len(unpacked) <= limits.REPORT_BYTES:
        raise zlib.error("its compressed page is cut off")
    return unpacked


def _is_cut_off(record: WarcRecord, counted: Counted) -> bool:
    """Whether the file ended before the record did: its reader gives what there is and says nothing."""
    length = _decoded(record.headers.get("Content-Length"))
    if not length.isdecimal():
        return True
    head = sum(len(key) + len(value) + 4 for key, value in record.headers.items()) + len("WARC/1.0\r\n\r\n")
    return counted.ended and record.stream_pos + head + int(length) > counted.count


def _decoded(value: str | None) -> str:
    return (value or "").encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()
