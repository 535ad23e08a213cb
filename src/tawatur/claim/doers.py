"""Who killed, by the grammar of the verb: the subject of `قتل الجيش خمسة`, of `الجيش قتل خمسة` and of `تمكن الجيش من قتل خمسة`.

Who does a thing is not the one to whom it is done: of the parties of a sentence, the harmed are the other's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm
    from tawatur.find.party_mentions import PartyMention

_BEHIND = frozenset({"after", "and", "part"})
_REACH_BY = 8  # words from the harmed to who is told to have done it
_FIRE_WITHIN = 2  # words from برصاص, over قوات, to whose it was
_OF_FIRE = frozenset({"", "ب", "ل"})
_NO_DOERS = frozenset(
    {"object", "weapon", "source"}
)  # قصف مواقع الحوثيين وقتل 7: who holds positions does not kill


def is_done_to(draft: Draft, harm: Harm) -> bool:
    """Whether the word for harm has a doer: قتلت 21 منهم, قتلوا 7, تمكنت من قتل ثلاثة; of men the passive is قُتل."""
    trigger = next((t for t in draft.triggers if t.first <= harm.at < t.last), None)
    said = trigger.effect if trigger is not None and trigger.effect is not None else None
    if (
        trigger is None
        or said is None
        or harm.way not in _BEHIND - {"part"}
        or "subject" in said.entry.traits
    ):
        return False
    if said.says is None or said.says.part == "noun":
        form = draft.found.words.forms[trigger.first][len(trigger.proclitics) :]
        return form in load_vocabulary().doing and _is_governed(draft, harm)
    if said.says.voice == "passive":
        return False
    feminine = harm.of == "women" or (
        harm.people is not None and harm.people.entry is None and harm.low is None
    )
    return said.says.agree in {"she", "they"} and not feminine


def doer_of(draft: Draft, harm: Harm) -> str:
    """The party that the sentence names as who did a harm; "" where the grammar names none."""
    found = draft.found
    begin, end = found.words.sentences[found.words.sentence_of[harm.at]]
    by = [m for m in found.parties_in(harm.last, min(end, harm.last + _REACH_BY)) if _is_by(draft, m)]
    if by:
        return by[0].party  # مقتل خمسة على يد التنظيم
    if harm.way not in _BEHIND:
        return ""
    group = harm.people.first if harm.people is not None else harm.last
    between = _free(draft, harm.at + 1, group) if harm.way == "after" else []
    if between and _is_verb(draft, harm):
        return between[0].party  # قتلت القوات التركية خمسة
    if harm.way == "after" and (doer := _doer_of_noun(draft, harm, group)):
        return doer
    if not is_done_to(draft, harm):
        return ""
    before = [m for m in _free(draft, begin, harm.at) if _may_be_subject(draft, harm, m)]
    return before[-1].party if before else ""


def _doer_of_noun(draft: Draft, harm: Harm, group: int) -> str:
    """The party right behind a word that may be a noun too, and right before those counted: `أسر الجيش 12 من عناصر الحركة`."""
    if harm.people is None or harm.low is None or harm.people.governor:
        return ""
    for mention in draft.found.parties_in(harm.at + 1, group):
        is_between = mention.first == harm.at + 1 and mention.last == group and not mention.proclitics
        own = harm.people.party
        if is_between and mention is not own and mention.party not in {"civilians", "unknown"}:
            return mention.party
    return ""


def _may_be_subject(draft: Draft, harm: Harm, mention: PartyMention) -> bool:
    """Whether a verb before which a party is named agrees with it: `التنظيم` is no subject of `واعتقلت`."""
    trigger = next(t for t in draft.triggers if t.first <= harm.at < t.last)
    says = trigger.effect.says if trigger.effect is not None else None
    if says is None or says.part != "verb" or says.agree != "she":
        return True
    noun = draft.found.words.forms[draft.found.phrases[mention].first]
    return noun.lstrip("وف") not in load_vocabulary().masculine


def _is_by(draft: Draft, mention: PartyMention) -> bool:
    """`على يد التنظيم`, `برصاص قوات الأمن`, and not `بهجوم على قوات الأمن`."""
    found = draft.found
    governor = found.phrases[mention].governor
    before = found.words.forms[max(0, mention.first - _FIRE_WITHIN) : mention.first]
    return governor == "by" or (governor in _OF_FIRE and not load_vocabulary().with_fire.isdisjoint(before))


def _is_governed(draft: Draft, harm: Harm) -> bool:
    """`تمكن من قتل خمسة`, `قام بأسر خمسة`: a noun of doing under a preposition; without one the letters may be the passive."""
    trigger = next(t for t in draft.triggers if t.first <= harm.at < t.last)
    forms = draft.found.words.forms
    before = forms[trigger.first - 1] if trigger.first else ""
    if (
        before == "الي"
        and trigger.first > 1
        and forms[trigger.first - 2].lstrip("وف") in load_vocabulary().resulting
    ):
        return False
    return trigger.proclitics.lstrip("وف") in {"ب", "ل"} or before in load_vocabulary().over_doing


def _is_verb(draft: Draft, harm: Harm) -> bool:
    trigger = next((t for t in draft.triggers if t.first <= harm.at < t.last), None)
    said = trigger.effect if trigger is not None else None
    return (
        said is not None
        and said.says is not None
        and said.says.part == "verb"
        and said.says.voice != "passive"
        and "subject" not in said.entry.traits
    )


def _free(draft: Draft, first: int, last: int) -> list[PartyMention]:
    """Parties named bare, under no preposition: a verb's subject or its object."""
    found = draft.found
    named = []
    for mention in found.parties_in(first, last):
        phrase = found.phrases[mention]
        is_under = mention.proclitics.lstrip("وف") or found.words.forms[mention.first].startswith("لل")
        if mention.party == "unknown" or is_under or phrase.joined:
            continue
        if not phrase.governor and phrase.head.partition(".")[0] not in _NO_DOERS and mention.last <= last:
            named.append(mention)
    return named


def name_doers(draft: Draft) -> None:
    """Take as actors whom the grammar names as doers, where none was read, or another for the very word: `واعتقلت شخصين`."""
    said = {harm.at: doer for harm in draft.harms if (doer := doer_of(draft, harm))}
    doers = tuple(dict.fromkeys(said.values()))
    is_main = any(draft.main.first <= at < draft.main.last for at in said)
    if not doers or (draft.actors and (not is_main or set(doers) & set(draft.actors))):
        return
    draft.actors = doers
    draft.targets = tuple(party for party in draft.targets if party not in doers)
