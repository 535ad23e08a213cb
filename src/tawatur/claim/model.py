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

import math
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import repeat
from sys import intern
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Feature = str | tuple[Any, ...]  # in words, or a group: (spell, *values)

_REASONS = 3  # features named in a reason
# Weights are kept as whole thousandths: sums of those are exact, so that the order in which features come
# (sets have none that holds from one run to the next) cannot tip a decision.
_UNIT = 1000
_NOUGHTS = repeat(0)
_REMEMBERED_MOST = 20_000  # groups of a decision, or values of a feature


class _Weights(dict[Feature, int]):
    """The weight of each feature, and of each group, and each feature that no weight was learned for, that was met."""

    def __init__(self, weights: dict[str, int]) -> None:
        super().__init__(weights)  # type: ignore[arg-type]  # a str is a feature
        self._learned = weights

    def __missing__(self, feature: Feature) -> int:
        weight = 0 if isinstance(feature, str) else sum(map(self.__getitem__, feature[0](*feature[1:])))
        if len(self) - len(self._learned) >= _REMEMBERED_MOST:
            self.clear()
            self.update(self._learned)
        self[feature] = weight
        return weight


class _Known(dict[Feature, dict[str, int]]):
    """Which features of a group have weights."""

    def __init__(self, weights: dict[str, int]) -> None:
        super().__init__()
        self._learned = weights

    def __missing__(self, group: Feature) -> dict[str, int]:
        if len(self) >= _REMEMBERED_MOST:
            self.clear()
        learned = self._learned
        known = {feature: weight for feature in spell([group]) if (weight := learned.get(feature))}
        self[group] = known
        return known


class Lanes:
    """Weights of several answers side by side in one whole number, so that one sum adds up all of them."""

    def __init__(self, weights: Mapping[str, Mapping[str, int]]) -> None:
        self._shifts = {answer: n * _LANE for n, answer in enumerate(weights)}
        self._halves = sum(_HALF << shift for shift in self._shifts.values())
        self.weights: dict[str, int] = defaultdict(int)
        for answer, shift in self._shifts.items():
            for feature, weight in weights[answer].items():
                self.weights[feature] += weight << shift

    def lift(self, total: int) -> int:
        """A sum with no lane negative, so that none borrows from the next; for `read`."""
        return total + self._halves

    def read(self, lifted: int, answer: str) -> int:
        """The sum of one answer, out of the sum of all; nought for one that no weight speaks of."""
        shift = self._shifts.get(answer)
        return 0 if shift is None else (lifted >> shift & _FULL) - _HALF


_LANE = 40  # bits; no sum of thousandths comes near filling them
_HALF = 1 << (_LANE - 1)
_FULL = (1 << _LANE) - 1


class Choice(Protocol):
    """One of several answers, with what speaks for it."""

    @property
    def features(self) -> list[Feature]: ...


C = TypeVar("C", bound=Choice)


