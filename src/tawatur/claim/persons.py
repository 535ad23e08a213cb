"""Which persons a draft tells of by name: who is harmed under another name is harmed in another happening.

`أطلقوا النار على الشاب سامر خليل … كما عثر على جثة الشاب رامي حسن` are two murders, however much else they share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.gazetteer.ordinary import load_given_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tawatur.claim.draft import Draft

_OPENING = frozenset(' "“«(')  # what may stand before a name


def persons_of(draft: Draft) -> Mapping[str, frozenset[str]]:
    """By what was done to them, the given names of those of whom one is told with a name of two words: الشاب سامر خليل."""
    words, names = draft.found.words, load_given_names()
    told: dict[str, set[str]] = {}
    for harm, _ in draft.effects:
        people = harm.people
        if people is None or (harm.low, harm.high) != (1, 1) or people.last + 1 >= len(words.forms):
            continue
        at = people.last
        if words.forms[at] not in names or not _OPENING.issuperset(words.gaps[at]):
            continue
        if words.gaps[at + 1] == " ":
            told.setdefault(harm.kind, set()).add(words.forms[at])
    return {kind: frozenset(given) for kind, given in told.items()}


def are_others(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> bool:
    """Whether the same was done to persons of whom both tell by name, and none of them is one of the others."""
    shared = a.keys() & b.keys()
    return bool(shared) and all(a[kind].isdisjoint(b[kind]) for kind in shared)
