"""What a reader sees of a document, every character of it led back to what was received."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from tawatur.arabic.encodings import declared_in, decode
from tawatur.clean.flat import find_report
from tawatur.clean.page import find_page_report
from tawatur.clean.rendered import as_received
from tawatur.records import Document, Text


class Decoded(NamedTuple):
    """What was received, as text; `is_page` where it is markup."""

    text: str
    is_page: bool


class _Line(msgspec.Struct):
    """A JSON line, as far as it holds the report."""

    text: str | None = None
    html: str | None = None


def clean(document: Document, received: bytes | str) -> Text:
    """The report as it is shown; empty where the page is furniture alone.

    `received` is the document's bytes, or what `decode_received` makes of them. Nothing that
    `read` lets pass makes this raise: markup that cannot be parsed is read like flat text.
    """
    decoded = decode_received(document, received)
    if decoded.is_page:
        report = find_page_report(decoded.text, document.title)
    else:
        report = as_received(decoded.text).cut(find_report(decoded.text))
    return Text(document=document.id, received=decoded.text, shown=report.text, pieces=report.pieces)


def decode_received(document: Document, received: bytes | str) -> Decoded:
    """The text behind the bytes: a file's, or what a JSON line holds under `text` or `html`."""
    media, _, parameter = document.media.partition(";")
    name, _, value = parameter.strip().partition("=")
    is_page = media == "text/html" or (name == "key" and value == "html")
    if isinstance(received, str):
        return Decoded(received, is_page)
    if media == "application/json":
        line = msgspec.json.decode(received, type=_Line)
        return Decoded((line.html if is_page else line.text) or "", is_page)
    charset = value if name == "charset" else declared_in(received) if is_page else None
    return Decoded(decode(received, charset) or received.decode("utf-8", "replace"), is_page)
