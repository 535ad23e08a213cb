"""What a person decided about a claim or an incident, when, and why. Judgements only add."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    about: str  # a claim's or an incident's identifier
    field: str
    value: Any
    who: str
    when: dt.datetime
    why: str = ""
