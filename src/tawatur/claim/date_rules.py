"""Which days near a happening cannot be its own: those of another happening that the words hang on them.

`بعد يومين من الهجوم` dates the attack, not what came two days after it; `أفرج عن جنود تحتجزهم منذ آذار` dates the holding. What
these leave is weighed in `claim.dates`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tawatur.claim.overall import is_beyond_total
from tawatur.find.date_points import DateKind
from tawatur.find.date_words import Start, load_vocabulary, start_of
from tawatur.records.claim import DayRange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.find.dates import DateMention

_SINCE_BACK = 10  # words before a date to the منذ that governs it
_UNLIKE_BACK = 8  # words before منذ that may say that nothing was like it since
_SHORT = 3
_QUOTES = ' \xa0"“”«»#_()'
_FEW_DAYS = 2  # days of a DAY that is not known to the day: قبل أيام
_LASTING = frozenset({"toll", "siege", "displacement", "protest", "destruction"})
# Kinds of which a report seldom tells two that no day sets apart.
_TOLD_ONCE = frozenset({"chemical_attack", "suicide_attack", "bombing", "abduction", "killing"})
_HELD_BACK = 4  # words before منذ that may say who is held since
_GATHERED_LATE = 4  # days by which a report that gathers a day's happenings may follow it
_GATHERED_MOST = 31  # days that it may gather
_GATHERED = frozenset({DateKind.DAY, DateKind.PERIOD})
_SPACE = " \xa0\u200f\u200e"
_NO_BULLETS = "\"“”«»(#['_"
_DASHES = frozenset("-–")
_AFTER_NUMBER = "-–.):_"
_LED_IN = 2  # words from `غداة` to the happening that it dates
_HOLDINGS = frozenset({"arrest", "abduction", "siege"})


def is_of_another(draft: Draft, mention: DateMention) -> bool:
    """Whether the words that say when hang on another happening than the draft's."""
    if is_beyond_total(draft, mention.first):
        return True
    if mention.kind == DateKind.ANCHOR:
        if draft.main.part == "verb" and draft.main.first < mention.first:  # غادروا بعد شهرين من الهجوم
            return not any(harm.at >= mention.last for harm in draft.harms)
        return not any(t.first >= mention.last for t in draft.triggers)
    if mention.kind != DateKind.SINCE:
        return False
    if is_unlike_since(draft.found, mention):
        return not _told_within(draft, mention)
    if draft.type in _HOLDINGS:
        return False
    before = draft.found.words.forms[max(0, mention.first - _HELD_BACK) : mention.first]
    return not load_vocabulary().held.isdisjoint(before)


def told_once(draft: Draft) -> DayRange | None:
    """The one day that the report named before for an attack of the kind that a draft tells of as of one known: `قتل في التفجير 37 شخصا`."""
    if not draft.main.definite or draft.type not in _TOLD_ONCE:
        return None
    named: set[DayRange | None] = set()
    before = draft.before
    while before is not None:
        if before.type == draft.type and before.days_by == "mention":
            named.add(before.days)
        before = before.before
    return named.pop() if len(named) == 1 else None


def days_meant(draft: Draft, mention: DateMention) -> DayRange | None:
    """The days of a mention that a happening told beside it can have.

    What is said to have begun on some day (`بدأت القوات حملة الشهر الماضي`) is of that day; its toll goes on from there, and so does
    what is told after it. So is what nothing was like since (`أفدح قصف منذ قصف السوق في أيار`), where the draft is that.
    """
    if mention.start is None or mention.kind != DateKind.SINCE:
        return mention.days
    begun = mention.begun and draft.type not in _LASTING and draft.main.first < mention.first
    return mention.start if begun or is_unlike_since(draft.found, mention) else mention.days


def days_gone_on(draft: Draft, before: Draft) -> DayRange | None:
    """The days of the draft before, where this one goes on; what a campaign led to is of all its days up to the report.

    `بدأ الهجوم في 18 شباط. وأدى الهجوم إلى مقتل 1700 مدني`: it began on that day, and they were not all killed on it.
    """
    origin = _origin(before)
    mention = origin.date_mention
    if mention is None or mention.kind != DateKind.SINCE or before.days != mention.start or not draft.harms:
        return before.days
    return mention.days


def _origin(before: Draft) -> Draft:
    """The draft whose day went on up to this one."""
    while before.days_by == "before" and before.before is not None:
        before = before.before
    return before


def is_unlike_since(found: Found, mention: DateMention) -> bool:
    """Whether a منذ says only how long nothing was like what is told: `أعنف قصف منذ حرب 2014`, `للمرة الأولى منذ عشر سنوات`."""
    since = _since_word(found, mention)
    return since is not None and is_unlike(found, since)


def is_unlike(found: Found, since: int) -> bool:
    """Whether words before a منذ say that nothing was like it since."""
    forms, vocabulary = found.words.forms, load_vocabulary()
    for at in range(since - 1, max(-1, since - 1 - _UNLIKE_BACK), -1):
        bare = (
            forms[at][1:] if forms[at][:1] in {"و", "ل", "ب", "ك"} and len(forms[at]) > _SHORT else forms[at]
        )
        if bare in vocabulary.unlike and forms[at + 1] != "من" and forms[max(0, at - 1)] != "علي":
            return True
        if found.words.gaps[at].strip(_QUOTES):
            return False
    return False


def _since_word(found: Found, mention: DateMention) -> int | None:
    """The منذ that a mention begins with, or that governs it from some words before."""
    if mention.begun:
        return None
    for at in range(mention.first, max(-1, mention.first - _SINCE_BACK), -1):
        if start_of[found.words.forms[at]] is Start.SINCE:
            return at
        if found.words.gaps[at].strip(_QUOTES):
            return None
    return None


