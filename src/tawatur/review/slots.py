"""A claim's slots in plain values, and a claim with another value in a slot.

Plain values are what judgements carry and pages show: strings, lists and mappings, without the words that say them.
"""

from __future__ import annotations

from typing import Any

import msgspec

from tawatur.records import Candidate, Claim, Effect, Place, Said
from tawatur.review.vocabulary import SLOTS, GivenEffect, GivenPlace, read_value

_PLACE = ("name", "country", "admin1", "lat", "lon", "precision", "relation")  # of a place itself
_ENTRY = ("id", "name_en", "admin2")  # of the gazetteer's entry that it is
_EFFECT = tuple(GivenEffect.__struct_fields__)


def plain_slot(claim: Claim, slot: str) -> Any:  # noqa: ANN401 (each slot has its own)
    """The value of a slot, as a judgement of it would have it."""
    match slot:
        case "type":
            return claim.type.value.value
        case "stance":
            return claim.stance.value
        case "source":
            return claim.source.value if claim.source else None
        case "actors" | "targets":
            return [said.value for said in getattr(claim, slot)]
        case "place":
            return _plain_place(claim.place.value) if claim.place else None
        case "date":
            return _as_json(claim.date.value) if claim.date else None
        case "effects":
            return [_plain(effect, _EFFECT) for effect in claim.effects]
    raise KeyError(slot)


def plain_slots(claim: Claim) -> dict[str, Any]:
    return {slot: plain_slot(claim, slot) for slot in SLOTS}


def plain_value(field: str, value: Any) -> Any:  # noqa: ANN401
    """A judgement's value in the form in which `plain_slot` gives a claim's."""
    read = read_value(field, value)
    if isinstance(read, GivenPlace):
        return _plain(read, (*_PLACE, *_ENTRY))
    if field == "effects":
        return [_plain(effect, _EFFECT) for effect in read]
    return _as_json(read)


def to_compare(slot: str, value: Any) -> Any:  # noqa: ANN401
    """What of a plain value says whether two are the same: of a place not how the gazetteer names it, which may change."""
    if slot == "place" and isinstance(value, dict):
        return {name: value.get(name) for name in _PLACE}
    return value


def with_slot(claim: Claim, slot: str, value: Any, why: str) -> Claim:  # noqa: ANN401
    """The claim with a person's value in a slot.

    It keeps the words that the slot was read from; where there were none it points at the whole
    quotation, so that there is still no value without words.
    """
    read = read_value(slot, value)
    changed: dict[str, Any] = {slot: _said(claim, slot, read, why)}
    if slot in claim.unresolved and read not in (None, ()):
        changed["unresolved"] = {name: said for name, said in claim.unresolved.items() if name != slot}
    return msgspec.structs.replace(claim, **changed)


def _said(claim: Claim, slot: str, value: Any, why: str) -> Any:  # noqa: ANN401
    match slot:
        case "stance":
            return value
        case "actors" | "targets":
            before = {said.value: said for said in getattr(claim, slot)}
            return tuple(before.get(party) or Said(party, claim.quote, why) for party in value)
        case "effects":
            return _effects(claim, value, why)
        case _:
            if value is None:
                return None
            had = getattr(claim, slot)
            span = had.span if had else claim.quote
            return Said(_place(value) if isinstance(value, GivenPlace) else value, span, why)


def _place(given: GivenPlace) -> Place:
    """With the entry of the gazetteer as its one candidate, where a person chose one."""
    candidates: tuple[Candidate, ...] = ()
    if given.id and given.country and given.precision:
        candidates = (
            Candidate(
                id=given.id,
                name_ar=given.name,
                name_en=given.name_en or "",
                country=given.country,
                admin1=given.admin1,
                admin2=given.admin2,
                lat=given.lat,
                lon=given.lon,
                precision=given.precision,
                reason="chosen by a reviewer",
            ),
        )
    return Place(**{name: getattr(given, name) for name in _PLACE}, candidates=candidates)


def _plain_place(place: Place) -> dict[str, Any]:
    best = place.candidates[0] if place.lat is not None and place.candidates else None
    return _plain(place, _PLACE) | {name: best and getattr(best, name) for name in _ENTRY}


def _effects(claim: Claim, given: tuple[GivenEffect, ...], why: str) -> tuple[Effect, ...]:
    """Each takes the words of the effect that it corrects: of the same kind and people, else the same kind."""
    left = list(claim.effects)
    made = []
    for one in given:
        alike = sorted(left, key=lambda effect: (effect.kind is not one.kind, effect.who != one.who))
        span = claim.quote
        reason = why
        if alike and alike[0].kind is one.kind:
            left.remove(alike[0])
            span = alike[0].span
            if _plain(alike[0], _EFFECT) == _plain(one, _EFFECT):
                reason = alike[0].why
        made.append(
            Effect(kind=one.kind, who=one.who, of=one.of, low=one.low, high=one.high, span=span, why=reason)
        )
    return tuple(made)


def _plain(record: msgspec.Struct, names: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {name: _as_json(getattr(record, name)) for name in names}
    return found


def _as_json(value: object) -> Any:  # noqa: ANN401
    """As it comes back from where it is kept: lists, not tuples."""
    return msgspec.json.decode(msgspec.json.encode(value))
