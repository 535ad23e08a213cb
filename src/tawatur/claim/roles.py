"""Who did it, and to whom: each party named near a draft is weighed for either role."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from tawatur.claim.model import GAPS, Spelled, bucket, spell
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.claim.model import Feature
    from tawatur.claim.triggers import Trigger
    from tawatur.find.parties import PartyMention

_SENTENCES_BACK = 2
_NEAR = 25  # words
_KINDS = {
    **dict.fromkeys(("airstrike", "drone_strike", "shelling", "chemical_attack"), "strike"),
    **dict.fromkeys(("bombing", "suicide_attack", "landmine"), "blast"),
    **dict.fromkeys(("killing", "execution"), "kill"),
    **dict.fromkeys(("abduction", "arrest"), "seize"),
}


class Candidate(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A party that may have a role in a draft, by its mentions near it."""

    party: str
    mentions: tuple[PartyMention, ...]


def kind_of(type_: str) -> str:
    """Types that share how they name their parties."""
    return _KINDS.get(type_, type_)


def role_candidates(draft: Draft) -> list[Candidate]:
    """Parties named in the draft's sentences and in those just before, in order of their nearest mention."""
    found = draft.found
    words = found.words
    first_sentence = max(0, draft.sentences[0] - _SENTENCES_BACK)
    begin, end = words.sentences[first_sentence][0], words.sentences[draft.sentences[-1]][1]
    by_party: dict[str, list[PartyMention]] = {}
    for mention in found.parties_in(begin, end):
        by_party.setdefault(mention.party, []).append(mention)
    for fixed in ("civilians", "unknown", *_said_before(draft)):
        by_party.setdefault(fixed, [])
    return [Candidate(party, tuple(mentions)) for party, mentions in by_party.items()]


def is_through_media(draft: Draft, candidate: Candidate) -> bool:
    """Whether a party is named here for its media alone (وسائل إعلام حوثية), which tell and do nothing."""
    phrases = draft.found.phrases
    return bool(candidate.mentions) and all(phrases[m].head == "source.media" for m in candidate.mentions)


def _said_before(draft: Draft) -> list[str]:
    """Parties of the claims told before, which a later sentence may leave unnamed."""
    return [] if draft.before is None else [*draft.before.actors, *draft.before.targets]


def _history_features(draft: Draft, party: str, kind: str, where: str) -> list[Feature]:
    """What the claims before and the whole report tell of a party, whichever it is."""
    rank, share = draft.found.standing(party)
    acted, suffered = draft.tally(party)
    standing = (_stands, rank, share, acted, suffered, kind, where)
    before = draft.before
    if before is None:
        return [standing, f"before:first:{where}"]
    role = ("a" if party in before.actors else "") + ("t" if party in before.targets else "")
    apart = min(draft.sentences[0] - before.sentences[-1], 3)
    same = kind_of(before.type) == kind
    return [standing, (_was, role, where, apart, same, kind, draft.main.definite, draft.main.voiced)]


def _stands(rank: str, share: str, acted: int, suffered: int, kind: str, where: str) -> list[str]:
    return [
        f"standing:{rank}:{where}",
        f"share:{share}:{where}:{kind}",
        f"acted:{acted}:suffered:{suffered}:{where}",
        f"acted:{acted > suffered}:{kind}:{where}",
    ]


def _was(role: str, where: str, apart: int, same: bool, kind: str, definite: bool, part: str) -> list[str]:
    return [
        f"before:{role}:{where}:{apart}",
        f"before:{role}:{where}:{'same' if same else 'other'}:{kind}",
        f"before:{role}:{where}:{int(definite)}:{part}",
    ]


def target_features(draft: Draft, candidate: Candidate) -> list[Feature]:
    """What is known once the actors are, beside what `role_features` gives for either role."""
    if candidate.party == "civilians":
        return []
    return [(_acted, candidate.party in draft.actors, min(len(draft.actors), 2), kind_of(draft.type))]


def _acted(is_actor: bool, actors: int, kind: str) -> list[str]:
    return [f"is actor:{is_actor}:{kind}", f"actors:{actors}:{kind}"]


