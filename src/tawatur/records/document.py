"""What was received, before anything is read into it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec


class PublishedFrom(StrEnum):
    """What settled a publication date, most trusted first."""

    GIVEN = "given"  # the caller's own word
    METADATA = "metadata"  # the page's <meta> or JSON-LD
    ADDRESS = "address"  # a date in the URL
    TEXT = "text"  # a dateline, or a weekday with a day and a month


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One report as it was received. Its bytes lie under `objects/` by their SHA-256."""

    id: str  # the caller's, kept to the export; else the first 16 hex digits of `sha256`
    sha256: (
        str  # of the received bytes: a file, one JSON line (a table's row is made one), one archived response
    )
    # "text/plain", "text/html" or "application/json"; with "; charset=…" where a header said it, and with
    # "; key=html" where the report is a JSON line's `html`.
    media: str
    name: (
        str  # where a user would find it: a path, `archive.zip!entry`, `file.jsonl:12`, `book.xlsx!Sheet:12`
    )
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: dt.date | None = None
    published_from: PublishedFrom | None = None

    @property
    def file(self) -> str:
        """The last part of where it was found: what to call a report whose outlet nobody knows.

        >>> Document(id="d", sha256="", media="text/plain", name="reports/2018.zip!in/a.txt").file
        'a.txt'
        """
        return self.name.rpartition("/")[2]


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """An input that was set aside: where it was, why, and what the user can do."""

    name: str
    code: str  # stable, for filters: "empty", "binary", "not_arabic", "too_large", …
    reason: str
