"""What reading gives: reports, and reports that were there already."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from tawatur.records import Document


class Received(NamedTuple):
    """A report, and the bytes whose SHA-256 it bears."""

    document: Document
    received: bytes


class Seen(NamedTuple):
    """The bytes of a document came once more, under this name."""

    document: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the caller says of a report; it counts for more than what the report says of itself."""

    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The bytes of one report where they were found, before anything is known of them.

    `text` stands where `received` only wraps it, as a JSON line does; `charset` where a
    header says it; `is_page` where the text is markup.
    """

    name: str
    received: bytes
    media: str
    is_page: bool
    given: Given = Given()
    text: str | None = None
    charset: str | None = None
