"""How two claims compare: a level, its weight, and the reason in plain words."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    SAME = "same"
    NEAR = "near"
    UNKNOWN = "unknown"
    APART = "apart"  # they cannot speak of one happening


class Agreement(NamedTuple):
    level: Level
    why: str
