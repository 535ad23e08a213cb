"""The total of a war told behind what happened today: `استشهد 40 في غارات اليوم، لترتفع حصيلة العدوان إلى 43552 شهيدا`.

Ministries and monitors end their daily lines so. What the day brought is one claim and the total another; a total that only
counts one attack's dead anew (`ارتفع عدد القتلى إلى خمسة بعد وفاة جريحين`) is none of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.apart import Apart
from tawatur.find.another import says_overall

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.claim.triggers import Trigger

_FAR_MORE = 10  # times what was told before it, from which on a total is of more than that
_MANY = 30


def find_overall(found: Found) -> list[Apart]:
    """Where a sentence turns from the harm of one happening to a total over many, to the end of it."""
    return [
        Apart(trigger.first - 1, found.words.sentences[trigger.sentence][1], answered=False)
        for trigger in found.triggers
        if "tally" in trigger.traits and _is_overall(found, trigger)
    ]


def is_overall(draft: Draft) -> bool:
    """Whether a draft is such a total."""
    found, main = draft.found, draft.main
    begin, _ = found.words.sentences[main.sentence]
    return any(main.first < end for _, end, _ in found.overall_in(begin - 1, main.first))


def is_beyond_total(draft: Draft, word: int) -> bool:
    """Whether a word stands on the other side than a draft of where a sentence turns to a total."""
    found = draft.found
    begin, stop = found.words.sentences[found.words.sentence_of[word]]
    return any(
        (at < word < end) != (at < draft.main.first < end)
        for at, end, _ in found.overall_in(begin - 1, stop - 1)
    )


def _is_overall(found: Found, tally: Trigger) -> bool:
    words = found.words
    begin, end = words.sentences[tally.sentence]
    if not any(t.effect is not None for t in found.triggers_in(begin, tally.first)):
        return False
    if any("tally" in t.traits for t in found.triggers_in(begin, tally.first)):
        return False
    before, behind = _largest(found, begin, tally.first), _largest(found, tally.last, end)
    if behind <= before:
        return False
    if says_overall(words.forms[tally.first : end]):
        return True
    return behind >= _MANY and behind >= _FAR_MORE * before


def _largest(found: Found, first: int, last: int) -> int:
    """The largest count between two words; one where none is told."""
    return max((q.low or 0 for q in found.quantities_in(first, last) if q.kind == "count"), default=1)
