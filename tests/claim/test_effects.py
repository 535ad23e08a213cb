"""Which harms a claim states."""

from __future__ import annotations

import datetime as dt

import pytest

import tawatur


def _effects(text: str) -> set[tuple[str, int | None]]:
    read = tawatur.read_claims(text, published=dt.date(2024, 5, 5))
    return {(e.kind.value, e.low) for c in read.claims for e in c.effects}


def test_whom_several_killed_stands_in_the_accusative_right_behind() -> None:
    (claim,) = tawatur.read_claims(
        "مسلحون مجهولون اغتالوا ضابطا برتبة رائد في حي الزهور بالموصل.", published=dt.date(2009, 6, 6)
    ).claims
    assert [(e.kind.value, e.low) for e in claim.effects] == [("killed", 1)]


def test_the_missing_are_counted_beside_the_dead() -> None:
    told = _effects("قتل 12 جنديا وفقد سبعة آخرون في هجوم قرب بلدة جيبو شمال بوركينا فاسو.")
    assert told == {("killed", 12), ("missing", 7)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("هاجم مسلحون قرية قرب بلدوين فقتلوا مزارعا وخطفوا آخرين.", "abducted"),
        ("هاجمت قوات الدعم السريع قرية ود الزاكي فقتلت راعيا واعتقلت آخرين.", "arrested"),
    ],
)
def test_others_who_were_seized_are_counted_beside_the_dead(text: str, kind: str) -> None:
    assert _effects(text) == {("killed", 1), (kind, None)}


def test_those_who_were_arrested_and_led_away_are_counted_once() -> None:
    told = _effects("اعتقلت قوات الأمن السودانية ثلاثة ناشطين في نيالا، واقتادتهم إلى جهة مجهولة.")
    assert told == {("arrested", 3)}


@pytest.mark.parametrize(
    ("text", "harmed"),
    [
        ("قتلت الغارة امرأتين وثلاثة رجال في صعدة.", {("killed", "women", 2), ("killed", None, 3)}),
        ("أصابت القذيفة امرأة وطفلين في حي الشعلة.", {("wounded", "women", 1), ("wounded", "children", 2)}),
        (
            "اعتقلت المليشيا طفلين وامرأة من حي الصبرة.",
            {("arrested", "children", 2), ("arrested", "women", 1)},
        ),
    ],
)
def test_those_joined_right_behind_the_harmed_are_harmed_too(
    text: str, harmed: set[tuple[str, str | None, int]]
) -> None:
    assert _parts(text) == harmed


@pytest.mark.parametrize("part", ["بينهما طفل", "بينهم طفل", "أحدهما طفل", "من بينهما طفل"])
def test_children_among_the_harmed_are_told_behind_who_did_it_and_where(part: str) -> None:
    told = _parts(f"أعلنت مصادر طبية إصابة شخصين برصاص قوات الاحتلال في نابلس، {part}.")
    assert told == {("wounded", None, 2), ("wounded", "children", 1)}


def test_a_part_is_of_the_people_named_last_before_it() -> None:
    told = _parts("قتل ثلاثة جنود في كمين، وأصيب سبعة مدنيين في قصف لقوات النظام على سرمين، بينهم طفلان.")
    assert ("wounded", "children", 2) in told
    assert ("killed", "children", 2) not in told


def test_whom_a_word_for_a_deed_means_by_its_pronoun_is_stated() -> None:
    assert _effects("أعلنت شرطة بنغازي أن العقيد سامر خليل جرى اغتياله أمام منزله.") == {("killed", 1)}


def test_a_number_that_rises_is_stated() -> None:
    assert _effects("ارتفع عدد الإرهابيين الذين تم تحييدهم في العملية في الموصل إلى 23.") == {("killed", 23)}


def test_the_trade_of_some_says_nothing_of_the_others() -> None:
    read = tawatur.read_claims(
        "أسفر القصف على مستشفى الرازي في الخرطوم عن إصابة سبعة أشخاص بينهم موظف.",
        published=dt.date(2024, 5, 5),
    )
    assert [e.who for c in read.claims for e in c.effects] == ["civilians"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خسرت قوات النظام 12 عنصرا في هجوم لداعش في بادية الرصافة.", {("syria_assad", 12)}),
        ("خسرت حركة الشباب ثمانية من مقاتليها في عملية للجيش الصومالي.", {("al_shabaab", 8)}),
        (
            "أسفر الهجوم عن مقتل شرطيين اثنين، وكان القتلى السبعة الآخرون من المدنيين في كركوك.",
            {("civilians", 7), ("iraq", 2)},
        ),
        (
            "تبادلت الحكومة اليمنية والحوثيون الأسرى، ونقلت طائرة 250 من أسرى الحوثيين و72 من أسرى الحكومة اليمنية.",
            {("houthis", 250), ("yemen_gov", 72)},
        ),
    ],
    ids=["losers", "losers of their own", "the others", "exchanged"],
)
def test_whose_the_harmed_were_is_told_by_who_lost_counted_or_freed_them(
    text: str, expected: set[tuple[str, int]]
) -> None:
    read = tawatur.read_claims(text, published=dt.date(2024, 5, 5))
    assert {(e.who, e.low) for c in read.claims for e in c.effects} == expected


def _parts(text: str) -> set[tuple[str, str | None, int | None]]:
    read = tawatur.read_claims(text, published=dt.date(2024, 5, 5))
    return {(e.kind.value, e.of, e.low) for c in read.claims for e in c.effects}


def test_who_is_named_behind_a_nominative_and_a_place_is_whom_they_killed() -> None:
    assert ("killed", 1) in _effects("اغتال مسلحون مجهولون في حي الجامعة العقيد سامي رشيد وأصابوا مرافقه.")


def test_the_most_of_the_dead_and_hurt_are_no_part_in_their_stead() -> None:
    told = _effects("سقط عشرات المواطنين بين شهيد وجريح في قصف على مخيم المغازي، معظمهم نساء وأطفال.")
    assert told == {("killed", None), ("wounded", None)}
    assert _effects("سقط 30 من المدنيين والعسكريين بين قتيل وجريح في قصف على كركوك.") == told
