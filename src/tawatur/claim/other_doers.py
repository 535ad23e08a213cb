"""Who did it, where the grammar tells that a party named beside it is another's victim, or is held to be behind somebody.

`تمكنت الفصائل من قنص عنصر من قوات النظام`: who managed to do it did it, to those named behind it.
`اعتقل شابا بتهمة التعامل مع الجيش`: what he is accused of is no part in his arrest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.repelled import is_repelling
from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.party_words import load_vocabulary
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tawatur.claim.draft import Draft
    from tawatur.claim.triggers import Trigger
    from tawatur.find.party_mentions import PartyMention

_RAIDS = frozenset({"act.raid"})  # told of as flown: غارة جوية
_BANDS = frozenset({"terrorists", "militants"})
_NEAR = 8  # words from a verb of managing to what was managed
_ACCUSED_WITHIN = 5  # words from the charge to the party it names: بتهمة الانتماء إلى صفوف


def take_manager(draft: Draft) -> None:
    """Of what was managed, or undertaken, let its subject alone act, with who is joined to it; who is named behind suffered it."""
    by_force = kind_of(draft.type) in BY_FORCE or draft.type == "territory_change"
    if not by_force or is_repelling(draft):
        return  # تمكن الجيش من صد هجوم: he managed, and the other attacked
    managed = next(((t, m) for t in _deeds(draft) if (m := _manager_of(t, draft)) is not None), None)
    if managed is None:
        return
    main, manager = managed
    found = draft.found
    begin, end = found.words.sentences[main.sentence]
    joined = {m.party for m in found.parties_in(manager.last, main.first) if found.phrases[m].joined}
    behind = {m.party for m in found.parties_in(main.last, end)}
    before = {m.party for m in found.parties_in(begin, main.first)}
    if any(found.phrases[m].governor == "by" for m in found.parties_in(main.last, end)):
        return
    moved = [p for p in draft.actors if p in behind - before and p != manager.party]
    if not draft.actors and manager.party in draft.targets:  # تمكنت القوات من تحرير القرية
        draft.actors = (manager.party, *(p for p in draft.targets if p in joined and p != manager.party))
        draft.targets = tuple(p for p in draft.targets if p not in draft.actors)
    if not moved:
        return
    draft.actors = (manager.party, *(p for p in draft.actors if p in joined and p != manager.party))
    draft.targets = tuple(dict.fromkeys((*(p for p in draft.targets if p not in draft.actors), *moved)))


def leave_merely_named(draft: Draft) -> None:
    """The actors without those whom the sentence names alone in what somebody is accused of.

    Nor, where others acted and it was no exchange, as the land it was done in, or as whose nationals were harmed.
    """
    if not draft.actors:
        return
    is_deed = len(draft.actors) > 1 and "mutual" not in draft.main.traits
    named: dict[str, bool] = {}
    for mention in draft.found.parties_in(*draft.found.words.sentences[draft.main.sentence]):
        is_aside = _is_charge(draft, mention) or (
            is_deed and (_is_land(draft, mention) or _is_harmed(draft, mention))
        )
        named[mention.party] = named.get(mention.party, True) and is_aside
    draft.actors = tuple(party for party in draft.actors if not named.get(party))


def leave_earthbound(draft: Draft) -> None:
    """Bands that have no aircraft flew no raid: `تحييد سلاح الجو أربعة من الحزب في غارة جوية` names whom it hit."""
    if draft.type != "airstrike" or not any(t.id in _RAIDS for t in draft.triggers):
        return
    bands = tuple(party for party in draft.actors if _is_earthbound(party))
    draft.actors = tuple(party for party in draft.actors if party not in bands)
    draft.targets = tuple(dict.fromkeys((*draft.targets, *bands)))


def _is_earthbound(party: str) -> bool:
    entry = load_parties().get(party)
    return entry is not None and entry.side == "nonstate" and bool(_BANDS & set(entry.kinds))


def _deeds(draft: Draft) -> Iterator[Trigger]:
    """The main word for what was done, and those of its sentence before it: `من تحرير القرية ورفع العلم`."""
    main = draft.main
    yield main
    yield from (t for t in draft.triggers if t.sentence == main.sentence and t.first < main.first)


def _manager_of(main: Trigger, draft: Draft) -> PartyMention | None:
    """The subject of the verb of managing under which a deed stands as a noun: `تمكن الجيش من`, `الجيش تمكن من`."""
    found = draft.found
    listed, forms = load_vocabulary(), found.words.forms
    begin, _ = found.words.sentences[main.sentence]
    if main.part == "verb" and main.act is not None:
        return None
    governed = forms[main.first - 1] in listed.over_doing if main.first > begin else False
    if not (governed or main.proclitics.lstrip("وف") in {"ب", "ل"}):
        return None
    verb = next(
        (
            at
            for at in range(main.first - 1, max(begin - 1, main.first - _NEAR), -1)
            if forms[at].lstrip("وف") in listed.managing
        ),
        None,
    )
    if verb is None:
        return None
    behind = next(
        (
            m
            for m in found.parties_in(verb + 1, main.first)
            if found.phrases[m].first == verb + 1 and not found.phrases[m].governor
        ),
        None,
    )
    before = next((m for m in found.parties_in(max(begin, verb - _NEAR), verb) if m.last == verb), None)
    return behind or before


def _is_land(draft: Draft, mention: PartyMention) -> bool:
    """Whether a state's name stands for a part of its land: `في شمال شرق نيجيريا`."""
    if mention.by != "name" or mention.last != mention.first + 1 or mention.proclitics:
        return False
    return bool(mention.first) and draft.found.words.forms[mention.first - 1] in load_vocabulary().directions


def _is_harmed(draft: Draft, mention: PartyMention) -> bool:
    """Whether a nationality tells no more than who was harmed: `أصيب جندي سنغالي في الهجوم الذي شنه مسلحون`."""
    groups = (h.people for h in draft.harms if h.people is not None)
    return mention.by == "nation" and any(p.first <= mention.first <= p.last for p in groups)


def _is_charge(draft: Draft, mention: PartyMention) -> bool:
    """Whether a party stands behind a word for a charge: `بتهمة الانتماء لداعش`."""
    forms = draft.found.words.forms
    begin, _ = draft.found.words.sentences[draft.main.sentence]
    first = max(begin, mention.first - _ACCUSED_WITHIN)
    return not load_vocabulary().charges.isdisjoint(forms[first : mention.first])
