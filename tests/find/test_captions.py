"""The captions of pictures among the first lines of a report."""

from __future__ import annotations

import pytest

from tawatur.find.captions import find_captions
from tawatur.segment.words import Words

BODY = "قتل ثلاثة مدنيين اليوم بقصف مدفعي على بلدة سرمدا.\nوقال المراسل إن القصف مستمر."


@pytest.mark.parametrize(
    "caption",
    [
        "متطوعون يتفقدون منزلا قصفته الطائرات شرقي حلب- 25 من تموز 2021 (الدفاع المدني)",
        "دخان متصاعد جراء غارة على محيط إدلب، 22 أغسطس/آب 2022 (سامر خليل)",
        "قصف على قرية في جبل الزاوية - أرشيفية/وكالة",
        "آثار القصف على البلدة – متداول",
    ],
)
def test_a_line_below_the_headline_that_ends_in_a_credit_is_a_caption(caption: str) -> None:
    words = Words(f"قتلى بقصف على سرمدا\n{caption}\n{BODY}")
    ((first, last),) = find_captions(words)
    assert words.shown(first, last) in caption
    assert caption.startswith(words.shown(first, last))


@pytest.mark.parametrize(
    "text",
    [
        f"قتلى بقصف على سرمدا\n{BODY}",
        "قتلى بقصف على سرمدا\nقصف على قرية - أرشيفية\n",
        "",
        "\n",
        f"قصف على قرية في جبل الزاوية - أرشيفية\n{BODY}",  # a headline
        "قتلى بقصف على سرمدا\nقتل ثلاثة بقصف على بلدة سرمدا، 22 آب 2022 (الدفاع المدني)",  # the last line
        f"قتلى بقصف\nقتل ثلاثة مدنيين (بينهم طفل) في 22 آب 2022 بقصف على سرمدا.\n{BODY}",
        "يوميات\n" + "قصف على بلدة سرمدا، 22 آب 2022 (وكالة)\n" * 4 + BODY,
    ],
)
def test_other_lines_are_none(text: str) -> None:
    assert find_captions(Words(text)) == []