def _told_within(draft: Draft, mention: DateMention) -> bool:
    """Whether the draft stands between a منذ and its date, and tells of nobody's harm before it."""
    since = _since_word(draft.found, mention)
    if since is None or not since < draft.main.first < mention.first:
        return False
    return not any(draft.first <= harm.at < since for harm in draft.harms)


def opens_with_day(draft: Draft, inside: Sequence[DateMention]) -> DateMention | None:
    """The one day that the sentence names, and begins with, before it tells of the happening: `والأحد 28 آب، قال مراسلنا إن...`.

    A day at the head of its sentence holds for all that it tells, whoever is said to say it.
    """
    named = [m for m in inside if m.days is not None]
    if len(named) != 1 or len(draft.sentences) != 1:
        return None
    (mention,) = named
    days = mention.days
    begin = draft.found.words.sentences[draft.sentences[0]][0]
    is_day = mention.kind == DateKind.DAY and days is not None and days.first == days.last
    return mention if is_day and mention.first == begin and mention.last <= draft.first else None


def led_in_by(draft: Draft, inside: Sequence[DateMention]) -> DateMention | None:
    """What dates the happening that is named right behind it: `غداة مقتل عشرين مدنيا في غارة`.

    Or who said it: `غداة إعلان الجيش أن صواريخ سقطت`, which is of the day on which it was said.
    """
    words = draft.found.words
    first = min([draft.first, *(harm.at for harm in draft.harms)])
    for mention in inside:
        if mention.kind != DateKind.ANCHOR or mention.days is None or first < mention.last:
            continue
        between = words.gaps[mention.last + 1 : first + 1]
        if first - mention.last <= _LED_IN and not any(gap.strip(_QUOTES) for gap in between):
            return mention
        said = draft.found.sources_in(mention.last, mention.last + 1)
        same = words.sentence_of[mention.first] == words.sentence_of[first]
        if same and any(a.verb == mention.last and a.said_at <= first < a.reach_last for a in said):
            later = any(m.days and mention.last <= m.first for m in inside)
            return None if later else mention
    return None


def gathered_days(draft: Draft) -> DayRange | None:
    """The days whose happenings a report says that it gathers.

    In its headline (`أبرز أحداث يوم الاثنين`), or at the head of the list in which the draft stands (`أسفرت العمليات خلال
    الأيام الأربعة الماضية عن الآتي:`).
    """
    found, vocabulary = draft.found, load_vocabulary()
    listed = _list_head(found, draft.first)
    if listed is not None:
        days = _only_days(found, *listed)
        if days is not None:
            return days
    head = found.words.forms[: found.title_end]
    days = _only_days(found, 0, found.title_end)
    if days is None or vocabulary.gathered.isdisjoint(head):
        over = days is not None and days.first < days.last and not vocabulary.gathered_over.isdisjoint(head)
        return days if over else None
    return days


def _only_days(found: Found, first: int, end: int) -> DayRange | None:
    """The days that a line names, where it names no others and they are the report's own."""
    mentions = [m for m in found.dates_in(first, end) if m.kind in _GATHERED and m.days is not None]
    named = [m.days for m in mentions if m.days is not None]
    if len(named) == 2 and found.words.gaps[mentions[1].first].strip() in _DASHES:  # 26 نيسان - 2 أيار
        named = [DayRange(named[0].first, named[1].last)] if named[0] < named[1] else []
    if len(named) != 1 or found.published is None:
        return None
    (days,) = named
    near = 0 <= (found.published - days.last).days < _GATHERED_LATE
    return days if near and (days.last - days.first).days <= _GATHERED_MOST else None


def _list_head(found: Found, at: int) -> tuple[int, int] | None:
    """The line that a colon ends, above the items of a list of which one holds the word at `at`."""
    breaks, gaps = found.words.breaks, found.words.gaps
    end = 0
    for start in reversed(breaks[: bisect_right(breaks, at)]):
        if not start or "\n" not in gaps[start]:
            continue
        if end:
            return start, end
        if not _is_item(found, start):
            return None
        if gaps[start].lstrip(_SPACE).startswith(":"):
            end = start
    return (0, end) if end else None


def _is_item(found: Found, at: int) -> bool:
    """Whether a line begins with a bullet or a number: `- `, `•`, `1-`."""
    gaps = found.words.gaps
    mark = gaps[at].rpartition("\n")[2].strip()
    numbered = found.words.forms[at].isdecimal() and at + 1 < len(gaps) and gaps[at + 1].strip()[:1]
    return bool((mark and mark[0] not in _NO_BULLETS) or (numbered and numbered in _AFTER_NUMBER))


def goes_on(draft: Draft, before: Draft, gathered: DayRange | None) -> bool:
    """Whether the days of the draft before may go on in this one.

    In the paragraphs that follow, an hour of the day (فجرا) is over, and so are some days ago (قبل أيام); so is a day further back than yesterday, where the new
    happening has a place of its own. The days that a list gathers go before those that no words settle.
    """
    origin = _origin(before)
    if gathered is not None and origin.days_by == "eve" and before.days != gathered:
        return False
    if not any("\n" in gap for gap in draft.found.words.gaps[before.last : draft.first + 1]):
        return True
    mention = origin.date_mention
    if mention is not None and (mention.is_hour or _is_some_day(mention)):
        return False
    day, days = draft.found.published, before.days
    if day is None or days is None or (day - days.last).days <= 1:
        return True
    if not draft.place_inside or before.place is None or draft.place is None:
        return True
    return draft.place.name == before.place.name


def _is_some_day(mention: DateMention) -> bool:
    """`قبل أيام`: a day, and which of a week is not known."""
    days = mention.days
    return mention.kind == DateKind.DAY and days is not None and (days.last - days.first).days > _FEW_DAYS
