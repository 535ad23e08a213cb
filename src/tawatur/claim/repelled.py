"""Who attacked, where one side repels the other: `صد الجيش هجوما لداعش`, `تصدت القوات لمحاولة تسلل المسلحين`.

Whoever repels is named first and acts in the sentence; yet it is the other who attacked, and he who repels was attacked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.triggers import Trigger

_REPEL = "act.repel"
_ATTACK_WITHIN = 8  # words from the verb, over its subject, to the attack
_ATTACKER_WITHIN = 5  # words from the attack to whose it was
_DEFENDER_WITHIN = 8  # words before the verb to who repels, over those joined to him


def is_repelling(draft: Draft) -> bool:
    return any(trigger.id == _REPEL for trigger in draft.triggers)


def turn_repelled(draft: Draft) -> None:
    """Let the attack's owner be the actor and who repelled it the target, where the sentence names both."""
    repel = next((t for t in draft.triggers if t.id == _REPEL), None)
    if repel is None or draft.type != "armed_clash":
        return
    attack = _attack_behind(draft, repel)
    if attack is None:
        return
    found = draft.found
    phrases = found.phrases
    defenders = [m.party for m in found.parties_in(repel.last, attack) if not phrases[m].governor]
    is_able = repel.first > 0 and found.words.forms[repel.first - 1] in load_vocabulary().over_doing
    if not defenders and (
        repel.part == "verb" or is_able or repel.form.entry.needs
    ):  # الجيش أحبط هجوما, تمكن الجيش من صد هجوم
        before = found.parties_in(max(draft.sentence_span()[0], repel.first - _DEFENDER_WITHIN), repel.first)
        defenders = [m.party for m in before[-1:] if not phrases[m].governor]
        if defenders and phrases[before[-1]].joined:
            defenders = [m.party for m in before[-2:]]
    end = min(attack + _ATTACKER_WITHIN, draft.sentence_span()[1])
    of = load_vocabulary().of_attack
    owners = [
        m for m in found.parties_in(attack, end) if not phrases[m].governor or phrases[m].governor in of
    ]
    attackers = [m.party for m in owners[:1] + [m for m in owners[1:] if phrases[m].joined]]
    if not defenders or not attackers or set(defenders) & set(attackers):
        return
    draft.actors = tuple(dict.fromkeys((*attackers, *(a for a in draft.actors if a not in defenders))))
    draft.targets = tuple(dict.fromkeys((*defenders, *(t for t in draft.targets if t not in draft.actors))))


def _attack_behind(draft: Draft, repel: Trigger) -> int | None:
    """The word behind the attack that was repelled; of صد هجوم, which names both, and of كسر القوم هجوما, the one behind it."""
    if repel.last - repel.first > 1 or repel.form.entry.needs:
        return repel.last
    end = min(repel.last + _ATTACK_WITHIN, draft.sentence_span()[1])
    attacks = (t for t in draft.found.triggers_in(repel.last, end) if "attack" in t.traits)
    return next((t.last for t in attacks), None)
