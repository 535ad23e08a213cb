"""Tell where a party's name stands for less than the party: `حي البدو` is a quarter, `المبايعة لداعش` tells of another group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.find.parties import PartyMention
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_PROCLITICS = frozenset("وبلف")
_AFFILIATION_WITHIN = 2  # words before a party, over عن and من, to what ties another to it


def names_a_place(hit: Hit, words: Words) -> bool:
    """Whether a party's name is what a place is called by: `حي البدو`, `جولة القاهرة`."""
    if hit.layer != "party" or not hit.first or hit.proclitics or words.gaps[hit.first] != " ":
        return False
    listed = load_vocabulary().named_places
    before = words.forms[hit.first - 1]
    return before in listed or (before[:1] in _PROCLITICS and before[1:] in listed)


def names_an_institution(hit: Hit, words: Words) -> bool:
    """Whether a common noun that a party goes by is another body's with the adjective behind it: `الهيئة العامة`, `الهيئة الطبية`."""
    if (
        hit.layer != "party"
        or hit.last != hit.first + 1
        or hit.last >= len(words)
        or words.gaps[hit.last] != " "
    ):
        return False
    vocabulary = load_vocabulary()
    return (
        hit.form.words[0] in vocabulary.common_bodies and words.forms[hit.last] in vocabulary.of_institutions
    )


def is_affiliation(words: Words, mention: PartyMention) -> bool:
    """Whether a party is named as the one to which another belongs: `جماعة ماوتي المبايعة لداعش`."""
    listed = load_vocabulary().affiliated
    return not listed.isdisjoint(words.forms[max(0, mention.first - _AFFILIATION_WITHIN) : mention.first])
