"""A row a judgement: who decided what, when and why, beside the machine's value, and what it comes to now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from tawatur.export.chain import Chain
from tawatur.export.labels import label
from tawatur.export.spreadsheet import Row, write_rows

COLUMNS = (
    "judgement",
    "about",
    "incident",
    "document",
    "quote",
    "field",
    "field_en",
    "field_ar",
    "value",
    "was",
    "machine",
    "who",
    "when",
    "why",
    "state",
    "state_en",
    "state_ar",
)


def write_judgement_rows(chain: Chain, stream: BinaryIO) -> None:
    write_rows(COLUMNS, _rows(chain), stream)


def _rows(chain: Chain) -> Iterator[Row]:
    for logged in chain.logged():
        judgement = logged.judgement
        anchor = judgement.of[0] if judgement.is_about_claim else None
        yield {
            "judgement": judgement.id,
            "about": judgement.about,
            "incident": logged.incident,
            "document": anchor.document if anchor else None,
            "quote": (anchor.quote or None) if anchor else None,
            "field": judgement.field,
            "field_en": label("judgements", judgement.field, "en"),
            "field_ar": label("judgements", judgement.field, "ar"),
            "value": _written(judgement.value),
            "was": _written(judgement.was),
            "machine": _written(logged.machine),
            "who": judgement.who,
            "when": judgement.when.isoformat(timespec="seconds"),
            "why": judgement.why,
            "state": logged.state,
            "state_en": label("applied", logged.state, "en"),
            "state_ar": label("applied", logged.state, "ar"),
        }


def _written(value: Any) -> str | None:  # noqa: ANN401 (each field has its own)
    """A word as it is, anything else as JSON."""
    if value is None or isinstance(value, str):
        return value
    return msgspec.json.encode(value).decode()
