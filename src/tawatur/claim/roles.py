"""Who did it, and to whom: each party named near a draft is weighed for either role."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.model import bucket

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
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


class Candidate(NamedTuple):
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


def _said_before(draft: Draft) -> list[str]:
    """Parties of the claims told before, which a later sentence may leave unnamed."""
    return [] if draft.before is None else [*draft.before.actors, *draft.before.targets]


def _history_features(draft: Draft, candidate: Candidate, kind: str, where: str) -> list[str]:
    """What the claims before and the whole report tell of a party, whichever it is."""
    party = candidate.party
    features = []
    before = draft.before
    if before is not None:
        role = ("a" if party in before.actors else "") + ("t" if party in before.targets else "")
        apart = min(draft.sentences[0] - before.sentences[-1], 3)
        same = "same" if kind_of(before.type) == kind else "other"
        features += (f"before:{role}:{where}:{apart}", f"before:{role}:{where}:{same}:{kind}")
        features.append(f"before:{role}:{where}:{int(draft.main.definite)}:{_part(draft.main)}")
    else:
        features.append(f"before:first:{where}")
    rank, share = draft.found.standing(party)
    features += (f"standing:{rank}:{where}", f"share:{share}:{where}:{kind}")
    acted, suffered = draft.tally(party)
    features.append(f"acted:{acted}:suffered:{suffered}:{where}")
    features.append(f"acted:{acted > suffered}:{kind}:{where}")
    return features


def role_features(draft: Draft, candidate: Candidate, role: str) -> list[str]:
    kind = kind_of(draft.type)
    features = [f"type:{kind}"]
    if candidate.party == "civilians":
        return [*features, "civilians", *(f"civ:{f}" for f in _civilian_features(draft, kind))]
    if candidate.party == "unknown":
        features.append(f"unknown:{bool(candidate.mentions)}:{kind}")
    if role == "target":
        features += (f"is actor:{candidate.party in draft.actors}:{kind}", f"actors:{min(len(draft.actors), 2)}:{kind}")
    sentences = set(draft.sentences)
    words = draft.found.words
    inside = [m for m in candidate.mentions if words.sentence_of[m.first] in sentences]
    if not inside:
        features.append(f"far:{kind}:{draft.sentences[0] - _last_sentence(words, candidate)}")
        if candidate.mentions:
            features += _mention_features(draft, candidate.mentions[-1], kind, "far")
        features.append(f"others inside:{_others_inside(draft)}")
        return features + _history_features(draft, candidate, kind, "out")
    features.append(f"in:{kind}")
    near = min(inside, key=lambda m: _distance(draft, m))
    features += _mention_features(draft, near, kind, "near")
    if len(inside) > 1:
        features += {f for m in inside if m is not near for f in _mention_features(draft, m, kind, "also")}
    features.append(f"by:{near.by}:{kind}")
    features.append(f"alone:{_others_inside(draft)}:{kind}")
    features += _history_features(draft, candidate, kind, "in")
    if any(h.people and h.people.party and h.people.party.party == candidate.party for h in draft.harms):
        features.append(f"victims:{kind}")
    elif any(h.people and h.people.party for h in draft.harms):
        features.append(f"victims other:{kind}")
    return features


def _last_sentence(words, candidate: Candidate) -> int:  # type: ignore[no-untyped-def]
    return words.sentence_of[candidate.mentions[-1].first] if candidate.mentions else -9


def _others_inside(draft: Draft) -> str:
    first, last = draft.sentence_span()
    return bucket(len({m.party for m in draft.found.parties_in(first, last)}), (0, 1, 2))


def _distance(draft: Draft, mention: PartyMention) -> int:
    return min(_gap(t, mention) for t in draft.triggers)


def _gap(trigger: Trigger, mention: PartyMention) -> int:
    if mention.first >= trigger.last:
        return mention.first - trigger.last
    if mention.last <= trigger.first:
        return trigger.first - mention.last
    return 0


def _nearest_trigger(draft: Draft, mention: PartyMention) -> Trigger:
    """The trigger that most likely governs a mention: the nearest before it, acts before harm; else the nearest after."""
    return min(draft.triggers, key=lambda t: (_gap(t, mention) + (0 if t.first < mention.first else 3), t.first))


def _mention_features(draft: Draft, mention: PartyMention, kind: str, tag: str) -> list[str]:
    found = draft.found
    trigger = _nearest_trigger(draft, mention)
    after = mention.first >= trigger.last
    gap = _gap(trigger, mention)
    side = "after" if after else "before"
    governor = _governor(found, mention)
    head = found.head_before(mention.first)
    part = _part(trigger)
    far = bucket(gap, (0, 1, 2, 4, 7, 12, 20))
    features = [
        f"{tag}:{side}:{far}",
        f"{tag}:{side}:{part}:{kind}:{far if gap < 4 else ''}",
        f"{tag}:gov:{governor}:{side}:{kind}",
        f"{tag}:gov:{governor}:{trigger.id}",
        f"{tag}:head:{head}:{side}:{kind}",
        f"{tag}:head:{head}:{governor}",
        f"{tag}:{trigger.id}:{side}:{part}:{far if gap < 2 else ''}",
    ]
    if tag == "also":
        return features
    between = (
        found.marks_between(trigger.last, mention.first) if after else found.marks_between(mention.last, trigger.first)
    )
    for mark in between:
        if mark[0] == "c" or mark in {"A", ",", "P", "S", "N"}:
            features.append(f"{tag}:btw:{mark}:{side}:{part}")
    if "A" not in between:
        features.append(f"{tag}:first:{side}:{part}:{kind}")
    if found.is_credited(mention):
        features.append(f"{tag}:credited:{kind}")
    performs = found.performed_by(mention)
    if performs:
        features.append(f"{tag}:performs:{performs}:{kind}")
    if mention.first < found.title_end:
        features.append(f"{tag}:title")
    return features


def _part(trigger: Trigger) -> str:
    says = trigger.form.says
    if says is None:
        return "phrase"
    if says.part == "verb":
        return f"verb:{says.voice if says.voice != 'either' else says.tense}{':o' if says.pronoun else ''}"
    return "noun"


_GOVERNORS = frozenset(
    "من علي في الي عن مع بين ضد لدي بيد قبل يد ايدي باتجاه نحو ضمن صفوف بدعم بقياده جانب تابعه التابعه التابع مناطق مواقع"
    .split()
)


def _governor(found: Found, mention: PartyMention) -> str:
    """What governs a mention: its own proclitic, or the function word within two words before it."""
    proclitic = mention.proclitics.lstrip("وف")
    if proclitic:
        return proclitic
    forms = found.words.forms
    joined = "و" if mention.proclitics.startswith("و") else ""
    for back in (1, 2):
        at = mention.first - back
        if at < 0 or found.words.sentence_of[at] != found.words.sentence_of[mention.first]:
            break
        form = forms[at]
        if form in _GOVERNORS:
            return joined + form
        if form[:1] in "بل" and len(form) > 3 and back == 1:
            return joined + form[0] + "-"
    return joined or "none"


def _civilian_features(draft: Draft, kind: str) -> list[str]:
    features = []
    for harm in draft.harms:
        value = harm.people.entry.value if harm.people and harm.people.entry else harm.way
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
