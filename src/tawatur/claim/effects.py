"""What a draft's happening did to people: which of the harms found are its effects, and whose people they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.model import bucket
from tawatur.claim.roles import kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.harms import Harm


def harm_features(draft: Draft, harm: Harm) -> list[str]:
    """What tells whether a harm is an effect that the claim states."""
    found = draft.found
    noun = _noun(harm)
    features = [
        f"kind:{harm.kind}",
        f"way:{harm.way}:{harm.kind}",
        f"noun:{noun}:{harm.way}",
        f"noun:{noun}:{harm.kind}",
        f"type:{kind_of(draft.type)}:{harm.kind}",
        f"of:{harm.of}:{harm.way}",
        f"count:{_count(harm)}:{harm.way}",
        f"distance:{harm.way}:{bucket(harm.distance)}",
        f"harms:{bucket(len(draft.harms), (0, 1, 2, 3, 5))}",
    ]
    trigger = next((t for t in draft.triggers if t.first == harm.at), None)
    if trigger is not None:
        says = trigger.form.says
        features += (
            f"at:{trigger.effect.entry.id if trigger.effect else trigger.id}:{harm.way}",
            f"part:{says.part if says else 'phrase'}:{harm.way}:{harm.kind}",
            f"pro:{trigger.proclitics}:{harm.way}",
            f"main:{trigger is draft.main}:{harm.kind}",
        )
    if harm.people is not None:
        features += (
            f"number:{harm.people.number}:{harm.way}:{noun}",
            f"definite:{harm.people.definite}:{harm.way}:{_count(harm)}",
            f"party:{harm.people.party is not None}:{harm.way}",
        )
    for mark in found.marks_between(max(harm.first - 3, 0), harm.first):
        features.append(f"before:{mark}:{harm.kind}")
    if any(other is not harm and other.kind == harm.kind and other.low == harm.low for other in draft.harms):
        features.append(f"again:{harm.way}")
    return features


def _noun(harm: Harm) -> str:
    if harm.people is None:
        return harm.way
    return harm.people.entry.id if harm.people.entry else "bare"


def _count(harm: Harm) -> str:
    if harm.low is None and harm.high is None:
        return "none"
    return "exact" if harm.low == harm.high else "bound"


def who_candidates(draft: Draft, harm: Harm) -> list[str]:
    """Whose members the harmed may be: civilians, unknown, and the parties named around."""
    first, last = draft.sentence_span()
    parties = dict.fromkeys(m.party for m in draft.found.parties_in(first, last))
    parties.update(dict.fromkeys(draft.actors + draft.targets))
    if harm.people and harm.people.party:
        parties[harm.people.party.party] = None
    return list(dict.fromkeys(["civilians", "unknown", *parties]))


def who_features(draft: Draft, harm: Harm, who: str) -> list[str]:
    noun = _noun(harm)
    people = harm.people
    value = people.entry.value if people and people.entry else ("bare" if people else harm.way)
    kind = kind_of(draft.type)
    fixed = who if who in {"civilians", "unknown"} else "party"
    features = [
        f"{fixed}:noun:{noun}",
        f"{fixed}:value:{value}",
        f"{fixed}:value:{value}:{kind}",
        f"{fixed}:{harm.kind}:{kind}",
        f"{fixed}:party behind:{bool(people and people.party)}:{value}",
        f"{fixed}:way:{harm.way}:{value}",
    ]
    if who != "party":
        features.append(f"{fixed}:target civilians:{'civilians' in draft.targets}:{value}")
    if fixed == "party":
        role = ("actor" if who in draft.actors else "") + ("target" if who in draft.targets else "") or "neither"
        features += (f"role:{role}:{value}", f"role:{role}:{kind}:{value}")
        if people and people.party and people.party.party == who:
            features += (f"behind:{people.party.by}:{value}", "behind")
        first, last = draft.around
        mentions = [m for m in draft.found.parties_in(first, last) if m.party == who]
        near = min((abs(m.first - harm.last) for m in mentions), default=99)
        features.append(f"near:{bucket(near, (0, 1, 3, 6, 12, 25))}:{value}")
        features += (f"named:{bool(mentions)}:{value}", f"only target:{draft.targets == (who,)}:{value}")
    before = _who_before(draft, harm)
    if before is not None:
        features.append(f"{fixed}:same as before:{before == who}:{value}:{harm.way}")
    objects = {f.entry.value for h in draft.hits("object") for f in h.forms}
    features += (f"{fixed}:object:{o}:{value}" for o in objects)
    return features


def _who_before(draft: Draft, harm: Harm) -> str | None:
    """Whose people the harm read just before this one were: آخرون and parts take after it."""
    return draft.whose[-1] if draft.whose else None