class Model:
    """One decision: the sum of its features' weights, in log-odds."""

    def __init__(self, name: str, bias: float, weights: dict[str, float]) -> None:
        self.name = name
        self._bias = round(bias * _UNIT)
        self._single = {intern(feature): round(weight * _UNIT) for feature, weight in weights.items()}
        self._weigh: Callable[[Feature], int] = _Weights(self._single).__getitem__
        self._known = _Known(self._single)
        self._tables: dict[str, dict[str, int]] = {}

    @property
    def bias(self) -> float:
        return self._bias / _UNIT

    @property
    def weights(self) -> dict[str, float]:
        return {feature: weight / _UNIT for feature, weight in self._single.items()}

    def score(self, features: Iterable[Feature], known: int = 0) -> float:
        """Log-odds that the answer is yes; features that were never seen weigh nothing.

        `known` is the sum of others that are weighed already (`Beside`).
        """
        return (self._bias + known + sum(map(self._weigh, features))) / _UNIT

    def weigh_all(self, spelled: Spelled, values: Iterable[str]) -> int:
        """What features that differ by one value alone add, without spelling any."""
        table = self._tables.get(spelled.pattern)
        if table is None:
            table = self._tables[spelled.pattern] = spelled.read(self._single)
        return sum(map(table.get, values, _NOUGHTS))

    def choose(self, votes: dict[str, list[str]], shared: Iterable[str]) -> str:
        """The likeliest answer, of equals the first: what speaks for each, and features `answer|shared` of each."""
        lanes, weigh = self._by_answer, self._weigh
        sums = lanes.lift(sum(map(lanes.weights.get, shared, _NOUGHTS)))
        scores = [sum(map(weigh, spoken)) + lanes.read(sums, answer) for answer, spoken in votes.items()]
        return list(votes)[scores.index(max(scores))]

    def likeliest(self, choices: Sequence[C]) -> C:
        """Of several choices the one whose features weigh most, of equals the first."""
        weigh = self._weigh
        scores = [sum(map(weigh, choice.features)) for choice in choices]
        return choices[scores.index(max(scores))]

    @cached_property
    def _by_answer(self) -> Lanes:
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for named, weight in self._single.items():
            answer, bar, feature = named.partition("|")
            if bar:
                found[answer][intern(feature)] = weight
        return Lanes(found)

    def says_yes(self, features: Iterable[Feature]) -> bool:
        return self.score(features) > 0.0

    def explain(self, features: Iterable[Feature]) -> str:
        """The features that weighed most for yes, heaviest first."""
        learned = self._single
        weights: dict[str, int] = {}
        for feature in features:
            if isinstance(feature, tuple):
                weights.update(self._known[feature])
            elif weight := learned.get(feature):
                weights[feature] = weight
        total = (self._bias + sum(weights.values())) / _UNIT
        least = max(1, min(sorted(weights.values())[-_REASONS:], default=1))
        heaviest = sorted([(-weight, feature) for feature, weight in weights.items() if weight >= least])
        reasons = ", ".join([f"{feature} {-weight / _UNIT:+.1f}" for weight, feature in heaviest[:_REASONS]])
        return f"{total:+.1f}: {reasons}" if reasons else f"{total:+.1f}"


class Beside:
    """Two decisions that look at the same features: each is looked up once for both."""

    def __init__(self, first: Model, second: Model) -> None:
        self._lanes = Lanes({"first": first._single, "second": second._single})  # noqa: SLF001
        self._weigh = _Weights(self._lanes.weights).__getitem__

    def weigh(self, features: Iterable[Feature]) -> tuple[int, int]:
        """What the features add to either, without its bias."""
        lifted = self._lanes.lift(sum(map(self._weigh, features)))
        return (lifted & _FULL) - _HALF, (lifted >> _LANE) - _HALF


@lru_cache(maxsize=4)
def set_beside(first: Model, second: Model) -> Beside:
    return Beside(first, second)


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
        self.pattern = pattern

    def read(self, weights: Mapping[str, int]) -> dict[str, int]:
        """The weights of such features, by their values."""
        head, _, tail = self.pattern.partition("{}")
        return {
            feature[len(head) : len(feature) - len(tail)]: weight
            for feature, weight in weights.items()
            if feature.startswith(head) and feature.endswith(tail)
        }

    def __missing__(self, value: str) -> str:
        if len(self) >= _REMEMBERED_MOST:
            self.clear()
        # Interned, as the weights' are: one is told from another by where it lies, and its letters are not compared.
        self[value] = feature = intern(self.pattern.format(value))
        return feature


def to_probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def load_model(name: str) -> Model:
    row = _read(name)
    return Model(name, row["bias"], row["weights"])


def _read(name: str) -> dict:  # type: ignore[type-arg]
    path = files("tawatur") / "data" / "weights" / f"{name}.json"
    return msgspec.json.decode(path.read_bytes())  # type: ignore[no-any-return]


class Buckets(dict[int, str]):
    """Counts as features: of each the largest edge not above it."""

    def __init__(self, *edges: int) -> None:
        super().__init__()
        self._edges = edges

    def __missing__(self, value: int) -> str:
        edge = str(self._edges[max(0, bisect_right(self._edges, value) - 1)])
        if len(self) < _REMEMBERED_MOST:
            self[value] = edge
        return edge


LENGTHS = Buckets(0, 1, 2, 3, 5, 8, 12, 20, 40)  # of what stands between two words
GAPS = Buckets(0, 1, 2, 4, 7, 12, 20)  # words between what happened and who, where or when
