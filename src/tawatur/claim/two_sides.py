"""Clashes in which nobody is said to have attacked: both sides fight, and neither is the other's target.

`شهدت تعز اشتباكات مع الحوثيين`, `الاشتباكات مستمرة بين الطرفين`: the format has both as actors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_MUTUAL = "mutual"
_ROLES = ("actor", "target")
_UNLIKELY = -1.5  # log-odds
_WITH = "مع"
_TOGETHER = frozenset(
    {"بالتعاون", "بالتنسيق", "بالتزامن", "بالاشتراك", "بالتوازي", "تزامنا", "معا", "تعاون", "جنب"}
)
_REACH = 10  # words behind the word for the clash in which its other side may be named
_TO_PARTY = 3  # words from مع to the party's name: مع دورية من قوات س


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
    elif (other := _fought_with(draft)) and other not in {*draft.actors, *draft.targets}:
        draft.actors = (*draft.actors, other)


def _fought_with(draft: Draft) -> str:
    """`اشتبك مقاتلو س مع قوات ص`: the party behind مع, close behind the word for the clash; "" for none."""
    found, main = draft.found, draft.main
    words = found.words
    end = min(words.sentences[words.sentence_of[main.first]][1], main.last + _REACH)
    for at in range(main.last, end):
        if at > main.last and not is_space(words.gaps[at]):
            return ""
        if words.forms[at] == _WITH and words.forms[at - 1] not in _TOGETHER:
            near = found.parties_in(at + 1, min(at + 1 + _TO_PARTY, end))
            return next((m.party for m in near if not m.proclitics and m.party != "unknown"), "")
    return ""


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
