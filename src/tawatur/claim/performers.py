"""Who carried it out: `شن الجيش هجوما على مواقع الحركة`, `نفذت القوات، بالتنسيق مع البعثة، عملية استهدفت مسلحي الحركة`.

The subject of a verb of carrying out did what the noun behind tells; who is named behind that noun alone suffered it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.allegiance import ONLOOKERS, side_of
from tawatur.claim.repelled import is_repelling
from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.triggers import Trigger
    from tawatur.find.party_mentions import PartyMention

_REACH = 14  # words from the verb, over its subject and with whom he acted, to what was carried out
_NAME = 6  # words that the name of a subject before his verb has at most
_WITH_WITHIN = 4  # words from بمشاركة to whose it was
_ON = frozenset({"", "علي", "ضد", "ل"})  # over who suffered it, as it is folded
_FOES = frozenset({"anaphor.terrorists", "anaphor.militants", "anaphor.gunmen", "anaphor.rebels"})
_NO_SUBJECTS = ("object", "source", "weapon.drone", "effect")


def take_performer(draft: Draft) -> None:
    """Of what was carried out let the verb's subject act, and whom the noun for it has behind it suffer."""
    main = next((t for t in draft.triggers if t.act is not None), None)
    if main is None or kind_of(draft.type) not in BY_FORCE or is_repelling(draft):
        return
    verb = _verb_of(draft, main)
    if verb is None:
        return
    performer = _subject_of(draft, verb, main)
    if performer is not None and side_of(performer.party) in ONLOOKERS:
        return
    found = draft.found
    begin, end = found.words.sentences[main.sentence]
    behind = found.parties_in(main.last, end)
    if any(found.phrases[m].governor == "by" for m in behind):
        return
    before = {m.party for m in found.parties_in(begin, main.first)}
    struck = [m.party for m in behind if m.party not in before and _is_struck(draft, main, m)]
    moved = [party for party in dict.fromkeys(struck) if party in draft.actors]
    if performer is not None and (moved or performer.party not in draft.actors):
        kept = (p for p in draft.actors if p not in moved and p in before)
        draft.actors = tuple(dict.fromkeys((performer.party, *kept)))
    elif verb + 1 < main.first and performer is None:  # نفذت وحدة من المشاة كمينا لعناصر من الحركة
        foes = any(hit.form.entry.id in _FOES for hit in found.hits_in("anaphor", verb, main.first))
        spoke = {p for p in before if _only_speaks(draft, p, verb)} if foes else set()
        draft.actors = tuple(p for p in draft.actors if p not in moved and p not in spoke)
    else:
        return
    draft.targets = tuple(dict.fromkeys((*(p for p in draft.targets if p not in draft.actors), *moved)))


def _only_speaks(draft: Draft, party: str, verb: int) -> bool:
    """Whether a party is named before the verb as who tells of it, and nowhere else: `جاء في بيان للجيش أن عناصر نفذت هجوما`."""
    found = draft.found
    begin, end = found.words.sentences[draft.main.sentence]
    here = [m for m in found.parties_in(begin, end) if m.party == party]
    return all(m.first < verb and found.is_credited(m) for m in here)


def _verb_of(draft: Draft, main: Trigger) -> int | None:
    """Where the verb of carrying out stands that has the main act as its object."""
    if main.part == "verb" or main.proclitics or main.definite:
        return None
    found = draft.found
    forms, listed = found.words.forms, load_vocabulary().performing
    begin, _ = found.words.sentences[main.sentence]
    before = range(main.first - 1, max(begin - 1, main.first - _REACH), -1)
    verb = next(
        (i for i in before if forms[i] in listed or (forms[i][1:] in listed and forms[i][0] in "وف")), None
    )
    if verb is None or any(t.act is not None for t in found.triggers_in(verb + 1, main.first)):
        return None
    is_said = any(hit.form.is_verb for hit in found.hits_in("say", verb + 1, main.first))
    return None if is_said else verb


def _subject_of(draft: Draft, verb: int, main: Trigger) -> PartyMention | None:
    """The party named bare right behind the verb, or right before it."""
    found = draft.found
    begin, _ = found.words.sentences[main.sentence]
    behind = found.parties_in(verb + 1, main.first)
    subject = next((m for m in behind if found.phrases[m].first == verb + 1), None)
    if subject is None and verb + 1 == main.first:
        near = found.parties_in(max(begin, verb - _NAME), verb)
        subject = next((m for m in near if m.last == verb), None)
    if subject is None or subject.party == "civilians":
        return None
    phrase = found.phrases[subject]
    is_bare = not (phrase.governor or phrase.joined or subject.proclitics.lstrip("وف"))
    return subject if is_bare and not phrase.head.startswith(_NO_SUBJECTS) else None


def _is_struck(draft: Draft, main: Trigger, mention: PartyMention) -> bool:
    """Whether a party behind the noun is the one on whom it fell, rather than one with whose help it was done."""
    found = draft.found
    if found.phrases[mention].governor not in _ON or mention.party in {"unknown", "civilians"}:
        return False
    near = found.hits_in("cue", max(main.last, mention.first - _WITH_WITHIN), mention.first)
    return not any(hit.form.entry.value == "with" for hit in near)
