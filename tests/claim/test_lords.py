"""Who stands behind those who acted, or near those who tell."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.lords import leave_lords
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "actors", "left"),
    [
        ("ذكرت صحيفة مقربة من حركة الشباب أن غارة أصابت السوق", ("al_shabaab",), ()),
        ("هاجمت حركة الشباب المدعومة من حزب الله القرية", ("al_shabaab", "hezbollah"), ("al_shabaab",)),
        ("هاجمت قوات مدعومة من حزب الله القرية", ("hezbollah",), ("hezbollah",)),
        ("المقربة من قوات سوريا الديمقراطية (قسد)، أن القصف أصاب السوق", ("sdf",), ()),
    ],
    ids=["whom the paper is near", "who backs them", "by whose help", "with another name"],
)
def test_who_is_named_to_say_whose_others_are_did_nothing(
    finders: Finders, text: str, actors: tuple[str, ...], left: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "armed_clash", actors)
    leave_lords(draft)
    assert draft.actors == left
