"""A place mention as the reading of claims looks at it: what governs it, what holds it, where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tawatur.find.place_context import resolve_places
from tawatur.find.place_signs import load_signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.place_countries import PlaceContext
    from tawatur.find.place_mentions import PlaceMention
    from tawatur.gazetteer.index import Gazetteer
    from tawatur.records.place import Candidate, Place
    from tawatur.segment.words import Words


class Placed:
    """A mention with the place that it means; `first:last` are the words of the name.

    With what governs it, its phrase starts at `begin`.
    """

    __slots__ = (
        "begin",
        "best",
        "first",
        "governor",
        "grain",
        "holds",
        "index",
        "last",
        "mention",
        "name",
        "order",
        "place",
        "precision",
        "within",
    )

    def __init__(self, index: int, mention: PlaceMention, place: Place, words: Words) -> None:
        self.index = index
        self.mention = mention
        self.place = place
        self.name = place.name
        self.best: Candidate | None = place.candidates[0] if place.candidates else None
        self.precision = place.precision.value if place.precision else ""
        self.first = mention.first
        self.last = mention.last
        self.governor, self.begin = _governor(mention, words)
        self.grain = _grain(mention, place)
        self.order = _ORDER.get(self.grain, _UNSAID)
        self.within: Placed | None = None
        self.holds = False

    @property
    def kind_word(self) -> str | None:
        return self.mention.kind_word

    @property
    def relation(self) -> str | None:
        return self.mention.relation or self.mention.direction

    @property
    def unresolved(self) -> str:
        """Why the place has no point on the map; "" where it has one."""
        return self.place.reason if self.place.lat is None else ""

    @property
    def country(self) -> str | None:
        return self.place.country

    def to_place(self) -> Place:
        return self.place

    def as_row(self) -> dict[str, Any]:
        place = self.place
        return {
            "name": place.name,
            "country": place.country,
            "admin1": place.admin1,
            "lat": place.lat,
            "lon": place.lon,
        }


# fmt: off
_GRAINS = (
    "point", "neighbourhood", "village", "about point", "about neighbourhood", "about village", "town", "about town",
    "area", "district", "province", "region", "country",
)
# fmt: on
WIDEST = len(_GRAINS)
_ORDER = {grain: order for order, grain in enumerate(_GRAINS)}
_UNSAID = 2  # where a place of no known grain stands among them
_ABOUT = frozenset({"near", "outskirts", "front", None})  # relations that leave a place about as exact
_EXACT = frozenset({"point", "neighbourhood", "village", "town"})


def _grain(mention: PlaceMention, place: Place) -> str:
    """How exact the place is: its precision, or `about` that of what it is beside; "" where it is unresolved.

    `محيط قرية` is told apart from `ريف حلب`, though a point says equally little of both.
    """
    if place.precision is None:
        return ""
    own = place.candidates[0].precision if place.candidates else place.precision
    if place.precision == "area" and own in _EXACT and mention.relation in _ABOUT:
        return f"about {own}"
    return place.precision.value


def _governor(mention: PlaceMention, words: Words) -> tuple[str, int]:
    """The preposition that governs the phrase, apart or joined to its first word, and the word where both begin."""
    signs = load_signs()
    first = mention.phrase[0]
    form = words.forms[first]
    if first != mention.first or not mention.proclitic:
        bare = form[1:] if form[:1] in "وف" and form[1:] in signs.governors else form
        if bare in signs.governors:
            return bare, first
    if mention.preposition and first == mention.first:
        return mention.proclitic.lstrip("وف")[:1], first
    if mention.preposition:
        noun = form if form in signs.prepositions else form[1:]
        if noun in signs.prepositions:
            return noun, first  # أبناء, حصار: a noun that takes a place behind it
        return form.lstrip("وف")[:1], first
    if first and words.sentence_of[first - 1] == words.sentence_of[first]:
        before = words.forms[first - 1]
        if before in signs.governors:
            return before, first - 1
        if before[:1] in "وف" and before[1:] in signs.governors:
            return before[1:], first - 1
    return "", first


def link(placed: Sequence[Placed]) -> None:
    """Tie each to the nearest mention that holds it; a text may say of two places that each lies in the other: never in a ring."""
    for place in placed:
        if place.mention.parents:
            holder = placed[place.mention.parents[0]]
            if not _lies_within(holder, place):
                place.within = holder
                holder.holds = True


def _lies_within(place: Placed | None, other: Placed) -> bool:
    """Whether a place is another, or is tied to it over any number of holders."""
    while place is not None and place is not other:
        place = place.within
    return place is not None


def place_all(
    mentions: list[PlaceMention], words: Words, gazetteer: Gazetteer, context: PlaceContext
) -> list[Placed]:
    places = resolve_places(mentions, words, gazetteer, context)
    placed = [
        Placed(n, mention, place, words)
        for n, (mention, place) in enumerate(zip(mentions, places, strict=True))
    ]
    link(placed)
    return placed
