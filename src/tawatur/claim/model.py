"""Linear models over named features: what decides where grammar alone does not.

Each decision adds up the weights of the features that hold. A yes-or-no (is this party the actor?) compares
the sum with nought; a choice (which of these days?) takes the candidate with the highest. Either way a reader
can be told which features weighed most.
Weights are learned by `scripts/learn.py` and kept as data, one JSON file a decision.

Most features hang on a few values of which news have few (a preposition, a side, a kind of happening). Such features come
as a *group*, `(spell, *values)`: the function that spells them out, and what it is to be called with. A group is spelled and
weighed once and its sum remembered, for reading asks for the same some thousand times a second.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from importlib.resources import files
from itertools import repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Feature = str | tuple[Any, ...]  # in words, or a group: (spell, *values)

_REASONS = 3  # features named in a reason
# Weights are kept as whole thousandths: sums of those are exact, so that the order in which features come
# (sets have none that holds from one run to the next) cannot tip a decision.
_UNIT = 1000
_NOUGHTS = repeat(0)
_REMEMBERED_MOST = 100_000  # groups of a decision, or values of a feature


class _Weights(dict[Feature, int]):
    """The weight of each feature, and of each group that was met."""

    def __init__(self, weights: dict[str, int]) -> None:
        super().__init__(weights)  # type: ignore[arg-type]  # a str is a feature
        self._single = weights
        self._groups = 0

    def __missing__(self, feature: Feature) -> int:
        if isinstance(feature, str):  # never seen when the weights were learned
            return 0
        weight = sum(self[each] for each in feature[0](*feature[1:]))
        self._groups += 1
        if self._groups > _REMEMBERED_MOST:
            self.clear()
            self.update(self._single)
            self._groups = 1
        self[feature] = weight
        return weight


class Model:
    """One decision: the sum of its features' weights, in log-odds."""

    def __init__(self, name: str, bias: float, weights: dict[str, float]) -> None:
        self.name = name
        self._bias = round(bias * _UNIT)
        self._single = {feature: round(weight * _UNIT) for feature, weight in weights.items()}
        self._weigh: Callable[[Feature], int] = _Weights(self._single).__getitem__

    @property
    def bias(self) -> float:
        return self._bias / _UNIT

    @property
    def weights(self) -> dict[str, float]:
        return {feature: weight / _UNIT for feature, weight in self._single.items()}

    def score(self, features: Iterable[Feature]) -> float:
        """Log-odds that the answer is yes; features that were never seen weigh nothing."""
        return (self._bias + sum(map(self._weigh, features))) / _UNIT

    def choose(self, votes: dict[str, list[str]], shared: Sequence[str]) -> str:
        """The likeliest answer, of equals the first: what speaks for each, and features `answer|shared` of each."""
        weigh, of = self._weigh, self._by_answer
        return max(
            votes,
            key=lambda answer: sum(map(weigh, votes[answer])) + sum(map(of[answer].get, shared, _NOUGHTS)),
        )

    @cached_property
    def _by_answer(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for named, weight in self._single.items():
            answer, bar, feature = named.partition("|")
            if bar:
                found[answer][feature] = weight
        return found

    def says_yes(self, features: Iterable[Feature]) -> bool:
        return self.score(features) > 0.0

    def explain(self, features: Iterable[Feature]) -> str:
        """The features that weighed most for yes, heaviest first."""
        known = self._single
        weights = {feature: weight for feature in spell(features) if (weight := known.get(feature))}
        total = (self._bias + sum(weights.values())) / _UNIT
        heaviest = sorted([(-weight, feature) for feature, weight in weights.items() if weight > 0])[
            :_REASONS
        ]
        reasons = ", ".join([f"{feature} {-weight / _UNIT:+.1f}" for weight, feature in heaviest])
        return f"{total:+.1f}: {reasons}" if reasons else f"{total:+.1f}"


def spell(features: Iterable[Feature]) -> list[str]:
    """Features one by one, each in words."""
    spelled: list[str] = []
    for feature in features:
        if isinstance(feature, str):
            spelled.append(feature)
        else:
            spelled += spell(feature[0](*feature[1:]))
    return spelled


class Spelled(dict[str, str]):
    """Features that differ by one value alone, each spelled once."""

    def __init__(self, pattern: str) -> None:
        super().__init__()
        self._pattern = pattern

    def __missing__(self, value: str) -> str:
        if len(self) >= _REMEMBERED_MOST:
            self.clear()
        self[value] = feature = self._pattern.format(value)
        return feature


def to_probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def load_model(name: str) -> Model:
    row = _read(name)
    return Model(name, row["bias"], row["weights"])


def _read(name: str) -> dict:  # type: ignore[type-arg]
    path = files("tawatur") / "data" / "weights" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def bucket(value: int, edges: Sequence[int] = (0, 1, 2, 3, 5, 8, 12, 20, 40)) -> str:
    """A count as a feature: the largest edge not above it."""
    return str(edges[max(0, bisect_right(edges, value) - 1)])
