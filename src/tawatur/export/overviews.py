"""What the claims of one incident say together: the figures as spans, never one picked from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.records import Claim, DayRange, Document, Effect, Place, Precision, Stance

_FINEST = {precision: rank for rank, precision in enumerate(Precision)}


@dataclass(frozen=True, slots=True)
class Overview:
    """The incident in one line."""

    type: str
    place: Place | None
    days: DayRange | None
    harms: tuple[tuple[Effect, ...], ...]  # counts within one group are accounts that exclude each other
    sources: int  # that assert it; 0 where it is only denied
    outlets: int
    deniers: tuple[str, ...]


def build_overview(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Overview:
    asserted = [claim for claim in claims if claim.stance is Stance.ASSERTED]
    denied = [claim for claim in claims if claim.stance is Stance.DENIED]
    telling = asserted or denied
    return Overview(
        type=_commonest(claim.type.value.value for claim in telling),
        place=_common_place(telling),
        days=_common_days(telling),
        harms=_harms(asserted),
        sources=len({_speaker(claim, documents) for claim in asserted}),
        outlets=len({documents[claim.document].outlet or claim.document for claim in asserted}),
        deniers=tuple(sorted({_speaker(claim, documents) for claim in denied})),
    )


def span_of(effects: Sequence[Effect]) -> tuple[int | None, int | None]:
    """The span of several counts. It stays open above only where an open count is the highest.

    >>> from tawatur.records import EffectKind, Span
    >>> counts = [(9, 9), (13, 13), (7, None)]
    >>> def dead(low, high): return Effect(kind=EffectKind.KILLED, who="civilians", low=low, high=high, span=Span(0, 1))
    >>> span_of([dead(*c) for c in counts]), span_of([dead(9, 9), dead(20, None)])
    ((7, 13), (9, None))
    """
    lows = [e.low for e in effects if e.low is not None]
    highs = [e.high for e in effects if e.high is not None]
    opened = [e.low for e in effects if e.low is not None and e.high is None]
    low, high = min(lows, default=None), max(highs, default=None)
    if opened and (high is None or max(opened) >= high):
        high = None
    return low, high


def _harms(claims: Sequence[Claim]) -> tuple[tuple[Effect, ...], ...]:
    """The whole counts by kind. People whom one claim counts side by side add up; others exclude each other."""
    by_people: dict[tuple[str, str], list[Effect]] = {}
    together: set[tuple[str, str]] = set()
    for claim in claims:
        wholes = [effect for effect in claim.effects if effect.of is None]
        kinds = Counter(effect.kind for effect in wholes)
        for effect in wholes:
            key = (effect.kind.value, effect.who)
            by_people.setdefault(key, []).append(effect)
            if kinds[effect.kind] > 1:
                together.add(key)
    groups: dict[tuple[str, str], list[Effect]] = {}
    for (kind, who), effects in by_people.items():
        low, high = span_of(effects)
        whole = Effect(kind=effects[0].kind, who=who, low=low, high=high, span=effects[0].span)
        groups.setdefault((kind, who if (kind, who) in together else ""), []).append(whole)
    return tuple(tuple(group) for group in groups.values())


def _speaker(claim: Claim, documents: Mapping[str, Document]) -> str:
    if claim.source is not None:
        return claim.source.value
    document = documents[claim.document]
    return f"media:{document.outlet}" if document.outlet else f"report:{document.id}"


def _commonest(values: Iterable[str]) -> str:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value))


def _common_place(claims: Sequence[Claim]) -> Place | None:
    places = [claim.place.value for claim in claims if claim.place]
    counted = Counter(place.name for place in places)
    return min(
        places,
        key=lambda p: (-counted[p.name], _FINEST[p.precision] if p.precision else len(_FINEST), p.name),
        default=None,
    )


def _common_days(claims: Sequence[Claim]) -> DayRange | None:
    days = [claim.date.value for claim in claims if claim.date]
    counted = Counter(days)
    return min(days, key=lambda d: (-counted[d], (d.last - d.first).days, d), default=None)
