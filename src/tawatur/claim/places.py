"""Where a draft's happening happened: the places named near it are weighed against none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tawatur.claim.apart import leave_places_apart
from tawatur.claim.model import GAPS
from tawatur.claim.nesting import is_finest, lies_in, nesting_of
from tawatur.claim.period_totals import is_over_weeks
from tawatur.claim.place_features import (
    BEFORE,
    BEFORE_THAT,
    BEHIND,
    BETWEEN,
    LED_BY,
    say_apart,
    say_beside,
    say_beside_others,
    say_earlier,
    say_inside,
    say_known,
    say_likeness,
    say_nesting,
    say_sort,
    say_times,
)
from tawatur.claim.roles import kind_of
from tawatur.find.place_signs import load_signs
from tawatur.find.speaker_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.claim.placed import Placed
    from tawatur.claim.triggers import Trigger

_SENTENCES_BACK = 4
_SENTENCES_AHEAD = 1
_DRAFTS_BACK = 8
_NARROW = frozenset({"point", "neighbourhood", "village"})
_MOVES = frozenset(
    {"deployment", "territory_change", "displacement"}
)  # which happen where those stood who moved
_HARMS = frozenset({"strike", "blast", "kill", "seize", "armed_clash", "release"})
_UPON = frozenset({"على", "علي"})
_GO_WITHIN = 3  # words from where forces set out to where they went
_BODIES = frozenset({"activists"})  # sources that a body of some place may be: لجان مقاومة الفاشر
_AS_NARROW = _NARROW | {"town"}  # as where it was done from


class PlaceChoice(msgspec.Struct, frozen=True, eq=False, gc=False):
    mention: Placed | None  # None: no place is said
    features: list[Feature]


def place_choices(draft: Draft) -> list[PlaceChoice]:
    """Each place that may be the happening's, nearest sentences first, and none."""
    found = draft.found
    words = found.words
    head = found.digest.head_of(draft.sentences[0])
    first = words.sentences[max(head, draft.sentences[0] - _SENTENCES_BACK)][0]
    last = words.sentences[min(len(words.sentences) - 1, draft.sentences[-1] + _SENTENCES_AHEAD)][1]
    mentions = list(found.places_in(first, last))
    if found.places and found.places[0] not in mentions and not head:
        mentions.append(found.places[0])
    mentions = [m for m in mentions if m.index not in found.wards]
    if draft.type != "displacement":
        mentions = [m for m in mentions if m.index not in found.origins]
    if kind_of(draft.type) in _HARMS:
        mentions = [m for m in mentions if m.index not in found.homes]
    if draft.type not in _MOVES:
        mentions = _without_stations(draft, mentions)
    elif draft.type == "deployment":
        mentions = _without_starts(mentions)
    mentions = _without_speakers(draft, mentions)
    if found.apart:
        mentions = leave_places_apart(draft, mentions)
    inside = [m for m in mentions if words.sentence_of[m.first] in draft.sentences]
    if draft.type == "toll" and is_over_weeks(draft):  # and of more than the village told of before it
        mentions = [m for m in mentions if m in inside or m.grain.removeprefix("about ") not in _NARROW]
    earlier = _Earlier(draft)
    choices = [PlaceChoice(m, _features(draft, m, inside, earlier)) for m in mentions]
    kind = kind_of(draft.type)
    none = (_none, kind, str(min(len(inside), 2)), bool(mentions))
    return [*choices, PlaceChoice(None, [none])]


def _without_stations(draft: Draft, mentions: list[Placed]) -> list[Placed]:
    """The places less those from which it was done, where its sentences name another as narrow."""
    found = draft.found
    others = [m for m in mentions if m.index not in found.stations]
    if len(others) == len(mentions):
        return mentions
    named = any(
        found.words.sentence_of[m.first] in draft.sentences and m.grain.removeprefix("about ") in _AS_NARROW
        for m in others
    )
    return others if named else mentions


