"""Where a verb's subject stands: who is named there acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.claim.triggers import Trigger


def subject_of(draft: Draft, trigger: Trigger) -> str:
    """Where a verb's subject stands: named by a noun it describes (`غارات استهدفت`), right before it, or to come."""
    if trigger.part != "verb":
        return ""
    subjects = draft.found.subjects
    if trigger.first not in subjects:
        subjects[trigger.first] = _read_subject(draft.found, trigger)
    return subjects[trigger.first]


def _read_subject(found: Found, trigger: Trigger) -> str:
    says = trigger.form.says
    at = trigger.first
    assert says is not None
    if says.agree == "they":
        return ":they"
    if at and found.words.sentence_of[at - 1] == trigger.sentence and not trigger.proclitics:
        if found.words.forms[at - 1] in load_vocabulary().which:
            return ":rel"
        if any(t.last in {at, at - 1} and not t.form.is_verb for t in found.triggers_in(at - 3, at)):
            return ":rel"
        if any(found.phrases[m].mention.last == at for m in found.parties_in(at - 6, at)):
            return ":svo"
        if any(g.last == at for g in found.groups_in(at - 6, at)):
            return ":svo"
    return ":vso"