def role_features(draft: Draft, candidate: Candidate) -> list[Feature]:
    """What tells whether a party acted or suffered; each role weighs it in its own way."""
    kind = kind_of(draft.type)
    party, mentions = candidate.party, candidate.mentions
    if party == "civilians":
        return [f"type:{kind}", "civilians", *(f"civ:{f}" for f in _civilian_features(draft, kind))]
    sentence_of = draft.found.words.sentence_of
    inside = [m for m in mentions if sentence_of[m.first] in draft.sentences]
    unknown = str(bool(mentions)) if party == "unknown" else ""
    others = bucket(draft.parties_inside, (0, 1, 2))
    if not inside:
        apart = draft.sentences[0] - (sentence_of[mentions[-1].first] if mentions else -9)
        features: list[Feature] = [(_outside, kind, apart, others, unknown)]
        if mentions:
            features += _mention_features(draft, mentions[-1], kind, "far")
        return features + _history_features(draft, party, kind, "out")
    near = inside[0] if len(inside) == 1 else min(inside, key=lambda m: _distance(draft, m))
    governing = _nearest_trigger(draft.triggers, near)
    victims = [h.people.party.party for h in draft.harms if h.people and h.people.party]
    harmed = ("victims" if party in victims else "victims other") if victims else ""
    features = [(_named_inside, kind, _named(near), others, harmed, unknown)]
    features += _mention_features(draft, near, kind, "near", governing)
    act = _other_act(draft, governing)
    if act is not None and act is not governing:
        central = inside[0] if len(inside) == 1 else min(inside, key=lambda m: _gap(act, m))
        features += _mention_features(draft, central, kind, "main", act)
    also = [f for m in inside if m is not near for f in _mention_features(draft, m, kind, "also")]
    features += also if len(inside) < 3 else dict.fromkeys(spell(also))
    return features + _history_features(draft, party, kind, "in")


def _other_act(draft: Draft, governing: Trigger) -> Trigger | None:
    """What else than the trigger that governs a mention tells of the act: the main one, or the first beside it."""
    if governing is not draft.main:
        return draft.main
    acts = [t for t in draft.triggers if t.act] or draft.triggers
    return next((t for t in acts if t is not draft.main), None)


def _outside(kind: str, apart: int, others: str, unknown: str) -> list[str]:
    features = [f"type:{kind}", f"far:{kind}:{apart}", f"others inside:{others}"]
    return [*features, f"unknown:{unknown}:{kind}"] if unknown else features


def _named_inside(kind: str, by: str, others: str, harmed: str, unknown: str) -> list[str]:
    features = [f"type:{kind}", f"in:{kind}", f"by:{by}:{kind}", f"alone:{others}:{kind}"]
    if harmed:
        features.append(f"{harmed}:{kind}")
    return [*features, f"unknown:{unknown}:{kind}"] if unknown else features


def _named(mention: PartyMention) -> str:
    """Whether a party is called by what it is called anywhere: its kind of name is its own, and tells of no role."""
    return "name" if mention.by in {"name", "shared", "nation"} else mention.by


def _distance(draft: Draft, mention: PartyMention) -> int:
    return min(_gap(t, mention) for t in draft.triggers)


def _gap(trigger: Trigger, mention: PartyMention) -> int:
    if mention.first >= trigger.last:
        return mention.first - trigger.last
    if mention.last <= trigger.first:
        return trigger.first - mention.last
    return 0


def _nearest_trigger(triggers: list[Trigger], mention: PartyMention) -> Trigger:
    """The trigger that most likely governs a mention: the nearest, one before it sooner than one after."""
    if len(triggers) == 1:
        return triggers[0]
    return min(triggers, key=lambda t: (_gap(t, mention) + (0 if t.first < mention.first else 3), t.first))


