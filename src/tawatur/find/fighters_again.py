"""Whose the fighters of the faith are where two that stand side by side call their own so: `شن حزب الله هجوما. واستهدف المجاهدون دبابة`.

Alone the word means all who fight there; close behind one of them, by its name, it means that one's men.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_mentions import PartyMention
    from tawatur.lexicon.entry import Entry
    from tawatur.segment.words import Words

_SENTENCES_BACK = 3
_SIDE_BY_SIDE = frozenset({"PS", "LB"})  # where those at home fight the same foe


def settle_fighters(parties: Sequence[PartyMention], words: Words) -> list[PartyMention]:
    """The parties, fighters of the faith as those of the party named last before them."""
    fighters = load_vocabulary().our_fighters
    settled: list[PartyMention] = []
    named: PartyMention | None = None
    for mention in parties:
        here = mention
        if mention.by == "shared" and words.forms[mention.last - 1].lstrip("ولب") in fighters:
            near = (
                named is not None
                and words.sentence_of[mention.first] - words.sentence_of[named.first] <= _SENTENCES_BACK
            )
            if near and named is not None and named.party != mention.party and _is_of_front(mention.entry):
                why = f"{words.shown(mention.first, mention.last)} are those of {named.party}, named before"
                here = replace(mention, party=named.party, by="anaphor", entry=named.entry, why=why)
        elif mention.by == "name" and mention.entry is not None and mention.entry.side == "nonstate":
            named = mention if _is_of_front(mention.entry) else None
        settled.append(here)
    return settled


def _is_of_front(entry: Entry | None) -> bool:
    return entry is not None and bool(entry.home) and entry.home[0] in _SIDE_BY_SIDE
