"""Who did it, by the plain grammar of the verb: `فجّر التنظيم عبوة`, `مستوطنون يحرقون مركبتين`.

A party named bare right behind an active verb, or right before one that agrees with it, is its subject and acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.party_words import load_vocabulary
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.triggers import Trigger
    from tawatur.find.party_mentions import PartyMention

_NO_SUBJECTS = frozenset({"object", "source"})  # قصفت مواقع التنظيم: whose positions they are does not act
_REACH = 6  # words from a verb to the name in the phrase of its subject
# What a party does; a demonstration or a flight is told of by who takes part.
_TOLD_OF = BY_FORCE | {"territory_change", "deployment", "release", "other"}
_PARTICLE = "قد"
_UPON = "علي"  # folded
_TWO = ("تين", "تي")  # of two arms as an object: طائرتين, دبابتي ميركافا
_QUOTES = ' "“”»'
_RANKS = "head.ranks"
_ACCUSATIVE = ("ين", "ا")  # of men as an object: عنصرين, جنديا
_FEMININE = ("ه", "ات")  # of nouns, as they are folded: a gun, aircraft
_REPEL = "act.repel"  # who repels is no attacker; see claim.repelled


def name_subject(draft: Draft) -> None:
    """Take as the actor whom the main act's verb has as its subject; of another act's verb, where no actor was read."""
    if kind_of(draft.type) not in _TOLD_OF or _turn_objects(draft):
        return
    for trigger in draft.triggers:
        if draft.actors and trigger is not draft.main:
            continue
        subject = _subject_of(draft, trigger)
        if subject is not None and subject.party not in draft.actors:
            draft.actors = (subject.party,)
            draft.targets = tuple(party for party in draft.targets if party != subject.party)
            return


def subject_of_main(draft: Draft) -> PartyMention | None:
    """The party that is the subject of the main act's verb, where grammar alone tells it."""
    return _subject_of(draft, draft.main) if kind_of(draft.type) in _TOLD_OF else None


def _turn_objects(draft: Draft) -> bool:
    """Let those be targets who stand behind a verb in a case that no subject has: `الجيش هاجم مقاتلي الحركة`; whether any do."""
    found = draft.found
    for trigger in draft.triggers:
        behind = _behind(draft, trigger, objects=True) if trigger.part == "verb" and trigger.act else None
        if behind is None or not _is_oblique(draft, behind) or trigger.id == _REPEL:
            continue
        subject = _before(draft, trigger)
        if subject is not None and subject.party != behind.party:
            draft.actors = (subject.party,)
        elif found.hits_in("head", trigger.first - 1, trigger.first):  # إن قواتها هاجمت متمردي الحركة
            draft.actors = tuple(party for party in draft.actors if party != behind.party)
        else:
            continue
        targets = (behind.party, *(party for party in draft.targets if party not in draft.actors))
        draft.targets = tuple(dict.fromkeys(targets))
        return True
    return False


def _is_oblique(draft: Draft, mention: PartyMention) -> bool:
    """Whether the men whose party is named stand in a case that a subject does not have: مقاتلي الحركة."""
    first = draft.found.phrases[mention].first
    return first < mention.first and draft.found.words.forms[first] in load_vocabulary().men_as_objects


def _subject_of(draft: Draft, trigger: Trigger) -> PartyMention | None:
    if trigger.act is None or trigger.id == _REPEL:
        return None
    if trigger.part == "noun" and trigger is draft.main:
        return _of_noun(draft, trigger)
    if trigger.part != "verb":
        return None
    said = _who_says(draft, trigger)
    if said is not None:
        return said
    behind = _behind(draft, trigger)
    if behind is not None and _is_oblique(draft, behind):
        return _before(draft, trigger) or behind  # few write مقاتلو where they act
    if behind is not None and not draft.found.phrases[behind].head.startswith("weapon."):
        return behind
    return _before(draft, trigger) or behind  # إن عناصرها تستهدف دبابتي ميركافا


def _behind(draft: Draft, trigger: Trigger, *, objects: bool = False) -> PartyMention | None:
    """A party whose phrase begins right behind the verb, bare: `قصفت البوارج الإسرائيلية`; of `objects` also one that cannot act."""
    found = draft.found
    end = min(trigger.last + _REACH, found.words.sentences[trigger.sentence][1])
    for mention in found.parties_in(trigger.last, end):
        if (
            found.phrases[mention].first == trigger.last
            and found.words.gaps[trigger.last] == " "
            and (objects or _may_act(draft, trigger, mention))
            and (objects or _may_follow(draft, trigger, mention))
        ):
            return mention
    return None


