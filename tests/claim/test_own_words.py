"""Who speaks of himself behind "that" did what the verb there tells."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.own_words import name_speaker
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "type_", "read", "acted"),
    [
        ("أعلنت قسد أنها شنت هجوما على قوات النظام", "armed_clash", "syria_assad", "sdf"),
        ("قالت قسد إنها نجحت في إسقاط طائرة لقوات النظام", "other", "syria_assad", "sdf"),
        ("قالت قسد إنها خاضت وشنت اشتباكات مع قوات النظام", "armed_clash", "syria_assad", "syria_assad"),
        ("قالت قسد إن طائرة نفذت غارة على القرية", "airstrike", "", ""),
        ("قال مصدر محلي إنها نفذت غارة على القرية", "airstrike", "", ""),
    ],
    ids=["carried out", "managed", "both fought", "another subject", "no party"],
)
def test_who_speaks_of_himself_did_it(finders: Finders, text: str, type_: str, read: str, acted: str) -> None:
    draft = draft_of(finders, text, type_, tuple(read.split()))
    name_speaker(draft)
    assert draft.actors == tuple(acted.split())


def test_who_says_that_he_repelled_an_attack_was_attacked(finders: Finders) -> None:
    draft = draft_of(finders, "قالت قسد إنها صدت هجوما لقوات النظام", "armed_clash", ("syria_assad",))
    name_speaker(draft)
    assert draft.actors == ("syria_assad",)
    assert "sdf" in draft.targets
