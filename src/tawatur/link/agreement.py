"""How two claims compare in one respect: a level, and the reason in plain words."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


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
    reason: str  # with {} where a value stands, since few of the pairs compared are ever explained
    values: tuple[object, ...] = ()

    @property
    def why(self) -> str:
        return self.reason.format(*self.values) if self.values else self.reason
