"""Find which army goes on to speak where it is called no more than that: `اعترف الجيش الإسرائيلي بـ…، وزعم الجيش أنه قتل`.

The country spoken of has an army of its own, and a word for any army alone means that one; but right behind a verb of saying it is the one
whose nationality was named last, or whose soldiers were, in the same sentence or the one before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_mentions import PartyMention
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_ARMY = "الجيش"


def settle_armies(parties: Sequence[PartyMention], hits: Sequence[Hit], words: Words) -> list[PartyMention]:
    """The parties, an army that speaks again as the one that spoke before."""
    said = {h.last for h in hits if h.layer == "say" and h.form.is_verb}
    settled: list[PartyMention] = []
    for mention in parties:
        before = _named_before(settled, mention, words) if mention.first in said else None
        if before is not None and before.party != mention.party:
            why = f"{words.shown(mention.first, mention.last)} is the army named before, of {before.party}"
            mention = replace(mention, party=before.party, by="anaphor", entry=before.entry, why=why)  # noqa: PLW2901
        settled.append(mention)
    return settled


def _named_before(
    settled: Sequence[PartyMention], mention: PartyMention, words: Words
) -> PartyMention | None:
    """The army named last before a mention that is the bare word for one; None where that is no army of another state."""
    if (
        mention.by not in {"shared", "group"}
        or mention.last - mention.first > 1
        or words.forms[mention.first] != _ARMY
    ):
        return None
    for before in reversed(settled):
        if words.sentence_of[mention.first] - words.sentence_of[before.first] > 1:
            return None
        if before.by == "nation" and words.forms[before.first - 1] in load_vocabulary().soldiers:
            return before
        first = before.first - (before.by == "nation")
        if words.forms[first] == _ARMY:
            return before if before.last - first > 1 or before.by == "anaphor" else None
    return None
