"""Where a draft's happening happened: the places named near it are weighed against none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tawatur.claim.model import GAPS, Spelled, bucket
from tawatur.claim.roles import kind_of
from tawatur.gazetteer.distance import km_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.claim.placed import Placed
    from tawatur.claim.triggers import Trigger

_SENTENCES_BACK = 4
_SENTENCES_AHEAD = 1


class PlaceChoice(msgspec.Struct, frozen=True, eq=False, gc=False):
    mention: Placed | None  # None: no place is said
    features: list[Feature]


def place_choices(draft: Draft) -> list[PlaceChoice]:
    """Each place that may be the happening's, nearest sentences first, and none."""
    found = draft.found
    words = found.words
    first = words.sentences[max(0, draft.sentences[0] - _SENTENCES_BACK)][0]
    last = words.sentences[min(len(words.sentences) - 1, draft.sentences[-1] + _SENTENCES_AHEAD)][1]
    mentions = list(found.places_in(first, last))
    if found.places and found.places[0] not in mentions:
        mentions.append(found.places[0])
    inside = [m for m in mentions if words.sentence_of[m.first] in draft.sentences]
    choices = [PlaceChoice(m, _features(draft, m, inside)) for m in mentions]
    kind = kind_of(draft.type)
    none = (_none, kind, bucket(len(inside), (0, 1, 2)), bool(mentions))
    return [*choices, PlaceChoice(None, [none])]


def _none(kind: str, inside: str, mentioned: bool) -> list[str]:
    return [f"none:{kind}", f"none:inside:{inside}", f"none:any:{mentioned}"]


def _features(draft: Draft, mention: Placed, inside: list[Placed]) -> list[Feature]:
    found = draft.found
    words = found.words
    kind = kind_of(draft.type)
    sentence = words.sentence_of[mention.first]
    fine = mention.precision or "unresolved"
    features: list[Feature] = [(_known, fine, kind, mention.governor, mention.kind_word)]
    lead = mention.begin - 1
    if lead >= 0 and words.sentence_of[lead] == sentence and not found.is_name(lead):
        features.append(_LED_BY[words.forms[lead]])
    if sentence not in draft.sentences:
        as_before = draft.before is not None and draft.before.place is mention
        in_title = mention.first < found.title_end
        apart = max(-4, min(sentence - draft.sentences[0], 2))
        told = _likeness(found.trigger_beside(mention), draft.main)
        features += (
            (_apart, apart, fine, bool(inside), in_title, as_before, draft.main.definite),
            (_told, told, apart < 0, bool(inside), fine),
        )
        return features
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
            _inside,
            fine,
            side,
            GAPS[gap],
            mention.governor,
            first <= mention.first < last,
            _rank(draft, mention, inside),
            len(inside) == 1,
        ),
        (
            _inside_sort,
            fine,
            side,
            _is_finest(mention, inside),
            draft.main.id,
            mention.within is not None,
            mention.holds,
            mention.relation,
        ),
        (
            _beside,
            side,
            found.head_before(mention.first - (1 if mention.kind_word else 0)),
            min(nearer, 2),
            found.is_in_source(mention.first),
            found.is_in_party(mention.first),
            party_before,
        ),
        *map(_BETWEEN[side].__getitem__, between),
    )
    for i, word in (
        (mention.first - 1, _BEFORE),
        (mention.first - 2, _BEFORE_THAT),
        (mention.last, _BEHIND),
    ):
        if 0 <= i < len(words) and words.sentence_of[i] == sentence and not found.is_name(i):
            features.append(word[words.forms[i]])
    return features


_BETWEEN = {side: Spelled(f"btw:{{}}:{side}") for side in ("before", "after")}
_LED_BY = Spelled("led by:{}")  # the word before the phrase with its preposition
_BEFORE, _BEFORE_THAT, _BEHIND = (
    Spelled("word:before:{}"),
    Spelled("word:before that:{}"),
    Spelled("word:behind:{}"),
)


def _known(fine: str, kind: str, governor: str, kind_word: str | None) -> list[str]:
    return [f"fine:{fine}", f"fine:{fine}:{kind}", f"prep:{governor}:{kind}", f"kind:{kind_word}"]