def _of_noun(draft: Draft, trigger: Trigger) -> PartyMention | None:
    """A party right behind a verbal noun, with what it was done to right behind that: `سيطرة المعارضة على مقر`, `استهداف قسد الأحياء`."""
    found = draft.found
    end = min(trigger.last + _REACH, found.words.sentences[trigger.sentence][1])
    for mention in found.parties_in(trigger.last, end):
        phrase, last = found.phrases[mention], mention.last
        if phrase.first not in {trigger.first, trigger.last} or not is_space(found.words.gaps[trigger.last]):
            continue  # the word itself where it may be ground, as in مناطق سيطرة المعارضة
        if mention.party == "civilians" or mention.proclitics or phrase.joined or phrase.governor:
            return None
        if (
            phrase.head.partition(".")[0] in _NO_SUBJECTS
            or last >= end
            or not is_space(found.words.gaps[last])
        ):
            return None
        return mention if _is_done_to(draft, trigger, last) else None
    return None


def _is_done_to(draft: Draft, trigger: Trigger, at: int) -> bool:
    """Whether a word tells to what the act before it was done: على, or, of what is done to somebody, a thing or people in the accusative."""
    found = draft.found
    if found.words.forms[at] == _UPON:
        return True
    if "bombard" not in trigger.traits and kind_of(trigger.type) != "seize":
        return False
    things = [h for layer in ("object", "people") for h in found.hits_in(layer, at, at + 1)]
    return any(not h.proclitics for h in things) or any(g.first == at and not g.joined for g in found.groups)


def _may_follow(draft: Draft, trigger: Trigger, mention: PartyMention) -> bool:
    """Whether a verb before its subject may agree with it so: in `استهدفوا دبابة` and `استهدف دبابة` the tank is hit."""
    says = trigger.form.says
    assert says is not None
    phrase = draft.found.phrases[mention]
    is_arms = phrase.head.startswith("weapon.")
    noun = draft.found.words.forms[phrase.first]
    if is_arms and noun.endswith(_TWO):
        return False
    if phrase.head == _RANKS and phrase.first < mention.first and noun.endswith(_ACCUSATIVE):
        return False  # استهدفت عنصرين من الجيش
    of_her = is_arms and noun.endswith(_FEMININE)
    return says.agree != "they" and not (says.agree == "he" and of_her)


def _before(draft: Draft, trigger: Trigger) -> PartyMention | None:
    """A party whose name ends right before the verb: `مستوطنون يحرقون`, `أن الحوثيين سيطروا`."""
    if trigger.proclitics:
        return None
    found = draft.found
    begin = max(trigger.first - _REACH, found.words.sentences[trigger.sentence][0])
    at = trigger.first
    if at > begin and found.words.forms[at - 1] == _PARTICLE and found.words.gaps[at] == " ":
        at -= 1  # كانت مجموعة من الحركة قد هاجمت
    for mention in found.parties_in(begin, at):
        if (
            mention.last == at
            and not found.words.gaps[at].strip(_QUOTES)
            and _may_act(draft, trigger, mention)
        ):
            return mention
    return None


def _who_says(draft: Draft, trigger: Trigger) -> PartyMention | None:
    """The party that speaks, where its pronoun stands right before the verb: `أعلنت الحركة أنها تقصف`, with no other in between."""
    found, at = draft.found, trigger.first - 1
    says = trigger.form.says
    listed = load_vocabulary()
    if at < 1 or found.words.forms[at] not in listed.supposed_that or trigger.proclitics:
        return None
    if says is None or says.voice == "passive" or found.words.gaps[trigger.first].strip(_QUOTES):
        return None
    for said in found.sources:
        if not said.reach_first <= at < said.reach_last or found.parties_in(said.last, at):
            continue
        if not found.hits_in("say", said.last, at):  # سيارة قال إنها انفجرت
            spoke = [m for m in found.parties_in(said.first, said.last) if m.party == said.source]
            if spoke:
                return spoke[-1]
    return None


def _may_act(draft: Draft, trigger: Trigger, mention: PartyMention) -> bool:
    found = draft.found
    phrase = found.phrases[mention]
    says = trigger.form.says
    assert says is not None
    if says.voice == "passive" or mention.party == "civilians" or phrase.joined or phrase.governor:
        return False
    if phrase.head.partition(".")[0] in _NO_SUBJECTS or mention.proclitics.lstrip("وف"):
        return False
    noun = found.words.forms[phrase.first].lstrip("وف")
    return says.agree != "she" or noun not in load_vocabulary().masculine
