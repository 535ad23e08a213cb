"""Whose forces are said to sit where something happened: `قاعدة تستضيف قوات أمريكية`, `فوق مطار المدينة حيث تتمركز قوات دولية`.

They did none of it by that. Of what was fired at their seat, or of an attack on it, they are the target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.allegiance import ONLOOKERS, side_of
from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.party_mentions import PartyMention

_NEAR = 7  # words from a verb of sitting back to where they sit
_STRUCK = frozenset({"strike", "armed_clash"})


def leave_hosted(draft: Draft) -> None:
    """The actors without those who are named for their seat alone, whom what struck it hit."""
    if kind_of(draft.type) not in BY_FORCE | {"other"}:
        return
    named: dict[str, bool] = {}
    for mention in draft.found.parties_in(*draft.found.words.sentences[draft.main.sentence]):
        named[mention.party] = named.get(mention.party, True) and is_hosted(draft, mention)
    hosted = tuple(
        party for party, only in named.items() if only and side_of(party) not in {*ONLOOKERS, "nonstate"}
    )
    if not hosted:
        return
    draft.actors = tuple(party for party in draft.actors if party not in hosted)
    if kind_of(draft.type) in _STRUCK:
        draft.targets = tuple(dict.fromkeys((*draft.targets, *hosted)))


def is_hosted(draft: Draft, mention: PartyMention) -> bool:
    """Whether a party stands right behind a verb of sitting somewhere that a word for a seat goes before, or is joined to one that does."""
    found, listed = draft.found, load_vocabulary()
    forms = found.words.forms
    first = found.phrases[mention].first
    begin = found.words.sentences[found.words.sentence_of[mention.first]][0]
    if found.phrases[mention].joined:
        before = [m for m in found.parties_in(begin, mention.first) if found.phrases[m].first < first]
        return bool(before) and is_hosted(draft, before[-1])
    verb = first - 1
    if verb > begin and forms[verb] in listed.sitting_there:
        verb -= 1
    if verb <= begin or forms[verb].lstrip("وف") not in listed.sitting:
        return False
    near = {form.removeprefix("ب").removeprefix("ل") for form in forms[max(begin, verb - _NEAR) : verb]}
    return not listed.seats_of_forces.isdisjoint(near)
