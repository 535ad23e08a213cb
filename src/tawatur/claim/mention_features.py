"""How one mention of a party stands to the words that tell of the act, as features (see `claim.model`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.model import GAPS, Spelled
from tawatur.claim.subjects import subject_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.claim.triggers import Trigger
    from tawatur.find.party_mentions import PartyMention

_TELLING = frozenset({"A", ",", "P", "S", "N"})  # marks, beside cues, that tell; see `Found.marks_between`
_BESIDE = {
    (tag, beside, side): Spelled(f"{tag}:{beside}:{{}}:{side}")
    for tag in ("near", "main", "also", "far")
    for beside in ("before", "behind")
    for side in ("before", "after")
}


def mention_features(
    draft: Draft, mention: PartyMention, kind: str, tag: str, trigger: Trigger | None = None
) -> list[Feature]:
    """What tells of a party's role by where it is named: the trigger's side, what governs the name, what stands between.

    `tag` says which mention it is: the nearest inside (near), that nearest to the act (main), another (also), or one
    outside the draft's sentences (far).
    """
    found = draft.found
    phrase = found.phrases[mention]
    if trigger is None:
        trigger = nearest_trigger(draft.triggers, mention)
    after = mention.first >= trigger.last
    side = "after" if after else "before"
    gap = phrase.first - trigger.last if after else trigger.first - mention.last
    part = trigger.voiced + subject_of(draft, trigger)
    way = phrase.governor or str(_free_between(draft, trigger, mention))
    near = "touch" if gap <= 0 else "near" if gap < 5 else "far"
    stands = GAPS[gap]
    features: list[Feature] = [
        (_governed, tag, part, side, way, near, kind, stands, trigger.act is None),
        (_of_trigger, tag, trigger.id, part, side, way, near),
        (_headed, tag, phrase.head, phrase.carrier, phrase.joined, part, side, way, kind),
    ]
    if phrase.head.startswith("weapon."):
        features.append((_armed, tag, phrase.head, draft.type))
    words = found.words
    begin, end = words.sentences[words.sentence_of[mention.first]]
    for i, beside in ((phrase.first - 1, "before"), (mention.last, "behind")):
        if begin <= i < end and not found.is_name(i):
            features.append(_BESIDE[tag, beside, side][words.forms[i]])
    if tag == "also":
        return features
    between = (
        found.marks_between(trigger.last, phrase.first)
        if after
        else found.marks_between(mention.last, trigger.first)
    )
    telling = tuple(m for m in between if m[0] == "c" or m in _TELLING)
    credited, in_title = found.is_credited(mention), mention.first < found.title_end
    accused = mention.first in found.accused
    features.append((_between, tag, part, side, kind, telling, "A" in between, credited, accused, in_title))
    return features


def _governed(
    tag: str, part: str, side: str, way: str, near: str, kind: str, stands: str, harm_only: bool
) -> list[str]:
    features = [
        f"{tag}:{side}:{stands}",
        f"{tag}:{part}:{side}:{way}",
        f"{tag}:{part}:{side}:{way}:{near}",
        f"{tag}:{part}:{side}:{way}:{kind}",
    ]
    return [*features, f"{tag}:harm only:{side}:{way}"] if harm_only else features


def _of_trigger(tag: str, trigger: str, part: str, side: str, way: str, near: str) -> list[str]:
    return [f"{tag}:{trigger}:{side}:{way}", f"{tag}:{trigger}:{part}:{side}:{way}:{near}"]


def _headed(
    tag: str, head: str, carrier: str, joined: bool, part: str, side: str, way: str, kind: str
) -> list[str]:
    return [
        f"{tag}:head:{head}:{side}:{way}",
        f"{tag}:head:{head}:{kind}",
        f"{tag}:head:{head}:{part}:{side}",
        f"{tag}:carrier:{carrier}:{part}:{side}",
        f"{tag}:joined:{joined}:{kind}",
    ]


def _armed(tag: str, head: str, type_: str) -> list[str]:
    """Aircraft raid and guns shell, not the other way round."""
    return [f"{tag}:armed:{head}:{type_}", f"armed:{head}:{type_}"]


def _between(
    tag: str,
    part: str,
    side: str,
    kind: str,
    telling: tuple[str, ...],
    party: bool,
    credited: bool,
    accused: bool,
    in_title: bool,
) -> list[str]:
    features = [f"{tag}:btw:{mark}:{side}:{part}" for mark in telling]
    if not party:
        features.append(f"{tag}:first:{side}:{part}:{kind}")
    if credited:
        features.append(f"{tag}:credited:{kind}")
    if accused:
        features += (f"{tag}:accused", f"{tag}:accused:{kind}")
    if in_title:
        features.append(f"{tag}:title")
    return features


def distance_to(draft: Draft, mention: PartyMention) -> int:
    """Words between a mention and the nearest trigger."""
    return min(gap_to(t, mention) for t in draft.triggers)


def gap_to(trigger: Trigger, mention: PartyMention) -> int:
    """Words between a trigger and a mention; 0 where they touch or overlap."""
    if mention.first >= trigger.last:
        return mention.first - trigger.last
    if mention.last <= trigger.first:
        return trigger.first - mention.last
    return 0


def nearest_trigger(triggers: list[Trigger], mention: PartyMention) -> Trigger:
    """The trigger that most likely governs a mention: the nearest, one before it sooner than one after."""
    if len(triggers) == 1:
        return triggers[0]
    return min(triggers, key=lambda t: (gap_to(t, mention) + (0 if t.first < mention.first else 3), t.first))


def _free_between(draft: Draft, trigger: Trigger, mention: PartyMention) -> int:
    """Bare phrases (no preposition) between a trigger and a mention: 0 for a verb's subject, 1 for its object."""
    low, high = sorted((trigger.first, mention.first))
    phrases = draft.found.phrases
    others = sum(
        1 for m in draft.found.parties_in(low + 1, high) if not phrases[m].governor and not phrases[m].joined
    )
    people = sum(1 for g in draft.found.groups_in(low + 1, high) if g.party is not mention)
    return min(others + people, 2)
