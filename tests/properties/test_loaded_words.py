"""Reports that differ only in whether their words honour or revile: kind, toll, place and day are the same."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from test_parties_swapped import PARTIES, read

WORDS = {
    "whose men": (
        "عناصر مقاتلي مسلحي جنود أفراد إرهابيي مجاهدي مرتزقة ميليشيات عصابات فلول أبطال",
        "قتل سبعة من {w} {B} وأصيب أربعة آخرون في هجوم شنته {A} على حاجز في قرية الكشمة أمس الجمعة.",
        "أعلنت {A} مقتل 12 من {w} {B} بكمين قرب مدينة الميادين يوم الثلاثاء.",
    ),
    "died": (
        "قتل استشهد هلك توفي ارتقى قضى",
        "{w} سبعة من عناصر {B} في هجوم شنته {A} على حاجز في قرية الكشمة أمس الجمعة.",
    ),
    "the death": (
        "مقتل استشهاد مصرع وفاة ارتقاء هلاك",
        "قصفت {A} بالمدفعية مواقع {B} في بلدة هجين، ما أدى إلى {w} ثلاثة عناصر.",
        "اتهمت {A} {B} بقصف قرية الباغوز، ما أسفر عن {w} طفلين.",
    ),
    "the dead": (
        "قتلى شهداء ضحايا",
        "قصفت {A} بالمدفعية بلدة هجين، ما أدى إلى سقوط ثلاثة {w} مدنيين.",
    ),
    "what they are like": (
        "الإرهابية الباسلة المجاهدة المعتدية المجرمة الغازية المحتلة الصديقة المتطرفة",
        "سيطرت {A} {w} على بلدة السوسة بعد معارك عنيفة مع {B}.",
        "قصفت {A} بالمدفعية مواقع {B} {w} في بلدة هجين، ما أدى إلى مقتل ثلاثة عناصر.",
        "اعتقلت {A} {w} خمسة مدنيين في مدينة الرقة صباح اليوم، بحسب مصادر محلية.",
    ),
}
PAIRS = (
    ("القوات السورية", "هيئة تحرير الشام"),
    ("حركة طالبان", "القوات العراقية"),
    ("القوات الروسية", "القوات التركية"),
    ("حركة الشباب", "جماعة بوكو حرام"),
)
CASES = [(report, words.split()) for words, *reports in WORDS.values() for report in reports]


def told(report: str, word: str, pair: tuple[str, str]) -> list[tuple[object, ...]]:
    """Kind, place, day and toll of each claim; who did it and to whom is left out."""
    found = read(report.replace("{w}", word), *pair)
    return [(kind, place, day, effects) for kind, _, _, place, day, effects, _ in found]


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{PARTIES[one]}-{PARTIES[other]}" for one, other in PAIRS])
@pytest.mark.parametrize(("report", "words"), CASES, ids=range(len(CASES)))
def test_words_that_honour_or_revile_change_no_kind_toll_place_or_day(
    report: str, words: list[str], pair: tuple[str, str]
) -> None:
    expected = told(report, words[0], pair)
    assert expected, "the report holds a claim"
    assert {word: found for word in words if (found := told(report, word, pair)) != expected} == {}
