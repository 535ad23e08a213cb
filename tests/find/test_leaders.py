"""Who leads a party speaks for it by his own name, and two armies may share one noun."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


def _parties(finders: Finders, text: str) -> list[str]:
    words = Words(text)
    return [
        p.party for p in finders.find(words, finders.matcher.find(words), dt.date(2019, 5, 5), None).parties
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال البرهان إن قواته دخلت بارا", ["saf", "saf"]),
        ("أعلن الفريق أول البرهان أن قواته دخلت بارا", ["saf", "saf"]),
        ("نتنياهو: قواتنا دخلت رفح", ["israel", "israel"]),
        ("أعلن أردوغان أن بلاده قصفت جبل سنجار", ["turkey", "turkey"]),
        ("تغريدة وصف فيها بوتين بأنه شجاع", []),
        ("وصل أردوغان إلى بلاده قادما من باكو", []),
        ("قال الرئيس الأوكراني إن قواته أسقطت طائرة", ["other:أوكرانيا"]),
        ("قال الرئيس التركي إن الجيش السوري قصف سرمين وإن قواته ردت", ["turkey", "syria_assad", "turkey"]),
    ],
)
def test_who_speaks_for_a_party_is_the_party(finders: Finders, text: str, expected: list[str]) -> None:
    assert _parties(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصف الجيش التركي والوطني السوري أطراف مدينة عفرين", ["turkey", "sna"]),
        ("قصف الجيشان الوطني والتركي أطراف مدينة عفرين", ["sna", "turkey"]),
        ("استهدفت قسد مواقع للجيشين التركي والوطني في عفرين", ["sdf", "turkey", "sna"]),
        ("دخل الجيش التركي والمساعدات مدينة عفرين", ["turkey"]),
    ],
)
def test_two_armies_share_one_noun(finders: Finders, text: str, expected: list[str]) -> None:
    assert _parties(finders, text) == expected
