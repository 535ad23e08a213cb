"""Who did what a party tells in its own report without naming itself."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.own_deeds import name_teller
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "teller", "read", "left"),
    [
        ("تدمير دبابة للعدو شرق جباليا", "hamas", "israel", "hamas"),
        ("3- تفجير عبوة في آلية للعدو شرق جباليا", "hamas", "", "hamas"),
        ("تم بفضل الله قنص ضابط صهيوني شرق جباليا", "hamas", "israel", "hamas"),
        ("تدمير قوات الاحتلال منزلا شرق جباليا", "hamas", "israel", "israel"),
        ("تدمير منزل على يد قوات الاحتلال شرق جباليا", "hamas", "israel", "israel"),
        ("قال شهود إن تدمير المنزل وقع ليلا في جباليا", "hamas", "israel", "israel"),
        ("تدمير دبابة للعدو شرق جباليا", None, "israel", "israel"),
        ("تدمير دبابة للعدو شرق جباليا", "un", "israel", "israel"),
        ("وعلى صعيد آخر استهدفوا حاجزا للجيش شرق جباليا", "hamas", "", "hamas"),
        ("وقال شهود في البلدة إنهم استهدفوا حاجزا للجيش", "hamas", "", ""),
    ],
    ids=["a deed", "of a list", "led by thanks", "a doer behind", "done by", "within a sentence", "a newspaper", "no fighter", "several", "several whom others tell of"],
)  # fmt: skip
def test_a_deed_without_a_doer_is_the_tellers(
    finders: Finders, text: str, teller: str | None, read: str, left: str
) -> None:
    draft = draft_of(finders, text, "destruction", tuple(read.split()))
    draft.found.outlet_party = teller
    name_teller(draft)
    assert draft.actors == tuple(left.split())
