"""Linear models over named features: what decides where grammar alone does not.

Each decision (do two words tell of one happening, is this party the actor, …) adds up the weights of
the features that hold and compares with nought, so a reader can be told which of them weighed most.
Weights are learned by `scripts/learn.py` and kept as data, one JSON file a decision.
"""

from __future__ import annotations

import json
import math
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_REASONS = 3  # features named in a reason


class Model:
    """A yes-or-no decision: the sum of its features' weights, in log-odds."""

    def __init__(self, name: str, bias: float, weights: dict[str, float]) -> None:
        self.name = name
        self.bias = bias
        self.weights = weights

    def score(self, features: Iterable[str]) -> float:
        """Log-odds that the answer is yes; features that were never seen weigh nothing."""
        get = self.weights.get
        total = self.bias
        for feature in features:
            total += get(feature, 0.0)
        return total

    def says_yes(self, features: Iterable[str]) -> bool:
        return self.score(features) > 0.0

    def explain(self, features: Iterable[str]) -> str:
        """The features that weighed most for yes, heaviest first."""
        return _explain(((f, self.weights.get(f, 0.0)) for f in set(features)), self.score(features))


class Choice:
    """A choice of one label: each has its own weights, and the highest sum is taken."""

    def __init__(self, name: str, bias: dict[str, float], weights: dict[str, dict[str, float]]) -> None:
        self.name = name
        self.labels = sorted(bias)
        self.bias = bias
        self.weights = weights  # feature → label → weight

    def scores(self, features: Iterable[str]) -> dict[str, float]:
        totals = dict(self.bias)
        for feature in features:
            for label, weight in self.weights.get(feature, {}).items():
                totals[label] += weight
        return totals

    def best(self, features: Iterable[str]) -> str:
        totals = self.scores(features)
        return max(self.labels, key=lambda label: totals[label])

    def explain(self, features: Iterable[str], label: str) -> str:
        features = set(features)
        pairs = ((f, self.weights.get(f, {}).get(label, 0.0)) for f in features)
        return _explain(pairs, self.scores(features)[label])


def _explain(weighed: Iterable[tuple[str, float]], total: float) -> str:
    heaviest = sorted((p for p in weighed if p[1] > 0), key=lambda p: (-p[1], p[0]))[:_REASONS]
    reasons = ", ".join(f"{feature} {weight:+.1f}" for feature, weight in heaviest)
    return f"{total:+.1f}: {reasons}" if reasons else f"{total:+.1f}"


def to_probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def load_model(name: str) -> Model:
    row = _read(name)
    return Model(name, row["bias"], row["weights"])


def load_choice(name: str) -> Choice:
    row = _read(name)
    return Choice(name, row["bias"], row["weights"])


def _read(name: str) -> dict:  # type: ignore[type-arg]
    path = files("tawatur") / "data" / "weights" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def bucket(value: int, edges: Sequence[int] = (0, 1, 2, 3, 5, 8, 12, 20, 40)) -> str:
    """A count as a feature: the largest edge not above it."""
    at = edges[0]
    for edge in edges:
        if value >= edge:
            at = edge
    return str(at)
