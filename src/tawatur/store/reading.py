"""A document with its claims and their words: what linking knows of it."""

from __future__ import annotations

import msgspec

from tawatur.records import Claim, Document


class Reading(msgspec.Struct, frozen=True, array_like=True):
    document: Document
    claims: tuple[Claim, ...] = ()
    quotes: tuple[str, ...] = ()  # the words of each claim


class Change(msgspec.Struct, frozen=True):
    """A document that came, changed or went since incidents were last agreed on."""

    document: str
    was: Reading | None
    now: Reading | None