def _without_starts(mentions: list[Placed]) -> list[Placed]:
    """The places less that from which forces were sent to another, right behind it: `تعزيزات من قاعدة س باتجاه ص`."""
    aimed = load_signs().aimed - _UPON
    left: list[Placed] = []
    for n, mention in enumerate(mentions):
        behind = mentions[n + 1] if n + 1 < len(mentions) else None
        is_start = (
            mention.governor == "من"
            and behind is not None
            and behind.governor in aimed
            and 0 <= behind.begin - mention.last <= _GO_WITHIN
        )
        if not is_start:
            left.append(mention)
    return left


def _without_speakers(draft: Draft, mentions: list[Placed]) -> list[Placed]:
    """The places less those where somebody stands who tells, and those in his name (`غرفة طوارئ جنوب الحزام`).

    The latter where the draft's sentences name another, no wider one; or where they name none but his, and the happening before was
    at a place of theirs: `قتل مواطن في طفس. وقال مصدر في شرطة درعا إن مسلحين أطلقا عليه النار`.
    """
    found = draft.found
    mentions = [m for m in mentions if not _is_tellers(draft, m)] or mentions
    inside = [m for m in mentions if found.words.sentence_of[m.first] in draft.sentences]
    before = draft.before.place if draft.before is not None else None
    if before is not None and all(_is_speakers_seat(draft, m, before) for m in inside):
        return [m for m in mentions if m not in inside]
    spoken = [m for m in inside if _names_a_body(draft, m)]
    others = [m.order for m in inside if m not in spoken]
    if not spoken or not others:
        return mentions
    return [m for m in mentions if m not in spoken or min(others) > m.order]


def _is_speakers_seat(draft: Draft, mention: Placed, before: Placed) -> bool:
    """Whether a place is in the name of one who tells, and another, no wider, lies in it or in the division that it is the seat of."""
    if mention.order < before.order or not draft.found.is_in_source(mention.first):
        return False
    here, there = before.place, mention.place
    is_one_division = here.admin1 is not None and (here.country, here.admin1) == (there.country, there.admin1)
    return is_one_division or lies_in(before, mention)


def _names_a_body(draft: Draft, mention: Placed) -> bool:
    """Whether a place is in the name of a body that tells: `غرفة طوارئ جنوب الحزام`, `لجان مقاومة الفاشر`."""
    found = draft.found
    if not found.is_in_source(mention.first) or found.is_in_party(mention.first):
        return False
    naming = (a for a in found.sources if a.first <= mention.first < a.last)
    return any(a.source in _BODIES or a.source.startswith("other:") for a in naming)


def _is_tellers(draft: Draft, mention: Placed) -> bool:
    """Whether a place is where one stands who tells, right before his words: `قال مراسلنا في السودان إن`."""
    words = draft.found.words
    if mention.last >= len(words) or words.forms[mention.last] not in load_vocabulary().opens_speech:
        return False
    return any(a.last == mention.begin and a.by == "says" for a in draft.found.sources)


def _none(kind: str, inside: str, mentioned: bool) -> list[str]:
    return [f"none:{kind}", f"none:inside:{inside}", f"none:any:{mentioned}"]


class _Earlier:
    """Where the drafts before happened: the last of them, the last of the same kind, all of the last few."""

    __slots__ = ("last", "like", "names")

    def __init__(self, draft: Draft) -> None:
        self.last: str | None = None
        self.like: str | None = None
        self.names: set[str] = set()
        before, back = draft.before, 0
        while before is not None and back < _DRAFTS_BACK:
            if before.place is not None:
                name = before.place.name
                self.last = self.last or name
                if before.type == draft.type:
                    self.like = self.like or name
                self.names.add(name)
            before, back = before.before, back + 1


