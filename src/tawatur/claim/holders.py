"""Whose ground something happened on, who neither did it nor was its target: `قصف قرية س ضمن مناطق انتشار القوات الكردية وقوات النظام`.

Ground that is itself struck (`قصف مناطق سيطرة المعارضة`) is its holder's, and he the target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import BY_FORCE, FROM_AFAR, kind_of
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.party_mentions import PartyMention


def leave_holders(draft: Draft) -> None:
    """The targets of what is done by force, and the actors of a strike, without those who are named for the ground alone."""
    kind = kind_of(draft.type)
    if kind not in BY_FORCE:
        return
    named: dict[str, bool] = {}
    for mention in draft.found.parties_in(*draft.sentence_span()):
        named[mention.party] = named.get(mention.party, True) and is_holder(draft, mention)
    draft.targets = tuple(party for party in draft.targets if not named.get(party))
    if kind in FROM_AFAR:
        draft.actors = tuple(party for party in draft.actors if not named.get(party))


def is_holder(draft: Draft, mention: PartyMention) -> bool:
    """Whether a party is named for ground that something lies in, or is joined to one that is."""
    found = draft.found
    phrase = found.phrases[mention]
    if phrase.governor not in load_vocabulary().lying_in:
        return False
    noun = found.words.forms[phrase.first]
    if noun in load_vocabulary().grounds or noun[1:] in load_vocabulary().grounds:
        return True
    if not phrase.joined:
        return False
    begin = found.words.sentences[found.words.sentence_of[mention.first]][0]
    before = [m for m in found.parties_in(begin, mention.first) if found.phrases[m].first < phrase.first]
    return bool(before) and is_holder(draft, before[-1])
