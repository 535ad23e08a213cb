"""The weapon of one sentence that the next goes on with: `قصفت طائرة مسيرة سيارة. واستهدفت أيضا موقعا`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.another import goes_on

if TYPE_CHECKING:
    from tawatur.claim.found import Found
    from tawatur.claim.triggers import Trigger

_CARRIED = frozenset({"air", "drone", "artillery"})
_OVER_WEAPONS = "بك"  # written onto what somebody strikes with, who is another


def carried_weapon(found: Found, main: Trigger) -> str:
    """The weapon that struck in the sentence before a word that says that it struck also; "" for none.

    The word is one for a strike whose weapon is not named, with `أيضا` behind it: its doer is that of the sentence before.
    """
    words = found.words
    is_strike = main.act is not None and "bombard" in main.traits
    if not is_strike or not main.sentence or not goes_on(words.forms, main.last):
        return ""
    if found.hits_in("weapon", *words.sentences[main.sentence]):
        return ""
    begin, end = words.sentences[main.sentence - 1]
    struck = [
        h.form.entry.value
        for h in found.hits_in("weapon", begin, end)
        if h.form.entry.value in _CARRIED and not (h.proclitics and h.proclitics[-1] in _OVER_WEAPONS)
    ]
    if not struck or (main.type == "airstrike" and struck[0] == "artillery"):
        return ""
    return struck[0]
