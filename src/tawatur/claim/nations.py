"""The party for which a nationality stands, by where and when the happening is told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.lexicon.load import load_entries

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.lexicon.entry import Entry

_OCCUPIES = "israel"


def party_of_nation(draft: Draft, nation: Entry) -> str | None:
    """The party that a nationality means in this report, if it means one."""
    context = draft.found.context
    return next((p for p, sense in nation.parties if sense.holds(context.country, context.day)), None)


def party_of_fighters(draft: Draft, nation: Entry) -> str | None:
    """The party of fighters of a nationality: its state's, but where that does not fight: `مقاتلون فلسطينيون`."""
    return nation.value or party_of_nation(draft, nation)


def party_of_state(draft: Draft, *, soldiers: bool) -> str | None:
    """The state where it happened: whose soldiers and policemen are meant where none is named.

    Where another's army does the fighting, `soldiers` are that one's: `مقتل جنديين في جباليا`. A state without an identifier
    stands as its army is named in the text (`الجيش التشادي`), else as the country.
    """
    country = draft.place.country if draft.place is not None else None
    nation = _load_nations().get(country or draft.found.context.country or "")
    if nation is None:
        return None
    if nation.parties:
        return (nation.soldiers if soldiers else "") or party_of_nation(draft, nation)
    found = draft.found
    armies = (
        m.party
        for m in found.parties
        if m.by == "group"
        and any(h.form.entry.country == nation.country for h in found.hits_in("nation", m.first, m.last))
    )
    return next(armies, f"other:{nation.label_ar}" if nation.label_ar else None)


def is_foreign_state(party: str, draft: Draft) -> bool:
    """Whether a party is a state other than the one where it happened, which has no police there; Israel's are where it occupies."""
    nations = _load_nations()
    country = draft.place.country if draft.place is not None else None
    here = nations.get(country or draft.found.context.country or "")
    if here is None or party == _OCCUPIES or any(p == party for p, _ in here.parties):
        return False
    return any(p == party for nation in nations.values() for p, _ in nation.parties)


@cache
def _load_nations() -> dict[str, Entry]:
    nations: dict[str, Entry] = {}
    for entry in load_entries("nations"):
        if entry.country:
            nations.setdefault(entry.country, entry)
    return nations
