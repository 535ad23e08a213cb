"""Linear models over named features: what decides where grammar alone does not.

Each decision adds up the weights of the features that hold. A yes-or-no (is this party the actor?) compares
the sum with nought; a choice (which of these days?) takes the candidate with the highest. Either way a reader
can be told which features weighed most.
Weights are learned by `scripts/learn.py` and kept as data, one JSON file a decision.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from importlib.resources import files
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_REASONS = 3  # features named in a reason
# Weights are kept as whole thousandths: sums of those are exact, so that the order in which features come
# (sets have none that holds from one run to the next) cannot tip a decision.
_UNIT = 1000
_NOUGHTS = repeat(0)


class Model:
    """One decision: the sum of its features' weights, in log-odds."""

    def __init__(self, name: str, bias: float, weights: dict[str, float]) -> None:
        self.name = name
        self._bias = round(bias * _UNIT)
        self._weights = {feature: round(weight * _UNIT) for feature, weight in weights.items()}

    @property
    def bias(self) -> float:
        return self._bias / _UNIT

    @property
    def weights(self) -> dict[str, float]:
        return {feature: weight / _UNIT for feature, weight in self._weights.items()}

    def score(self, features: Iterable[str]) -> float:
        """Log-odds that the answer is yes; features that were never seen weigh nothing."""
        return (self._bias + sum(map(self._weights.get, features, _NOUGHTS))) / _UNIT

    def says_yes(self, features: Iterable[str]) -> bool:
        return self.score(features) > 0.0

    def explain(self, features: Iterable[str]) -> str:
        """The features that weighed most for yes, heaviest first."""
        known = self._weights
        weights = {feature: known[feature] for feature in features if feature in known}
        total = (self._bias + sum(weights.values())) / _UNIT
        heaviest = sorted((-weight, feature) for feature, weight in weights.items() if weight > 0)[:_REASONS]
        reasons = ", ".join(f"{feature} {-weight / _UNIT:+.1f}" for weight, feature in heaviest)
        return f"{total:+.1f}: {reasons}" if reasons else f"{total:+.1f}"


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
