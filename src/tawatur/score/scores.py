"""Precision, recall and F1 by slot, over all documents together."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tawatur.score.documents import ClaimSlots, ScoredDocument
from tawatur.score.links import Links, score_links
from tawatur.score.pairing import pair_claims
from tawatur.score.slots import SLOTS, casualties, count_agreeing, units

ROWS = ("claims", *SLOTS, "casualties", "slots", "content", "published")
_DRAWS = 500


class Figures(NamedTuple):
    precision: float
    recall: float
    f1: float
    gold: int  # units


@dataclass(slots=True)
class Tally:
    """Units that agree, that gold has and that were predicted, by slot."""

    agreeing: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)

    def add(self, slot: str, agreeing: int, gold: int, predicted: int) -> None:
        self.agreeing[slot] += agreeing
        self.gold[slot] += gold
        self.predicted[slot] += predicted

    def join(self, other: Tally) -> None:
        self.agreeing.update(other.agreeing)
        self.gold.update(other.gold)
        self.predicted.update(other.predicted)

    def figures(self, slot: str) -> Figures:
        right, gold, predicted = self.agreeing[slot], self.gold[slot], self.predicted[slot]
        precision = right / predicted if predicted else 0.0
        recall = right / gold if gold else 0.0
        total = precision + recall
        return Figures(precision, recall, 2 * precision * recall / total if total else 0.0, gold)


@dataclass(frozen=True, slots=True)
class Scores:
    """What a prediction is worth. `slots` is the figure over all slots of the claims together."""

    documents: int
    predicted: int  # claims
    not_predicted: tuple[str, ...]
    figures: dict[str, Figures]
    interval: tuple[float, float]  # of the F1 of `slots`, 95 % over documents
    links: Links | None
    errors: tuple[str, ...]


def score(gold: Mapping[str, ScoredDocument], predicted: Mapping[str, ScoredDocument]) -> Scores:
    tallies: list[Tally] = []
    paired: list[tuple[ClaimSlots, ClaimSlots]] = []
    errors: list[str] = []
    for key, document in gold.items():
        answer = predicted.get(key) or ScoredDocument(id=key)
        tally, pairs = _score_document(document, answer, errors)
        tallies.append(tally)
        paired += pairs
    total = _sum(tallies)
    return Scores(
        documents=len(gold),
        predicted=total.predicted["claims"],
        not_predicted=tuple(sorted(set(gold) - set(predicted))),
        figures={row: total.figures(row) for row in ROWS if total.gold[row]},
        interval=_interval(tallies),
        links=score_links(paired),
        errors=tuple(errors),
    )


def _score_document(
    gold: ScoredDocument, predicted: ScoredDocument, errors: list[str]
) -> tuple[Tally, list[tuple[ClaimSlots, ClaimSlots]]]:
    wanted, found = gold.claims or (), predicted.claims or ()
    pairs = pair_claims(gold.text, wanted, found)
    tally = Tally()
    tally.add("claims", len(pairs), len(wanted), len(found))
    for slot in SLOTS:
        agreeing = sum(count_agreeing(wanted[at], found[by], slot) for at, by in pairs)
        counts = (agreeing, _count(wanted, slot), _count(found, slot))
        tally.add(slot, *counts)
        tally.add("slots", *counts)
    people, told = casualties(wanted), casualties(found)
    tally.add("casualties", (people & told).total(), people.total(), told.total())
    if gold.content:
        (start, end), (first, last) = gold.content, predicted.content or (0, len(gold.text))
        tally.add("content", max(0, min(end, last) - max(start, first)), end - start, last - first)
    if gold.published is None and gold.published_true:
        right = int(predicted.published == gold.published_true)
        tally.add("published", right, 1, int(bool(predicted.published)))
    errors += _name_errors(gold.id, wanted, found, pairs)
    return tally, [(wanted[at], found[by]) for at, by in pairs]


def _count(claims: Sequence[ClaimSlots], slot: str) -> int:
    return sum(units(claim, slot).total() for claim in claims)


def _name_errors(
    document: str, gold: Sequence[ClaimSlots], predicted: Sequence[ClaimSlots], pairs: list[tuple[int, int]]
) -> list[str]:
    found_for = dict(pairs)
    errors: list[str] = []
    for at, wanted in enumerate(gold):
        if at not in found_for:
            errors.append(f"{document} missed {wanted.type}: {(wanted.quote or '')[:90]}")
            continue
        found = predicted[found_for[at]]
        for slot in SLOTS:
            one, other = units(wanted, slot), units(found, slot)
            if count_agreeing(wanted, found, slot) < max(one.total(), other.total()):
                sides = f"gold {sorted(map(str, one))}, predicted {sorted(map(str, other))}"
                errors.append(f"{document} {slot}: {sides}: {(wanted.quote or '')[:60]}")
    spurious = set(range(len(predicted))) - set(found_for.values())
    errors += [
        f"{document} spurious {predicted[by].type}: {(predicted[by].quote or '')[:90]}"
        for by in sorted(spurious)
    ]
    return errors


def _interval(tallies: list[Tally]) -> tuple[float, float]:
    """How far the headline moves when documents are drawn again; the same draws every time."""
    if not tallies:
        return 0.0, 0.0
    chance = random.Random(0)  # noqa: S311 (nothing is hidden by it)
    drawn = sorted(
        _sum(chance.choices(tallies, k=len(tallies)), "slots").figures("slots").f1 for _ in range(_DRAWS)
    )
    return drawn[12], drawn[487]


def _sum(tallies: list[Tally], only: str | None = None) -> Tally:
    total = Tally()
    for tally in tallies:
        if only:
            total.add(only, tally.agreeing[only], tally.gold[only], tally.predicted[only])
        else:
            total.join(tally)
    return total
