"""What stands right before a nationality and makes of it a party: forces, arms, a strike.

`القوات التركية` and `غارة روسية` name a state, `صحفي تركي` and `الأراضي السورية` none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.lexicon.match import Hit

MARTIAL = "martial"  # behind it a nationality names a state's forces
FIRE = "fire"  # what is fired or done by arms: الصواريخ الفلسطينية
NATION = "nation"  # another nationality: غارات سورية روسية

# Beside these layers a nationality names a state's forces or voice; people only where they bear arms, things where they do.
_MARTIAL_LAYERS = frozenset({"head", "weapon", "act"})
_GROUND = "area"  # of a stretch of ground a nationality tells where it is: مناطق يمنية, الأراضي السورية
_MARTIAL_VALUES = {"people": {"fighters", "security", "officials"}, "object": {"vehicle"}}
_BY_ARMS = frozenset({"airstrike", "drone_strike", "shelling", "armed_clash", "bombing", "suicide_attack"})


def kinds_by_end(hits: Iterable[Hit]) -> dict[int, set[str]]:
    """By the word behind, what ends right before it."""
    ends: dict[int, set[str]] = {}
    for hit in hits:
        if _is_martial(hit):
            ends.setdefault(hit.last, set()).add(MARTIAL)
            if _is_fire(hit):
                ends[hit.last].add(FIRE)
        elif hit.layer == NATION:
            ends.setdefault(hit.last, set()).add(NATION)
    return ends


def _is_martial(hit: Hit) -> bool:
    value = hit.form.entry.value
    if hit.layer in _MARTIAL_LAYERS:
        return value != _GROUND
    values = _MARTIAL_VALUES.get(hit.layer)
    return values is not None and any(f.entry.value in values for f in hit.forms)


def is_of_arms(hit: Hit) -> bool:
    """Whether something is done by arms, is one of them, or a vehicle of a force."""
    return _is_fire(hit) or (hit.layer == "object" and _is_martial(hit))


def _is_fire(hit: Hit) -> bool:
    return hit.layer == "weapon" or (hit.layer == "act" and hit.form.entry.value in _BY_ARMS)
