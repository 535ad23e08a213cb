"""The voices of an incident: each origin once, however many outlets print it.

An origin is the far end of the chain that a report gives: the party, body or outlet that it credits, else
the outlet itself. Unnamed witnesses, medics or officials are told apart by the outlet that heard them, since
nothing shows whether two outlets heard the same. A copy speaks with the voice of what it copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import fold_phrase
from tawatur.link.sides import Sides, load_rules
from tawatur.link.testimony import Testimony
from tawatur.records import Copied, Document, Publisher, Relation, Stance, Voice

_UNNAMED = (
    "report"  # before the file of a report whose outlet is not known, in the place of the outlet's name
)


class Origin(NamedTuple):
    """Who speaks: an identifier, the name to show, and the party or the publisher that it is."""

    id: str
    name: str
    party: str | None = None
    publisher: Publisher | None = None
    heard_by: str | None = None  # the camp of the outlet that heard a source without a name


class Heard(NamedTuple):
    """A voice with its claims, in the order of print."""

    voice: Voice
    party: str | None  # the party whose words they are
    testimonies: tuple[Testimony, ...]
    asserted: tuple[Testimony, ...]  # those of them that are no denials

    @property
    def stands(self) -> bool:
        """Whether it asserts the incident still."""
        return bool(self.voice.asserts) and not self.voice.withdrawn


class _Rules(NamedTuple):
    sources: dict[str, Relation]
    sides: dict[str, Relation]
    publishers: dict[str, Relation]
    state_media: frozenset[str]
    words: dict[Relation, tuple[str, ...]]


@cache
def _load() -> _Rules:
    read = load_rules("voices")
    return _Rules(
        {key: Relation(value) for key, value in read["sources"].items()},
        {key: Relation(value) for key, value in read["sides"].items()},
        {key: Relation(value) for key, value in read["publishers"].items()},
        frozenset(read["state_media"]),
        {Relation(key): tuple(map(fold_phrase, words)) for key, words in read["words"].items()},
    )


def find_voices(testimonies: Sequence[Testimony], copies: Iterable[Copied], sides: Sides) -> list[Heard]:
    """Every voice of an incident, by identifier."""
    by_claim = {testimony.claim.id: testimony for testimony in testimonies}
    copied = {copy.claim: copy.of for copy in copies}
    heard: dict[str, tuple[Origin, list[Testimony]]] = {}
    for testimony in sorted(testimonies, key=lambda t: t.order):
        origin = _find_origin(_far_end(testimony, copied, by_claim), sides)
        heard.setdefault(origin.id, (origin, []))[1].append(testimony)
    involved = frozenset(
        party
        for testimony in testimonies
        for party in (
            *testimony.actors,
            *testimony.targets,
            *(e.who for e in testimony.claim.effects),
        )
    ) - {"civilians", "unknown"}
    return [
        _build_voice(origin, told, copied, involved, sides) for _, (origin, told) in sorted(heard.items())
    ]


def _far_end(testimony: Testimony, copied: Mapping[str, str], by_claim: Mapping[str, Testimony]) -> Testimony:
    """The claim that copies none. Words taken over that credit somebody else are that one's."""
    seen = {testimony.claim.id}
    while (original := by_claim.get(copied.get(testimony.claim.id, ""))) is not None:
        if original.claim.id in seen or testimony.source not in ("outlet", original.source):
            break
        seen.add(original.claim.id)
        testimony = original
    return testimony


def _find_origin(testimony: Testimony, sides: Sides) -> Origin:
    source, document = testimony.source, testimony.document
    outlet = sides.publisher_of(document)
    head, colon, name = source.partition(":")
    if colon and head in ("media", "other"):
        return _of_publisher(sides.publishers.by_name(name), name, source, testimony, sides)
    if source == "outlet":
        if outlet is None and document.outlet is None:
            return Origin(f"outlet:{_key(outlet, document, sides)}", f"{_UNNAMED}:{document.file}")
        name = outlet.name_ar if outlet else document.outlet or ""
        return _of_publisher(outlet, document.outlet or name, f"media:{name}", testimony, sides)
    if sides.is_party(source):
        return Origin(source, source, party=source)
    return Origin(
        f"{source}@{_key(outlet, document, sides)}",
        source,
        heard_by=sides.camp_of(outlet, testimony.printed),
    )


