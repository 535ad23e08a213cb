"""Which party is a country's state, on a day: what an office without a side (`وزير الدفاع`) speaks for."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from tawatur.arabic.fold import fold_phrase
from tawatur.lexicon.load import load_entries, load_lexicon

if TYPE_CHECKING:
    from tawatur.lexicon.entry import Entry, Sense


@cache
def load_states() -> dict[str, tuple[tuple[str, Sense], ...]]:
    """By country, the parties that its nationality names, and when each does."""
    states: dict[str, tuple[tuple[str, Sense], ...]] = {}
    for entry in load_entries("nations"):
        if entry.country and entry.parties:
            states.setdefault(entry.country, entry.parties)
    return states


@cache
def load_nameless() -> dict[str, str]:
    """By country, the name under which a state stands that has no identifier."""
    return {
        entry.country: entry.label_ar
        for entry in load_entries("nations")
        if entry.country and not entry.parties and entry.label_ar
    }


@cache
def load_nameless_names() -> dict[str, str]:
    """Those names by their folded words."""
    return {fold_phrase(name): name for name in load_nameless().values()}


@cache
def load_parties() -> dict[str, Entry]:
    """Every party by its identifier."""
    return {entry.id: entry for entry in load_entries("parties")}


@cache
def load_torn_names() -> dict[str, str]:
    """The countries whose names are no party's, since several fight in them, by the folded words of the name."""
    return {
        fold_phrase(entry.label_ar): entry.country
        for entry in load_entries("nations")
        if entry.country and entry.parties and entry.label_ar
    }


@cache
def _armies() -> tuple[tuple[str, Sense], ...]:
    """Whom the word for any army names, and where."""
    army = fold_phrase("الجيش")
    return tuple(
        (f.entry.id, f.sense)
        for f in load_lexicon().beginning_with(army)
        if f.sense is not None and f.sense.told_by is None and f.words == (army,)
    )


def army_of(country: str | None, day: dt.date | None) -> str | None:
    """Whose the army of a country is; None where it has no identifier."""
    for party, sense in _armies():
        if country is not None and sense.holds(country, day):
            return party
    return state_of(country, day)


def state_of(country: str | None, day: dt.date | None) -> str | None:
    """The state's party; None where no party stands for the country."""
    for party, sense in load_states().get(country or "", ()):
        if sense.holds(country, day):
            return party
    return None
