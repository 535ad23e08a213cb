"""Whether a happening is said not to have been: `لم تقصف الطائرات`, `لم تشن أي غارة`, `عدم وقوع هجوم`, `الهجوم لم يحدث`.

Whoever says so denies it, though no verb of denying stands there. What was denied of a happening that is told beside it
(`القصف لم يستهدف مدنيين`) leaves it told.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.find.people_words import load_vocabulary as load_people
from tawatur.find.quantity_words import is_space
from tawatur.find.speaker_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.arabic.wordlists import Forms
    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm
    from tawatur.segment.words import Words

_BACK = 6  # words from a happening back to the verb that is negated
_BARE = 2  # words between the two, where no "any" is among them
_BEHIND = 6  # words from a happening to the verb behind it
_ALONE = 2  # words behind that verb before it must end
_EXCEPT = 10  # words behind a negation in which an exception takes it back
_RUMOURED = 8  # words from a rumour to what it is of
_UNTRUE = 14  # words from what is rumoured to that it is untrue
_TRIED_WITHIN = 3  # words back to the trying: حاول مسلحون مجهولون اغتيال, محاولة فاشلة لاغتيال
_CLITICS = "وفبل"
_QUOTES = ' \xa0"“”«»#_()'


def is_said_not_to_be(draft: Draft) -> bool:
    """Whether the words of a draft say of its happening that it was not."""
    words, main, vocabulary = draft.found.words, draft.main, load_vocabulary()
    begin, end = words.sentences[main.sentence]
    if not main.type or begin == main.first == end - 1:
        return False
    at = _negated_at(draft, begin)
    if at >= 0:
        told_before = any(t.type and begin <= t.first < at for t in draft.triggers)
        if at > begin and words.forms[at - 1] in vocabulary.not_as_told:
            return False
        return not told_before and vocabulary.but_for.isdisjoint(words.forms[at : min(at + _EXCEPT, end)])
    return _did_not_happen(draft, end) or _is_untrue(draft, begin, end)


def leave_tried(draft: Draft) -> None:
    """Leave out what was only tried: `نجا من محاولة اغتيال`, `حاول مسلحون اختطاف ضابط`. It happened, and harmed nobody."""
    if any(_is_tried(draft.found.words, harm) for harm, _ in draft.effects):
        draft.effects = [e for e in draft.effects if not _is_tried(draft.found.words, e[0])]
        draft.whose = [who for _, who in draft.effects]


def _is_tried(words: Words, harm: Harm) -> bool:
    listed = load_people()
    at = harm.at
    if not _is_listed(words.forms[at], listed.tried):
        return False
    begin = max(words.sentences[words.sentence_of[at]][0], at - _TRIED_WITHIN)
    for before in range(at - 1, begin - 1, -1):
        if not is_space(words.gaps[before + 1]):
            return False
        if _is_listed(words.forms[before], listed.attempts):
            return True
    return False


def _is_listed(form: str, listed: Forms) -> bool:
    """Whether a word is listed, as it stands or behind one letter that is written onto it."""
    return form in listed or (form[:1] in _CLITICS and form[1:] in listed)


@cache
def _negating() -> Forms:
    vocabulary = load_vocabulary()
    return vocabulary.was_not | vocabulary.is_not | vocabulary.lack | vocabulary.there_is_no


def _negated_at(draft: Draft, begin: int) -> int:
    """The word that negates a happening behind it; -1 where none does."""
    forms, gaps, vocabulary = draft.found.words.forms, draft.found.words.gaps, load_vocabulary()
    main = draft.main
    if _negating().isdisjoint(forms[max(0, main.first - 1 - _BACK) : main.first]):
        return -1
    if main.part == "verb" and main.first > begin and forms[main.first - 1] in vocabulary.was_not:
        return main.first - 1 if not gaps[main.first].strip() else -1
    is_any = is_there = False
    for at in range(main.first - 1, max(begin, main.first - 1 - _BACK), -1):
        if gaps[at + 1].strip(_QUOTES):
            return -1
        form, before = forms[at], forms[at - 1]
        is_any = is_any or form in vocabulary.any_at_all or form[1:] in vocabulary.any_at_all
        is_there = is_there or form in vocabulary.there
        near = is_any or main.first - 1 - at <= _BARE
        if not near:
            continue
        if form in vocabulary.occurring and before in vocabulary.lack:
            return at - 1
        if form in vocabulary.happen and before in vocabulary.was_not:
            return at - 1 if is_any or is_there or not main.definite else -1
        if form in vocabulary.carry_out and before in vocabulary.was_not:
            return at - 1
        if form in vocabulary.occurring | vocabulary.carry_out and before in vocabulary.is_not:
            return at - 1 if is_any else -1
        if form in vocabulary.there and before in vocabulary.there_is_no:
            return at - 1
    return -1


def _did_not_happen(draft: Draft, end: int) -> bool:
    """`الهجوم على المدينة لم يحدث`, with nothing behind it that says what did not."""
    forms, gaps, vocabulary = draft.found.words.forms, draft.found.words.gaps, load_vocabulary()
    main = draft.main
    if main.part == "verb":
        return False
    for at in range(main.last, min(main.last + _BEHIND, end - 1)):
        if gaps[at].strip(_QUOTES):
            return False
        if forms[at] in vocabulary.was_not and forms[at + 1] in vocabulary.happen:
            last = at + 2
            is_last = last >= end or bool(gaps[last].strip(_QUOTES))
            return is_last or forms[last] in vocabulary.at_all or forms[last] in vocabulary.prepositions
    return False


def _is_untrue(draft: Draft, begin: int, end: int) -> bool:
    """`الأنباء عن قصف المشفى عارية عن الصحة`, `المزاعم حول القصف لا أساس لها`."""
    forms, vocabulary = draft.found.words.forms, load_vocabulary()
    main = draft.main
    rumoured = forms[max(begin, main.first - _RUMOURED) : main.first]
    rumours = vocabulary.rumours
    if rumours.isdisjoint(rumoured) and rumours.isdisjoint([form[1:] for form in rumoured]):
        return False
    behind = " ".join(forms[main.last : min(main.last + _UNTRUE, end)])
    return any(f" {phrase} " in f" {behind} " for phrase in vocabulary.untrue)
