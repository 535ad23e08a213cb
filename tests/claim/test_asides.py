"""What nature did is no happening of a conflict."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.asides import leave_asides
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "type_", "left"),
    [
        ("أدى انهيار صخري جراء الأمطار إلى مصرع 20 شخصا ونزوح مئات الأسر", "displacement", 0),
        ("قتل عشرة وتشردت مئات الأسر في السيول", "displacement", 0),
        ("قتل ثلاثة أشخاص في انزلاق أرضي بمدينة تعز", "killing", 0),
        ("نزحت مئات الأسر بعد انهيار الهدنة في تعز", "displacement", 1),
        ("نزحت مئات الأسر بسبب السيول بعد قصف الجيش للقرية", "displacement", 1),
        ("قتل مسلحون خمسة من متضرري الزلزال بالرصاص", "killing", 1),
        ("قتل عشرة مدنيين في مخيم ضربته السيول برصاص مسلحين", "killing", 1),
    ],
)
def test_floods_and_earthquakes_are_no_happenings_of_a_conflict(
    finders: Finders, text: str, type_: str, left: int
) -> None:
    assert len(leave_asides([draft_of(finders, text, type_)])) == left


def test_what_a_report_of_a_disaster_goes_on_to_tell_is_of_it(finders: Finders) -> None:
    flood = draft_of(finders, "قتل عشرة في السيول", "killing")
    more = draft_of(finders, "دمرت القرية بالكامل", "destruction")
    assert leave_asides([flood, more]) == []
    assert leave_asides([more]) == [more]
