"""Who did what is told of apart did nothing of what stands before it."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "مقتل ضابط في عفرين وإصابة طفل بقصف لقوات النظام على الأتارب.",
            [[], ["syria_assad"]],
        ),
        (
            "مقتل ضابط في عفرين وإصابة طفل في الأتارب بقصف لقوات النظام.",
            [["syria_assad"], ["syria_assad"]],
        ),
    ],
)
def test_a_doer_does_not_cross_to_the_toll_before(text: str, actors: list[list[str]]) -> None:
    claims = tawatur.read_claims(text, published=dt.date(2018, 11, 28)).claims
    assert [[a.value for a in c.actors] for c in claims] == actors
