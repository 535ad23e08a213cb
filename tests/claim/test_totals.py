"""A statement's overall total is not counted beside the happenings that it sums."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from tawatur.claim.totals import leave_totals
from tawatur.records.claim import DayRange


def draft(killed: int, source: str = "iraq", days: DayRange | None = None) -> Any:
    harm = SimpleNamespace(kind="killed", of=None, low=killed, high=killed)
    return SimpleNamespace(effects=[(harm, "isis")], source=source, days=days)


def left(*drafts: Any) -> list[int]:
    return [d.effects[0][0].low for d in leave_totals(drafts)]


def test_a_total_that_its_parts_make_up_is_no_claim() -> None:
    assert left(draft(28), draft(6), draft(15), draft(7)) == [6, 15, 7]


def test_a_total_behind_its_parts_is_none_either() -> None:
    assert left(draft(6), draft(15), draft(7), draft(28)) == [6, 15, 7]


@pytest.mark.parametrize("total", [27, 29, 40])
def test_a_total_of_more_or_less_than_its_parts_stays(total: int) -> None:
    assert total in left(draft(total), draft(6), draft(15), draft(7))


def test_parts_are_of_one_source() -> None:
    assert left(draft(28), draft(6, "sdf"), draft(15), draft(7)) == [28, 6, 15, 7]


def test_small_sums_come_about_by_chance() -> None:
    assert left(draft(3), draft(1), draft(2)) == [3, 1, 2]


def test_a_total_over_a_period_is_a_claim() -> None:
    month = DayRange(dt.date(2016, 5, 1), dt.date(2016, 5, 31))
    assert left(draft(28, days=month), draft(6), draft(15), draft(7)) == [28, 6, 15, 7]
