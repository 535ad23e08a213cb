"""How well predicted incidents group the claims that gold incidents group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from tawatur.score.documents import ClaimSlots


class Links(NamedTuple):
    """Over the paired claims that gold puts into an incident: precision, recall and F1 two ways."""

    claims: int
    pairwise: tuple[float, float, float]  # pairs of claims that stand together
    b_cubed: tuple[float, float, float]  # each claim's companions


def score_links(paired: Sequence[tuple[ClaimSlots, ClaimSlots]]) -> Links | None:
    """None where fewer than two claims can be looked at."""
    groups: list[tuple[Hashable, Hashable]] = [
        (gold.incident, predicted.incident or ("alone", at))
        for at, (gold, predicted) in enumerate(paired)
        if gold.incident
    ]
    if len(groups) < 2:
        return None
    wanted, found = Counter(gold for gold, _ in groups), Counter(other for _, other in groups)
    both = Counter(groups)
    pairs = _rates(_pairs(both), _pairs(found), _pairs(wanted))
    members: dict[str, list[float]] = defaultdict(list)
    for gold, other in groups:
        members["precision"].append(both[gold, other] / found[other])
        members["recall"].append(both[gold, other] / wanted[gold])
    precision, recall = (sum(members[side]) / len(groups) for side in ("precision", "recall"))
    return Links(len(groups), pairs, (precision, recall, _f1(precision, recall)))


def _pairs(counts: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def _rates(right: int, predicted: int, gold: int) -> tuple[float, float, float]:
    precision, recall = (right / predicted if predicted else 0.0), (right / gold if gold else 0.0)
    return precision, recall, _f1(precision, recall)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
