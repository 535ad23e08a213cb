"""The outlet that printed a document."""

from __future__ import annotations

import msgspec


class Publisher(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    name_en: str
    name_ar: str
    names: tuple[str, ...] = ()  # as bylines and mastheads write it
    domains: tuple[str, ...] = ()
    country: str | None = None
    camp: str | None = None  # a party's identifier, where it speaks for one
