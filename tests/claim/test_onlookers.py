"""Monitors and rescuers tell of what was done by force, and did none of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tawatur.claim.onlookers import leave_onlookers


def draft(type_: str, *actors: str) -> Any:
    return SimpleNamespace(type=type_, actors=actors)


@pytest.mark.parametrize("type_", ["shelling", "airstrike", "armed_clash", "arrest", "deployment"])
def test_who_counts_or_rescues_did_nothing_by_force(type_: str) -> None:
    told = draft(type_, "sohr", "turkey", "white_helmets")
    leave_onlookers(told)
    assert told.actors == ("turkey",)


def test_they_may_do_what_needs_no_arms() -> None:
    moved = draft("displacement", "white_helmets")
    leave_onlookers(moved)
    assert moved.actors == ("white_helmets",)
