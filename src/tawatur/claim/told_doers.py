"""Who did it, by the plain grammar around a noun for what was done.

`اشتباكات بين الجيش ومسلحي العشائر` names its two sides, `قصف من القوات` and `برصاص الشرطة` the doer, `اتهمت الحكومة الحركة بقصف السوق`
the one of two whom the other accuses; and who admits the death of his soldiers (`أقر الجيش بمقتل جنديين`) did not do it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.triggers import Trigger
    from tawatur.find.party_mentions import PartyMention

_WITH = frozenset({"مع", "ضد"})
_WITH_WITHIN = 4  # words from اشتباكات to whom they were with
_BETWEEN_WITHIN = 6  # words from اشتباكات to بين
_SIDES_WITHIN = 25  # words from it to the names of both sides
_BY_WITHIN = 8  # words from what was done to who did it
_DEED_WITHIN = 5  # words from what was done to زرعها, over what it was done with
_FIRE_WITHIN = 2  # words from برصاص, over قوات, to whose it was
_DONE_TO = BY_FORCE | {"sexual_violence"}
_OF = frozenset({"strike", "armed_clash"})  # قصف من القوات; of قتل من القوات somebody else was killed
_POINTING = frozenset({"anaphor", "kind"})


def name_told(draft: Draft) -> None:
    """Take as actors whom the words around the act name for it: both sides, the accused, the doer; not who admits a loss."""
    if draft.type == "armed_clash":
        _name_sides(draft)
    _name_accused(draft)
    _turn_admitted(draft)
    if kind_of(draft.type) in _DONE_TO:
        _name_whose_deed(draft)
    if not draft.actors and kind_of(draft.type) in _DONE_TO:
        doer = next((m for t in draft.triggers if (m := _doer_behind(draft, t))), None)
        if doer is not None:
            _let_act(draft, doer.party)


def _name_whose_deed(draft: Draft) -> None:
    """Who is the subject of a verb behind what was done, or what it was done with, did it: `عبوة زرعها مقاتلو الحركة`."""
    found = draft.found
    forms, listed = found.words.forms, load_vocabulary().done_by
    main = draft.main
    if main.act is None or main.part == "verb":
        return
    end = found.words.sentences[main.sentence][1]
    at = next((i for i in range(main.last, min(end, main.last + _DEED_WITHIN)) if forms[i] in listed), None)
    if at is None:
        return
    mention = next(iter(found.parties_in(at + 1, min(end, at + 1 + _BY_WITHIN))), None)
    if mention is None or mention.party in draft.actors or mention.by in _POINTING:
        return
    phrase = found.phrases[mention]
    is_bare = not (phrase.governor or phrase.joined or mention.proclitics)
    if is_bare and phrase.first <= at + _FIRE_WITHIN and not phrase.head.startswith("object."):
        _let_act(draft, mention.party)


def _let_act(draft: Draft, *parties: str) -> None:
    draft.actors = parties
    draft.targets = tuple(party for party in draft.targets if party not in parties)


def _name_sides(draft: Draft) -> None:
    """The parties that بين joins are the sides; where it names but one, no party of another sentence is the other."""
    found = draft.found
    between = load_vocabulary().between
    for trigger in draft.triggers:
        if "mutual" not in trigger.traits:
            continue
        end = found.words.sentences[trigger.sentence][1]
        reach = range(trigger.last, min(end, trigger.last + _BETWEEN_WITHIN))
        at = next((i for i in reach if found.words.forms[i] in between), None)
        if at is None:
            if _name_foe(draft, trigger):
                return
            continue
        near = found.parties_in(at, min(end, trigger.last + _SIDES_WITHIN))
        sides = tuple(dict.fromkeys(m.party for m in near if found.phrases[m].governor in between))
        if len(sides) > 1:
            draft.actors, draft.targets = sides, ()
        elif sides:
            here = {m.party for m in found.parties_in(*draft.sentence_span())}
            _let_act(draft, *dict.fromkeys((*sides, *(a for a in draft.actors if a in here))))
        return


def _name_foe(draft: Draft, trigger: Trigger) -> bool:
    """Of a fight with somebody (`قتل خمسة من الحوثيين في اشتباكات مع الجيش`) he and who is named before it are the sides.

    Where more is told than the fight (`هاجموا القرية وخاضوا اشتباكات مع الجيش`) it has an attacker.
    """
    if any(t.act is not None and "mutual" not in t.traits for t in draft.triggers):
        return False
    found = draft.found
    begin, end = found.words.sentences[trigger.sentence]
    behind = found.parties_in(trigger.last, min(end, trigger.last + _WITH_WITHIN))
    against = next((m for m in behind if found.phrases[m].governor in _WITH), None)
    foes = [m.party for m in behind if m is against or found.phrases[m].governor == "مع"]
    is_told = against is not None and found.phrases[against].governor == "ضد"
    named = {m.party for m in found.parties_in(begin, end if is_told else trigger.first)}
    sides = [p for p in (*draft.actors, *draft.targets) if p in named and p not in foes]
    if not foes or not sides:
        return False
    draft.actors, draft.targets = tuple(dict.fromkeys((*sides, *foes))), ()
    return True


def _name_accused(draft: Draft) -> None:
    """Of two parties named bare behind a verb of accusing the latter is accused of what follows with ب."""
    found = draft.found
    main = draft.main
    if main.part != "noun" or not main.proclitics.endswith("ب"):
        return
    begin = found.words.sentences[main.sentence][0]
    said = reversed(found.hits_in("say", begin, main.first))
    verb = next((hit for hit in said if "accuse" in hit.form.entry.traits), None)
    if verb is None:
        return
    bare = []
    for mention in found.parties_in(verb.last, main.first):
        phrase = found.phrases[mention]
        if not (phrase.governor or phrase.joined or mention.proclitics):
            bare.append(mention)
    is_accused = len(bare) > 1 or (bare and found.phrases[bare[0]].first in found.accused)
    if len(bare) == 1:  # اتُّهمت الحركة بتفجير: nobody else is named whom she could accuse
        is_accused = is_accused or (found.phrases[bare[0]].first == verb.last and bare[0].last == main.first)
    if is_accused:
        _let_act(draft, bare[-1].party)


def _turn_admitted(draft: Draft) -> None:
    """Who admits that his own fell was the target of it: أقر الجيش بمقتل جنديين, and not بقتل مدنيين."""
    found = draft.found
    words = found.words
    at = draft.main.first
    speaker = next(
        (
            said.source
            for said in found.sources
            if said.stance == "admits" and said.reach_first <= at < said.reach_last
            if said.source in draft.actors and words.forms[said.verb] not in load_vocabulary().claiming
        ),
        None,
    )
    if speaker is None or not draft.harms:
        return
    for harm in draft.harms:
        trigger = next((t for t in draft.triggers if t.first <= harm.at < t.last), None)
        if trigger is None or trigger.effect is None or trigger.part != "noun":
            return
        if words.forms[trigger.first][len(trigger.proclitics) :] in load_vocabulary().doing:
            return
        if harm.people is not None and harm.people.value == "civilians":
            return
    draft.actors = tuple(party for party in draft.actors if party != speaker)
    draft.targets = tuple(dict.fromkeys((speaker, *draft.targets)))


def _doer_behind(draft: Draft, trigger: Trigger) -> PartyMention | None:
    """The party behind what was done that on its own words did it: على يد مسلحين, برصاص الشرطة, قصف من القوات."""
    found = draft.found
    end = min(found.words.sentences[trigger.sentence][1], trigger.last + _BY_WITHIN)
    is_fire = trigger.act is not None and trigger.part == "noun" and kind_of(trigger.type) in _OF
    for mention in found.parties_in(trigger.last, end):
        phrase = found.phrases[mention]
        if mention.by in _POINTING or phrase.joined:
            continue
        with_fire = phrase.governor == "ب" and phrase.head.startswith("weapon.")
        before = found.words.forms[max(0, mention.first - _FIRE_WITHIN) : mention.first]
        with_fire = with_fire or not load_vocabulary().with_fire.isdisjoint(before)
        is_by = phrase.governor == "by" or with_fire
        is_from = is_fire and phrase.governor == "من" and phrase.first == trigger.last + 1
        if is_by or (is_from and not phrase.head.startswith("object.")):
            return mention
    return None
