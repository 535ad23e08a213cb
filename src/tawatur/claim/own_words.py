"""Who managed, or fought off, what somebody tells of himself: `قالت الحركة إنها نجحت في إسقاط طائرة`, `قال الجيش إنه صد هجوما`.

The pronoun on the "that" behind a verb of saying is the speaker's, and the subject of the verb that follows. Where that verb
itself tells what was done, see `claim.plain_subjects`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.repelled import is_repelling
from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.party_words import load_vocabulary
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_TOLD_OF = BY_FORCE | {"territory_change", "deployment", "release", "other"}
_NEAR = 5  # words from a verb of managing to what was managed
_ACTIVE_SIDES = frozenset({"state", "nonstate", "foreign"})


def name_speaker(draft: Draft) -> None:
    """Take the speaker as the actor of what he says that he managed, and as the target of what he fought off."""
    if kind_of(draft.type) not in _TOLD_OF or "mutual" in draft.main.traits:
        return  # قال الجيش إنه تمكن من الاشتباك مع المسلحين: both fought
    speaker = _speaker_of(draft)
    if not speaker or speaker in draft.actors:
        return
    if is_repelling(draft):
        draft.targets = tuple(dict.fromkeys((speaker, *draft.targets)))
    else:
        draft.actors = (speaker, *(p for p in draft.actors if not _is_named_behind(draft, p)))
        draft.targets = tuple(p for p in draft.targets if p != speaker)


def _speaker_of(draft: Draft) -> str:
    """The party that speaks, where its pronoun stands before the verb of managing or fighting off; "" of others."""
    found = draft.found
    at = _verb_of(draft)
    if at is None or found.words.forms[at - 1] not in load_vocabulary().supposed_that:
        return ""
    for said in found.sources:
        if said.said_at in {at - 1, at} and said.verb < at:
            return (
                said.source if _may_act(said.source) else said.other if said.other in load_parties() else ""
            )
    return ""


def _verb_of(draft: Draft) -> int | None:
    """Where the verb stands: one of managing over the main act, or of fighting off what is attacked with."""
    found, main = draft.found, draft.main
    if main.act is not None and main.part == "verb":
        return main.first if is_repelling(draft) and main.first else None
    begin, _ = found.words.sentences[main.sentence]
    near = range(main.first - 1, max(begin, main.first - _NEAR), -1)
    managing = load_vocabulary().managing | load_vocabulary().performing
    return next((at for at in near if found.words.forms[at] in managing), None)


def _may_act(party: str) -> bool:
    entry = load_parties().get(party)
    return party.startswith("other:") or (entry is not None and entry.side in _ACTIVE_SIDES)


def _is_named_behind(draft: Draft, party: str) -> bool:
    """Whether a party stands in the sentence behind the act alone: it is the one to whom it was done."""
    begin, end = draft.found.words.sentences[draft.main.sentence]
    here = [m for m in draft.found.parties_in(begin, end) if m.party == party]
    return bool(here) and all(m.first > draft.main.first for m in here)
