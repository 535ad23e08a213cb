"""Whose the thing was that was hit: `استهدفت المسيرة حاجزا للجيش`, `قصف حافلة تابعة للقوات`, `أسقط الجيش طائرة تركية`.

A party that a thing right behind the act is said to belong to was the target of it, whatever else is told of the party;
and so was whose aircraft was shot down, by the subject of the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.allegiance import ONLOOKERS, side_of
from tawatur.claim.roles import kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.parties import PartyMention

_HITTING = frozenset({"strike", "blast", "armed_clash", "destruction"})
_HIT = ("object.civil", "object.military")
_OVER = frozenset({"", "علي"})  # as it is folded: هجوم على حاجز للجيش
_REACH = 10  # words from the act, over who did it, to whose the thing was
_OF = "ل"
_SHOT = "act.shoot_down"
_WINGED = ("weapon.air", "weapon.drone")


def take_owners(draft: Draft) -> None:
    """Take the owner of what the main act hit as its target, and never as who did it."""
    if draft.main.id == _SHOT:
        _take_shot_down(draft)
        return
    if kind_of(draft.type) not in _HITTING or draft.main.act is None:
        return
    found = draft.found
    main = draft.main
    end = min(found.words.sentences[main.sentence][1], main.last + _REACH)
    for mention in found.parties_in(main.last, end):
        if _owns_what_was_hit(draft, mention):
            draft.actors = tuple(party for party in draft.actors if party != mention.party)
            draft.targets = tuple(dict.fromkeys((*draft.targets, mention.party)))
            return


def _owns_what_was_hit(draft: Draft, mention: PartyMention) -> bool:
    """Whether the party stands behind `ل` over a thing that no other act comes before."""
    found = draft.found
    phrase = found.phrases[mention]
    if phrase.joined or mention.proclitics != _OF or not phrase.head.startswith(_HIT):
        return False
    if phrase.governor not in _OVER or side_of(mention.party) in ONLOOKERS or mention.party == "unknown":
        return False
    if any(m.party == mention.party for m in found.parties_in(draft.main.last, phrase.first)):
        return False
    return phrase.first >= draft.main.last and not found.triggers_in(draft.main.last, phrase.first)


def _take_shot_down(draft: Draft) -> None:
    """Whose aircraft was shot down, and by whom, where both stand beside the verb."""
    found = draft.found
    main = draft.main
    begin, end = found.words.sentences[main.sentence]
    owner = doer = ""
    for mention in found.parties_in(max(begin, main.first - _REACH), min(end, main.last + _REACH)):
        if mention.first >= main.first and _is_aircraft(draft, mention):
            owner = owner or mention.party
        elif _is_beside(draft, mention):
            doer = mention.party
    if owner and owner != doer:
        draft.actors = (doer,) if doer else tuple(p for p in draft.actors if p != owner)
        draft.targets = tuple(dict.fromkeys((owner, *(p for p in draft.targets if p != doer))))


def _is_aircraft(draft: Draft, mention: PartyMention) -> bool:
    phrase = draft.found.phrases[mention]
    is_named = mention.by == "nation" and mention.first == draft.main.last  # أسقطت طائرة | تركية
    return is_named or (phrase.head in _WINGED and phrase.governor in {"", _OF} and not phrase.joined)


def _is_beside(draft: Draft, mention: PartyMention) -> bool:
    """Whether a party is named bare right before the verb or right behind it: its subject."""
    phrase = draft.found.phrases[mention]
    is_bare = not (phrase.governor or phrase.joined or mention.proclitics.lstrip("وف"))
    is_next = mention.last == draft.main.first or phrase.first in {draft.main.first + 1, draft.main.last}
    return (
        is_bare
        and is_next
        and not phrase.head.startswith(("weapon.", "object."))
        and mention.party != "unknown"
    )
