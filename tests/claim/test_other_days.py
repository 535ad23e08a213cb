"""What two days saw is two happenings, however alike."""

from __future__ import annotations

import datetime as dt

import tawatur

_REPORT = (
    "قتل خمسة مدنيين وأصيب سبعة بانفجار سيارة مفخخة في مدينة منبج شرقي حلب اليوم، الاثنين 3 من شباط.\n"
    "وفي 1 من شباط، قتل أربعة مدنيين وأصيب تسعة بانفجار سيارة مفخخة في مدينة منبج."
)


def test_an_explosion_of_another_day_is_another() -> None:
    claims = tawatur.read_claims(_REPORT, published=dt.date(2025, 2, 3)).claims
    assert [[e.low for e in claim.effects] for claim in claims] == [[5, 7], [4, 9]]
