"""What somebody denies that the report just told is a claim of its own, by whoever denies it."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur
from tawatur.records import Stance

DAY = dt.date(2020, 4, 16)


@pytest.mark.parametrize(
    ("text", "asserting", "denying"),
    [
        (
            "اتهمت أنقرة قسد بقصف مدينة عفرين وقتل ثلاثة مدنيين، وهو ما تنفيه قسد.",
            "turkey",
            "sdf",
        ),
        (
            "قال مصدر محلي إن طائرات روسية قصفت بلدة بنش وقتلت مدنيين اثنين. ونفت موسكو ذلك.",
            "local_sources",
            "russia",
        ),
        (
            "أعلن الحوثيون إسقاط طائرة للتحالف في صعدة، لكن التحالف نفى صحة هذه الأنباء.",
            "houthis",
            "saudi_coalition",
        ),
        (
            "قال مصدر محلي إن طائرات روسية قصفت بلدة بنش وقتلت مدنيين اثنين. وتنفي موسكو أي صلة لها بذلك.",
            "local_sources",
            "russia",
        ),
        (
            "قال مصدر محلي إن طائرات روسية قصفت بلدة بنش وقتلت مدنيين اثنين. ونفت موسكو ذلك جملة وتفصيلا.",
            "local_sources",
            "russia",
        ),
        (
            "قال مصدر محلي إن قذائف سقطت على مدينة الباب وقتلت مدنيين اثنين. ونفت قسد مسؤوليتها.",
            "local_sources",
            "sdf",
        ),
    ],
)
def test_what_was_told_is_denied_by_another(text: str, asserting: str, denying: str) -> None:
    claims = tawatur.read_claims(text, published=DAY).claims
    assert [(c.stance, c.source and c.source.value) for c in claims] == [
        (Stance.ASSERTED, asserting),
        (Stance.DENIED, denying),
    ]
    told, denied = claims
    assert denied.type.value == told.type.value
    assert denied.place == told.place
    assert denied.effects == ()
    assert denied.id != told.id
    assert "نف" in text[denied.quote.start : denied.quote.end]


def test_whom_somebody_accuses_accuses_nobody() -> None:
    claim = tawatur.read_claims("اتهم ناشطون روسيا بقصف سوق بنش وقتل ثلاثة مدنيين.", published=DAY).claims[0]
    assert claim.source is not None
    assert claim.source.value == "activists"
    assert [a.value for a in claim.actors] == ["russia"]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        (
            "قتل ثلاثة جنود في تفجير استهدف حافلة في مقديشو. ونفت حركة الشباب مسؤوليتها عن التفجير.",
            "al_shabaab",
        ),
        ("قصفت طائرات حربية مستشفى في إدلب وقتلت ستة مدنيين. ونفت روسيا أي صلة لها بالقصف.", "russia"),
        (
            "قال مصدر محلي إن طائرات روسية قصفت بلدة بنش وقتلت مدنيين اثنين. وتنفي موسكو أي صلة لها بذلك.",
            "russia",
        ),
    ],
)
def test_who_denies_his_part_is_who_is_held_to_have_done_it(text: str, denier: str) -> None:
    claims = tawatur.read_claims(text, published=DAY).claims
    assert [c.stance for c in claims] == [Stance.ASSERTED, Stance.DENIED]
    assert claims[1].source is not None
    assert claims[1].source.value == denier
    assert [a.value for a in claims[1].actors] == [denier]
