"""Who speaks of what another did, and did it not: `استنكرت تركيا استخدام السلاح الكيميائي`, `دعت روسيا إلى وقف القصف`.

So does who has proof of it: `لدى تركيا أدلة على قتل الصحفي`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.party_mentions import PartyMention

_PROOF_WITHIN = 3  # words from proof to what it is of: دليل يظهر لحظات قتل
_STOP_WITHIN = 3  # words from وقف to what is to be stopped


def leave_condemners(draft: Draft) -> None:
    """The actors of what is done by force without those who are named in its sentence for condemning it, knowing of it, or calling for its end, alone."""
    if not draft.actors or kind_of(draft.type) not in BY_FORCE:
        return
    named: dict[str, bool] = {}
    for mention in draft.found.parties_in(*draft.found.words.sentences[draft.main.sentence]):
        named[mention.party] = named.get(mention.party, True) and _condemns(draft, mention)
    draft.actors = tuple(party for party in draft.actors if not named.get(party))


def _condemns(draft: Draft, mention: PartyMention) -> bool:
    """Whether a party before the act is the subject of a verb of condemning, right behind it or right before, or has proof of it."""
    main, forms = draft.main, draft.found.words.forms
    if mention.last > main.first:
        return False
    listed = load_vocabulary()
    first = draft.found.phrases[mention].first
    beside = {forms[first - 1].lstrip("وف") if first else "", forms[mention.last]}
    if not beside.isdisjoint(listed.condemning):
        return True
    proof = forms[max(mention.last, main.first - _PROOF_WITHIN) : main.first]
    if main.part != "verb" and not listed.evidence.isdisjoint(proof):
        return True
    to_stop = not listed.stopping.isdisjoint(forms[max(mention.last, main.first - _STOP_WITHIN) : main.first])
    return to_stop and not beside.isdisjoint(listed.calling)
