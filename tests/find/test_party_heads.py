"""A nationality behind positions, fire or a strike names a party; behind the side of a border or a building none."""

import pytest


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("قصفت الطائرات مواقع إيرانية قرب البلدة", ["iran"]),
        ("أصابت الصواريخ قاعدة عسكرية أمريكية", ["usa"]),
        ("هجوم على أهداف تركية", ["turkey"]),
        ("قرب مبنى تركي قديم", []),
        ("جناح تنظيم القاعدة السعودي", ["alqaeda"]),
        ("أطلقوا النار من الجانب السوري من الحدود", []),
        ("وصلوا إلى الجانب العراقي", []),
        ("اتفاق مع الجانب الروسي", ["russia"]),
        ("سقطت الصواريخ الفلسطينية قرب السياج", ["palestinian_factions"]),
        ("اعتقلته الشرطة الفلسطينية", ["palestinian_authority"]),
    ],
)
def test_what_stands_before_a_nationality_makes_it_a_party(parties, text, named):
    assert parties(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("القصف الحكومي على حي في أم درمان بالسودان", ["saf"]),
        ("الغارات الجوية الحكومية على بلدة في ريف حلب بسوريا", ["syria_assad"]),
        ("قرار حكومي في ريف حلب بسوريا", []),
    ],
)
def test_what_the_government_does_by_arms_is_the_state_s(parties, text, named):
    assert parties(text) == named
