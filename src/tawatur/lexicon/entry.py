"""An entry of the lexicon: a thing that reports speak of, with the forms that speak of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from tawatur.arabic.inflect import Inflected


class Sense(msgspec.Struct, frozen=True, kw_only=True):
    """When a name that several parties share means this one. None: everywhere, always."""

    countries: frozenset[str] | None = None
    since: dt.date | None = None
    until: dt.date | None = None  # exclusive
    default: bool = False  # taken where nothing tells the country
    quoted: bool = False  # only between quotation marks
    after: str | None = None  # only right after this party ("الحوثي وصالح")
    speaks: bool = False  # only beside a word for saying: who leads a party speaks for it (قال نتنياهو)
    channel: bool = False  # only where it is a channel's name (قناة المسيرة, but not الطائرة المسيرة)
    told_by: str | None = None  # only where this party's camp tells, and no name points to another

    def holds(self, country: str | None, day: dt.date | None) -> bool:
        if self.since and (day is None or day < self.since):
            return False
        if self.until and day is not None and day >= self.until:
            return False
        return self.countries is None or country in self.countries or (country is None and self.default)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What the forms of one entry mean; which fields count depends on `kind`."""

    id: str
    kind: str  # the layer's reading: act, effect, people, party, nation, anaphor, weapon, say, source, …
    value: str = ""
    of: str | None = None
    traits: frozenset[str] = frozenset()
    kinds: tuple[str, ...] = ()  # parties and anaphors: what common nouns may call them
    country: str | None = None
    home: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()  # one of these folded words must stand a little before
    side: str = ""
    camp: str = ""
    parties: tuple[tuple[str, Sense], ...] = ()  # nations: whose forces the adjective names
    foe: str = ""  # parties: whom they call the enemy and the occupier
    grounded: dt.date | None = None  # states: since when they have no aircraft
    soldiers: str = ""  # nations: whose soldiers fight there, where they are not the state's own
    label_en: str = ""
    label_ar: str = ""

    @property
    def is_movement(self) -> bool:
        """Whether an adjective of nationality names no state's people but a movement's (حوثي)."""
        return self.kind == "nation" and "movement" in self.traits


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One written form of an entry: folded words, and what its letters say."""

    words: tuple[str, ...]
    entry: Entry
    says: Inflected | None = None  # None: a phrase
    sense: Sense | None = None  # None: always
    name: str = ""  # as the lexicon writes it, where that matters (a quoted outlet)

    @property
    def number(self) -> str:
        return self.says.number if self.says else ""

    @property
    def is_verb(self) -> bool:
        return self.says is not None and self.says.part == "verb"


LAYERS: dict[str, str] = {
    # Forms of one layer exclude one another (the longest is taken); layers overlap freely, since
    # طائرات النظام is a party and a weapon, and اعتقل a happening and what it did.
    "act": "act",
    "effect": "effect",
    "people": "people",
    "party": "party",
    "nation": "nation",
    "anaphor": "anaphor",
    "weapon": "weapon",
    "say": "say",
    "according": "say",
    "source": "source",
    "outlet": "source",
    "masthead": "masthead",
    "quality": "quality",
    "cue": "cue",
    "object": "object",
    "head": "head",
    "topic": "topic",
}


def find_kind(row: dict[str, Any]) -> str:
    """The kind of an entry is the first word of its identifier."""
    return str(row["id"]).partition(".")[0]
