"""Reports as JSON lines: an object a line with `text` or `html`, and any of `id url outlet published title`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from tawatur.arabic.encodings import decode
from tawatur.errors import ReportError
from tawatur.read import limits
from tawatur.read.received import Found, Given
from tawatur.records import Refusal

_BOM = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ID_LENGTH = 200
_DECODER = msgspec.json.Decoder(dict[str, Any])


def read_lines(name: str, stream: BinaryIO) -> Iterator[Found | Refusal]:
    number = 0
    while line := stream.readline(limits.LINE_BYTES + 1):
        number += 1
        where = f"{name}:{number}"
        if number == 1:
            if line.startswith(_WIDE_MARKS):
                raise ReportError("bad_json", "JSON lines are UTF-8, and this is UTF-16. Save it as UTF-8.")
            line = line.removeprefix(_BOM)  # the mark is the file's, not the report's
        if len(line) > limits.LINE_BYTES:
            _skip_rest(line, stream)
            yield _too_large(where)
        elif line := line.strip():
            try:
                yield parse_line(where, line)
            except ReportError as error:
                yield Refusal(name=where, code=error.code, reason=str(error))
    if not number:
        raise ReportError("empty", "It is empty.")


def parse_line(name: str, line: bytes) -> Found:
    """One report; its bytes are the line's, without the space around it."""
    return build_found(name, line, _parse_object(line))


def build_found(name: str, line: bytes, keys: Mapping[str, Any]) -> Found:
    """The report that a line's fields, or those of a row that was written as one, make."""
    key = "text" if _is_said(keys.get("text")) else "html"
    text = keys.get(key)
    if not _is_said(text):
        raise ReportError(
            "missing_text", "Neither `text` nor `html` holds the report. Write it into one of the two."
        )
    return Found(
        name=name,
        received=line,
        media="application/json; key=html" if key == "html" else "application/json",
        text=text,
        is_page=key == "html",
        given=Given(
            id=_parse_id(keys.get("id")),
            url=_parse_name("url", keys.get("url")),
            outlet=_parse_name("outlet", keys.get("outlet")),
            published=parse_day(keys.get("published")),
            title=_parse_name("title", keys.get("title")),
        ),
    )


def parse_day(value: object) -> dt.date | None:
    """The day of an ISO date or date-time, in the zone it is written in.

    >>> parse_day("2018-11-28T23:30:00+03:00")
    datetime.date(2018, 11, 28)
    """
    if value is None or value == "":
        return None
    if isinstance(value, str):
        try:
            return dt.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise ReportError(
        "bad_date",
        f"`published` is {str(value)[:40]!r}, which is no date. Write it as 2018-11-28, or leave it out.",
    )


def _parse_object(line: bytes) -> dict[str, Any]:
    try:
        return _DECODER.decode(line)
    except UnicodeDecodeError:
        text = decode(line)
        if text is None:
            raise ReportError("unknown_encoding", "The line is not UTF-8. Save the file as UTF-8.") from None
        return _parse_object(text.encode())
    except (msgspec.DecodeError, RecursionError) as error:
        raise ReportError("bad_json", f"The line is no JSON object ({str(error)[:120]}).") from error


def _is_said(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _parse_id(value: object) -> str | None:
    if value is None or value == "":
        return None
    name = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    if not name.strip() or len(name) > _ID_LENGTH or not name.isprintable():
        raise ReportError(
            "bad_id",
            f"`id` is {str(value)[:40]!r}; an identifier is a string of at most {_ID_LENGTH} printable characters.",
        )
    return name


def _parse_name(key: str, value: object) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ReportError("bad_value", f"`{key}` is {str(value)[:40]!r}; it must be a string, or left out.")
    return value


def _skip_rest(line: bytes, stream: BinaryIO) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(limits.MIB)


def _too_large(name: str) -> Refusal:
    return Refusal(
        name=name,
        code="too_large",
        reason=f"The line is over {limits.LINE_BYTES >> 20} MiB; a report is at most "
        f"{limits.REPORT_BYTES >> 20} MiB.",
    )
