"""Who struck, where the plain grammar of a word for a strike tells it, and which shell of several it tells of.

`قصفت مدفعية الجيش القرية وشن طيران التحالف غارات` has two doers, and `سقطت قذيفة أخرى` is not the shell told of before: each is a happening.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tawatur.find.another import is_one_more, tells_launching
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from tawatur.claim.found import Found
    from tawatur.claim.triggers import Trigger

_WITHIN = 5  # words from شن, over who did it, to what he did
_NO_DOERS = ("object.", "people.", "source.")


def find_strikers(found: Found) -> dict[int, str]:
    """By the index of a word for a strike, the party that is the subject of it, or of the verb over it; where a sentence has several."""
    strikes = [n for n, t in enumerate(found.triggers) if t.act is not None and "bombard" in t.traits]
    near = {n for pair in pairwise(strikes) if _are_near(found, *pair) for n in pair}
    return {n: party for n in sorted(near) if (party := _striker_of(found, found.triggers[n]))}


def _are_near(found: Found, n: int, m: int) -> bool:
    return found.triggers[m].sentence - found.triggers[n].sentence <= 1


def is_of_another(n: int, group: list[int], strikers: dict[int, str]) -> bool:
    """Whether one of those that a word might go with was done by another."""
    mine = strikers.get(n)
    return mine is not None and any(strikers.get(m, mine) != mine for m in group)


def is_next_shot(trigger: Trigger, found: Found) -> bool:
    """Whether what fell or struck is told to be one more: `سقطت قذيفة أخرى`, `استهدف صاروخ ثان`."""
    if trigger.act is None or trigger.part == "noun" or "bombard" not in trigger.traits:
        return False
    shot = next(iter(found.hits_in("weapon", trigger.first + 1, trigger.last + 1)), None)
    return shot is not None and not shot.proclitics and is_one_more(found.words.forms, shot.last)


def _striker_of(found: Found, trigger: Trigger) -> str:
    words = found.words
    begin, end = words.sentences[trigger.sentence]
    if trigger.part == "verb":
        says = trigger.form.says
        if says is None or says.voice == "passive" or says.pronoun or says.agree == "they":
            return ""
        first, last = trigger.last, min(end, trigger.last + _WITHIN)
    else:
        over = range(max(begin, trigger.first - _WITHIN), trigger.first)
        at = next((i for i in over if tells_launching(words.forms[i])), None)
        if at is None or trigger.proclitics:
            return ""
        first, last = at + 1, trigger.first
    for mention in found.parties_in(first, last):
        phrase = found.phrases[mention]
        if phrase.first != first or not is_space(words.gaps[first]):
            return ""
        is_bare = not (phrase.governor or phrase.joined or mention.proclitics)
        return mention.party if is_bare and not phrase.head.startswith(_NO_DOERS) else ""
    return ""
