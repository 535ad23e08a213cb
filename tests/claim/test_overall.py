"""The total of a war told behind what happened today is a claim of its own."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur

Told = tuple[str, list[tuple[str, int | None]], tuple[str, str] | None]


def _told(text: str, year: int) -> list[Told]:
    claims = tawatur.read_claims(text, published=dt.date(year, 11, 9)).claims
    return [
        (
            c.type.value,
            [(e.kind.value, e.low) for e in c.effects],
            (c.date.value.first.isoformat(), c.date.value.last.isoformat()) if c.date else None,
        )
        for c in claims
    ]


def test_a_total_behind_the_days_toll_is_another_claim() -> None:
    text = "استشهد 40 فلسطينيا في غارات على قطاع غزة اليوم، لترتفع حصيلة العدوان إلى 43552 شهيدا و102765 مصابا منذ السابع من أكتوبر."
    assert _told(text, 2024) == [
        ("airstrike", [("killed", 40)], ("2024-11-09", "2024-11-09")),
        ("toll", [("killed", 43552), ("wounded", 102765)], ("2024-10-07", "2024-11-09")),
    ]


@pytest.mark.parametrize(
    "rise", ["ما رفع الحصيلة الإجمالية", "وارتفعت الحصيلة الإجمالية", "ليرتفع إجمالي القتلى"]
)
def test_a_total_of_a_war_of_no_day_has_none(rise: str) -> None:
    text = f"غارات الطيران على صعدة أمس أسفرت عن مقتل 19 شخصا و91 جريحا، {rise} منذ بدء الحرب إلى 3136 قتيلا."
    assert [(kind, days) for kind, _, days in _told(text, 2019)] == [
        ("airstrike", ("2019-11-08", "2019-11-08")),
        ("toll", None),
    ]


def test_one_attacks_dead_counted_anew_are_its_own() -> None:
    text = "قتل ثلاثة مدنيين في غارة على بنش، وارتفع عدد القتلى إلى خمسة بعد وفاة جريحين."
    [(kind, harm, _)] = _told(text, 2019)
    assert (kind, ("killed", 5) in harm) == ("airstrike", True)
