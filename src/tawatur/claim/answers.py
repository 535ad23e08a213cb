"""Who struck back: `قصف الجيش البلدة، وردت الفصائل باستهداف مواقعه` tells of two happenings, each with a doer of its own."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from tawatur.find.another import find_answers

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.claim.triggers import Trigger

_WITHIN = 10  # words from the verb, over its subject, to what they answered with


class Answer(NamedTuple):
    """The word at which a sentence tells that somebody answered, and what with."""

    at: int
    by: Trigger


def find_answered(found: Found) -> list[Answer]:
    """Where somebody answers with an act, `ب` before it: `وردت الفصائل باستهداف`, and not `وردت الفصائل على العرض`."""
    answers = []
    for at in find_answers(found.words.forms):
        end = min(at + _WITHIN, found.words.sentences[found.words.sentence_of[at]][1])
        by = next(iter(found.triggers_in(at + 1, end)), None)
        if by is None or by.act is None:
            continue
        forms = found.words.forms[max(at + 1, by.first - 1) : by.first + 1]
        if any(form[0] == "ب" for form in forms):  # بقصف, بشن غارات
            answers.append(Answer(at, by))
    return answers


def is_answered(found: Found, m: int, n: int, answers: list[Answer]) -> bool:
    """Whether the later of two triggers tells, in one sentence, how what the earlier tells of was answered."""
    a, b = found.triggers[m], found.triggers[n]
    return a.sentence == b.sentence and any(a.last <= answer.at < b.first for answer in answers)


def name_answerer(draft: Draft) -> None:
    """Let who struck back be the one who did that, and have no part in doing what they answered."""
    found = draft.found
    begin, end = found.words.sentences[draft.main.sentence]
    for at, by in found.answers:
        if not begin <= at < end:
            continue
        named = takewhile(lambda m: not found.phrases[m].governor, found.parties_in(at + 1, by.first))
        answering = tuple(dict.fromkeys(m.party for m in named))
        if not answering:
            continue
        if draft.main.last <= at:
            before = {m.party for m in found.parties_in(begin, at)}
            draft.actors = tuple(p for p in draft.actors if p in before or p not in answering)
        elif draft.main.first == by.first:
            draft.actors = answering
            targets = tuple(party for party in draft.targets if party not in answering)
            earlier = draft.before
            if not targets and earlier is not None and begin <= earlier.main.first < at:
                targets = tuple(party for party in earlier.actors if party not in answering)  # مواقعه
            draft.targets = targets
