"""People who are held already: what else is done to captives and detainees is told of them, and not their capture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.harm import Harm
    from tawatur.find.people import People

HELD = frozenset(
    {"captured", "arrested", "abducted"}
)  # what nouns for captives and detainees say was done to them
PRISONERS = "prisoners"
_BY_NOUN = frozenset({"noun", "total"})


def as_held(group: People, kind: str) -> People:
    """Captives and detainees as those to whom something of another kind was done; of the freed it says nothing more."""
    if group.harm not in HELD or kind in HELD:
        return group
    return replace(group, harm=None, of=group.of or (None if kind == "released" else PRISONERS))


def leave_held(harms: Sequence[Harm]) -> list[Harm]:
    """`قتل ثلاثة معتقلين`, `الإفراج عن 15 أسيرا`: without the capture that their nouns speak of."""
    befell = {
        h.people.first
        for h in harms
        if h.people is not None and h.kind not in HELD and (h.people.of == PRISONERS or h.kind == "released")
    }
    return [
        h
        for h in harms
        if not (h.kind in HELD and h.way in _BY_NOUN and h.people and h.people.first in befell)
    ]
