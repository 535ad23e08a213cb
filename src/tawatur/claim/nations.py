"""The party for which a nationality stands, by where and when the happening is told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.lexicon.load import load_forms

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.lexicon.entry import Entry


def party_of_nation(draft: Draft, nation: Entry) -> str | None:
    """The party that a nationality means in this report, if it means one."""
    context = draft.found.context
    return next((p for p, sense in nation.parties if sense.holds(context.country, context.day)), None)


def party_of_state(draft: Draft) -> str | None:
    """The state where it happened: whose soldiers and policemen are meant where none is named."""
    country = draft.place.country if draft.place is not None else None
    nation = _load_nations().get(country or draft.found.context.country or "")
    return party_of_nation(draft, nation) if nation is not None else None


@cache
def _load_nations() -> dict[str, Entry]:
    nations: dict[str, Entry] = {}
    for form in load_forms():
        if form.entry.kind == "nation" and form.entry.country:
            nations.setdefault(form.entry.country, form.entry)
    return nations
