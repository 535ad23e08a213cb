"""Who did what is told of apart did nothing of what stands before it: `مقتل ضابط في درعا وإصابة طفل بقصف لقوات النظام على سرمين`.

A doer named behind both places may have done both (`قتيل في سرمين وجريح في بنش بقصف للنظام`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.another import says_where, turns_to

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft


def leave_doers_apart(draft: Draft) -> None:
    """The actors without those whom only another toll behind names, before the place of its own."""
    if not draft.actors or kind_of(draft.type) not in BY_FORCE:
        return
    found, main = draft.found, draft.main
    begin, stop = draft.sentence_span()
    for at, end, answered in found.apart_in(main.first, stop - 1):
        turn = at + 1
        if answered:
            continue
        form = found.words.forms[turn]
        place = next((p for p in found.places_in(turn, end) if says_where(p.governor)), None)
        if place is None or not (form.startswith("و") or turns_to(form)):
            continue
        before = {m.party for m in found.parties_in(begin, turn)}
        behind = {m.party for m in found.parties_in(turn, place.first)} - before
        draft.actors = tuple(party for party in draft.actors if party not in behind)
