"""People of whom their noun tells a harm that befell them before: captives, detainees, the displaced.

What else is done to them is told of them, and not their capture or their flight.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.lexicon.load import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from tawatur.find.harm import Harm
    from tawatur.find.people import People
    from tawatur.lexicon.entry import Entry

HELD = frozenset(
    {"captured", "arrested", "abducted"}
)  # what nouns for captives and detainees say was done to them
PRISONERS = "prisoners"
DISPLACED = "displaced"
_REFUGEE = "لاجي"
_BY_NOUN = frozenset({"noun", "total"})


def is_of_before(harm: str | None, kind: str) -> bool:
    """Whether a noun's own harm is none beside one of a kind that is told of its people: أسرى قتلوا, مقتل نازحين."""
    return (harm in HELD and kind not in HELD) or (harm == DISPLACED and kind not in {DISPLACED, "missing"})


def as_held(group: People, kind: str, *, near: bool = False) -> People:
    """Captives and detainees as those to whom something of another kind was done; of the freed it says nothing more.

    `near`: the displaced are told right behind what was done to them (مقتل نازحين) or in some number (عدد من النازحين).
    """
    if not is_of_before(group.harm, kind):
        return group
    if group.harm == DISPLACED:  # counted: those of مخيم للنازحين are none to whom anything is done
        return group if group.low is None and not near else replace(group, harm=None, entry=_load_refugees())
    return replace(group, harm=None, of=group.of or (None if kind == "released" else PRISONERS))


def leave_held(harms: Sequence[Harm]) -> list[Harm]:
    """`قتل ثلاثة معتقلين`, `الإفراج عن 15 أسيرا`: without the capture that their nouns speak of."""
    befell = {
        h.people.first
        for h in harms
        if h.people is not None and h.kind not in HELD and (h.people.of == PRISONERS or h.kind == "released")
    }
    moved = {
        h.people.first
        for h in harms
        if h.people is not None and h.kind != DISPLACED and h.people.harm is None
    }
    return [
        h
        for h in harms
        if not ((_is_by(h, HELD, befell) and h.way in _BY_NOUN) or _is_by(h, {DISPLACED}, moved))
    ]


def _is_by(harm: Harm, kinds: AbstractSet[str], firsts: AbstractSet[int]) -> bool:
    """Whether a harm of one of some kinds was done to one of some groups."""
    return harm.kind in kinds and harm.people is not None and harm.people.first in firsts


@cache
def _load_refugees() -> Entry:
    return next(
        f.entry
        for f in load_lexicon().beginning_with(_REFUGEE)
        if f.entry.kind == "people" and len(f.words) == 1
    )
