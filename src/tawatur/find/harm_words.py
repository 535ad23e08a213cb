"""Which of the words for harm tell of harm where they stand, and which of their readings holds there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.people_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_REACH_ILLNESS = 8  # words to the illness that somebody is struck by
_REACH_SUBJECT = 2  # words between the illness and the verb that it is the subject of


def tell_harm_words(hits: Sequence[Hit], words: Words, numbers_end: frozenset[int]) -> list[Hit]:
    """Hits without words for harm that an illness did, each word for harm with the readings that hold.

    A word may count the harmed only behind its number: `147 إصابة`, but `إصابة ثلاثة`. `numbers_end` holds the words
    right behind a number.
    """
    told: list[Hit] = []
    for hit in hits:
        if hit.layer != "effect":
            told.append(hit)
        elif not _is_of_illness(hit, words):
            told.append(_as_numbered(hit, numbered=hit.first in numbers_end and not hit.proclitics))
    return told


def _as_numbered(hit: Hit, *, numbered: bool) -> Hit:
    counting = tuple(f for f in hit.forms if "numbered" in f.entry.traits)
    if not counting:
        return hit
    return hit.narrow(counting if numbered else tuple(f for f in hit.forms if f not in counting))


def _is_of_illness(hit: Hit, words: Words) -> bool:
    """`إصابة ألف شخص بالكوليرا`, `مرض أصاب مئات`, `أودى المرض بحياة المئات`: nobody did it."""
    ill = load_vocabulary().illness
    begin, end = words.sentences[words.sentence_of[hit.first]]
    if hit.form.entry.id == "effect.wound":
        behind = words.forms[hit.last : min(end, hit.last + _REACH_ILLNESS)]
        near = words.forms[max(begin, hit.first - _REACH_SUBJECT) : min(end, hit.last + 1)]
        return any(form[:1] == "ب" and form[1:].removeprefix("ال") in ill for form in behind) or any(
            form.removeprefix("ال") in ill for form in near
        )
    if hit.form.entry.id == "effect.kill" and hit.form.entry.needs:
        before = words.forms[max(begin, hit.first - _REACH_ILLNESS) : hit.first]
        return any(form.removeprefix("ال") in ill for form in before)
    return False
