"""Which harms a claim states."""

from __future__ import annotations

import datetime as dt

import tawatur


def _effects(text: str) -> set[tuple[str, int | None]]:
    read = tawatur.read_claims(text, published=dt.date(2024, 5, 5))
    return {(e.kind.value, e.low) for c in read.claims for e in c.effects}


def test_the_missing_are_counted_beside_the_dead() -> None:
    told = _effects("قتل 12 جنديا وفقد سبعة آخرون في هجوم قرب بلدة جيبو شمال بوركينا فاسو.")
    assert told == {("killed", 12), ("missing", 7)}


def test_those_who_were_arrested_and_led_away_are_counted_once() -> None:
    told = _effects("اعتقلت قوات الأمن السودانية ثلاثة ناشطين في نيالا، واقتادتهم إلى جهة مجهولة.")
    assert told == {("arrested", 3)}
