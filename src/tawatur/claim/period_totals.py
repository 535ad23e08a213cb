"""A casualty total over a period, which is no happening: `استجابت الفرق منذ بداية العام لأكثر من 85 هجوما أدت لمقتل 37`.

The words for what happened are those of one happening (هجوم, غارة); that there were many, or that the dead are told as a running count, and a
stretch of days over which, say that it is a total.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.date_points import DateKind
from tawatur.find.people_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_ATTACKS = frozenset({"strike", "blast", "kill", "armed_clash"})
_LONG = 7  # days
_SEVERAL = 3
_MANY = 3  # happenings
_COUNTED = 5  # words from حصيلة to the attack


def is_period_total(draft: Draft) -> bool:
    """Whether a draft read as something done by force counts what many such did over a stretch of days."""
    if kind_of(draft.type) not in BY_FORCE or not any(harm.low is not None for harm in draft.harms):
        return False
    breakdowns = draft.found.breakdowns
    if draft.main.first in breakdowns.shares or not breakdowns.heads.isdisjoint(draft.sentences):
        return True
    shortest = _shortest_stretch(draft)
    return (shortest >= _LONG and _counts_acts(draft, *draft.sentence_span())) or (
        shortest >= _SEVERAL and _tells_running_count(draft)
    )


def attack_counted(draft: Draft) -> str:
    """The kind of the one attack told before whose dead are counted anew: `ارتفعت حصيلة قتلى الهجوم إلى 75`; "" for none."""
    words, vocabulary = draft.found.words, load_vocabulary()
    begin, end = draft.sentence_span()
    if draft.type != "toll" or any(d.kind == DateKind.SINCE for d in draft.found.dates_in(begin, end)):
        return ""
    if _shortest_stretch(draft) >= _SEVERAL:
        return ""
    counted = range(draft.first, min(end, draft.last + 1))
    tally = next((i for i in counted if words.forms[i].lstrip("وف") in vocabulary.tallies), end)
    if vocabulary.one_attack.isdisjoint(words.forms[tally + 1 : min(end, tally + _COUNTED)]):
        return ""
    before = draft.before
    while before is not None and kind_of(before.type) not in _ATTACKS:
        before = before.before
    return before.type if before is not None else ""


def is_over_weeks(draft: Draft) -> bool:
    """Whether all days that the sentences of a draft name are stretches of a week and more."""
    return _shortest_stretch(draft) >= _LONG


def _shortest_stretch(draft: Draft) -> int:
    """In days; 0 where none is named."""
    dates = draft.found.dates_in(*draft.sentence_span())
    return min(((d.days.last - d.days.first).days + 1 for d in dates if d.days is not None), default=0)


def _counts_acts(draft: Draft, first: int, last: int) -> bool:
    """Whether a number stands before what happened (85 هجوما, سبع غارات), or a word for a tally (تعداد الضربات)."""
    acts, tallies = load_vocabulary().many_acts, load_vocabulary().tallies
    forms = draft.found.words.forms
    if any(forms[i] in tallies and forms[i + 1].removeprefix("ال") in acts for i in range(first, last - 1)):
        return True
    return any(
        quantity.kind == "count"
        and first <= quantity.first
        and quantity.last < last
        and (quantity.low or quantity.high or 0) >= _MANY
        and draft.found.words.forms[quantity.last] in acts
        for quantity in draft.found.quantities
    )


def _tells_running_count(draft: Draft) -> bool:
    """Whether a word for a tally stands before those who were harmed: تعداد المدنيين الذين قتلوا."""
    forms, tallies = draft.found.words.forms, load_vocabulary().tallies
    return any(
        harm.people is not None and harm.people.first > 0 and forms[harm.people.first - 1] in tallies
        for harm in draft.harms
        if harm.low is not None
    )
