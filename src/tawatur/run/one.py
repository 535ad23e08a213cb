"""Read one text, without a case."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.errors import InputError
from tawatur.export.claims import format_document
from tawatur.records import Claim, Document, JudgedClaim, PublishedFrom, Text
from tawatur.run.stages import Reads, load_reader


class Reading(NamedTuple):
    """A report with the claims that were read in it; spans point into `text.shown`."""

    document: Document
    text: Text
    claims: tuple[Claim, ...]
    incidents: dict[str, str] = {}  # noqa: RUF012 (one text alone has none, and nobody writes to it)
    judged: Mapping[str, JudgedClaim] = {}

    def quotes(self) -> Iterator[str]:
        """The words that state each claim."""
        return (claim.quote.of(self.text.shown) for claim in self.claims)

    def to_format(self) -> dict[str, Any]:
        """The report in the claim format."""
        return format_document(self)


def read_claims(
    text: str,
    *,
    published: dt.date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    home: Path | None = None,
) -> Reading:
    """Read the claims of one report.

    `text` may be flat text or a page's markup. Without `published`, days that are told from the day of
    printing ("yesterday") stay open unless the text itself settles them.
    """
    from tawatur.clean import clean  # noqa: PLC0415 (trafilatura is slow to import)

    data = text.encode("utf-8", "replace")
    sha256 = hashlib.sha256(data).hexdigest()
    day = _parse_day(published)
    document = Document(
        id=sha256[:16],
        sha256=sha256,
        media="text/html" if _is_markup(text) else "text/plain",
        name="(text)",
        outlet=outlet,
        url=url,
        title=title,
        published=day,
        published_from=PublishedFrom.GIVEN if day else None,
    )
    shown = clean(document, text)
    read = _reader(home).read(shown, document)
    return Reading(read.document, shown, tuple(read.claims))


@cache
def _reader(home: Path | None) -> Reads:
    return load_reader(home)


def _is_markup(text: str) -> bool:
    start = text.lstrip()[:200].lower()
    return start.startswith(("<!doctype", "<html", "<head", "<body", "<article", "<div", "<p"))


def _parse_day(day: dt.date | str | None) -> dt.date | None:
    if not isinstance(day, str):
        return day
    try:
        return dt.date.fromisoformat(day[:10])
    except ValueError:
        raise InputError(f"{day!r} is no date.\n  Write it as 2021-10-19.") from None
