"""Clashes in which nobody is said to have attacked: both sides fight, and neither is the other's target.

`شهدت تعز اشتباكات مع الحوثيين`, `الاشتباكات مستمرة بين الطرفين`: the format has both as actors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_MUTUAL = "mutual"
_ROLES = ("actor", "target")
_UNLIKELY = -1.5  # log-odds


def join_sides(draft: Draft) -> None:
    """Let those fought in a clash be actors too, where no words name who began or two sides are said to fight; civilians fight in none."""
    if draft.type != "armed_clash" or _MUTUAL not in draft.main.traits or _attacks(draft):
        return
    sides = tuple(party for party in draft.targets if party != "civilians")
    if not draft.actors or _is_between_two(draft):
        draft.actors = (*draft.actors, *(party for party in sides if party not in draft.actors))
        sides = ()
    draft.targets = sides
    if not draft.actors:
        draft.actors = _only_side(draft)


def _only_side(draft: Draft) -> tuple[str, ...]:
    """`اشتباك بين دورية لقسد ومطلوبين … مقتل شاب`: the one party that is named there, where it may well have acted or been hit."""
    named = {m.party for m in draft.found.parties_in(*draft.sentence_span())} - {"unknown", draft.source}
    weighed = {
        p for p in named if max(draft.weighed.get((role, p), _UNLIKELY) for role in _ROLES) > _UNLIKELY
    }
    return tuple(weighed) if len(named) == 1 else ()


def _attacks(draft: Draft) -> bool:
    """Whether a word of the draft tells of an attack, which one side makes."""
    return any("attack" in t.traits and _MUTUAL not in t.traits for t in draft.triggers)


def _is_between_two(draft: Draft) -> bool:
    """`بين الطرفين`, `بين الجانبين`."""
    forms = draft.found.words.forms
    first, last = draft.sentence_span()
    two = load_vocabulary().two_sides
    return any(forms[i] in two and forms[i - 1] == "بين" for i in range(first + 1, last))
