"""Whose the thing was that was hit: `استهدفت المسيرة حاجزا للجيش`, `قصف حافلة تابعة للقوات`, `أسقط الجيش طائرة تركية`.

A party that a thing right behind the act is said to belong to was the target of it, whatever else is told of the party;
and so was whose aircraft was shot down, by the subject of the verb, and whose tanks or men by their nationality somebody
else hit: `دمرت الكتائب أربع دبابات إسرائيلية`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.allegiance import ONLOOKERS, side_of
from tawatur.claim.roles import kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.triggers import Trigger
    from tawatur.find.party_mentions import PartyMention

_HITTING = frozenset({"strike", "blast", "armed_clash", "destruction"})
_HIT = ("object.civil", "object.military")
_OVER = frozenset({"", "علي"})  # as it is folded: هجوم على حاجز للجيش
_REACH = 10  # words from the act, over who did it, to whose the thing was
_OF = "ل"
_ON_MEN = frozenset({*_OVER, "ب"})  # تفجير عبوة بقوة إسرائيلية
_MADE = frozenset(
    {"act.target", "act.destroy", "act.detonate", "act.attack", "act.snipe"}
)  # whose noun governs what was hit
_THINGS = ("object.vehicle", "weapon.artillery")
_ARMED = ("object.military", "object.vehicle", "head.forces", "head.ranks", "weapon.artillery", "people.")
_NAMED_BY = {"nation": _ARMED, "name": _THINGS}  # دبابة ميركافا names whose it is
_THEY = frozenset({"they", "we", "two"})
_WE = "نا"  # read as an object by its letters alone
_CIVIL = frozenset({("object", "civil"), ("people", "civilians")})
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
            _take(draft, mention.party)
            return
    for act in draft.triggers:
        if act is main or act.id in _MADE:
            end = min(found.words.sentences[act.sentence][1], act.last + _REACH)
            for mention in found.parties_in(act.last, end):
                if _is_hit_by_another(draft, act, mention):
                    _take(draft, mention.party)
                    _leave_unhurt(draft)


def _take(draft: Draft, party: str) -> None:
    draft.actors = tuple(p for p in draft.actors if p != party)
    draft.targets = tuple(dict.fromkeys((*draft.targets, party)))


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


def _is_hit_by_another(draft: Draft, act: Trigger, mention: PartyMention) -> bool:
    """Whether armed men or things of a nationality are the object of the act, of which another is the subject."""
    found = draft.found
    phrase = found.phrases[mention]
    if mention.by not in _NAMED_BY or phrase.joined or phrase.governor not in _ON_MEN or mention.proclitics:
        return False
    if phrase.first < act.last or not phrase.head.startswith(_NAMED_BY[mention.by]):
        return False
    if any(t.type != act.type for t in found.triggers_in(act.last, phrase.first)):
        return False
    if act.part == "verb" and _tells_its_subject(act):
        return True
    others = {party for party in draft.actors if party != mention.party}
    if act.part != "noun":
        apart = (
            act.id in _MADE and phrase.first > act.last and phrase.head in _THINGS
        )  # استهدفت فيها دبابة إسرائيلية
        between = found.parties_in(act.last, phrase.first)
        return any(m.party in others for m in between) or (apart and bool(others) and not between)
    return bool(others) and act.id in _MADE and side_of(mention.party) not in ONLOOKERS


def _tells_its_subject(act: Trigger) -> bool:
    """Whether a verb's letters say who did it, so that what stands behind is its object: `استهدفوا`, `استهدفنا دبابة`."""
    said = act.form.says
    return said is not None and (said.agree in _THEY or said.pronoun == _WE)


def _leave_unhurt(draft: Draft) -> None:
    """Civilians of whom no word tells are no target beside the armed men who were hit."""
    first, last = draft.sentence_span()
    hits = (h for h in draft.found.hits if first <= h.first < last)
    if not any((h.layer, h.form.entry.value) in _CIVIL for h in hits):
        draft.targets = tuple(p for p in draft.targets if p != "civilians")


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
