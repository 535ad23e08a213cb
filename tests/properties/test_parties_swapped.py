"""Reports that differ only in their parties: the claims are the same, with the parties exchanged."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest

import tawatur

FORCES = {
    "القوات السورية": "syria_assad",
    "القوات الروسية": "russia",
    "القوات التركية": "turkey",
    "القوات العراقية": "iraq",
    "القوات الإسرائيلية": "israel",
}
GROUPS = {
    "حركة الشباب": "al_shabaab",
    "حركة طالبان": "taliban",
    "جماعة بوكو حرام": "boko_haram",
    "هيئة تحرير الشام": "hts",
}
PARTIES = FORCES | GROUPS
PAIRS = {  # names of one make, and all feminine: the words around them stay as they are, and no noun comes or goes
    "forces": list(permutations(FORCES, 2)),
    "groups": list(permutations(GROUPS, 2)),
    "a force and a group": [(force, group) for force in FORCES for group in GROUPS],
    "a group and a force": [(group, force) for force in FORCES for group in GROUPS],
}
REPORTS = (
    "قتل سبعة من عناصر {B} وأصيب أربعة آخرون في هجوم شنته {A} على حاجز في قرية الكشمة أمس الجمعة.",
    "قصفت {A} بالمدفعية مواقع {B} في بلدة هجين، ما أدى إلى مقتل ثلاثة عناصر.",
    "سيطرت {A} على بلدة السوسة بعد معارك عنيفة مع {B}.",
    "أعلنت {A} مقتل 12 عنصرا من {B} بكمين قرب مدينة الميادين يوم الثلاثاء.",
    "اندلعت اشتباكات عنيفة بين {A} و{B} في محيط قرية أبو حسن.",
    "اعتقلت {A} خمسة مدنيين في مدينة الرقة صباح اليوم، بحسب مصادر محلية.",
    "اتهمت {A} {B} بقصف قرية الباغوز، ما أسفر عن مقتل طفلين.",
)
DAY = dt.date(2018, 11, 24)


def read(report: str, one: str, other: str) -> list[tuple[object, ...]]:
    """The claims of a report about two parties, who stand in them as A and B."""
    names = {PARTIES[one]: "A", PARTIES[other]: "B"}
    reading = tawatur.read_claims(report.format(A=one, B=other), published=DAY)
    return [
        (
            claim.type.value,
            sorted(names.get(a.value, a.value) for a in claim.actors),
            sorted(names.get(t.value, t.value) for t in claim.targets),
            claim.place and claim.place.value.name,
            claim.date and claim.date.value,
            [(e.kind, names.get(e.who, e.who), e.of, e.low, e.high) for e in claim.effects],
            claim.source and names.get(claim.source.value, claim.source.value),
        )
        for claim in reading.claims
    ]


@pytest.mark.parametrize("pairs", PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize("report", REPORTS, ids=range(len(REPORTS)))
def test_parties_exchanged_are_the_claims_with_them_exchanged(
    report: str, pairs: list[tuple[str, str]]
) -> None:
    expected = read(report, *pairs[0])
    assert expected, "the report holds a claim"
    assert {pair: found for pair in pairs if (found := read(report, *pair)) != expected} == {}
