"""Those who fell into somebody's hands: civilians are abducted or arrested and not captured, and who gives himself up does so to another.

`أسر المسلحون أربعة مزارعين` tells of an abduction; in `سلم إرهابي نفسه للجيش` the army took him, and is none of those who gave up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.claim.allegiance import side_of
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_OF_STATE = frozenset({"state", "foreign"})
_CIVILIANS = frozenset({"civilians"})
_FIGHTS = frozenset({"armed_clash", "killing"})
_TAKEN = frozenset({"abducted", "arrested"})
_TO_WITHIN = 6  # words from a surrender to whom it was to


def tell_taken(draft: Draft) -> None:
    """Count civilians who were captured as abducted, or as arrested by a state; where nothing else was done, it was that."""
    if not any(_is_captured_civilian(harm.kind, who) for harm, who in draft.effects):
        return
    by_state = bool(draft.actors) and all(side_of(party) in _OF_STATE for party in draft.actors)
    kind, type_ = ("arrested", "arrest") if by_state else ("abducted", "abduction")
    draft.effects = [
        (replace(harm, kind=kind) if _is_captured_civilian(harm.kind, who) else harm, who)
        for harm, who in draft.effects
    ]
    is_all = all(harm.kind in _TAKEN for harm, _ in draft.effects)
    if draft.type in _FIGHTS and is_all and _CIVILIANS.issuperset(draft.targets):
        draft.type = type_


def _is_captured_civilian(kind: str, who: str) -> bool:
    return kind == "captured" and who == "civilians"


def turn_given_up_to(draft: Draft) -> None:
    """Let be the target of a surrender, and no actor, to whom it was: `سلموا أنفسهم للجيش`."""
    if draft.type != "surrender":
        return
    found, main = draft.found, draft.main
    end = min(found.words.sentences[main.sentence][1], main.last + _TO_WITHIN)
    to = load_vocabulary().given_up_to
    taker = next((m for m in found.parties_in(main.first, end) if found.phrases[m].governor in to), None)
    if taker is None or taker.party in {"civilians", "unknown"}:
        return
    draft.actors = tuple(party for party in draft.actors if party != taker.party)
    draft.targets = tuple(dict.fromkeys((*draft.targets, taker.party)))
