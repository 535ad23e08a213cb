"""The subject of تعرض suffered what befell it, and did none of it."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.befallen import turn_befallen, turn_waylaid
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "actors", "left", "targets"),
    [
        ("أعلن الجيش السوداني أن قواته تعرضت لقصف قرب بارا", ("saf",), (), ("saf",)),
        ("قوات الدعم السريع تتعرض لقصف من الجيش السوداني في نيالا", ("saf", "rsf"), ("saf",), ("rsf",)),
        ("تعرضت قرية قرب مواقع الجيش السوداني لقصف", ("saf",), ("saf",), ()),
        ("شن الجيش السوداني هجوما على بارا", ("saf",), ("saf",), ()),
        ("تعرض أحد المخازن التابعة للجيش السوداني لقصف في نيالا", ("saf",), (), ("saf",)),
        ("أعلن الجيش السوداني سقوط صواريخ على مطار بارا", ("saf",), (), ()),
        ("قال الجيش السوداني إنه تعرض لقصف قرب بارا", ("saf",), (), ("saf",)),
    ],
)
def test_whom_an_attack_befell_did_none_of_it(
    finders: Finders, text: str, actors: tuple[str, ...], left: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "shelling", actors)
    turn_befallen(draft)
    assert (draft.actors, draft.targets) == (left, targets)


@pytest.mark.parametrize(
    ("text", "actors", "left", "targets"),
    [
        ("نصبت قوات الدعم السريع كمينا لدورية من الجيش السوداني", ("rsf", "saf"), ("rsf",), ("saf",)),
        ("كمين للجيش السوداني أوقع عشرات القتلى", ("saf",), ("saf",), ()),
    ],
)
def test_for_whom_others_lay_in_wait_did_none_of_it(
    finders: Finders, text: str, actors: tuple[str, ...], left: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "armed_clash", actors)
    turn_waylaid(draft)
    assert (draft.actors, draft.targets) == (left, targets)
