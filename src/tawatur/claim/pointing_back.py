"""Who did what the text points back to, or likens to what was told.

`وأسفر القصف عن مقتل خمسة` and `قتلت امرأة بقصف مماثل` have the doer of the shelling that was just told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.allegiance import ONLOOKERS, side_of
from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.another import likens
from tawatur.find.enumerated import numbered_at
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_POINTED_AT = BY_FORCE | {"territory_change"}
_SENTENCES = 3  # to look back over
_DRAFTS = 8


def take_pointed_actors(draft: Draft) -> None:
    """Where nobody is named and a noun with the article tells the act: who did the last of its kind."""
    kind = kind_of(draft.type)
    if draft.actors or kind not in _POINTED_AT or not _points_back(draft):
        return
    before = draft.before
    while before is not None and draft.number - before.number <= _DRAFTS:
        if draft.sentences[0] - before.sentences[-1] > _SENTENCES:
            return
        if kind_of(before.type) == kind and before.actors and not before.denied:
            if not {"unknown", *draft.targets} & {*before.actors}:
                draft.actors = before.actors
                draft.grounds |= {n: why for n, why in before.grounds.items() if n.startswith("actor ")}
            return
        before = before.before
    _take_teller(draft)


def _take_teller(draft: Draft) -> None:
    """Who announced the deeds that are told one by one did them: `أعلن الجيش عمليتين. الأولى استهدفت قاعدة`."""
    found = draft.found
    main = draft.main
    if not _is_deed_told(draft):
        return
    spoke = [s for s in found.sources if s.verb <= main.first and s.stance != "accuses"]
    teller = spoke[-1].source if spoke else ""
    near = bool(spoke) and found.words.sentence_of[spoke[-1].verb] >= main.sentence - 1
    if near and teller in load_parties() and side_of(teller) not in ONLOOKERS:
        draft.actors = (teller,)
        draft.targets = tuple(party for party in draft.targets if party != teller)


def _points_back(draft: Draft) -> bool:
    """Whether a noun with the article tells the act, or one that is likened to another: `بقصف مدفعي مماثل`."""
    forms = draft.found.words.forms
    return _is_deed_told(draft) or any(
        t.definite or (t.part == "noun" and likens(forms, t.last)) for t in draft.triggers
    )


def _is_deed_told(draft: Draft) -> bool:
    """Whether the subject of the main verb is one of several deeds: `العملية الأولى استهدفت`."""
    main, words = draft.main, draft.found.words
    begin = words.sentences[main.sentence][0]
    if main.act is None or main.part != "verb" or main.proclitics:
        return False
    return any(
        numbered_at(words.forms, at) == main.first for at in range(max(begin, main.first - 2), main.first)
    )
