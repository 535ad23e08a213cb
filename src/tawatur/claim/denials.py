"""Denials of what the report just told: `ونفت موسكو ذلك`, `لكن التحالف نفى صحة هذه الأنباء`, `وهو ما تنفيه أنقرة`.

Such a denial names no happening of its own. It is a claim about the one told before it, by whoever denies it; and it
vouches for nothing.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from tawatur.find.speaker_words import load_vocabulary
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.claim.triggers import Trigger
    from tawatur.find.attribution import Attribution
    from tawatur.segment.words import Words

_OBJECT = 3  # words from where what is denied begins
_SENTENCES_BACK = 2
_OTHERS_PART = 4  # words from what is denied to whose part it is


def find_denials(
    attributions: Sequence[Attribution], triggers: Sequence[Trigger], words: Words
) -> list[Attribution]:
    """Those who deny what was told before them, and not what they go on to name."""
    found = []
    for attribution in attributions:
        if attribution.stance != "denies":
            continue
        begin, end = words.sentences[words.sentence_of[attribution.verb]]
        if attribution.by == "relative":  # تنفيه, نفته: what its sentence told
            of_told = any(begin <= t.first < attribution.verb for t in triggers)
        else:
            said_at = attribution.said_at
            of_told = attribution.by == "says" and (
                _points_back(said_at, end, words)
                or (
                    _is_of_part(said_at, end, words)
                    and not any(said_at <= t.first < attribution.reach_last for t in triggers)
                )
            )
        if of_told:
            found.append(attribution)
    return found


def _points_back(first: int, end: int, words: Words) -> bool:
    """Whether what is denied is ذلك or هذه الأنباء, and ends with it."""
    vocabulary = load_vocabulary()
    back = vocabulary.pointing | vocabulary.denied
    last = first
    while last < min(first + _OBJECT, end) and words.forms[last] in back:
        last += 1
    return last > first and (
        last >= end
        or words.gaps[last] != " "
        or words.forms[last].startswith("و")
        or words.forms[last] in vocabulary.adverbs
    )


def _is_of_part(first: int, end: int, words: Words) -> bool:
    """Whether what is denied is a part in it: مسؤوليته, أي صلة."""
    vocabulary = load_vocabulary()
    at = first + (first < end and words.forms[first] in vocabulary.any_at_all)
    return at < end and words.forms[at] in vocabulary.part_in


def add_denials(claims: Sequence[Draft], told: Sequence[Draft]) -> list[Draft]:
    """The claims, and beside each that is denied right behind it the denial, in order. `told` are all drafts."""
    if not told:
        return list(claims)
    denied = [d for a in told[0].found.denials if (d := _deny(a, claims)) is not None]
    return sorted([*claims, *denied], key=lambda d: d.first)


def _deny(denial: Attribution, claims: Sequence[Draft]) -> Draft | None:
    before = [d for d in claims if d.first < denial.verb and not d.denied]
    if not before or any(d.denied and d.attribution == denial for d in claims):
        return None
    claim = before[-1]
    words = claim.found.words
    if (
        claim.source == denial.source
        or words.sentence_of[denial.verb] - claim.sentences[-1] > _SENTENCES_BACK
    ):
        return None
    answer = copy.copy(claim)
    answer.denied, answer.source, answer.attribution = True, denial.source, denial
    answer.effects, answer.whose = [], []
    if _is_his_part(denial, claim.found):  # he is who is held to have done it
        answer.actors = (denial.source,)
        answer.targets = tuple(party for party in claim.targets if party != denial.source)
    answer.grounds = {name: why for name, why in claim.grounds.items() if name != "source"}
    answer.first = min(denial.first, denial.verb)
    answer.last = max(denial.last, denial.said_at + 1 if denial.by == "says" else denial.verb + 1)
    answer.quote = (answer.first, answer.last)
    return answer


def is_disowned(draft: Draft) -> bool:
    """Whether a draft tells no more than that a party denies its part in what others tell: `ونفت الحركة صلتها بالتفجير`."""
    return draft.denied and draft.attribution is not None and _is_his_part(draft.attribution, draft.found)


def _is_his_part(denial: Attribution, found: Found) -> bool:
    """Whether a party denies a part of its own in a deed, and nobody else's: `نفت الحركة أي علاقة لها به`, not `نفت موسكو ضلوع دمشق`."""
    if denial.by != "says" or denial.source not in load_parties():
        return False
    end = found.words.sentences[found.words.sentence_of[denial.verb]][1]
    at = denial.said_at
    return _is_of_part(at, end, found.words) and not found.parties_in(at, min(end, at + _OTHERS_PART))
