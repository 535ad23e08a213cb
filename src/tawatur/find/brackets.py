"""Whose a name is that several parties share, where its other name stands in brackets behind it: `قوى الأمن الداخلي (الأسايش)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.find.party_mentions import PartyMention
    from tawatur.segment.words import Words

_LOOSE = frozenset({"shared", "anaphor", "kind", "nation"})


def settle_by_brackets(parties: Iterable[PartyMention], words: Words) -> list[PartyMention]:
    """The parties, names that alone might mean others settled by the name that explains them."""
    settled: list[PartyMention] = []
    for mention in parties:
        before = settled[-1] if settled else None
        if before is not None and before.by in _LOOSE and _explains(mention, before, words):
            why = f"{words.shown(before.first, mention.last)} are {mention.party}"
            settled[-1] = replace(before, party=mention.party, entry=mention.entry, why=why)
        settled.append(mention)
    return settled


def _explains(mention: PartyMention, before: PartyMention, words: Words) -> bool:
    return (
        mention.by == "name"
        and mention.first == before.last
        and mention.party != before.party
        and not mention.proclitics
        and "(" in words.gaps[mention.first]
        and ")" in words.gaps[mention.last]
    )