def _apart(
    apart: int,
    fine: str,
    inside: bool,
    in_title: bool,
    as_before: bool,
    definite: bool,
) -> list[str]:
    side = "before" if apart < 0 else "after"
    features = [f"apart:{apart}:{inside}", f"apart:{side}:{fine}:{inside}", f"lead:{in_title}:{inside}"]
    if as_before:
        features.append(f"place of claim before:{inside}:{fine}")
    if definite:
        features.append(f"definite:{side}:{inside}")
    return features


def _told(told: str, before: bool, inside: bool, fine: str) -> list[str]:
    return [f"apart:told:{told}:{'before' if before else 'after'}", f"apart:told:{told}:{inside}:{fine}"]


def _inside(
    fine: str,
    side: str,
    gap: str,
    governor: str,
    around: bool,
    rank: str,
    only: bool,
) -> list[str]:
    return [
        "inside",
        f"inside:{side}:{gap}",
        f"inside:prep:{governor}:{side}",
        f"inside:around:{around}:{side}",
        f"inside:rank:{rank}",
        f"inside:{fine}:only:{only}",
    ]


def _inside_sort(
    fine: str,
    side: str,
    finest: bool,
    main: str,
    within: bool,
    holds: bool,
    relation: str | None,
) -> list[str]:
    return [
        f"inside:finest:{finest}",
        f"inside:main:{main}:{side}",
        f"inside:in:{within}:holds:{holds}",
        f"inside:relation:{relation}:{fine}",
    ]


def _beside(
    side: str,
    head: str,
    nearer: int,
    in_source: bool,
    in_party: bool,
    party_before: bool,
) -> list[str]:
    features = [
        f"head:{head}:{side}",
        f"nearer to others:{nearer}:{side}",
        f"right after a party:{party_before}",
    ]
    if in_source:
        features.append("in the source's name")
    if in_party:
        features.append("in a party's name")
    return features


def _likeness(trigger: Trigger | None, main: Trigger) -> str:
    """How what a place stands beside is like the draft's own trigger."""
    if trigger is None:
        return "none"
    return "same" if trigger.id == main.id else "kind" if trigger.type == main.type else "other"


_REACH = {"town": 8.0, "area": 30.0, "district": 30.0, "province": 60.0, "region": 150.0}  # km


def lies_in(inner: Placed, outer: Placed) -> bool:
    """Whether one place lies in a wider one, by what the text says or by where they are."""
    holder = inner.within
    while holder is not None:
        if holder is outer or holder.name == outer.name:
            return True
        holder = holder.within
    here, there = inner.place, outer.place
    if here.country != there.country or here.country is None:
        return False
    if outer.precision == "country":
        return True
    if outer.precision in {"province", "region"} and here.admin1 and here.admin1 == there.admin1:
        return True
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return False
    return km_between((here.lat, here.lon), (there.lat, there.lon)) <= _REACH.get(outer.precision, 0.0)


def take_finer_place(draft: Draft, tellings: Iterable[Draft]) -> None:
    """Give a claim the place inside its own that another telling of it names: `في ريف حلب`, then `في قرية ...`."""
    for other in tellings:
        place = other.place
        if place is None or place.unresolved or not other.place_inside:
            continue
        if draft.place is None or (_order(place) < _order(draft.place) and lies_in(place, draft.place)):
            draft.place, draft.grounds["place"] = place, other.grounds["place"]


def _rank(draft: Draft, mention: Placed, inside: list[Placed]) -> str:
    """Which place after the main trigger it is, or which before it, counting away from it."""
    if mention.first >= draft.main.last:
        after = [m for m in inside if m.first >= draft.main.last]
        return f"+{min(after.index(mention), 3)}"
    before = [m for m in inside if m.first < draft.main.last]
    return f"-{min(len(before) - before.index(mention), 3)}"


_ORDER = ("point", "neighbourhood", "village", "town", "area", "district", "province", "region", "country")


def _is_finest(mention: Placed, inside: list[Placed]) -> bool:
    return _order(mention) <= min(_order(m) for m in inside)


def _order(mention: Placed) -> int:
    return _ORDER.index(mention.precision) if mention.precision in _ORDER else 2
