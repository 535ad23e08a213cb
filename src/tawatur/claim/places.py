"""Where a draft's happening happened: the places named near it are weighed against none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.model import bucket
from tawatur.claim.roles import kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.placed import Placed

_SENTENCES_BACK = 4
_SENTENCES_AHEAD = 1


class PlaceChoice(NamedTuple):
    mention: Placed | None  # None: no place is said
    features: list[str]


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
    none = [f"none:{kind}", f"none:inside:{bucket(len(inside), (0, 1, 2))}", f"none:any:{bool(mentions)}"]
    return [*choices, PlaceChoice(None, none)]


def _features(draft: Draft, mention: Placed, inside: list[Placed]) -> list[str]:
    found = draft.found
    words = found.words
    kind = kind_of(draft.type)
    sentence = words.sentence_of[mention.first]
    fine = mention.precision or "unresolved"
    features = [
        f"fine:{fine}",
        f"fine:{fine}:{kind}",
        f"prep:{mention.governor}:{kind}",
        f"kind:{mention.kind_word}",
    ]
    if sentence not in draft.sentences:
        apart = sentence - draft.sentences[0]
        features += (
            f"apart:{max(-4, min(apart, 2))}:{bool(inside)}",
            f"apart:{'before' if apart < 0 else 'after'}:{fine}:{bool(inside)}",
            f"lead:{mention.first < found.title_end}:{bool(inside)}",
        )
        if draft.before is not None and draft.before.place is mention:
            features.append(f"place of claim before:{bool(inside)}:{fine}")
        if draft.main.definite:
            features.append(f"definite:{'before' if apart < 0 else 'after'}:{bool(inside)}")
        return features
    trigger = min(draft.triggers, key=lambda t: abs(mention.first - t.last))
    after = mention.first >= draft.main.last
    gap = mention.first - trigger.last if mention.first >= trigger.last else trigger.first - mention.last
    first, last = draft.around
    side = "after" if after else "before"
    features += (
        "inside",
        f"inside:{side}:{bucket(gap, (0, 1, 2, 4, 7, 12, 20))}",
        f"inside:prep:{mention.governor}:{side}",
        f"inside:around:{first <= mention.first < last}:{side}",
        f"inside:rank:{_rank(draft, mention, inside)}",
        f"inside:{fine}:only:{len(inside) == 1}",
        f"inside:finest:{_is_finest(mention, inside)}",
        f"inside:main:{draft.main.id}:{side}",
        f"inside:in:{mention.within is not None}:holds:{mention.holds}",
        f"inside:relation:{mention.relation}:{fine}",
    )
    between = (
        found.marks_between(trigger.last, mention.first)
        if mention.first >= trigger.last
        else found.marks_between(mention.last, trigger.first)
    )
    features += (f"btw:{mark}:{side}" for mark in between)
    head = found.head_before(mention.first - (1 if mention.kind_word else 0))
    features.append(f"head:{head}:{side}")
    for i, where in (
        (mention.first - 1, "before"),
        (mention.first - 2, "before that"),
        (mention.last, "behind"),
    ):
        if 0 <= i < len(words) and words.sentence_of[i] == sentence and not found.is_name(i):
            features.append(f"word:{where}:{words.forms[i]}")
    others = found.others_in_sentence(sentence, draft.triggers)
    nearer = sum(1 for t in others if min(abs(mention.first - t.last), abs(t.first - mention.last)) < gap)
    features.append(f"nearer to others:{min(nearer, 2)}:{side}")
    if found.is_in_source(mention.first):
        features.append("in the source's name")
    if found.is_in_party(mention.first):
        features.append("in a party's name")
    party_before = any(
        p.last == mention.first or p.last == mention.first - 1 for p in found.parties_in(first, last)
    )
    features.append(f"right after a party:{party_before}")
    return features


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
