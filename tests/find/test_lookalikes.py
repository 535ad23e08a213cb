"""What looks like a weapon, or like a surrender, and is none where it stands."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.found import Found
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


def find(finders: Finders, text: str) -> Found:
    words = Words(text)
    return finders.find(words, finders.matcher.find(words), dt.date(2020, 5, 4), None)


@pytest.mark.parametrize(
    ("text", "weapons", "parties"),
    [
        ("قال لقناة المسيرة إن غارة أصابت سوقا في صعدة", set(), ["houthis"]),
        ("ذكر مراسل «المسيرة» أن غارة أصابت سوقا في صعدة", set(), ["houthis"]),
        ("أفادت المسيرة نت بغارة على سوق في صعدة", set(), ["houthis"]),
        ("أسقط الدفاع الجوي الطائرة المسيرة فوق صعدة", {"drone"}, []),
    ],
)
def test_a_channel_that_is_called_as_a_drone_is_none(
    finders: Finders, text: str, weapons: set[str], parties: list[str]
) -> None:
    found = find(finders, text)
    assert {h.form.entry.value for h in found.hits if h.layer == "weapon"} - {"air"} == weapons
    assert [p.party for p in found.parties if p.party == "houthis"] == parties
    assert "drone_strike" not in {t.type for t in found.triggers}


def test_the_aircraft_of_a_carrier_strike_nothing(finders: Finders) -> None:
    found = find(finders, "أصاب صاروخ حاملة الطائرات الأمريكية في البحر الأحمر")
    assert {h.form.entry.value for h in found.hits if h.layer == "weapon"} == {"artillery"}
    (carrier,) = (p for p in found.parties if p.party == "usa")
    assert found.phrases[carrier].head == "object.vehicle"


@pytest.mark.parametrize(
    "text", ["رفض المطلوب الأول تسليم نفسه في إب", "ظل المسلحون يرفضون تسليم أنفسهم في إب"]
)
def test_who_refuses_to_give_himself_up_does_not(finders: Finders, text: str) -> None:
    found = find(finders, text)
    assert found.harms == []
    assert "surrender" not in {t.type for t in found.triggers}