def _mention_features(
    draft: Draft, mention: PartyMention, kind: str, tag: str, trigger: Trigger | None = None
) -> list[Feature]:
    found = draft.found
    phrase = found.phrases[mention]
    if trigger is None:
        trigger = _nearest_trigger(draft.triggers, mention)
    after = mention.first >= trigger.last
    side = "after" if after else "before"
    gap = phrase.first - trigger.last if after else trigger.first - mention.last
    part = trigger.voiced + _subject(draft, trigger)
    way = phrase.governor or str(_free_between(draft, trigger, mention))
    near = "touch" if gap <= 0 else "near" if gap < 5 else "far"
    stands = GAPS[gap]
    features: list[Feature] = [
        (_governed, tag, part, side, way, near, kind, stands, trigger.act is None),
        (_of_trigger, tag, trigger.id, part, side, way, near),
        (_headed, tag, phrase.head, phrase.carrier, phrase.joined, part, side, way, kind),
    ]
    words = found.words
    sentence = words.sentence_of[mention.first]
    for i, beside in ((phrase.first - 1, "before"), (mention.last, "behind")):
        if 0 <= i < len(words) and words.sentence_of[i] == sentence and not found.is_name(i):
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


_TELLING = frozenset({"A", ",", "P", "S", "N"})
_BESIDE = {
    (tag, beside, side): Spelled(f"{tag}:{beside}:{{}}:{side}")
    for tag in ("near", "main", "also", "far")
    for beside in ("before", "behind")
    for side in ("before", "after")
}


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


def _subject(draft: Draft, trigger: Trigger) -> str:
    """Where a verb's subject stands: named by a noun it describes (`غارات استهدفت`), right before it, or to come."""
    if trigger.part != "verb":
        return ""
    subjects = draft.found.subjects
    if trigger.first not in subjects:
        subjects[trigger.first] = _read_subject(draft.found, trigger)
    return subjects[trigger.first]


def _read_subject(found: Found, trigger: Trigger) -> str:
    says = trigger.form.says
    at = trigger.first
    assert says is not None
    if says.agree == "they":
        return ":they"
    if at and found.words.sentence_of[at - 1] == trigger.sentence and not trigger.proclitics:
        if found.words.forms[at - 1] in load_vocabulary().which:
            return ":rel"
        if any(t.last in {at, at - 1} and not t.form.is_verb for t in found.triggers_in(at - 3, at)):
            return ":rel"
        if any(found.phrases[m].mention.last == at for m in found.parties_in(at - 6, at)):
            return ":svo"
        if any(g.last == at for g in found.groups_in(at - 6, at)):
            return ":svo"
    return ":vso"


def _free_between(draft: Draft, trigger: Trigger, mention: PartyMention) -> int:
    """Bare phrases (no preposition) between a trigger and a mention: 0 for a verb's subject, 1 for its object."""
    low, high = sorted((trigger.first, mention.first))
    phrases = draft.found.phrases
    others = sum(
        1 for m in draft.found.parties_in(low + 1, high) if not phrases[m].governor and not phrases[m].joined
    )
    people = sum(1 for g in draft.found.groups_in(low + 1, high) if g.party is not mention)
    return min(others + people, 2)


def _civilian_features(draft: Draft, kind: str) -> list[str]:
    features = []
    for harm in draft.harms:
        value = harm.people.value if harm.people else harm.way
        features.append(f"harmed:{value}:{harm.kind}")
        features.append(f"harmed:{value}:{kind}")
        if harm.people and harm.people.party:
            features.append(f"harmed party:{harm.people.party.party == 'civilians'}")
    if not draft.harms:
        features.append(f"no harm:{kind}")
    objects = {f.entry.value for h in draft.hits("object") for f in h.forms}
    features += (f"object:{o}:{kind}" for o in objects)
    if not objects:
        features.append(f"no object:{kind}")
    people = {f.entry.value for h in draft.hits("people") for f in h.forms}
    features += (f"people:{p}:{kind}" for p in people)
    first, last = draft.around
    parties = {m.party for m in draft.found.parties_in(first, last)}
    features.append(f"parties:{bucket(len(parties), (0, 1, 2, 3))}:{kind}")
    features.append(f"place:{bool(draft.found.places_in(first, last))}:{kind}")
    features.append(f"main:{draft.main.id}")
    features += {f"head:{f.entry.value}:{kind}" for h in draft.hits("head") for f in h.forms}
    return features


def nearest(mentions: tuple[PartyMention, ...], at: int) -> PartyMention:
    starts = [m.first for m in mentions]
    i = bisect_left(starts, at)
    return mentions[min(i, len(mentions) - 1)]
