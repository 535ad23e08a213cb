"""What is said not to have been is denied by whoever says so, though no verb of denying stands there."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur
from tawatur.records import Stance

DAY = dt.date(2020, 4, 16)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قال المتحدث باسم الجيش التركي إن طائراته لم تقصف المستشفى في عفرين.", "turkey"),
        ("قال المتحدث باسم الجيش الفرنسي إن قواته لم تنفذ أي غارة على مدينة غاو.", "france"),
        ("أكدت الشرطة الكينية عدم وقوع أي هجوم في نيروبي.", None),
        ("قال المتحدث باسم التحالف الدولي إنه لم تكن هناك أي غارات قرب البوكمال.", "coalition"),
        ("أكد المتحدث باسم الجيش الإسرائيلي أن الهجوم على مدينة جنين لم يحدث.", "israel"),
        ("قالت وزارة الدفاع الروسية إن الأنباء عن قصف المستشفى في حلب عارية عن الصحة.", "russia"),
    ],
)
def test_what_was_not_is_denied(text: str, source: str | None) -> None:
    (claim,) = tawatur.read_claims(text, published=DAY).claims
    assert claim.stance == Stance.DENIED
    assert claim.effects == ()
    if source is not None:
        assert claim.source is not None
        assert claim.source.value == source


@pytest.mark.parametrize(
    "text",
    [
        "قصفت طائرات حربية بلدة بنش في إدلب، ولم تستهدف الغارات المدنيين.",
        "قال مصدر محلي إن المسلحين لم ينسحبوا من بلدة بنش إلا بعد معارك عنيفة قتل فيها عشرة منهم.",
        "ولم تتبن أي جهة الهجوم الذي قتل فيه خمسة جنود في مدينة غاو في مالي.",
        "لم يسفر القصف الذي نفذته قوات النظام على بلدة بنش عن إصابات.",
    ],
)
def test_what_was_is_told_though_a_part_of_it_was_not(text: str) -> None:
    claims = tawatur.read_claims(text, published=DAY).claims
    assert claims
    assert all(claim.stance == Stance.ASSERTED for claim in claims)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("نجا ضابط في الجيش اليمني من محاولة اغتيال في مدينة عدن أمس.", 0),
        ("حاول مسلحون مجهولون اغتيال قائد في الحزام الأمني في مدينة عدن أمس.", 0),
        ("قتل جنديان خلال محاولة اغتيال قائد في الحزام الأمني في مدينة عدن أمس.", 2),
    ],
)
def test_who_was_only_aimed_at_is_not_dead(text: str, killed: int) -> None:
    claims = tawatur.read_claims(text, published=DAY).claims
    assert claims
    assert sum(effect.low or 0 for claim in claims for effect in claim.effects) == killed
