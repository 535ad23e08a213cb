"""Who is set free in a release: `سلمت الحركة سبعة رهائن إسرائيليين`, `أفرجت عن 90 أسيرا بينهم 69 امرأة`.

Captives who are counted there go free, and whose people they are did not free them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.claim.allegiance import ONLOOKERS, side_of
from tawatur.find.people_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm

_DETAINED = "arrested"
_SET_FREE = "effect.set_free"
_TAKEN = frozenset({"abduction", "arrest"})
_CAPTURED = frozenset({"captured", "abducted"})
_HELD = _CAPTURED | {_DETAINED}
_OUT_OF = "من"
_COUNTED = frozenset({"noun", "part", "and"})


def is_freeing(draft: Draft) -> bool:
    """Whether what is told first sets those free who were taken: `حررت القوات 21 تلميذا خطفهم مسلحون`."""
    return draft.type in _TAKEN and any(
        harm.kind == "released" and harm.way == "after" and harm.low is not None and harm.at == draft.first
        for harm in draft.harms
    )


def free_captives(draft: Draft) -> None:
    """Count the captives of a release as released."""
    if draft.type != "release" or not any(harm.kind in _HELD for harm, _ in draft.effects):
        return
    draft.effects = [
        (
            replace(harm, kind="released"),
            "unknown" if _did_free(draft, harm, who) or side_of(who) in ONLOOKERS else who,
        )
        if harm.kind in _HELD and harm.way in _COUNTED
        else (harm, who)
        for harm, who in draft.effects
    ]


def _did_free(draft: Draft, harm: Harm, who: str) -> bool:
    """Whether a party set them free, and so is none of them; of two that exchange captives each has its own: `72 من أسرى الحكومة`."""
    own = harm.people.party if harm.people is not None else None
    is_exchange = len(draft.actors) > 1 and own is not None and own.party == who
    return who in draft.actors and not is_exchange


def stated_as_freed(draft: Draft) -> set[Harm]:
    """Those whom a release counts as captives, or as set free or exchanged: `وصول 120 أسيرا`, `حرر الجيش خمسة من أسراه`.

    The detained, only in the words that tell of it: `سلمت الحركة سبعة محتجزين`.
    """
    if draft.type != "release":
        return set()
    counted = {harm for harm in draft.harms if harm.low is not None}
    captives = {harm for harm in counted if harm.kind in _CAPTURED and harm.way == "noun"}
    if any(harm.kind == "released" for harm in draft.harms):
        free = {t.first for t in draft.triggers if t.effect is not None and t.effect.entry.id == _SET_FREE}
        return captives | {harm for harm in counted if harm.kind == "released" and harm.at in free}
    return captives | {harm for harm in counted if _is_detained_there(draft, harm)}


def _is_detained_there(draft: Draft, harm: Harm) -> bool:
    """Whether somebody detained is counted by the words that tell of a release, under a verb for it."""
    if harm.kind != _DETAINED or harm.way not in _COUNTED:
        return False
    told = [t for t in draft.triggers if t.type == draft.type]
    if not any(t.part == "verb" for t in draft.triggers if t.act and t not in told):
        return False  # مقابل تسليم سبعة محتجزين
    return any(t.first <= harm.at < t.last for t in told)


def _turn_captors(draft: Draft) -> None:
    """Let the parties out of whose hands captives were taken be targets: `تحرير 40 رهينة من قبضة الحركة`."""
    found = draft.found
    forms = found.words.forms
    grips = load_vocabulary().grips
    for mention in found.parties_in(*draft.sentence_span()):
        first = max(1, found.phrases[mention].first - 1)
        held = any(forms[i] in grips and forms[i - 1] == _OUT_OF for i in range(first, mention.first))
        if held and mention.party != "civilians":
            draft.actors = tuple(party for party in draft.actors if party != mention.party)
            draft.targets = tuple(dict.fromkeys((*draft.targets, mention.party)))


def leave_freed(draft: Draft) -> None:
    """Leave out of those who did it who only brought them home, and whom only the captives' nationality names: `رهائن إسرائيليين`."""
    if draft.type != "release":
        return
    draft.actors = tuple(party for party in draft.actors if side_of(party) not in ONLOOKERS)
    draft.targets = tuple(party for party in draft.targets if side_of(party) not in ONLOOKERS)
    _turn_captors(draft)
    if len(draft.actors) < 2:
        return
    found = draft.found
    captives = load_vocabulary().captives
    named: dict[str, list[bool]] = {party: [] for party in draft.actors}
    for mention in found.parties_in(*draft.sentence_span()):
        if mention.party in named:
            before = found.words.forms[mention.first - 1] if mention.first else ""
            named[mention.party].append(mention.by == "nation" and before in captives)
    draft.actors = tuple(party for party in draft.actors if not named[party] or not all(named[party]))
