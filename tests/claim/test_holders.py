"""Whose ground something happened on is neither its target nor who struck."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.holders import leave_holders
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("قصفت القوات التركية قرية المنصورة ضمن مناطق انتشار القوات الكردية وقوات النظام", ()),
        ("قصفت القوات التركية قرية المنصورة في مناطق سيطرة القوات الكردية", ("syria_assad",)),
        ("قصفت القوات التركية مناطق سيطرة القوات الكردية", ("ypg", "syria_assad")),
        ("قصفت القوات التركية مواقع القوات الكردية ضمن مناطق سيطرة القوات الكردية", ("ypg", "syria_assad")),
    ],
)
def test_who_holds_the_ground_that_it_lies_in_is_no_target(
    finders: Finders, text: str, left: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "shelling", ("turkey",))
    draft.targets = ("ypg", "syria_assad")
    leave_holders(draft)
    assert draft.targets == left
