"""Who stands behind those who acted, or near those who tell, and did nothing: `الفصائل المدعومة من تركيا`, `وكالة مقربة من الحركة`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.party_mentions import PartyMention


def leave_lords(draft: Draft) -> None:
    """The actors without those whom the sentence names only to say whose the others are."""
    behind: set[str] = set()
    acting: set[str] = set()
    last = -1  # where the last of them ends, whose other name may follow in brackets
    for mention in draft.found.parties_in(*draft.sentence_span()):
        if _only_tells_whose(draft, mention) or (mention.first == last and mention.party in behind):
            behind.add(mention.party)
            last = mention.last
        else:
            acting.add(mention.party)
    draft.actors = tuple(party for party in draft.actors if party not in behind - acting)


def _only_tells_whose(draft: Draft, mention: PartyMention) -> bool:
    """Whether a party stands behind `المدعومة من` or `المقربة من`, with the article, as part of what others are called."""
    listed = load_vocabulary()
    forms, at = draft.found.words.forms, mention.first
    if at < 2 or mention.proclitics or forms[at - 1] != "من":
        return False
    adjective = forms[at - 2]
    return adjective in listed.close_to or (adjective.startswith("ال") and adjective in listed.backed)
