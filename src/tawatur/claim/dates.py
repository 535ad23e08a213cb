"""When a draft's happening happened: the days named near it, the days of the claim before, or the day of the report."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from tawatur.claim.date_rules import (
    days_gone_on,
    days_meant,
    gathered_days,
    goes_on,
    is_of_another,
    led_in_by,
    opens_with_day,
    told_once,
)
from tawatur.claim.model import GAPS, Buckets, Spelled
from tawatur.claim.no_day import is_of_no_day
from tawatur.claim.roles import kind_of
from tawatur.records.claim import DayRange

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.find.dates import DateMention

_SENTENCES_BACK = 3
_SENTENCES_AHEAD = 1
_BESIDE = 4  # words on either side of what names the happening that tell how it is told
_A_YEAR = 300  # days from which a stretch is of years
_USELESS = frozenset({"future", "recurring", "name"})
_SPANS = Buckets(0, 1, 2, 7, 31, 100)  # days


class DateChoice(msgspec.Struct, frozen=True, eq=False, gc=False):
    days: DayRange | None
    mention: DateMention | None
    by: str  # "mention", "before", "report", "eve", "none"
    features: list[Feature]


def date_choices(draft: Draft) -> list[DateChoice]:
    found = draft.found
    words = found.words
    first = words.sentences[max(0, draft.sentences[0] - _SENTENCES_BACK)][0]
    last = words.sentences[min(len(words.sentences) - 1, draft.sentences[-1] + _SENTENCES_AHEAD)][1]
    mentions = [
        m for m in found.dates_in(first, last) if m.kind not in _USELESS and not is_of_another(draft, m)
    ]
    inside = [m for m in mentions if words.sentence_of[m.first] in draft.sentences]
    near = [m for m in inside if draft.around[0] <= m.first < draft.around[1]]
    kind = kind_of(draft.type)
    state = f"{min(len(near), 1)}{min(len(inside), 2)}"
    base = (kind, state, _goes_on(draft), _is_background(draft), _tense(draft), _approach(draft))
    beside = _beside(draft)
    choices = [
        DateChoice(days_meant(draft, m), m, "mention", _mention_features(draft, m, inside, kind))
        for m in mentions
        if m.days
    ]
    if only := led_in_by(draft, inside) or opens_with_day(draft, inside):
        return [choice for choice in choices if choice.mention is only]
    if not near and (once := told_once(draft)) is not None:
        return [DateChoice(once, None, "before", [])]
    vague = str(any(m.kind == "vague" or m.days is None for m in inside))
    day, gathered = found.published, gathered_days(draft)
    if day is not None:
        eve = gathered or DayRange(day - dt.timedelta(1), day)
        choices.append(DateChoice(eve, None, "eve", [(_settled, "eve", *base, vague)]))
        choices.append(DateChoice(DayRange(day, day), None, "report", [(_settled, "report", *base, vague)]))
    before = _told_before(draft)
    if before is not None and before.days is not None and goes_on(draft, before, gathered):
        features: list[Feature] = [
            (_settled, "before", *base, ""),
            (_same, before.type == draft.type, before.days_by, state),
            _continuity(draft, before, _standing(before.days, day)),
            *map(_BESIDE_BEFORE.__getitem__, beside),
        ]
        choices.append(DateChoice(days_gone_on(draft, before), None, "before", features))
    none: list[Feature] = [
        (_settled, "none", *base, vague),
        (_unsettled, day is not None, before is not None and before.days is None),
        *map(_BESIDE_NONE.__getitem__, beside),
    ]
    without = DateChoice(None, None, "none", none)
    return [without] if is_of_no_day(draft, near) else [*choices, without]


_BESIDE_BEFORE, _BESIDE_NONE = Spelled("before:word:{}"), Spelled("none:word:{}")


def _told_before(draft: Draft) -> Draft | None:
    """The draft before whose day may go on. A year (خطف عام 2013) is of the past that a sentence recalls, and ends with it.

    So do years up to now (المحاصرة منذ 2013), but for a total.
    """
    before = draft.before
    while (
        before is not None
        and before.days is not None
        and (_is_year(before.days) or (draft.type != "toll" and _is_years(before.days)))
        and before.sentences[-1] < draft.sentences[0]
    ):
        before = before.before
    return before


def _is_year(days: DayRange) -> bool:
    return (days.first.month, days.first.day, days.last.month, days.last.day) == (1, 1, 12, 31)


def _is_years(days: DayRange) -> bool:
    return (days.last - days.first).days > _A_YEAR


def _settled(
    by: str,
    kind: str,
    state: str,
    goes_on: bool,
    background: bool,
    tense: str,
    cues: tuple[str, ...],
    vague: str,
) -> list[str]:
    """How the happening is told, for days that no words beside it name."""
    features = [
        by,
        f"{by}:type:{kind}:{state}",
        f"{by}:cont:{goes_on}:{state}",
        f"{by}:bg:{background}:{state}",
        f"{by}:tense:{tense}:{state}",
        *(f"{by}:cue:{m}:{state[1]}" for m in cues),
    ]
    return [*features, f"{by}:vague:{vague}"] if vague else features


def _same(type_: bool, by: str, state: str) -> list[str]:
    return [f"before:same type:{type_}:{state}", f"before:by:{by}:{state}"]


def _unsettled(published: bool, before_none: bool) -> list[str]:
    return [f"none:published:{published}", f"none:before none:{before_none}"]


def _mention_features(
    draft: Draft, mention: DateMention, inside: list[DateMention], kind: str
) -> list[Feature]:
    found = draft.found
    words = found.words
    sentence = words.sentence_of[mention.first]
    apart = sentence - draft.sentences[0] if sentence not in draft.sentences else 0
    trigger = min(draft.triggers, key=lambda t: min(abs(mention.first - t.last), abs(t.first - mention.last)))
    after = mention.first >= trigger.last
    gap = mention.first - trigger.last if after else trigger.first - mention.last
    length = (mention.days.last - mention.days.first).days if mention.days else 0
    side = "after" if after else "before"
    as_before = draft.before is not None and draft.before.days == mention.days
    span = _SPANS[length]
    features: list[Feature] = [(_mentioned, mention.kind, kind, apart, span, bool(inside), as_before)]
    if sentence not in draft.sentences:
        features.append((_far, mention.kind, apart < 0, bool(inside), mention.first < found.title_end))
        return features
    first, last = draft.around
    between = (
        found.marks_between(trigger.last, mention.first)
        if after
        else found.marks_between(mention.last, trigger.first)
    )
    others = found.others_in_sentence(sentence, draft.triggers)
    nearer = sum(1 for t in others if min(abs(mention.first - t.last), abs(t.first - mention.last)) < gap)
    said = _said_then(draft, mention)
    stands = GAPS[gap]
    rank = min(inside.index(mention), 2)
    around = first <= mention.first < last
    features += (
        (_near, mention.kind, side, stands, around, rank, min(len(inside), 3), said, min(nearer, 2)),
        (_led, words.forms[mention.first - 1] if mention.first else "", mention.kind),
        *map(_BETWEEN[side].__getitem__, between),
    )
    return features


_BETWEEN = {side: Spelled(f"btw:{{}}:{side}") for side in ("before", "after")}


def _mentioned(named: str, kind: str, apart: int, length: str, inside: bool, as_before: bool) -> list[str]:
    features = [
        "mention",
        f"kind:{named}:{kind}",
        f"kind:{named}:{apart}",
        f"length:{length}:{kind}",
        f"apart:{max(-3, min(apart, 2))}:{inside}",
    ]
    return [*features, f"as before:{inside}:{apart}"] if as_before else features


def _near(
    named: str, side: str, gap: str, around: bool, rank: int, of: int, said: bool, nearer: int
) -> list[str]:
    return [
        f"gap:{side}:{gap}",
        f"around:{around}:{side}:{named}",
        f"rank:{rank}:of:{of}",
        f"said:{said}:{of > 1}",
        f"nearer to others:{nearer}:{side}",
    ]


def _led(word: str, named: str) -> list[str]:
    return [f"prep:{word}:{named}"]


def _far(named: str, before: bool, inside: bool, in_title: bool) -> list[str]:
    return [f"far:{named}:{before}:{inside}", f"far title:{in_title}:{inside}"]


def _standing(days: DayRange, published: dt.date | None) -> str:
    """How days stand to the day of the report, whichever day that is."""
    if published is None:
        return "unknown"
    length, back = (days.last - days.first).days, (published - days.last).days
    if length == 0:
        return ("today", "yesterday")[back] if back in {0, 1} else "week" if 0 < back < 8 else "old"
    if length == 1:
        return "eve" if back == 0 else "two"
    return f"{'long' if length > 31 else 'short'}{'' if back else ' up to now'}"


def _continuity(draft: Draft, before: Draft, standing: str) -> Feature:
    """What speaks for or against the happening being that of the draft before, told on."""
    joined = draft.sentences[0] == before.sentences[-1]
    place = (
        "none" if draft.place is None or before.place is None else str(draft.place.name == before.place.name)
    )
    inside, definite = draft.place_inside, draft.main.definite
    return (_goes_with, standing, _tense(draft), joined, place, inside, definite, _credited(draft))


def _goes_with(
    standing: str, tense: str, joined: bool, place: str, inside: bool, definite: bool, credited: str
) -> list[str]:
    return [
        f"before:standing:{standing}:{tense}",
        f"before:standing:{standing}:{joined}",
        f"before:place:{place}:{joined}",
        f"before:place:{place}:{standing}",
        f"before:inside:{inside}:{place}",
        f"before:definite:{definite}:{joined}",
        f"before:source:{credited}:{joined}",
    ]


def _credited(draft: Draft) -> str:
    """How the sentence says who tells it; "none" where the report speaks itself."""
    credited = draft.found.sources_in(*draft.sentence_span())
    return credited[0].by if credited else "none"


def _approach(draft: Draft) -> tuple[str, ...]:
    """What leads up to the happening: وكان, سبق أن, من جهة أخرى."""
    begin, _ = draft.sentence_span()
    return tuple(m for m in draft.found.marks_between(begin, draft.first) if m[0] == "c")


def _beside(draft: Draft) -> list[str]:
    """The words beside what names the happening, without names, numbers and days.

    They tell whether a day is settled at all, or by what was told before; for the report's own day they teach
    no more than chance (days 0.707 right with them there, 0.713 without).
    """
    found, main = draft.found, draft.main
    begin, end = found.words.sentences[main.sentence]
    return list(found.plain(max(begin, main.first - _BESIDE), min(end, main.last + _BESIDE)))


def _said_then(draft: Draft, mention: DateMention) -> bool:
    """Whether the day stands between a verb of saying and what was said: the statement's day, not the happening's."""
    return any(
        a.by == "says" and mention.first < draft.first
        for a in draft.found.sources_in(max(0, mention.first - 11), mention.first)
    )


def _goes_on(draft: Draft) -> bool:
    first, last = draft.around
    return "ccontinuing" in draft.found.marks_between(first, last)


def _is_background(draft: Draft) -> bool:
    first, _ = draft.sentence_span()
    return "cbackground" in draft.found.marks_between(first, draft.first)


def _tense(draft: Draft) -> str:
    says = draft.main.form.says
    return says.tense or says.part if says else "phrase"
