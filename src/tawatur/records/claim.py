"""One source's assertion of one happening, in one document.

A claim is silent where its document is silent; a value cannot be built without the
words that say it. `unresolved` says why a slot is empty although the text speaks of it.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

from tawatur.records.place import Place
from tawatur.records.span import Span

T = TypeVar("T")


class ClaimType(StrEnum):
    """The kind of happening (the ontology in `data/ontology/types.yaml` has labels and meanings)."""

    AIRSTRIKE = "airstrike"
    DRONE_STRIKE = "drone_strike"
    SHELLING = "shelling"
    ARMED_CLASH = "armed_clash"
    BOMBING = "bombing"
    SUICIDE_ATTACK = "suicide_attack"
    LANDMINE = "landmine"
    CHEMICAL_ATTACK = "chemical_attack"
    KILLING = "killing"
    EXECUTION = "execution"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    SEXUAL_VIOLENCE = "sexual_violence"
    TERRITORY_CHANGE = "territory_change"
    SURRENDER = "surrender"
    RELEASE = "release"
    NEGOTIATION = "negotiation"
    DISPLACEMENT = "displacement"
    DEPLOYMENT = "deployment"
    DESTRUCTION = "destruction"
    SIEGE = "siege"
    PROTEST = "protest"
    TOLL = "toll"
    OTHER = "other"


class Stance(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"  # the source says that it did not happen, or that it did not do it


class EffectKind(StrEnum):
    """What was done to people."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"  # fighters taken prisoner
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    MISSING = "missing"
    SURRENDERED = "surrendered"
    DISPLACED = "displaced"
    RELEASED = "released"


class DayRange(msgspec.Struct, frozen=True, array_like=True, order=True):
    """The first and the last possible day, both inclusive."""

    first: dt.date
    last: dt.date

    def days_to(self, other: DayRange) -> int:
        """Days between the two; 0 where they meet."""
        if other.first > self.last:
            return (other.first - self.last).days
        if self.first > other.last:
            return (self.first - other.last).days
        return 0


class Said(msgspec.Struct, Generic[T], frozen=True):
    """A value, the words that say it, and the rule or features that read it from them."""

    value: T
    span: Span
    why: str = ""


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """A count of people to whom something was done.

    `low` and `high` bound the count as the words do ("more than 20" is 20 and None);
    both None: people, but no number. `who` is a party's identifier, `civilians` or `unknown`.
    """

    kind: EffectKind
    who: str
    of: str | None = None
    low: int | None = None
    high: int | None = None
    span: Span
    why: str = ""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    id: str  # stable: made of the document, the type, the source and the place of the words
    document: str
    type: Said[ClaimType]
    stance: Stance = Stance.ASSERTED
    quote: Span
    actors: tuple[Said[str], ...] = ()
    targets: tuple[Said[str], ...] = ()
    place: Said[Place] | None = None
    date: Said[DayRange] | None = None
    effects: tuple[Effect, ...] = ()
    source: Said[str] | None = None  # None: the outlet's own voice
    unresolved: dict[str, str] = {}  # slot → why it stayed empty