def _key(outlet: Publisher | None, document: Document, sides: Sides) -> str:
    """What tells one outlet from others; a report of an outlet that nobody knows has one of its own."""
    return sides.key_of(outlet, document.outlet or document.id)


def _of_publisher(
    publisher: Publisher | None, name: str, shown: str, testimony: Testimony, sides: Sides
) -> Origin:
    party = publisher.party_on(testimony.printed) if publisher else None
    if party is not None and sides.is_party(party):
        return Origin(party, party, party=party)
    return Origin(f"outlet:{sides.key_of(publisher, name)}", shown, publisher=publisher)


def _build_voice(
    origin: Origin,
    told: Sequence[Testimony],
    copied: Mapping[str, str],
    involved: frozenset[str],
    sides: Sides,
) -> Heard:
    asserted = [t for t in told if not t.is_denied]
    denied = [t for t in told if t.is_denied]
    voice = Voice(
        id=origin.id,
        name=origin.name,
        relation=_find_relation(origin, told, involved, sides),
        bloc=_find_bloc(origin, told[0], sides),
        through=tuple(sorted({t.document.outlet or t.document.file for t in told})),
        asserts=tuple(t.claim.id for t in asserted),
        denies=tuple(t.claim.id for t in denied),
        copies=tuple(t.claim.id for t in told if t.claim.id in copied),
        withdrawn=_is_withdrawn(asserted, denied),
    )
    return Heard(voice, origin.party, tuple(told), tuple(asserted))


def _is_withdrawn(asserted: Sequence[Testimony], denied: Sequence[Testimony]) -> bool:
    """Whether a later print denies what all earlier ones asserted. On one day, it denies something else."""
    if not asserted or not denied:
        return False
    last, first = asserted[-1].printed, denied[-1].printed
    return last is not None and first is not None and first > last


def _find_bloc(origin: Origin, first: Testimony, sides: Sides) -> str | None:
    if origin.party:
        return sides.bloc(origin.party)
    return sides.bloc(origin.heard_by or sides.camp_of(origin.publisher, first.printed))


def _find_relation(
    origin: Origin, told: Sequence[Testimony], involved: frozenset[str], sides: Sides
) -> Relation:
    rules = _load()
    if origin.party:
        if (relation := rules.sides.get(sides.side(origin.party))) is not None:
            return relation
        if any(is_own(origin.party, testimony, sides) for testimony in told):
            return Relation.OWN
        if not sides.is_kin_of_any(origin.party, involved):
            return Relation.PARTY
        # Who denies what he names no doer of denies what others say of him.
        denies_own = any(t.claim.stance is Stance.DENIED and not t.actors for t in told)
        return Relation.OWN if denies_own else Relation.ENEMY
    if origin.publisher:
        if (relation := rules.publishers.get(origin.publisher.kind)) is not None:
            return relation
        camp = origin.publisher.camp_on(told[0].printed)
        if camp and sides.is_state(camp) and origin.publisher.kind in rules.state_media:
            return Relation.AGENCY
        return _outlet_or_media(told)
    if not origin.id.startswith("outlet:"):
        return rules.sources.get(origin.name, Relation.NAMED)
    return _relation_of_name(origin, told, rules)


def _relation_of_name(origin: Origin, told: Sequence[Testimony], rules: _Rules) -> Relation:
    head, _, name = origin.name.partition(":")
    if head == _UNNAMED:
        return Relation.OUTLET
    words = f" {fold_phrase(name)} ".replace(" ال", " ")
    for relation, stems in rules.words.items():
        if any(f" {stem} " in words for stem in stems):
            return relation
    if head == "other" and all(t.source != "outlet" for t in told):
        return Relation.NAMED
    return _outlet_or_media(told)


def _outlet_or_media(told: Sequence[Testimony]) -> Relation:
    return Relation.OUTLET if any(t.source == "outlet" for t in told) else Relation.MEDIA


def is_own(party: str, testimony: Testimony, sides: Sides) -> bool:
    """Whether a party tells of its own acts, of its own losses, or of what was done to it."""
    harmed = frozenset(effect.who for effect in testimony.claim.effects)
    return any(sides.is_kin_of_any(party, people) for people in (testimony.actors, testimony.targets, harmed))
