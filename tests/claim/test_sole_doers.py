"""Beside the subject of the main act only who is joined to it, or helped, did it too."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.reader import Finders
from tawatur.claim.sole_doers import leave_armies_before, leave_strangers


@pytest.mark.parametrize(
    ("text", "type_", "read", "left"),
    [
        ("قصفت قوات النظام بلدة كفرنبل", "shelling", "syria_assad russia", "syria_assad"),
        ("قصفت قوات النظام والطائرات الروسية بلدة كفرنبل", "shelling", "syria_assad russia", "syria_assad russia"),
        ("اقتحمت قوات النظام بإسناد من الطائرات الروسية بلدة كفرنبل", "armed_clash", "syria_assad russia", "syria_assad russia"),
        ("قصف تركي على بلدة تل رفعت بعد هجوم لقسد", "shelling", "sdf turkey", "turkey"),
        ("قصف على بلدة تل رفعت بعد هجوم لقسد", "shelling", "sdf turkey", "sdf turkey"),
        ("سيطرت قسد على بلدة هجين", "territory_change", "isis coalition", "isis coalition"),
    ],
    ids=["alone", "joined", "helped", "by nationality", "nobody named", "another was read"],
)  # fmt: skip
def test_who_is_named_elsewhere_did_not_do_it(
    finders: Finders, text: str, type_: str, read: str, left: str
) -> None:
    draft = draft_of(finders, text, type_, tuple(read.split()))
    leave_strangers(draft)
    assert draft.actors == tuple(left.split())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("وهاجم مسلحون حاجزا قرب غاو", ""),
        ("وهاجم الجنود حاجزا قرب غاو", "france"),
        ("هاجم مسلحون حاجزا للجيش الفرنسي قرب غاو", "france"),
    ],
    ids=["gunmen", "soldiers", "named beside"],
)
def test_no_state_named_elsewhere_did_what_gunmen_did(finders: Finders, text: str, left: str) -> None:
    draft = draft_of(finders, text, "armed_clash", ("france",))
    leave_armies_before(draft)
    assert draft.actors == tuple(left.split())
