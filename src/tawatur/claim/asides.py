"""Drafts that tell of no happening by how the report is laid out or put: the lines of a toll's breakdown, what happens now and then.

Nor is what nature did a happening of the conflict: `قتل عشرة وتشردت مئات الأسر جراء السيول`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.apart import comes_after
from tawatur.find.people_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.claim.draft import Draft

_HABIT = "habit"
_BY_NATURE = frozenset({"killing", "displacement", "toll", "destruction"})
_CAUSE_REACH = 3  # words from جراء to what was the cause
_REACH = 25  # words between what happens and the words that say how often


def leave_asides(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that may tell of a happening, in the order given."""
    left: list[Draft] = []
    in_disaster = False  # what a report of one goes on to tell, with no arms in it, is of it
    for draft in drafts:
        is_of_nature = _is_of_nature(draft, told=in_disaster)
        in_disaster = in_disaster or is_of_nature
        if not (_is_mere_time(draft) or _is_breakdown(draft) or _is_habit(draft) or is_of_nature):
            left.append(draft)
    return left


def _is_mere_time(draft: Draft) -> bool:
    """Whether a happening told before is named only to say when the next was: `وبعد ساعات من الغارة هاجم مسلحون البلدة`."""
    main, found = draft.main, draft.found
    if len(draft.triggers) > 1 or not main.definite or main.act is None:
        return False
    _, end = found.words.sentences[main.sentence]
    return any(comes_after(found, main, t) for t in found.triggers_in(main.last, end)[:1])


def _is_breakdown(draft: Draft) -> bool:
    """Whether all of it stands in lines that tell who the dead of a toll were, or in lines that share out a toll and count nobody."""
    members, shares, _ = draft.found.breakdowns
    inside = all(t.first in members or t.first in shares for t in draft.triggers)
    return inside and not (draft.type == "toll" and draft.effects)


def _is_habit(draft: Draft) -> bool:
    """`وتشهد المنطقة قصفا بين الحين والآخر`: what happens again and again, with no day and nobody counted."""
    if draft.type == "toll" or draft.days_by == "mention" or any(h.low is not None for h, _ in draft.effects):
        return False
    begin, end = draft.sentence_span()
    last = min(end, draft.last + _REACH)
    return any(
        h.form.entry.value == _HABIT
        for h in draft.found.hits_in("cue", max(begin, draft.first - _REACH), last)
    )


def _is_of_nature(draft: Draft, *, told: bool) -> bool:
    """Whether a flood, an earthquake or their like is all that is told to have harmed people or to have driven them out.

    Where one was `told` of before, its sentence need not name it.
    """
    if draft.type not in _BY_NATURE or set(draft.actors) - {"unknown"}:
        return False
    found = draft.found
    begin, end = draft.sentence_span()
    acts = [t for t in found.triggers_in(begin, end) if t.act is not None and "anaphor" not in t.traits]
    if any(t.type not in _BY_NATURE for t in acts):
        return False  # but حوادث مشابهة tells of nothing by itself
    if told and not found.values_of("weapon"):
        return True
    return not found.hits_in("weapon", begin, end) and any(
        _is_disaster(draft, i, end) for i in range(begin, end)
    )


def _is_disaster(draft: Draft, at: int, end: int) -> bool:
    """Whether a word names what nature does: by itself, or, where it may be of another sort (`الأمطار`, `انهيار`), as what caused harm."""
    vocabulary, forms = load_vocabulary(), draft.found.words.forms
    bare = forms[at].lstrip("وفبل").removeprefix("ال") if forms[at][:1] in "وفبل" else forms[at]
    bare = bare.removeprefix("ال")
    before = forms[max(0, at - 1) : at]
    if bare in vocabulary.disasters:
        return vocabulary.not_by_disasters.isdisjoint(before)
    if bare in vocabulary.collapses:
        return at + 1 < end and forms[at + 1].removeprefix("ال") in vocabulary.collapsed
    if bare not in vocabulary.weathers:
        return False
    return not vocabulary.causes.isdisjoint(forms[max(0, at - _CAUSE_REACH) : at])
