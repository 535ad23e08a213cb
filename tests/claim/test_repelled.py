"""Who attacked, where one side repels the other."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur


@pytest.mark.parametrize(
    ("text", "attackers", "defenders"),
    [
        ("صد الجيش والحشد الشعبي هجوما لداعش على مصفاة بيجي وقتلا 20 من عناصره.", ["isis"], ["iraq", "pmf"]),
        (
            "تصدت قوات الجيش السوري لهجوم جبهة النصرة على نقاط عسكرية بريف حماة الشمالي.",
            ["hts"],
            ["syria_assad"],
        ),
        ("تمكن الجيش السوري من صد هجوم شنه داعش على حقل في دير الزور.", ["isis"], ["syria_assad"]),
        ("كسرت قوات الجيش صباح اليوم هجوما للحوثيين في جبهة نهم.", ["houthis"], ["yemen_gov"]),
        ("إحباط هجوم لمليشيا الحوثي على مواقع في جبهة نهم وقتل تسعة منهم.", ["houthis"], []),
    ],
)
def test_the_owner_of_an_attack_is_its_actor(text: str, attackers: list[str], defenders: list[str]) -> None:
    claim = tawatur.read_claims(text, published=dt.date(2017, 9, 10)).claims[0]
    assert [a.value for a in claim.actors] == attackers
    assert {t.value for t in claim.targets} >= set(defenders)
    assert not {t.value for t in claim.targets} & set(attackers)
