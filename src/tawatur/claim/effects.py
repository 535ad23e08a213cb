"""Which of the harms found are what a draft's happening did to people; `claim.whose` tells whose people they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.model import bucket
from tawatur.claim.roles import kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm

_BETWEEN = frozenset({"ccause", "cby", "cresult", "camong", "cnegation", "A", "P", "D", ",", ":", "("})


def harm_features(draft: Draft, harm: Harm) -> list[str]:
    """What tells whether a harm is an effect that the claim states."""
    found = draft.found
    people = harm.people
    noun = people.noun if people is not None else harm.way
    count = _count(harm)
    features = [
        f"kind:{harm.kind}",
        f"way:{harm.way}:{harm.kind}",
        f"noun:{noun}:{harm.way}",
        f"noun:{noun}:{harm.kind}",
        f"type:{kind_of(draft.type)}:{harm.kind}",
        f"of:{harm.of}:{harm.way}",
        f"count:{count}:{harm.way}",
        f"distance:{harm.way}:{bucket(harm.distance)}",
        f"harms:{bucket(len(draft.harms), (0, 1, 2, 3, 5))}",
    ]
    trigger = next((t for t in draft.triggers if t.first <= harm.at < t.last), None)
    if trigger is not None:
        says = trigger.form.says
        part = f"{says.part}{says.agree}" if says else "phrase"
        features += (
            f"at:{trigger.effect.entry.id if trigger.effect else trigger.id}:{harm.way}",
            f"part:{says.part if says else 'phrase'}:{harm.way}:{harm.kind}",
            f"agree:{part}:{harm.way}:{count}",
            f"pro:{trigger.proclitics}:{harm.way}",
            f"main:{trigger is draft.main}:{harm.kind}",
        )
    if people is not None:
        features += (
            f"number:{people.number}:{harm.way}:{noun}",
            f"definite:{people.definite}:{harm.way}:{count}",
            f"party:{people.party is not None}:{harm.way}",
            f"among:{people.among}:{people.value}:{count}",
            f"governor:{people.governor}:{harm.way}",
        )
        first, last = sorted((harm.at + 1, people.first))
        features += (f"between:{m}:{harm.way}" for m in found.marks_between(first, last) if m in _BETWEEN)
    for mark in found.marks_between(max(harm.first - 3, 0), harm.first):
        features.append(f"before:{mark}:{harm.kind}")
    if any(other is not harm and other.kind == harm.kind and other.low == harm.low for other in draft.harms):
        features.append(f"again:{harm.way}")
    return features


def _count(harm: Harm) -> str:
    if harm.low is None and harm.high is None:
        return "none"
    if harm.low == harm.high:
        return "one" if harm.low == 1 else "exact"
    return "bound"
