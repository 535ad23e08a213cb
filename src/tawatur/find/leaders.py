"""Who leads a party, and speaks for it by his own name: `قال نتنياهو إن قواته`, `أردوغان: جيشنا`.

He is the party only where he speaks; of what he did or what befell him otherwise nothing is told of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_TOLD_OF = frozenset({"names", "show"})  # no speech of his: وصف فلانا بأنه, تغريدة نشرها فلان
_TITLES = 3  # words over which a verb of saying reaches: قال الفريق أول فلان


def is_leader(hit: Hit) -> bool:
    """Whether a name is one by which a person speaks for a party."""
    return hit.layer == "party" and all(f.sense is not None and f.sense.speaks for f in hit.forms)


def find_leaders(hits: Sequence[Hit], words: Words) -> frozenset[int]:
    """Where leaders are named as those who speak: right behind a verb of saying or their titles, before one, or over a colon."""
    named = [h for h in hits if is_leader(h)]
    if not named:
        return frozenset()
    said = {h.last for h in hits if h.layer == "say" and _TOLD_OF.isdisjoint(h.form.entry.traits)}
    saying = {h.first for h in hits if h.layer == "say" and h.form.is_verb}
    titled = {i for h in hits if h.layer == "source" for i in range(h.first, h.last)}
    return frozenset(
        h.first
        for h in named
        if _follows(h.first, said, titled, words)
        or (h.last in saying and words.gaps[h.last] == " ")
        or ":" in words.gaps[h.last]
    )


def _follows(at: int, said: set[int], titled: set[int], words: Words) -> bool:
    titles = load_vocabulary().persons
    for i in range(at, max(-1, at - _TITLES - 1), -1):
        if i in said:
            return True
        if not i or not (i - 1 in titled or words.forms[i - 1] in titles):
            return False
    return False
