"""Happenings that the words tell of no day: lately, once before, or since something of no day.

`كثفت الطائرات غاراتها مؤخرا`, `تتعرض البلدة منذ اندلاع الحرب لقصف`, where no day is named beside them. The day of
the report, or of what was told before, is not theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.date_rules import is_unlike
from tawatur.claim.overall import is_overall
from tawatur.find.date_points import DateKind
from tawatur.find.date_words import Start, core_of, load_vocabulary, start_of, unit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.find.dates import DateMention

_OPEN = frozenset({DateKind.VAGUE, DateKind.SINCE})
_BESIDE = 7  # words between a happening and a time that is its own
_IN_CLAUSE = 12  # … where nothing but space stands between them
_LONG = frozenset({"week", "month", "year"})
_ONCE_BACK = 8  # words before a happening to the سبق that it was once before
_ONCE_THAT = 3  # words from سبق, over who, to its أن
_LENGTH = 4  # words behind منذ to a unit of time: منذ أكثر من ثلاثة عقود
_QUOTES = ' \xa0"“”«»#_()'


def is_of_no_day(draft: Draft, near: Sequence[DateMention]) -> bool:
    """Whether the words nearest to a happening say that it was lately, within weeks or years: `في الأشهر الأخيرة`, `مؤخرا`.

    Or that it is done often. Or, where no day is named beside it, that it was once before (`وسبق أن تعرضت المدينة
    لهجمات`), or goes on since what no day is told of (`منذ اندلاع الحرب`).
    """
    if all(m.days is None for m in near) and _is_at_last_or_lately(draft):
        return True
    if is_overall(draft) and not any(m.days is not None for m in near):
        return True  # the total of a war that began on no day told
    if not near and (_was_once_before(draft) or _goes_on_since(draft)):
        return True
    if all(m.days is None for m in near) and _is_done_often(draft):
        return True
    trigger = draft.main
    nearest = min(
        near, key=lambda m: min(abs(m.first - trigger.last), abs(trigger.first - m.last)), default=None
    )
    if nearest is None or nearest.days is not None or nearest.kind not in _OPEN:
        return False
    if not _is_its_own(draft, nearest.first, nearest.last):
        return False
    if _is_lately(draft.found, nearest):
        return True
    units = (unit_of[form] for form in draft.found.words.forms[nearest.first : nearest.last])
    return any(unit is not None and unit.name in _LONG and unit.number is None for unit in units)


def _is_its_own(draft: Draft, first: int, last: int) -> bool:
    """Whether a time at `words[first:last]` is that of a draft's happening, and of nothing that is told within."""
    words, trigger = draft.found.words, draft.main
    begin, end = sorted((trigger.first, trigger.last, first, last))[1:3]
    if not load_vocabulary().which.isdisjoint(words.forms[begin:end]):
        return False
    if end - begin <= _BESIDE:
        return True
    return end - begin <= _IN_CLAUSE and not any(
        gap.strip(_QUOTES) for gap in words.gaps[begin + 1 : end + 1]
    )


def _is_lately(found: Found, mention: DateMention) -> bool:
    """`مؤخرا`, `في الآونة الأخيرة`, but not `في وقت سابق`, which may be hours ago."""
    forms = found.words.forms
    if mention.kind != DateKind.VAGUE or start_of[forms[mention.first]] is not Start.EARLIER:
        return False
    return core_of[forms[mention.first]] in load_vocabulary().lately or mention.last - mention.first > 1


def _is_at_last_or_lately(draft: Draft) -> bool:
    """`كثفت الطائرات أخيرا غاراتها`; at the head of a sentence the word may be "at last"."""
    words, main, vocabulary = draft.found.words, draft.main, load_vocabulary()
    begin, end = words.sentences[main.sentence]
    return any(
        words.forms[at] in vocabulary.lately_alone
        and not words.gaps[at].strip()
        and _is_its_own(draft, at, at + 1)
        for at in range(max(begin + 1, main.first - _BESIDE), min(end, main.last + _BESIDE))
    )


def _is_done_often(draft: Draft) -> bool:
    """`تقصف الطائرات بانتظام مواقعهم`, `استهدف الجيش القافلة مرات كثيرة`: what is done again and again is of no one day."""
    if draft.type == "toll":
        return False
    words, main, vocabulary = draft.found.words, draft.main, load_vocabulary()
    begin, end = words.sentences[main.sentence]
    for at in range(max(begin, main.first - _BESIDE), min(end, main.last + _BESIDE)):
        form = words.forms[at]
        often = form in vocabulary.often or (
            form in vocabulary.often_before
            and at + 1 < end
            and words.forms[at + 1] in vocabulary.often_behind
        )
        if often and _is_its_own(draft, at, at + 1):
            return True
    return False


def _was_once_before(draft: Draft) -> bool:
    forms, vocabulary = draft.found.words.forms, load_vocabulary()
    begin, _ = draft.sentence_span()
    for at in range(max(begin, draft.main.first - _ONCE_BACK), draft.main.first):
        if forms[at] in vocabulary.once_before:
            return not vocabulary.that_it.isdisjoint(
                forms[at + 1 : min(at + 1 + _ONCE_THAT, draft.main.first)]
            )
    return False


def _goes_on_since(draft: Draft) -> bool:
    """Whether it goes on since something that no day is told of: `تتعرض البلدة منذ اندلاع الحرب لقصف`, `تمرد منذ ثلاثة عقود`."""
    words, main, vocabulary = draft.found.words, draft.main, load_vocabulary()
    begin, end = words.sentences[main.sentence]
    for at in range(max(begin, main.first - _BESIDE), min(end - 1, main.last + _BESIDE)):
        if start_of[words.forms[at]] is not Start.SINCE or not _is_its_own(draft, at, at + 1):
            continue
        if not vocabulary.decades.isdisjoint(words.forms[at + 1 : min(end, at + 1 + _LENGTH)]):
            return True
        return draft.type != "toll" and at > begin and not is_unlike(draft.found, at)
    return False
