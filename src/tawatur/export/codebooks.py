"""What the views of other datasets share: an incident coded once, from the claims whose voices still assert it.

Where accounts differ, a view takes what most voices say; where as many say one thing as another, the first by
name. Nothing is lost by it: every row leads back to its claims, which keep what each source says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import msgspec
import yaml

from tawatur.export.chain import Chain
from tawatur.export.labels import party
from tawatur.export.ontology import load_types
from tawatur.export.told import Told, tell_all
from tawatur.records import Claim, DayRange, Document, EffectKind, Figure, Place, Precision, Stance

_PEOPLE = {"civilians", "unknown"}
_FINEST = {precision: rank for rank, precision in enumerate(Precision)}


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    iso: int
    acled: str
    region: str
    ucdp: str
    gw: int
    ucdp_region: str


class PrecisionCodes(msgspec.Struct, frozen=True):
    acled: int | None
    ucdp: int
    airwars: str | None


class PartyEntry(msgspec.Struct, frozen=True):
    """What a view asks of the lexicon of parties."""

    id: str
    side: str = ""
    home: tuple[str, ...] | None = None
    camp: str = ""


class Coded(NamedTuple):
    """An incident as a view codes it."""

    told: Told
    claims: tuple[Claim, ...]  # of voices that still assert it
    types: frozenset[str]
    place: Place | None
    days: DayRange | None
    actors: tuple[str, ...]  # those that most voices name, allies and other sides alike
    targets: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.told.incident.id

    @property
    def documents(self) -> list[Document]:
        """In the order of print."""
        keys = {claim.document for claim in self.claims}
        found = [document for key, document in self.told.documents.items() if key in keys]
        return sorted(found, key=lambda d: (d.published is None, d.published or 0, d.id))

    @property
    def country(self) -> Country | None:
        return load_countries().get(self.place.country) if self.place and self.place.country else None

    def whole(self, kind: EffectKind) -> Figure | None:
        """The figure of everybody: the sum, or the one group there is."""
        figures = [figure for figure in self.told.drawn.figures if figure.kind is kind and figure.of is None]
        return figures[0] if figures else None

    def group(self, kind: EffectKind, who: str, of: str | None = None) -> Figure | None:
        return next(
            (f for f in self.told.drawn.figures if (f.kind, f.who, f.of) == (kind, who, of)),
            None,
        )


@cache
def load_codebook(name: str) -> Any:  # noqa: ANN401 (whoever asks knows the file)
    """A file of `data/views`."""
    path = files("tawatur") / "data" / "views" / f"{name}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (it is a safe loader)


@cache
def load_countries() -> dict[str, Country]:
    return msgspec.convert(load_codebook("countries"), dict[str, Country])


@cache
def load_precision_codes() -> dict[Precision, PrecisionCodes]:
    path = files("tawatur") / "data" / "gazetteer" / "precision.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), dict[Precision, PrecisionCodes])


@cache
def load_party_entries() -> dict[str, PartyEntry]:
    path = files("tawatur") / "data" / "lexicons" / "ar" / "parties.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (it is a safe loader)
    return {entry.id: entry for entry in msgspec.convert(rows, list[PartyEntry])}


def code_all(chain: Chain) -> Iterator[Coded]:
    return (code(told) for told in tell_all(chain))


def code(told: Told) -> Coded:
    standing = {
        key: voice.bloc or voice.id
        for voice in told.drawn.voices
        if not voice.withdrawn
        for key in voice.asserts
    }
    claims = tuple(c for c in told.claims if c.id in standing and c.stance is Stance.ASSERTED)
    named = _commonest_side(
        (frozenset(s.value for s in claim.actors) - _PEOPLE, standing[claim.id]) for claim in claims
    )
    targets = Counter(
        value
        for value, _ in {(said.value, standing[c.id]) for c in claims for said in c.targets}
        if value != "unknown"
    )
    return Coded(
        told,
        claims,
        frozenset(claim.type.value.value for claim in claims),
        _commonest_place(claims),
        _commonest_days(claims),
        named,
        tuple(sorted(targets, key=lambda value: (-targets[value], value))),
    )


def _commonest_side(given: Iterable[tuple[frozenset[str], str]]) -> tuple[str, ...]:
    """The parties that most voices name, and those whom somebody names beside one of them."""
    pairs = sorted({(tuple(sorted(actors)), bloc) for actors, bloc in given if actors})
    by_party = Counter(actor for actors, _ in pairs for actor in actors)
    if not by_party:
        return ()
    first = min(by_party, key=lambda actor: (-by_party[actor], actor))
    beside = {actor for actors, _ in pairs if first in actors for actor in actors} - {first}
    return (first, *sorted(beside, key=lambda actor: (-by_party[actor], actor)))


def _commonest_place(claims: Sequence[Claim]) -> Place | None:
    """One that has coordinates before one that has none; the one most told of; the finest."""
    places = [claim.place.value for claim in claims if claim.place]
    counted = Counter(place.name for place in places)
    return min(
        places,
        key=lambda p: (
            p.lat is None,
            -counted[p.name],
            _FINEST[p.precision] if p.precision else len(_FINEST),
            p.name,
        ),
        default=None,
    )


def _commonest_days(claims: Sequence[Claim]) -> DayRange | None:
    """A day before a stretch of days; then the one most told of; then the earliest."""
    days = [claim.date.value for claim in claims if claim.date]
    counted = Counter(days)
    return min(days, key=lambda d: (d.last - d.first, -counted[d], d), default=None)


def name_party(value: str) -> str:
    """A party as a table names it."""
    return "Civilians" if value == "civilians" else party(value, "en")


def place_name(place: Place | None) -> str | None:
    """By its name in the gazetteer, in Latin letters, else as the text writes it."""
    if place is None:
        return None
    settled = place.candidates[0].name_en if place.lat is not None and place.candidates else None
    return settled or place.name


def admin2(place: Place | None) -> str | None:
    if place is None or place.lat is None or not place.candidates:
        return None
    return place.candidates[0].admin2


def sub_event_of(kind: str) -> str | None:
    return load_types()[kind].acled


def say_claims(coded: Coded) -> str:
    """The way back to the claims."""
    return " ".join(claim.id for claim in coded.told.claims)
