"""Find the state in what is told to be the government's: `القصف الحكومي`, `الغارات الجوية الحكومية`.

Behind what is done by arms, and what it is done with, the adjective says whose it is, as a nationality does:
the state's of the country spoken of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_heads import is_of_arms
from tawatur.find.party_mentions import PartyMention
from tawatur.find.party_words import load_vocabulary
from tawatur.lexicon.states import load_parties, state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_context import Context
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


def add_governments(
    parties: Sequence[PartyMention], hits: Sequence[Hit], words: Words, context: Context
) -> list[PartyMention]:
    """The parties with those that the adjective names, in the order of their place."""
    listed = load_vocabulary().of_government
    if listed.isdisjoint(words.forms):
        return list(parties)
    ends = {
        h.last for h in hits if h.last < len(words) and words.forms[h.last] in listed and is_of_arms(h, words)
    }
    if not ends:
        return list(parties)
    ends -= {i for p in parties for i in range(p.first, p.last)}
    found = list(parties)
    for at in ends:
        country = context.at(words.sentence_of[at])
        party = state_of(country, context.day) or state_of(context.country, context.day)
        if party is not None and words.gaps[at] == " ":
            why = f"{words.shown(at - 1, at + 1)} is of {party}, the state spoken of"
            found.append(PartyMention(at, at + 1, party, "nation", "", load_parties()[party], why))
    return sorted(found, key=lambda p: p.first)
