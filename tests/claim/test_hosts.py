"""Who only sits where something happened did none of it, and what struck the seat struck them."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.hosts import leave_hosted
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "actors", "left", "targets"),
    [
        ("تعرضت قاعدة الصفا التي تضم القوات الأمريكية إلى هجوم بطائرتين مسيرتين", ("usa",), (), ("usa",)),
        ("هجوم بمسيرة على معسكر قرب أربيل شنته قوات أمريكية", ("usa",), ("usa",), ()),
        ("هجوم بمسيرة على مطار أربيل حيث تتمركز قوات أمريكية", ("usa",), (), ("usa",)),
        ("قصفت قوة تضم الجيش التركي قرية كاني بمسيرة", ("turkey",), ("turkey",), ()),
        ("قصف الجيش التركي بمسيرة قرية كاني", ("turkey",), ("turkey",), ()),
    ],
)
def test_who_sits_somewhere_did_nothing_there(
    finders: Finders, text: str, actors: tuple[str, ...], left: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "drone_strike", actors)
    leave_hosted(draft)
    assert (draft.actors, draft.targets) == (left, targets)
