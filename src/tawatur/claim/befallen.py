"""Whom an attack befell by the verb: `تعرضت القوات لهجوم`, `أعلن الجيش أن قواته تعرضت لكمين`. Its subject suffered it, and did none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.party_mentions import PartyMention

_AMBUSH = "act.ambush"
_WAYLAID_WITHIN = 5  # words from the ambush to those for whom it was laid
_REACH = 8  # words from the verb, over its subject, to what befell it
_AS_FAR = 16  # … over a clause that tells more of it: تعرضت القاعدة التي يتواجد فيها الجيش إلى هجوم
_ITS_OWN = ("head.", "object.military", "people.", "weapon.")


def turn_befallen(draft: Draft) -> None:
    """Leave the subject of `تعرض` out of the actors; it is the target, unless only a thing or a stretch of ground of its was hit."""
    verb = _verb_at(draft)
    if verb < 0:
        _leave_who_tells(draft)
        return
    subject = _subject(draft, verb)
    if subject is None:
        _take_owner(draft, verb)
        return
    draft.actors = tuple(party for party in draft.actors if party != subject.party)
    if not draft.actors:
        draft.actors = _doers(draft, subject.party)
        draft.targets = tuple(party for party in draft.targets if party not in draft.actors)
    head = draft.found.phrases[subject].head
    if (not head or head.startswith(_ITS_OWN)) and head != "head.area":
        draft.targets = tuple(dict.fromkeys((subject.party, *draft.targets)))


def turn_waylaid(draft: Draft) -> None:
    """Let those be the target for whom others lay in wait: `نصب التنظيم كمينا لدورية من قسد`, but not `كمين للجيش أوقع مسلحين`."""
    main, found = draft.main, draft.found
    if main.id != _AMBUSH or draft.type != "armed_clash":
        return
    begin, end = found.words.sentences[main.sentence]
    near = found.parties_in(main.last, min(main.last + _WAYLAID_WITHIN, end))
    for mention in near:
        phrase = found.phrases[mention]
        if mention.party not in draft.actors and mention.party in draft.targets:
            return
        if phrase.first != main.last or phrase.governor != "ل":
            return
        others = found.parties_in(begin, main.first)
        doers = tuple(a for a in draft.actors if a != mention.party)
        if not doers or not any(m.party in doers for m in others):
            return
        draft.actors = doers
        draft.targets = tuple(dict.fromkeys((mention.party, *draft.targets)))
        return


def _doers(draft: Draft, subject: str) -> tuple[str, ...]:
    """Who is named behind the attack as who carried it out: `لكمين نفذه التنظيم`."""
    found, main = draft.found, draft.main
    near = found.parties_in(main.last, min(main.last + _REACH, found.words.sentences[main.sentence][1]))
    doer = next((m for m in near if found.phrases[m].carrier or found.phrases[m].governor == "by"), None)
    return () if doer is None or doer.party in {subject, "civilians"} else (doer.party,)


def _leave_who_tells(draft: Draft) -> None:
    """Who tells what fell, and on what, fired none of it: `أعلن الجيش سقوط ثلاثة صواريخ على القاعدة`."""
    main, found = draft.main, draft.found
    if kind_of(draft.type) != "strike" or not draft.actors:
        return
    begin, end = found.words.sentences[main.sentence]
    near = found.words.forms[max(begin, main.first - 1) : main.last]
    if not any(form.lstrip("وفبل") in load_vocabulary().falling for form in near):
        return
    named: dict[str, bool] = {}
    for mention in found.parties_in(begin, end):
        named[mention.party] = named.get(mention.party, True) and found.is_credited(mention)
    draft.actors = tuple(party for party in draft.actors if not named.get(party))


def _take_owner(draft: Draft, verb: int) -> None:
    """Whose thing it was that was attacked suffered it: `تعرض أحد المراكز التابعة للوزارة لهجوم`."""
    found = draft.found
    for mention in found.parties_in(verb + 1, draft.main.first):
        phrase = found.phrases[mention]
        is_under = "ل" in {phrase.governor, mention.proclitics}
        owns = is_under and found.words.forms[mention.first - 1] in load_vocabulary().owned
        owns = owns or (is_under and found.words.forms[phrase.first - 1] in load_vocabulary().owned)
        if owns and mention.party not in {"unknown", "civilians"}:
            draft.actors = tuple(party for party in draft.actors if party != mention.party)
            draft.targets = tuple(dict.fromkeys((mention.party, *draft.targets)))


def _verb_at(draft: Draft) -> int:
    """The verb, or its noun, by which an attack befell somebody; -1 where there is none."""
    main, found = draft.main, draft.found
    if kind_of(draft.type) not in BY_FORCE or main.act is None:
        return -1
    begin, _ = found.words.sentences[main.sentence]
    forms = found.words.forms
    if not (main.proclitics.lstrip("وف") == "ل" or (main.first > begin and forms[main.first - 1] == "الي")):
        return -1
    first = max(begin, main.first - _AS_FAR)
    verbs = load_vocabulary().befallen
    verb = next((i for i in range(main.first - 1, first - 1, -1) if forms[i].lstrip("وف") in verbs), -1)
    return -1 if verb >= 0 and found.triggers_in(verb + 1, main.first) else verb


def _subject(draft: Draft, verb: int) -> PartyMention | None:
    main, found = draft.main, draft.found
    begin, _ = found.words.sentences[main.sentence]
    if main.first - verb > _REACH:
        return None
    near = found.parties_in(max(begin, verb - _REACH), main.first)
    behind = (m for m in near if found.phrases[m].first == verb + 1)
    at = verb
    if verb and found.words.forms[verb - 1] in load_vocabulary().supposed_that:  # قالت القوة إنها تعرضت لهجوم
        at = next((s.last for s in found.sources if s.said_at in {verb - 1, verb}), verb)
    before = (m for m in near if m.last == at and not found.phrases[m].governor)
    subject = next(behind, None) or next(before, None)
    return None if subject is None or subject.party in {"unknown", "civilians"} else subject
