"""When a draft's happening happened: the days named near it, the days of the claim before, or the day of the report."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.model import bucket
from tawatur.claim.roles import kind_of
from tawatur.records.claim import DayRange

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.dates import DateMention

_SENTENCES_BACK = 3
_SENTENCES_AHEAD = 1
_BESIDE = 4  # words on either side of what names the happening that tell how it is told
_USELESS = frozenset({"future", "recurring", "name"})


class DateChoice(NamedTuple):
    days: DayRange | None
    mention: DateMention | None
    by: str  # "mention", "before", "report", "eve", "none"
    features: list[str]


def date_choices(draft: Draft) -> list[DateChoice]:
    found = draft.found
    words = found.words
    first = words.sentences[max(0, draft.sentences[0] - _SENTENCES_BACK)][0]
    last = words.sentences[min(len(words.sentences) - 1, draft.sentences[-1] + _SENTENCES_AHEAD)][1]
    mentions = [m for m in found.dates_in(first, last) if m.kind not in _USELESS]
    inside = [m for m in mentions if words.sentence_of[m.first] in draft.sentences]
    near = [m for m in inside if draft.around[0] <= m.first < draft.around[1]]
    kind = kind_of(draft.type)
    state = f"{min(len(near), 1)}{min(len(inside), 2)}"
    base = [f"type:{kind}:{state}", f"cont:{_goes_on(draft)}:{state}", f"bg:{_is_background(draft)}:{state}"]
    base.append(f"tense:{_tense(draft)}:{state}")
    base += _approach(draft, state)
    beside = _beside(draft)
    choices = [
        DateChoice(m.days, m, "mention", _mention_features(draft, m, inside, kind))
        for m in mentions
        if m.days
    ]
    vague = any(m.kind == "vague" or m.days is None for m in inside)
    day = found.published
    if day is not None:
        eve = DayRange(day - dt.timedelta(1), day)
        choices.append(DateChoice(eve, None, "eve", _tag("eve", [*base, f"vague:{vague}"])))
        choices.append(
            DateChoice(DayRange(day, day), None, "report", _tag("report", [*base, f"vague:{vague}"]))
        )
    before = draft.before
    if before is not None and before.days is not None:
        extra = [
            f"same type:{before.type == draft.type}:{state}",
            f"by:{before.days_by}:{state}",
            *_continuity(draft, before, _standing(before.days, day)),
            *beside,
        ]
        choices.append(DateChoice(before.days, None, "before", _tag("before", [*base, *extra])))
    none = [
        *base,
        *beside,
        f"vague:{vague}",
        f"published:{day is not None}",
        f"before none:{before is not None and before.days is None}",
    ]
    choices.append(DateChoice(None, None, "none", _tag("none", none)))
    return choices


def _tag(tag: str, features: list[str]) -> list[str]:
    return [tag, *(f"{tag}:{f}" for f in features)]


def _mention_features(draft: Draft, mention: DateMention, inside: list[DateMention], kind: str) -> list[str]:
    found = draft.found
    words = found.words
    sentence = words.sentence_of[mention.first]
    apart = sentence - draft.sentences[0] if sentence not in draft.sentences else 0
    trigger = min(draft.triggers, key=lambda t: min(abs(mention.first - t.last), abs(t.first - mention.last)))
    after = mention.first >= trigger.last
    gap = mention.first - trigger.last if after else trigger.first - mention.last
    length = (mention.days.last - mention.days.first).days if mention.days else 0
    side = "after" if after else "before"
    features = [
        "mention",
        f"kind:{mention.kind}:{kind}",
        f"kind:{mention.kind}:{apart}",
        f"length:{bucket(length, (0, 1, 2, 7, 31, 100))}:{kind}",
        f"apart:{max(-3, min(apart, 2))}:{bool(inside)}",
    ]
    if sentence in draft.sentences:
        first, last = draft.around
        rank = inside.index(mention)
        features += (
            f"gap:{side}:{bucket(gap, (0, 1, 2, 4, 7, 12, 20))}",
            f"around:{first <= mention.first < last}:{side}:{mention.kind}",
            f"rank:{min(rank, 2)}:of:{min(len(inside), 3)}",
            f"said:{_said_then(draft, mention)}:{len(inside) > 1}",
        )
        between = (
            found.marks_between(trigger.last, mention.first)
            if after
            else found.marks_between(mention.last, trigger.first)
        )
        features += (f"btw:{mark}:{side}" for mark in between)
        others = found.others_in_sentence(sentence, draft.triggers)
        nearer = sum(1 for t in others if min(abs(mention.first - t.last), abs(t.first - mention.last)) < gap)
        features.append(f"nearer to others:{min(nearer, 2)}:{side}")
        features.append(f"prep:{words.forms[mention.first - 1] if mention.first else ''}:{mention.kind}")
    else:
        features.append(f"far:{mention.kind}:{apart < 0}:{bool(inside)}")
        features.append(f"far title:{mention.first < found.title_end}:{bool(inside)}")
    if draft.before is not None and draft.before.days == mention.days:
        features.append(f"as before:{bool(inside)}:{apart}")
    return features


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


def _continuity(draft: Draft, before: Draft, standing: str) -> list[str]:
    """What speaks for or against the happening being that of the draft before, told on."""
    joined = draft.sentences[0] == before.sentences[-1]
    place = "none" if draft.place is None or before.place is None else draft.place.name == before.place.name
    return [
        f"standing:{standing}:{_tense(draft)}",
        f"standing:{standing}:{joined}",
        f"place:{place}:{joined}",
        f"place:{place}:{standing}",
        f"inside:{draft.place_inside}:{place}",
        f"definite:{draft.main.definite}:{joined}",
        f"source:{_credited(draft)}:{joined}",
    ]


def _credited(draft: Draft) -> str:
    """How the sentence says who tells it; "none" where the report speaks itself."""
    credited = draft.found.sources_in(*draft.sentence_span())
    return credited[0].by if credited else "none"


def _approach(draft: Draft, state: str) -> list[str]:
    """What leads up to the happening: وكان, سبق أن, من جهة أخرى."""
    begin, _ = draft.sentence_span()
    return [f"cue:{m}:{state[1]}" for m in draft.found.marks_between(begin, draft.first) if m[0] == "c"]


def _beside(draft: Draft) -> list[str]:
    """The words beside what names the happening, without names, numbers and days.

    They tell whether a day is settled at all, or by what was told before; for the report's own day they teach
    no more than chance (days 0.707 right with them there, 0.713 without).
    """
    found, main = draft.found, draft.main
    words = found.words
    begin, end = words.sentences[main.sentence]
    beside = range(max(begin, main.first - _BESIDE), min(end, main.last + _BESIDE))
    return list({f"word:{words.forms[i]}": None for i in beside if not found.is_name(i)})


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
