"""Whom a report tells of beside a happening, who neither did it nor suffered it.

Who is named in other sentences alone has a part in it where nobody else is named for that part. A blast tells nothing of who did it
(`انفجرت عبوة ناسفة`), and whoever fought in the paragraph above did not lay it. And where civilians were harmed by a strike, it is they who
were hit, not who holds their village (`قصف قرية يسيطر عليها التنظيم`), nor whom the report is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import FROM_AFAR, kind_of
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_BY_ONE = frozenset({"strike", "kill"})  # hardly ever done by several who are named apart
_HITS = FROM_AFAR | {"kill"}
_ITS_OWN = frozenset({"object.military", "head.ranks"})  # what of a party's can be hit beside civilians
_BESIDE = 2  # words from قريب, over من, to what it is near
_OF = "ل"  # مجمع تابع لحماس


def leave_far_doers(draft: Draft) -> None:
    """Leave who is named in other sentences alone out of the actors, where these name one, or a noun tells of a blast."""
    kind = kind_of(draft.type)
    if kind not in _HITS:
        return
    named = {m.party for m in draft.found.parties_in(*draft.sentence_span())}
    near = tuple(party for party in draft.actors if party in named)
    if near == draft.actors:
        return
    if near and kind in _BY_ONE:
        draft.actors = near
    elif kind == "blast" and draft.main.part != "verb":
        draft.actors = tuple(p for p in draft.actors if p in {*near, draft.source})


def leave_beside_civilians(draft: Draft) -> None:
    """Where civilians alone were harmed, leave out the parties of whose own nothing was hit."""
    if kind_of(draft.type) not in _HITS or {*draft.whose} - {"unknown"} != {"civilians"}:
        return
    own = set()
    for mention in draft.found.parties_in(*draft.sentence_span()):
        phrase = draft.found.phrases[mention]
        if (phrase.head in _ITS_OWN or phrase.governor == _OF) and not _lies_beside(draft, phrase.first):
            own.add(mention.party)
    draft.targets = tuple(p for p in draft.targets if p == "civilians" or p in own)


def _lies_beside(draft: Draft, first: int) -> bool:
    """Whether a phrase is only what something lies near: `منزلا يقع قرب موقع لحماس`, `بالقرب من حاجز للجيش`."""
    forms = draft.found.words.forms
    return not load_vocabulary().beside.isdisjoint(forms[max(0, first - _BESIDE) : first])
