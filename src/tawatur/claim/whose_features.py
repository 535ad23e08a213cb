"""What is asked of civilians, of unknown and of each party as whose people were harmed, as features (see `claim.model`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.harm_around import is_of_fighting, said_elsewhere, said_of_parts, things_about
from tawatur.claim.harm_sorts import sort_of
from tawatur.claim.model import Buckets
from tawatur.claim.whose_party import party_features, step
from tawatur.claim.whose_question import NOBODY

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.claim.whose_question import Question
    from tawatur.find.harm import Harm

_TOTALS = Buckets(0, 1, 50, 500, 5000)


class WhoseFeatures:
    """The features of one harm, for whoever is asked about."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.shared = _shared(question)
        self.spelled: dict[str, list[str]] = {}

    def of(self, who: str) -> list[Feature]:
        question = self.question
        of = who if who in NOBODY else "party"
        features: list[Feature] = [*self._shared_of(of)]
        features += party_features(question, who) if of == "party" else _as_nobody(question, of)
        if question.sibling is not None:
            features += _beside(question, who, of, *question.sibling)
        return features

    def _shared_of(self, of: str) -> list[str]:
        """What is the same for whoever is asked about, as it speaks for civilians, for unknown, or for a party."""
        if of not in self.spelled:
            self.spelled[of] = [f"{of}:{feature}" for feature in self.shared]
        return self.spelled[of]


def _shared(question: Question) -> list[str]:
    """What speaks for civilians, for unknown, or for some party, whichever it is."""
    draft, harm, people, sort = question.draft, question.harm, question.people, question.sort
    features = [
        sort,
        f"value:{question.value}",
        f"noun:{people.noun if people is not None else harm.way}:{sort}",
        f"{sort}:{question.kind}",
        f"{harm.kind}:{sort}",
        f"{harm.kind}:{question.kind}",
        f"way:{harm.way}:{sort}",
        f"nation:{bool(people and people.nation)}:{question.value}",
        f"targets:{_targets(draft)}:{sort}",
        f"actors:{min(len(draft.actors), 2)}:{sort}:{question.kind}",
    ]
    if question.kind == "toll":
        total = _TOTALS[harm.low or harm.high or 0]
        features.append(f"toll of:{total}:{sort}")
    if sort == "own":
        return features
    features += (f"elsewhere:{said}:{sort}" for said in said_elsewhere(draft, harm))
    features += (f"part:{said}:{sort}" for said in said_of_parts(draft, harm))
    features += (
        f"things:{things_about(draft)}:{sort}",
        f"fighting:{is_of_fighting(draft)}:{sort}:{question.kind}",
    )
    objects = sorted({f.entry.value for h in draft.hits("object") for f in h.forms})
    features += (f"object:{o}:{sort}" for o in objects)
    if not objects:
        features.append(f"no object:{sort}:{question.kind}")
    return features


def _as_nobody(question: Question, of: str) -> list[str]:
    weighed = question.draft.weighed
    return [
        f"{of}:civil target:{step(weighed.get(('target', 'civilians')))}:{question.sort}",
        f"{of}:party target:{step(weighed.get(('target', question.likely)))}:{question.sort}",
    ]


def _beside(question: Question, who: str, of: str, other: Harm, whose: str, apart: str) -> list[str]:
    """Whether they are of those whose the nearest others were."""
    same, sort = whose == who, question.sort
    theirs = sort_of(question.draft, other)
    features = [
        f"sibling:{same}:{sort}:{theirs}",
        f"sibling:{same}:{sort}:{apart}",
        f"{of}:sibling:{same}:{sort}:{theirs}",
    ]
    entry = question.people.entry if question.people is not None else None
    if entry is not None and entry.value == "same":
        features.append(f"sibling others:{same}")
    return features


def _targets(draft: Draft) -> str:
    civil = "civilians" in draft.targets
    party = any(t not in {"civilians", "unknown"} for t in draft.targets)
    return ("civilians" if civil else "") + ("party" if party else "") or "none"
