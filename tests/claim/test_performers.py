"""Who carried out what a noun tells did it, and who is named behind that noun suffered it."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.performers import take_performer
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "read", "acted"),
    [
        ("شنت قسد هجوما على تمركزات لقوات النظام", "sdf syria_assad", "sdf"),
        ("نفذت قسد، بالتنسيق مع الأهالي، عملية عسكرية استهدفت قوات النظام", "syria_assad", "sdf"),
        ("قسد تشن هجوما على قوات النظام", "sdf syria_assad", "sdf"),
        ("نصبت وحدة من المشاة كمينا لعناصر من قوات النظام", "syria_assad", ""),
        ("شنت قسد هجوما بمشاركة قوات النظام على القرية", "sdf syria_assad", "sdf syria_assad"),
        ("شن هجوم على قسد وقوات النظام", "sdf syria_assad", "sdf syria_assad"),
    ],
    ids=["behind", "over whom he acted with", "before", "not known by name", "helper", "passive"],
)
def test_who_carried_it_out_did_it(finders: Finders, text: str, read: str, acted: str) -> None:
    draft = draft_of(finders, text, "armed_clash", tuple(read.split()))
    take_performer(draft)
    assert draft.actors == tuple(acted.split())
    assert ("syria_assad" in draft.targets) is ("syria_assad" not in draft.actors)
