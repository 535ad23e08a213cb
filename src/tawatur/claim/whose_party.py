"""What is asked of a party as whose people were harmed, as features (see `claim.model`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.allegiance import side_of
from tawatur.claim.model import Buckets
from tawatur.find.people_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.claim.whose_question import Question
    from tawatur.find.party_mentions import PartyMention

_NEAR = Buckets(0, 1, 3, 6, 12, 25)  # words
_STEP = 1.5  # log-odds of a role, as a feature: in steps from -3 to 2


def party_features(question: Question, who: str) -> list[Feature]:
    """What speaks for a party: its role, its standing in the report, and how it is named near the harm."""
    draft, sort = question.draft, question.sort
    role = ("actor" if who in draft.actors else "") + ("target" if who in draft.targets else "")
    role = role or "neither"
    if sort == "own":
        mine = question.own == who
        named = question.people.party if question.people is not None else None
        return [f"own:{mine}", f"own:{mine}:{named.by if named else 'nation'}", f"own:{mine}:{role}"]
    clash = "clash" if len(draft.actors) > 1 else question.kind
    noun = question.people.noun if question.people is not None else question.harm.way
    features: list[Feature] = [
        (_by_role, role, sort, clash, question.verb, question.harm.way, noun, draft.source == who),
        (
            _by_weight,
            sort,
            question.likely == who,
            step(draft.weighed.get(("target", who))),
            step(draft.weighed.get(("actor", who))),
            _is_opponent(draft, question.before, who),
        ),
    ]
    if question.doer:
        features.append(f"no doer:{role}:{sort}")
    rank, _ = draft.found.standing(who)
    features.append((_by_standing, rank, *draft.tally(who), role, sort))
    features += _by_speaker(question, who, role)
    if question.of_nation == who:
        features.append(f"of that nation:{question.value}")
    if sort == "forces":
        features.append(f"of the state:{question.of_state == who}:{question.value}")
    features += _mention(question, who)
    for back, before in enumerate(question.before):
        was = ("actor" if who in before.actors else "") + ("target" if who in before.targets else "")
        features.append(f"before {back}:{was}:{sort}")
    return features


def _by_speaker(question: Question, who: str, role: str) -> list[str]:
    """Of what side the party is, whether it speaks, and whether the harmed are said to be somebody's own."""
    side = side_of(who)
    speaks = question.draft.source == who
    features = [
        f"side:{side}:{question.value}",
        f"speaks:{speaks}:{role}:{question.value}",
        f"speaks:{speaks}:{side}:{question.value}",
    ]
    if question.people is not None and question.people.theirs:
        features += (
            f"theirs:{speaks}:{role}",
            f"theirs:{role}:{question.sort}",
            f"theirs:last named:{_last_named(question) == who}",
        )
    elif question.people is not None and question.people.among in load_vocabulary().of_them:
        features.append(f"of them:{_last_named(question) == who}:{question.sort}")
    return features


def _last_named(question: Question) -> str:
    """The party named last before the harmed: whose they are where a pronoun says so (مقاتليه)."""
    first = question.people.first if question.people is not None else question.harm.first
    named = question.draft.found.parties_in(question.draft.sentence_span()[0], first)
    return named[-1].party if named else ""


def _mention(question: Question, who: str) -> list[str]:
    """How the party is named near the harm."""
    found, harm, sort = question.draft.found, question.harm, question.sort
    mentions = [m for m in found.parties_in(*question.draft.around) if m.party == who]
    near: PartyMention | None = min(mentions, key=lambda m: abs(m.first - harm.last), default=None)
    if near is None:
        inside = any(m.party == who for m in found.parties_in(*question.draft.sentence_span()))
        return [f"in the sentence:{inside}:{sort}"]
    side = "after" if near.first >= harm.last else "before"
    features = [f"near:{_NEAR[abs(near.first - harm.last)]}:{sort}", f"side:{side}:{sort}"]
    phrase = found.phrases.get(near)
    if phrase is not None:
        features += (f"phrase:{phrase.governor}:{side}:{sort}", f"head:{phrase.head}:{side}")
    if found.is_credited(near):
        features.append(f"credited:{sort}")
    return features


def _by_role(role: str, sort: str, clash: str, verb: str, way: str, noun: str, speaks: bool) -> list[str]:
    return [
        f"role:{role}:{sort}",
        f"role:{role}:{clash}",
        f"role:{role}:{sort}:{clash}",
        f"verb:{verb}:{way}:{role}",
        f"verb:{verb}:{role}:{sort}",
        f"speaker:{speaks}:{sort}",
        f"speaker:{speaks}:{noun}",
    ]


def _by_weight(sort: str, likeliest: bool, target: str, actor: str, opponent: bool) -> list[str]:
    return [
        f"likeliest:{likeliest}:{sort}",
        f"target:{target}:{sort}",
        f"actor:{actor}:{sort}",
        f"opponent:{opponent}:{sort}",
    ]


def _by_standing(rank: str, acted: int, suffered: int, role: str, sort: str) -> list[str]:
    """How the report tells of a party: how often it is named, and in how many claims before it acted and suffered."""
    more = "acts" if acted > suffered else "suffers" if suffered > acted else "even"
    return [f"rank:{rank}:{sort}", f"tally:{acted}:{suffered}:{sort}", f"tally:{more}:{role}:{sort}"]


def step(log_odds: float | None) -> str:
    """How likely a role is, so coarse that reports share it; `none` of a party that was not weighed for it."""
    return "none" if log_odds is None else str(min(2, max(-3, round(log_odds / _STEP))))


def _is_opponent(draft: Draft, told_before: list[Draft], who: str) -> bool:
    """Whether a party stands, here or just before, against who acted here."""
    if who in draft.actors or not draft.actors:
        return False
    sides = [(draft.actors, draft.targets), *((b.actors, b.targets) for b in told_before)]
    for actors, targets in sides:
        if set(draft.actors) & set(actors) and who in targets:
            return True
        if who in actors and set(draft.actors) & set(targets):
            return True
    return False
