"""What the accounts of one incident contradict each other in, field by field, with those who stand on each side.

An account that is silent contradicts nothing, and "unknown" is silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from tawatur.arabic.fold import fold_phrase
from tawatur.gazetteer.distance import km_between
from tawatur.link.sides import Sides, load_rules
from tawatur.link.testimony import Testimony
from tawatur.link.tolls import find_toll_contradictions
from tawatur.link.voices import Heard
from tawatur.records import Contradiction, Place, Precision, Side

_SPOTS = {Precision.POINT, Precision.NEIGHBOURHOOD, Precision.VILLAGE, Precision.TOWN}
APART_KM = 3.0  # nearer than this, a village and its outskirts are one place
_NARROW = 2  # days: a wider stretch names no day


class _Kinds(NamedTuple):
    means: dict[str, str]
    apart: frozenset[frozenset[str]]
    ground_words: tuple[str, ...]
    mutual: frozenset[str]


@cache
def _load() -> _Kinds:
    read = load_rules("kinds")
    return _Kinds(
        read["means"],
        frozenset(map(frozenset, read["apart"])),
        tuple(map(fold_phrase, read["ground_words"])),
        frozenset(read["mutual"]),
    )


def find_contradictions(voices: Sequence[Heard], sides: Sides) -> list[Contradiction]:
    """In the order of the fields; of tolls the gravest first."""
    if len(voices) == 1 and not voices[0].voice.denies:
        return []  # no voice contradicts itself
    standing = [heard for heard in voices if heard.stands]
    return [
        *_find_denials(voices),
        *_find_between(standing, "actors", _name_actors, lambda one, other: _differ(one, other, sides)),
        *_find_targets(standing, sides),
        *_find_between(standing, "type", _name_means, _exclude, _name_kind),
        *_find_between(standing, "place", _name_spots, _lie_apart),
        *_find_between(standing, "day", _name_days, _differ_in_days),
        *find_toll_contradictions(voices, sides),
    ]


def _find_denials(voices: Sequence[Heard]) -> Iterator[Contradiction]:
    asserting = [heard for heard in voices if heard.voice.asserts and not heard.voice.denies]
    denying = [heard for heard in voices if heard.voice.denies]
    if denying:
        told = [
            Side(
                says=(says,),
                voices=tuple(h.voice.id for h in those),
                claims=tuple(sorted(key for h in those for key in getattr(h.voice, f"{verb}s"))),
            )
            for says, verb, those in (("asserted", "assert", asserting), ("denied", "denie", denying))
            if those
        ]
        yield Contradiction(field="happened", reason="denied", sides=tuple(told))


def _find_between(
    voices: Sequence[Heard],
    field: str,
    name: Callable[[Testimony], object],
    differ: Callable[[object, object], bool],
    show: Callable[[Testimony], str] | None = None,
) -> Iterator[Contradiction]:
    """Voices whose values exclude each other; `show` says what stands for a value where that is not the value."""
    given: dict[object, dict[str, list[str]]] = {}
    shown: dict[object, set[str]] = {}
    for heard in voices:
        for testimony in heard.asserted:
            value = name(testimony)
            if value:
                given.setdefault(value, {}).setdefault(heard.voice.id, []).append(testimony.claim.id)
                if show is not None:
                    shown.setdefault(value, set()).add(show(testimony))
    against = [
        (one, other)
        for one, other in combinations(given, 2)
        if differ(one, other) and set(given[one]) != set(given[other])
    ]
    taking_part = [value for value in given if any(value in pair for pair in against)]
    if not against:
        return
    said: dict[tuple[str, ...], tuple[set[str], set[str]]] = {}
    for value in taking_part:
        says = tuple(sorted(shown[value])) if value in shown else _written(value)
        voices_of, claims_of = said.setdefault(says, (set(), set()))
        voices_of.update(given[value])
        claims_of.update(key for keys in given[value].values() for key in keys)
    yield Contradiction(
        field=field,
        reason=field,
        sides=tuple(
            Side(says=says, voices=tuple(sorted(of[0])), claims=tuple(sorted(of[1])))
            for says, of in sorted(said.items())
        ),
    )


def _written(value: object) -> tuple[str, ...]:
    match value:
        case Place():
            return (value.name,)
        case frozenset():
            return tuple(sorted(map(str, value)))
        case tuple():
            return tuple(map(str, value))
        case _:
            return (str(value),)


def _name_actors(testimony: Testimony) -> object:
    if testimony.claim.type.value.value in _load().mutual:
        return testimony.actors | (testimony.targets - {"civilians"}) if testimony.actors else frozenset()
    return testimony.actors


def _differ(one: object, other: object, sides: Sides) -> bool:
    assert isinstance(one, frozenset)
    assert isinstance(other, frozenset)
    return not any(sides.is_kin_of_any(party, other) for party in one)


def _name_means(testimony: Testimony) -> object:
    """How it was done: from the air, from the ground, or planted; nothing where the words leave that open."""
    kinds = _load()
    means = kinds.means.get(testimony.claim.type.value.value)
    if means == "ground" and not any(word in testimony.words for word in kinds.ground_words):
        return None
    return means


def _name_kind(testimony: Testimony) -> str:
    return testimony.claim.type.value.value


def _exclude(one: object, other: object) -> bool:
    return frozenset((one, other)) in _load().apart


def _name_spots(testimony: Testimony) -> object:
    place = testimony.claim.place.value if testimony.claim.place else None
    if place is None or place.precision not in _SPOTS or place.lat is None:
        return None
    return place if place.relation is None else None  # near it, north of it: not it


def _lie_apart(one: object, other: object) -> bool:
    assert isinstance(one, Place)
    assert isinstance(other, Place)
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    if fold_phrase(one.name) == fold_phrase(other.name):
        return False
    # A quarter lies in its town, however far from the middle of it.
    of_one_size = (one.precision is Precision.TOWN) == (other.precision is Precision.TOWN)
    return of_one_size and km_between((one.lat, one.lon), (other.lat, other.lon)) > APART_KM


def _name_days(testimony: Testimony) -> object:
    days = testimony.days
    if days is None or (days.last - days.first).days > _NARROW:
        return None
    return days.first, days.last


def _differ_in_days(one: object, other: object) -> bool:
    assert isinstance(one, tuple)
    assert isinstance(other, tuple)
    return bool(one[1] < other[0] or other[1] < one[0])


def _find_targets(voices: Sequence[Heard], sides: Sides) -> Iterator[Contradiction]:
    """Civilians or fighters, unless somebody counts both, or the party that was hit mourns its own."""
    civil: dict[str, list[str]] = {}
    armed: dict[str, list[str]] = {}
    parties: set[str] = set()
    for heard in voices:
        for testimony in heard.asserted:
            harmed = {effect.who for effect in testimony.claim.effects} - {"unknown"}
            fighters = harmed - {"civilians"}
            if heard.party and sides.is_kin_of_any(heard.party, frozenset(fighters)):
                return
            if "civilians" in harmed | testimony.targets:
                civil.setdefault(heard.voice.id, []).append(testimony.claim.id)
            if fighters:
                armed.setdefault(heard.voice.id, []).append(testimony.claim.id)
                parties |= fighters
    if civil and armed and not set(civil) & set(armed):
        yield Contradiction(
            field="targets",
            reason="targets",
            sides=tuple(
                Side(
                    says=says,
                    voices=tuple(sorted(those)),
                    claims=tuple(sorted(key for keys in those.values() for key in keys)),
                )
                for says, those in ((("civilians",), civil), (tuple(sorted(parties)), armed))
            ),
        )
