"""What stands right before a nationality and makes of it a party: forces, arms, a strike, the positions of a force.

`القوات التركية`, `غارة روسية` and `مواقع إيرانية` name a state, `صحفي تركي` and `الأراضي السورية` none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

MARTIAL = "martial"  # behind it a nationality names a state's forces
FIRE = "fire"  # what is fired or done by arms, and who fights: الصواريخ الفلسطينية, مقاتلون فلسطينيون
NATION = "nation"  # another nationality: غارات سورية روسية

# Beside these layers a nationality names a state's forces or voice; people only where they bear arms, things where they do.
_MARTIAL_LAYERS = frozenset({"head", "weapon", "act"})
_WITH_NATION = 2  # words of a thing that its nationality belongs to: مدمرة أمريكية
_GROUND = "area"  # of a stretch of ground a nationality tells where it is: مناطق يمنية, الأراضي السورية
_MARTIAL_VALUES = {"people": {"fighters", "security", "officials"}, "object": {"vehicle"}}
_FEMININE = "ه"  # as ة is folded
_BY_ARMS = frozenset({"airstrike", "drone_strike", "shelling", "armed_clash", "bombing", "suicide_attack"})


def kinds_by_end(hits: Iterable[Hit], words: Words) -> dict[int, set[str]]:
    """By the word behind, what ends right before it."""
    ends: dict[int, set[str]] = {}
    for hit in hits:
        if _is_martial(hit, words):
            ends.setdefault(hit.last, set()).add(MARTIAL)
            if hit.layer == "object" and hit.last - hit.first == _WITH_NATION:
                ends.setdefault(hit.last - 1, set()).add(MARTIAL)
            if _is_fire(hit) or _are_fighters(hit):
                ends[hit.last].add(FIRE)
        elif hit.layer == NATION:
            ends.setdefault(hit.last, set()).add(NATION)
    return ends


def _is_martial(hit: Hit, words: Words) -> bool:
    value = hit.form.entry.value
    if hit.layer in _MARTIAL_LAYERS:
        return value != _GROUND
    if hit.layer == "object" and value == "military":
        return _is_position(hit, words)
    values = _MARTIAL_VALUES.get(hit.layer)
    return values is not None and any(f.entry.value in values for f in hit.forms)


def is_of_arms(hit: Hit, words: Words) -> bool:
    """Whether something is done by arms, is one of them, or is what a force fights from."""
    return _is_fire(hit) or (hit.layer == "object" and _is_martial(hit, words))


def _is_fire(hit: Hit) -> bool:
    return hit.layer == "weapon" or (hit.layer == "act" and hit.form.entry.value in _BY_ARMS)


def _are_fighters(hit: Hit) -> bool:
    """Whether they bear arms and are no state's soldiers or policemen."""
    return hit.layer == "people" and hit.form.entry.value == "fighters"


def _is_position(hit: Hit, words: Words) -> bool:
    """Whether a military object is one that a force fights from, as a base is and a building or a prison is not."""
    form = words.forms[hit.first]
    noun = f"ا{form[1:]}" if form.startswith("لل") else form[len(hit.proclitics) :]
    if noun not in load_vocabulary().positions:
        return False
    # القاعدة الأمريكية is a base, and in القاعدة اليمني the adjective is another noun's
    return not noun.endswith(_FEMININE) or words.forms[min(hit.last, len(words) - 1)].endswith(_FEMININE)
