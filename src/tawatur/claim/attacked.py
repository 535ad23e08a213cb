"""Whose men an attack cost, where they are called no more than its men: `هاجم التنظيم النقطة، ما أدى إلى مقتل خمسة عناصر`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.repelled import is_repelling

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm

_MEN = ("عنصر", "عناصر")
_NOBODY = frozenset({"civilians", "unknown"})


def cost_attacked(draft: Draft, harm: Harm, who: str) -> bool:
    """Whether the men an attack cost are those whom it was made on, and not the attacker's: told behind it, of no exchange of fire and nobody who repelled it."""
    people, main = harm.people, draft.main
    if draft.type != "armed_clash" or draft.actors != (who,) or people is None or people.party is not None:
        return False
    if "attack" not in main.traits or harm.at < main.last or people.definite or people.theirs:
        return False
    forms = draft.found.words.forms[people.first : people.last]
    if not any(form.startswith(_MEN) for form in forms) or not set(draft.targets) - _NOBODY:
        return False
    return not is_repelling(draft) and not any("mutual" in t.traits for t in draft.triggers)
