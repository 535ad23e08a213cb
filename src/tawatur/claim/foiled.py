"""Blasts that never were: `ضبط حزام ناسف`, `القبض على انتحاري قبل تفجير نفسه`, `إحباط عملية انتحارية`, `عبوات ناسفة وأكداس عتاد`.

Of these somebody was caught, or something was found or foiled; nothing went off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.triggers import Trigger

_BLASTS = frozenset({"suicide_attack", "bombing"})
_FOUND = frozenset({"act.seize", "act.defuse", "act.repel", "act.raid_home"})
_BACK = 5  # words from what was meant to go off back to what became of it
_BEHIND = 3  # words from a verb of blowing up to تحت السيطرة


def foiled_type(draft: Draft) -> str:
    """What a draft that was read as a blast tells of, where nothing went off: `arrest`, `other`; "" where something did."""
    if draft.type not in _BLASTS or any(h.kind in {"killed", "wounded"} for h in draft.harms):
        return ""
    foiled = False
    for trigger in draft.triggers:
        if "blast" not in trigger.traits:
            continue
        is_meant = _is_meant(draft, trigger)
        foiled = foiled or is_meant
        if not (is_meant or "device" in trigger.traits or _is_bearer(draft, trigger)):
            return ""
    if any(h.kind == "arrested" for h in draft.harms):
        return "arrest"
    return "other" if foiled or any(t.id in _FOUND for t in draft.triggers) else ""


def _is_meant(draft: Draft, trigger: Trigger) -> bool:
    """Whether the words before it say that it was to be and was not, or that those who found it blew it up."""
    words, listed = draft.found.words, load_vocabulary()
    begin, end = words.sentences[trigger.sentence]
    behind = words.forms[trigger.last : min(end, trigger.last + _BEHIND)]
    if "تحت" in behind and any(form in listed.under_control for form in behind):
        return True
    before = words.forms[max(begin, trigger.first - _BACK) : trigger.first]
    if any(form in listed.foiling or form.lstrip("وفبل") in listed.foiling for form in before):
        return True
    near = before[:-1] if before and before[-1] in listed.that else before
    if near and near[-1] in listed.forestalled:
        return any(h.kind == "arrested" for h in draft.harms)
    return bool(near) and (near[-1] in listed.foiling_near or near[-1].lstrip("وفبل") in listed.foiling_near)


def _is_bearer(draft: Draft, trigger: Trigger) -> bool:
    """Whether it is who was to blow himself up, or what he wore: `انتحاري`, `حزام ناسف`."""
    found = draft.found
    if found.words.forms[trigger.first][len(trigger.proclitics) :] in load_vocabulary().worn:
        return True
    is_man = any(hit.first == trigger.first for hit in found.hits_in("people", trigger.first, trigger.last))
    return is_man and trigger.last - trigger.first == 1
