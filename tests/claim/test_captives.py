"""Civilians who fall into somebody's hands are abducted or arrested, and who is given up to gives nobody up."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.captives import tell_taken, turn_given_up_to
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "actors", "who", "type_", "kinds"),
    [
        ("أسر المسلحون أربعة مزارعين في قرية التل", (), "civilians", "abduction", ["abducted"]),
        ("أسر الجيش العراقي أربعة مزارعين", ("iraq",), "civilians", "arrest", ["arrested"]),
        ("أسر المسلحون أربعة جنود", (), "iraq", "armed_clash", ["captured"]),
        (
            "هاجموا القرية وقتلوا رجلا وأسروا أربعة مزارعين",
            (),
            "civilians",
            "armed_clash",
            ["killed", "abducted"],
        ),
    ],
)
def test_civilians_who_were_captured_were_abducted(
    finders: Finders, text: str, actors: tuple[str, ...], who: str, type_: str, kinds: list[str]
) -> None:
    draft = draft_of(finders, text, "armed_clash", actors)
    draft.effects = [(harm, who) for harm in draft.harms]
    tell_taken(draft)
    assert (draft.type, [harm.kind for harm, _ in draft.effects]) == (type_, kinds)


@pytest.mark.parametrize(
    ("text", "actors", "left", "targets"),
    [
        ("سلم المسلح المدعو أبو حفص نفسه للجيش الجزائري", ("algeria",), (), ("algeria",)),
        (
            "سلم ثلاثة من عناصر داعش أنفسهم إلى القوات العراقية",
            ("isis", "iraq"),
            ("isis",),
            ("iraq",),
        ),
        ("سلم ثلاثة من عناصر داعش أنفسهم في الموصل", ("isis",), ("isis",), ()),
    ],
)
def test_to_whom_somebody_gave_himself_up_is_the_target(
    finders: Finders, text: str, actors: tuple[str, ...], left: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "surrender", actors)
    turn_given_up_to(draft)
    assert (draft.actors, draft.targets) == (left, targets)
