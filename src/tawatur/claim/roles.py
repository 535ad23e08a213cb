"""Who did it, and to whom: each party named near a draft is weighed for either role."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.model import bucket

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.triggers import Trigger
    from tawatur.find.parties import PartyMention
    from tawatur.segment.words import Words

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
    features: list[str] = []
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


def target_features(draft: Draft, candidate: Candidate) -> list[str]:
    """What is known once the actors are, beside what `role_features` gives for either role."""
    if candidate.party == "civilians":
        return []
    kind = kind_of(draft.type)
    return [
        f"is actor:{candidate.party in draft.actors}:{kind}",
        f"actors:{min(len(draft.actors), 2)}:{kind}",
    ]


def role_features(draft: Draft, candidate: Candidate) -> list[str]:
    """What tells whether a party acted or suffered; each role weighs it in its own way."""
    kind = kind_of(draft.type)
    features = [f"type:{kind}"]
    if candidate.party == "civilians":
        return [*features, "civilians", *(f"civ:{f}" for f in _civilian_features(draft, kind))]
    if candidate.party == "unknown":
        features.append(f"unknown:{bool(candidate.mentions)}:{kind}")
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
    acts = [t for t in draft.triggers if t.act] or draft.triggers
    governing = _nearest_trigger(draft.triggers, near)
    act = draft.main if governing is not draft.main else next((t for t in acts if t is not draft.main), None)
    if act is not None and act is not governing:
        central = min(inside, key=lambda m: _gap(act, m))
        features += _mention_features(draft, central, kind, "main", act)
    if len(inside) > 1:
        features += {f for m in inside if m is not near for f in _mention_features(draft, m, kind, "also")}
    features.append(f"by:{_named(near)}:{kind}")
    features.append(f"alone:{_others_inside(draft)}:{kind}")
    features += _history_features(draft, candidate, kind, "in")
    if any(h.people and h.people.party and h.people.party.party == candidate.party for h in draft.harms):
        features.append(f"victims:{kind}")
    elif any(h.people and h.people.party for h in draft.harms):
        features.append(f"victims other:{kind}")
    return features


def _named(mention: PartyMention) -> str:
    """Whether a party is called by what it is called anywhere: its kind of name is its own, and tells of no role."""
    return "name" if mention.by in {"name", "shared", "nation"} else mention.by


def _last_sentence(words: Words, candidate: Candidate) -> int:
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


def _nearest_trigger(triggers: list[Trigger], mention: PartyMention) -> Trigger:
    """The trigger that most likely governs a mention: the nearest, one before it sooner than one after."""
    return min(triggers, key=lambda t: (_gap(t, mention) + (0 if t.first < mention.first else 3), t.first))


def _mention_features(
    draft: Draft, mention: PartyMention, kind: str, tag: str, trigger: Trigger | None = None
) -> list[str]:
    found = draft.found
    phrase = found.phrases[mention]
    if trigger is None:
        trigger = _nearest_trigger(draft.triggers, mention)
    after = mention.first >= trigger.last
    side = "after" if after else "before"
    gap = phrase.first - trigger.last if after else trigger.first - mention.last
    part = f"{_part(trigger)}{_subject(draft, trigger)}"
    free = _free_between(draft, trigger, mention) if not phrase.governor else 0
    way = f"{phrase.governor}{free if not phrase.governor else ''}"
    near = "touch" if gap <= 0 else "near" if gap < 5 else "far"
    features = [
        f"{tag}:{side}:{bucket(gap, (0, 1, 2, 4, 7, 12, 20))}",
        f"{tag}:{part}:{side}:{way}",
        f"{tag}:{part}:{side}:{way}:{near}",
        f"{tag}:{part}:{side}:{way}:{kind}",
        f"{tag}:{trigger.id}:{side}:{way}",
        f"{tag}:{trigger.id}:{part}:{side}:{way}:{near}",
        f"{tag}:head:{phrase.head}:{side}:{way}",
        f"{tag}:head:{phrase.head}:{kind}",
        f"{tag}:head:{phrase.head}:{part}:{side}",
        f"{tag}:carrier:{phrase.carrier}:{part}:{side}",
        f"{tag}:joined:{phrase.joined}:{kind}",
    ]
    words = found.words
    for i, side_ in ((phrase.first - 1, "before"), (mention.last, "behind")):
        if (
            0 <= i < len(words)
            and words.sentence_of[i] == words.sentence_of[mention.first]
            and not found.is_name(i)
        ):
            features.append(f"{tag}:{side_}:{words.forms[i]}:{side}")
    if trigger.act is None:
        features.append(f"{tag}:harm only:{side}:{way}")
    if tag == "also":
        return features
    between = (
        found.marks_between(trigger.last, phrase.first)
        if after
        else found.marks_between(mention.last, trigger.first)
    )
    telling = [m for m in between if m[0] == "c" or m in {"A", ",", "P", "S", "N"}]
    features += [f"{tag}:btw:{mark}:{side}:{part}" for mark in telling]
    if "A" not in between:
        features.append(f"{tag}:first:{side}:{part}:{kind}")
    if found.is_credited(mention):
        features.append(f"{tag}:credited:{kind}")
    if mention.first < found.title_end:
        features.append(f"{tag}:title")
    return features


_RELATIVES = frozenset({"التي", "الذي", "الذين", "اللذان", "اللتان", "ما", "مما"})


def _subject(draft: Draft, trigger: Trigger) -> str:
    """Where a verb's subject stands: named by a noun it describes (`غارات استهدفت`), right before it, or to come."""
    says = trigger.form.says
    if says is None or says.part != "verb":
        return ""
    found = draft.found
    at = trigger.first
    if says.agree == "they":
        return ":they"
    if at and found.words.sentence_of[at - 1] == trigger.sentence and not trigger.proclitics:
        if found.words.forms[at - 1] in _RELATIVES:
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


def _part(trigger: Trigger) -> str:
    says = trigger.form.says
    if says is None:
        return "phrase"
    if says.part == "verb":
        return f"verb:{says.voice if says.voice != 'either' else says.tense}{':o' if says.pronoun else ''}"
    return "noun"


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
