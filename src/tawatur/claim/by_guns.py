"""Whether guns are the subject of a verb for a strike: `قصفت مدفعية الجيش مواقعهم`, whatever aircraft the report tells of besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_FROM_THE_AIR = frozenset({"airstrike", "drone_strike"})
_OWNER_WITHIN = 2  # words from guns, over قوات, to whose they are


def is_by_guns(draft: Draft) -> bool:
    """Whether what was read as a strike from the air has guns right behind its verb, and they are the actor's, or have the article."""
    main, found = draft.main, draft.found
    if draft.type not in _FROM_THE_AIR or main.act is None or main.part != "verb":
        return False
    if "bombard" not in main.traits or any(t.type in _FROM_THE_AIR and t is not main for t in draft.triggers):
        return False
    says = main.form.says
    if says is None or says.agree != "she" or says.pronoun:
        return False
    words = found.words
    guns = next(
        (h for h in found.hits_in("weapon", main.last, main.last + 1) if h.form.entry.value == "artillery"),
        None,
    )
    if guns is None or guns.proclitics or not is_space(words.gaps[main.last]):
        return False
    if words.forms[guns.first].startswith("ال"):
        return True
    owner = next(iter(found.parties_in(guns.first, guns.last + _OWNER_WITHIN)), None)
    return owner is not None and not owner.proclitics and not found.phrases[owner].governor
