"""A place mention as the reading of claims looks at it: what governs it, what holds it, where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tawatur.records.place import Candidate, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.place_mentions import PlaceMention
    from tawatur.gazetteer.index import Gazetteer
    from tawatur.segment.words import Words

_PREPOSITIONS = frozenset(
    "من علي في الي عن بين باتجاه نحو قرب تجاه ضمن عند خلال بعد قبل حول عبر الي داخل خارج حتي لدي نواحي وسط فوق".split()
)


class Placed:
    """A mention with its candidates; `first:last` are the words of the name."""

    __slots__ = ("candidates", "first", "governor", "holds", "index", "kind_word", "last", "mention", "name", "reason",
                 "relation", "within")  # fmt: skip

    def __init__(
        self, index: int, mention: PlaceMention, candidates: tuple[Candidate, ...], reason: str, words: Words
    ) -> None:
        self.index = index
        self.mention = mention
        self.first = mention.first
        self.last = mention.last
        self.name = mention.name
        self.candidates = candidates
        self.reason = reason
        self.kind_word = mention.kind_word
        self.relation = mention.relation or mention.direction
        self.governor = _governor(mention, words)
        self.within: Placed | None = None
        self.holds = False

    @property
    def best(self) -> Candidate | None:
        return self.candidates[0] if self.candidates else None

    @property
    def precision(self) -> str:
        return self.best.precision.value if self.best else ""

    @property
    def country(self) -> str | None:
        return self.best.country if self.best else self.mention.country

    def to_place(self) -> Place:
        best = self.best
        return Place(
            name=self.name,
            country=self.country,
            admin1=best.admin1 if best else None,
            lat=best.lat if best else None,
            lon=best.lon if best else None,
            precision=best.precision if best else None,
            relation=self.relation,
            candidates=self.candidates,
            reason=self.reason,
        )

    def as_row(self) -> dict[str, Any]:
        place = self.to_place()
        return {"name": place.name, "country": place.country, "admin1": place.admin1, "lat": place.lat, "lon": place.lon}


def _governor(mention: PlaceMention, words: Words) -> str:
    """The preposition before the whole phrase, written apart or joined to its first word."""
    first = mention.phrase[0]
    form = words.forms[first]
    if mention.proclitic and first == mention.first:
        return mention.proclitic.lstrip("وف")
    if first != mention.first and form[:1] in "بل" and len(form) > 3:
        return form[0]
    if first and words.sentence_of[first - 1] == words.sentence_of[first]:
        before = words.forms[first - 1]
        if before in _PREPOSITIONS:
            return before
        if before[:1] in "وف" and before[1:] in _PREPOSITIONS:
            return before[1:]
    return ""


def link(placed: Sequence[Placed]) -> None:
    """Tie each to the nearest mention that holds it."""
    for place in placed:
        if place.mention.parents:
            place.within = placed[place.mention.parents[0]]
            place.within.holds = True


def place_all(
    mentions: Sequence[PlaceMention], words: Words, gazetteer: Gazetteer, country: str | None
) -> list[Placed]:
    placed = []
    for n, mention in enumerate(mentions):
        target = mention
        if mention.stands_for is not None:
            target = mentions[mention.stands_for]
        entries = [gazetteer.entry(r) for r in target.rows]
        entries.sort(key=lambda e: (e.country != (mention.country or country), -e.population, e.id))
        candidates = tuple(
            Candidate(id=e.id, name_ar=e.name_ar, name_en=e.name_en, country=e.country, admin1=e.admin1 or None,
                      admin2=e.admin2 or None, lat=e.lat, lon=e.lon, precision=e.precision)
            for e in entries[:5]
        )  # fmt: skip
        placed.append(Placed(n, mention, candidates, "" if candidates else "in no gazetteer", words))
    link(placed)
    return placed
