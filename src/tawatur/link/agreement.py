"""How two claims compare in one respect: a level, and the reason for it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tawatur.records import Reason

_FEW_KM = 10


class Level(StrEnum):
    """How well two claims agree, from the same to what cannot be; the table of weights says what each is worth."""

    SAME = "same"
    ALIKE = "alike"
    NEAR = "near"
    WITHIN = "within"  # one is named so widely that it holds the other
    UNKNOWN = "unknown"  # one of them is silent
    UNLIKE = "unlike"
    FAR = "far"  # of another order
    OPPOSED = "opposed"  # who acted in the one was struck in the other
    APART = "apart"  # they cannot speak of one happening


class Agreement(NamedTuple):
    level: Level
    reason: str  # a name in `data/ontology/reasons.yaml`
    values: tuple[object, ...] = ()  # turned into text only for the few pairs that are ever explained

    @property
    def why(self) -> Reason:
        return Reason(self.reason, tuple(map(_say, self.values)))


def _say(value: object) -> str:
    """A value as a reason keeps it; kilometres to one decimal where they are few."""
    if isinstance(value, float):
        return f"{value:.1f}" if value < _FEW_KM else f"{value:.0f}"
    return str(value)
