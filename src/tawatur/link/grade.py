"""Grade an incident by the rule in `data/link/grades.yaml`: the first line that holds for what its voices say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tawatur.errors import LexiconError
from tawatur.link.accounts import build_accounts
from tawatur.link.sides import Sides, load_rules
from tawatur.link.testimony import Testimony
from tawatur.link.voices import Heard
from tawatur.records import Contradiction, EffectKind, Grade


class Rule(NamedTuple):
    id: str
    grade: str | None
    least: dict[str, int]
    most: dict[str, int]

    def holds(self, facts: dict[str, int]) -> bool:
        return all(facts[name] >= number for name, number in self.least.items()) and all(
            facts[name] <= number for name, number in self.most.items()
        )


class _Facts(NamedTuple):
    """Voices by the fact that they make true; a fact's number is how many they are."""

    voices: dict[str, tuple[str, ...]]
    numbers: dict[str, int]


FACTS = (
    "asserting", "independent", "withdrawn", "denying", "other_hands", "losses", "harm_owned", "acts", "outside",
    "military", "fighters", "harm",
)  # fmt: skip


@cache
def load_grade_rules() -> tuple[Rule, ...]:
    rules = tuple(
        Rule(row["rule"], row["grade"], row.get("least", {}), row.get("most", {}))
        for row in load_rules("grades")
    )
    for rule in rules:
        if unknown := ({*rule.least, *rule.most} - set(FACTS)):
            raise LexiconError(
                f"link/grades.yaml: rule {rule.id!r} asks for {', '.join(sorted(unknown))}.\n"
                f"  The facts are {', '.join(FACTS)}."
            )
    if not rules or rules[-1].least or rules[-1].most:
        raise LexiconError(
            "link/grades.yaml: the last rule must hold for every incident.\n  Take off its conditions."
        )
    return rules


@cache
def _load_kinds() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    kinds = load_rules("kinds")
    losses = frozenset(load_rules("figures")["losses"])
    return frozenset(kinds["military"]), frozenset(kinds["ungraded"]), losses


def find_grade(voices: Sequence[Heard], contradictions: Sequence[Contradiction], sides: Sides) -> Grade:
    facts = _find_facts(voices, contradictions, sides)
    rule = next(rule for rule in load_grade_rules() if rule.holds(facts.numbers))
    made = {voice for name in rule.least for voice in facts.voices.get(name, ())}
    return Grade(
        grade=rule.grade,
        rule=rule.id,
        voices=tuple(sorted(made or set(facts.voices["asserting"]))),
        facts={name: number for name, number in facts.numbers.items() if number},
    )


def count_independent(voices: Sequence[Heard]) -> int:
    """Voices that stand, those of one bloc taken as one."""
    return len({heard.voice.bloc or heard.voice.id for heard in voices if heard.stands})


def _find_facts(voices: Sequence[Heard], contradictions: Sequence[Contradiction], sides: Sides) -> _Facts:
    military, ungraded, _ = _load_kinds()
    standing = [heard for heard in voices if heard.stands]
    told = [(heard, testimony) for heard in standing for testimony in heard.asserted]
    acts = _those(standing, sides, _owns_act)
    blocs = {heard.voice.bloc for heard in standing if heard.voice.id in acts}
    every = [testimony for heard in voices for testimony in heard.testimonies]
    found = {
        "asserting": tuple(heard.voice.id for heard in standing),
        "independent": tuple(heard.voice.id for heard in standing),
        "withdrawn": tuple(heard.voice.id for heard in voices if heard.voice.withdrawn),
        "denying": tuple(
            heard.voice.id for heard in voices if heard.voice.denies and not heard.voice.withdrawn
        ),
        "other_hands": () if acts & _named(contradictions) else tuple(sorted(_named(contradictions))),
        "losses": tuple(sorted(_those(standing, sides, _admits_loss))),
        "harm_owned": tuple(sorted(_those(standing, sides, _owns_harm))),
        "acts": tuple(sorted(acts)),
        "outside": tuple(h.voice.id for h in standing if h.voice.bloc is None or h.voice.bloc not in blocs),
        "military": tuple(
            sorted({h.voice.id for h, t in told if t.claim.type.value.value in military or t.claim.actors})
        ),
        "fighters": _find_fighters(standing, sides),
        "harm": tuple(
            sorted({t.claim.id for t in every if t.claim.type.value.value not in ungraded or t.claim.effects})
        ),
    }
    numbers = {name: len(of) for name, of in found.items()}
    numbers["independent"] = count_independent(voices)
    numbers["military"] = min(1, numbers["military"])
    numbers["harm"] = min(1, numbers["harm"])
    return _Facts({name: of for name, of in found.items() if name != "harm"}, numbers)


def _named(contradictions: Sequence[Contradiction]) -> frozenset[str]:
    """Voices that name different parties as the one that did it."""
    return frozenset(
        voice
        for contradiction in contradictions
        if contradiction.field == "actors"
        for side in contradiction.sides
        for voice in side.voices
    )


def _those(standing: Sequence[Heard], sides: Sides, admits: object) -> frozenset[str]:
    assert callable(admits)
    return frozenset(
        heard.voice.id
        for heard in standing
        if heard.party and any(admits(heard.party, testimony, sides) for testimony in heard.asserted)
    )


def _owns_act(party: str, testimony: Testimony, sides: Sides) -> bool:
    return sides.is_kin_of_any(party, testimony.actors)


def _admits_loss(party: str, testimony: Testimony, sides: Sides) -> bool:
    """It says that its own were harmed. Where it fights others in the same claim, that is a boast, or one that was misread."""
    _, _, losses = _load_kinds()
    others = any(not sides.is_kin(party, other) for other in testimony.targets | testimony.actors)
    if others and sides.is_kin_of_any(party, testimony.actors):
        return False
    return any(
        effect.kind in losses and sides.is_kin(party, effect.who) for effect in testimony.claim.effects
    )


def _owns_harm(party: str, testimony: Testimony, sides: Sides) -> bool:
    """It did it alone, and says that civilians were harmed. Not the rescue of people that another held."""
    _, _, losses = _load_kinds()
    return (
        bool(testimony.actors)
        and all(sides.is_kin(party, actor) for actor in testimony.actors)
        and any(effect.kind in losses and effect.who == "civilians" for effect in testimony.claim.effects)
    )


def _find_fighters(standing: Sequence[Heard], sides: Sides) -> tuple[str, ...]:
    """Parties that own up to as many dead of their own as others told to be civilians.

    No later voice still tells of civilians, and none of civilians who were harmed otherwise.
    """
    _, _, losses = _load_kinds()
    harmed = [
        effect.kind
        for heard in standing
        for testimony in heard.asserted
        for effect in testimony.claim.effects
        if effect.who == "civilians" and effect.kind in losses
    ]
    if set(harmed) != {EffectKind.KILLED}:
        return ()
    accounts = build_accounts(standing, EffectKind.KILLED)
    civil = [account for account in accounts if set(account.groups) == {"civilians"}]
    most = max((account.groups["civilians"].low for account in civil), default=0)
    last = max((account.day for account in civil if account.day), default=None)
    return tuple(
        account.voice
        for account in accounts
        if civil
        and (party := account.heard.party)
        and last is not None
        and account.day is not None
        and account.day >= last
        and len(account.groups) == 1
        and all(sides.is_kin(party, who) and range_.low >= most for who, range_ in account.groups.items())
    )