def _features(draft: Draft, mention: Placed, inside: list[Placed], earlier: _Earlier) -> list[Feature]:
    found = draft.found
    words = found.words
    kind = kind_of(draft.type)
    sentence = words.sentence_of[mention.first]
    fine = mention.precision or "unresolved"
    where = "in" if sentence in draft.sentences else "out"
    name = mention.name
    times = found.times_named[name]
    key = mention.index, *draft.sentences
    if key not in found.nestings:
        found.nestings[key] = nesting_of(mention, inside)
    holds, held_by = found.nestings[key]
    features: list[Feature] = [
        (say_known, fine, kind, mention.governor, mention.kind_word, mention.grain, where),
        (say_times, min(times, 4), name in found.title_places, fine, where),
        (say_nesting, holds, held_by, fine, where),
        (
            say_earlier,
            earlier.like is not None,
            earlier.like == name,
            earlier.last == name,
            name in earlier.names,
            fine,
            where,
        ),
    ]
    lead = mention.begin - 1
    if lead >= 0 and words.sentence_of[lead] == sentence and not found.is_name(lead):
        features.append(LED_BY[words.forms[lead]])
    if sentence not in draft.sentences:
        as_before = draft.before is not None and draft.before.place is mention
        in_title = mention.first < found.title_end
        apart = max(-4, min(sentence - draft.sentences[0], 2))
        told = _likeness(found.trigger_beside(mention), draft.main)
        features += (
            (say_apart, apart, fine, bool(inside), in_title, as_before, draft.main.definite),
            (say_likeness, told, apart < 0, bool(inside), fine),
        )
        return features
    features.append((say_beside_others, *_beside_others(mention, inside), kind))
    trigger = min(draft.triggers, key=lambda t: abs(mention.first - t.last))
    after = mention.first >= trigger.last
    gap = mention.first - trigger.last if after else trigger.first - mention.last
    first, last = draft.around
    side = "after" if mention.first >= draft.main.last else "before"
    between = (
        found.marks_between(trigger.last, mention.first)
        if after
        else found.marks_between(mention.last, trigger.first)
    )
    others = found.others_in_sentence(sentence, draft.triggers)
    nearer = sum(1 for t in others if min(abs(mention.first - t.last), abs(t.first - mention.last)) < gap)
    party_before = any(mention.first - 1 <= p.last <= mention.first for p in found.parties_in(first, last))
    features += (
        (
            say_inside,
            fine,
            side,
            GAPS[gap],
            mention.governor,
            first <= mention.first < last,
            _rank(draft, mention, inside),
            len(inside) == 1,
        ),
        (
            say_sort,
            fine,
            side,
            is_finest(mention, inside),
            draft.main.id,
            mention.within is not None,
            mention.holds,
            mention.relation,
        ),
        (
            say_beside,
            side,
            found.head_before(mention.first - (1 if mention.kind_word else 0)),
            min(nearer, 2),
            found.is_in_source(mention.first),
            found.is_in_party(mention.first),
            party_before,
        ),
        *map(BETWEEN[side].__getitem__, between),
    )
    begin, end = words.sentences[sentence]
    for i, word in (
        (mention.first - 1, BEFORE),
        (mention.first - 2, BEFORE_THAT),
        (mention.last, BEHIND),
    ):
        if begin <= i < end and not found.is_name(i):
            features.append(word[words.forms[i]])
    return features


def _rank(draft: Draft, mention: Placed, inside: list[Placed]) -> str:
    """Which place after the main trigger it is, or which before it, counting away from it."""
    if mention.first >= draft.main.last:
        after = [m for m in inside if m.first >= draft.main.last]
        return f"+{min(after.index(mention), 3)}"
    before = [m for m in inside if m.first < draft.main.last]
    return f"-{min(len(before) - before.index(mention), 3)}"


def _likeness(trigger: Trigger | None, main: Trigger) -> str:
    """How what a place stands beside is like the draft's own trigger."""
    if trigger is None:
        return "none"
    return "same" if trigger.id == main.id else "kind" if trigger.type == main.type else "other"


def _beside_others(mention: Placed, inside: list[Placed]) -> tuple[str, bool, bool, bool, bool, str]:
    """How it stands among the places of its draft: its way, its list, what it lies in."""
    aimed = load_signs().aimed
    way, answered = "", False  # from one of them to another: أطلقت من هنا على هناك
    if mention.governor == "من":
        way, answered = "from", any(m.governor in aimed for m in inside)
    elif mention.governor in aimed:
        way, answered = "toward", any(m.governor == "من" for m in inside)
    leads = any(m.index == mention.index + 1 and m.mention.in_list for m in inside)
    within, listed = mention.within is not None, mention.mention.in_list
    return way, answered, listed, leads, within, f"{mention.holds}:{mention.grain}"
