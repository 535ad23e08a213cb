"""Who did it, and to whom: each party named near a draft is weighed for either role."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from tawatur.claim.civilian_features import civilian_features
from tawatur.claim.mention_features import distance_to, gap_to, mention_features, nearest_trigger
from tawatur.claim.model import spell
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.claim.triggers import Trigger
    from tawatur.find.party_mentions import PartyMention

_SENTENCES_BACK = 2  # before the draft's own, whose parties may have a role in it
_KINDS = {
    **dict.fromkeys(("airstrike", "drone_strike", "shelling", "chemical_attack"), "strike"),
    **dict.fromkeys(("bombing", "suicide_attack", "landmine"), "blast"),
    **dict.fromkeys(("killing", "execution"), "kill"),
    **dict.fromkeys(("abduction", "arrest"), "seize"),
}

# Kinds of what is done to others by force.
BY_FORCE = frozenset({"strike", "blast", "kill", "seize", "armed_clash", "destruction", "siege"})
FROM_AFAR = frozenset({"strike", "blast"})


class Candidate(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A party that may have a role in a draft, by its mentions near it."""

    party: str
    mentions: tuple[PartyMention, ...]


@cache
def kind_of(type_: str) -> str:
    """Types that share how they name their parties."""
    return _KINDS.get(type_, type_)


def role_candidates(draft: Draft) -> list[Candidate]:
    """Parties named in the draft's sentences and in those just before, in order of their nearest mention."""
    found = draft.found
    words = found.words
    first_sentence = max(found.digest.item_of(draft.sentences[0]), draft.sentences[0] - _SENTENCES_BACK)
    begin, end = words.sentences[first_sentence][0], words.sentences[draft.sentences[-1]][1]
    by_party: dict[str, list[PartyMention]] = {}
    for mention in found.parties_in(begin, end):
        by_party.setdefault(mention.party, []).append(mention)
    if "unknown" in by_party:
        victims = {h.people.party for h in found.harms_in(begin, end) if h.people and h.people.party}
        by_party["unknown"] = [m for m in by_party["unknown"] if m not in victims]  # مقتل طفل مجهول الهوية
    for fixed in ("civilians", "unknown", *_said_before(draft)):
        by_party.setdefault(fixed, [])
    return [Candidate(party, tuple(mentions)) for party, mentions in by_party.items()]


def only_counts(candidate: Candidate) -> bool:
    """Whether a party is one that documents a war (المرصد), and neither fights in it nor is fought."""
    entry = load_parties().get(candidate.party)
    return entry is not None and entry.side == "monitor"


def is_through_media(draft: Draft, candidate: Candidate) -> bool:
    """Whether a party is named here for its media alone (وسائل إعلام حوثية), which tell and do nothing."""
    phrases = draft.found.phrases
    return bool(candidate.mentions) and all(phrases[m].head == "source.media" for m in candidate.mentions)


def _said_before(draft: Draft) -> list[str]:
    """Parties of the claims told before, which a later sentence may leave unnamed."""
    before = draft.before
    if before is None or before.sentences[-1] < draft.found.digest.item_of(draft.sentences[0]):
        return []
    return [*before.actors, *before.targets]


def role_features(draft: Draft, candidate: Candidate) -> list[Feature]:
    """What tells whether a party acted or suffered; each role weighs it in its own way."""
    kind = kind_of(draft.type)
    party, mentions = candidate.party, candidate.mentions
    if party == "civilians":
        return [f"type:{kind}", "civilians", *(f"civ:{f}" for f in civilian_features(draft, kind))]
    sentence_of = draft.found.words.sentence_of
    inside = [m for m in mentions if sentence_of[m.first] in draft.sentences]
    unknown = str(bool(mentions)) if party == "unknown" else ""
    others = str(min(draft.parties_inside, 2))
    if not inside:
        apart = draft.sentences[0] - (sentence_of[mentions[-1].first] if mentions else -9)
        features: list[Feature] = [(_outside, kind, apart, others, unknown)]
        if mentions:
            features += mention_features(draft, mentions[-1], kind, "far")
        return features + _history_features(draft, party, kind, "out")
    near = inside[0] if len(inside) == 1 else min(inside, key=lambda m: distance_to(draft, m))
    governing = nearest_trigger(draft.triggers, near)
    victims = [h.people.party.party for h in draft.harms if h.people and h.people.party]
    harmed = ("victims" if party in victims else "victims other") if victims else ""
    features = [(_named_inside, kind, _named(near), others, harmed, unknown)]
    features += mention_features(draft, near, kind, "near", governing)
    act = _other_act(draft, governing)
    if act is not None and act is not governing:
        central = inside[0] if len(inside) == 1 else min(inside, key=lambda m: gap_to(act, m))
        features += mention_features(draft, central, kind, "main", act)
    also = [f for m in inside if m is not near for f in mention_features(draft, m, kind, "also")]
    features += also if len(inside) < 3 else dict.fromkeys(spell(also))
    return features + _history_features(draft, party, kind, "in")


def target_features(draft: Draft, candidate: Candidate) -> list[Feature]:
    """What is known once the actors are, beside what `role_features` gives for either role."""
    if candidate.party == "civilians":
        return []
    return [(_acted, candidate.party in draft.actors, min(len(draft.actors), 2), kind_of(draft.type))]


def _acted(is_actor: bool, actors: int, kind: str) -> list[str]:
    return [f"is actor:{is_actor}:{kind}", f"actors:{actors}:{kind}"]


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
