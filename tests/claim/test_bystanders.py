"""Whom a report tells of beside a happening neither did it nor suffered it."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.bystanders import leave_beside_civilians, leave_far_doers
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "type_", "actors", "left"),
    [
        ("شنت الطائرات الروسية غارات على بلدة المنصورة", "airstrike", ("syria_assad", "russia"), ("russia",)),
        ("تعرضت بلدة المنصورة لغارات جوية", "airstrike", ("syria_assad",), ("syria_assad",)),
        ("أسفر انفجار عبوة ناسفة عن مقتل شخصين", "bombing", ("turkey",), ()),
        ("دارت اشتباكات مع قوات النظام", "armed_clash", ("hts", "syria_assad"), ("hts", "syria_assad")),
    ],
)
def test_who_is_named_elsewhere_did_it_where_nobody_is_named_here(
    finders: Finders, text: str, type_: str, actors: tuple[str, ...], left: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, type_, actors)
    leave_far_doers(draft)
    assert draft.actors == left


def test_who_claims_a_blast_did_it(finders: Finders) -> None:
    draft = draft_of(finders, "أسفر انفجار عبوة ناسفة عن مقتل شخصين", "bombing", ("isis",))
    draft.source = "isis"
    leave_far_doers(draft)
    assert draft.actors == ("isis",)


@pytest.mark.parametrize(
    ("text", "whose", "left"),
    [
        ("قصفت الطائرات قرية المنصورة التي يسيطر عليها تنظيم داعش", ["civilians"], ("civilians",)),
        ("قصفت الطائرات قرية المنصورة الخاضعة لسيطرة داعش", ["civilians", "unknown"], ("civilians",)),
        ("قصفت الطائرات مواقع داعش في قرية المنصورة", ["civilians"], ("isis", "civilians")),
        ("قصفت الطائرات منزلا قرب موقع لداعش في المنصورة", ["civilians"], ("civilians",)),
        ("قصفت الطائرات قرية المنصورة التي يسيطر عليها داعش", ["civilians", "isis"], ("isis", "civilians")),
        ("قصفت الطائرات قرية المنصورة التي يسيطر عليها داعش", [], ("isis", "civilians")),
    ],
)
def test_where_civilians_were_harmed_it_is_they_who_were_hit(
    finders: Finders, text: str, whose: list[str], left: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "airstrike")
    draft.whose, draft.targets = whose, ("isis", "civilians")
    leave_beside_civilians(draft)
    assert draft.targets == left
