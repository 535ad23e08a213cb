"""Who condemns what was done, or calls for its end, did it not."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.condemners import leave_condemners
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "actors", "left"),
    [
        ("استنكرت تركيا أمس قصف البلدة", ("turkey",), ()),
        ("قالت وكالة إن تركيا أدانت قصف البلدة", ("turkey",), ()),
        ("دعت روسيا إلى وقف القصف على البلدة", ("russia",), ()),
        ("دعت روسيا السكان إلى المغادرة قبل القصف على البلدة", ("russia",), ("russia",)),
        ("السلطات التركية لديها أدلة على قصف البلدة", ("turkey",), ()),
        ("جمعت القوات التركية أدلة من سكان المنطقة ونفذت قصف البلدة", ("turkey",), ("turkey",)),
        ("أدانت تركيا قصف القوات الروسية البلدة", ("turkey", "russia"), ("russia",)),
    ],
)
def test_who_condemns_is_no_actor(
    finders: Finders, text: str, actors: tuple[str, ...], left: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "shelling", actors)
    leave_condemners(draft)
    assert draft.actors == left
