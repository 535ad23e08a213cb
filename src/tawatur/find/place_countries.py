"""How much a report speaks of each country, and which of its names would take it abroad.

Most words that are also the name of some far village (إذنا, كأس, العمرية) are no place in a report
of another war. A name speaks for its own country only where something else in the report does
too: a nationality, another place, the outlet, a party that is at home there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from tawatur.find.place_mentions import PlaceMention
from tawatur.find.place_signs import readings_of
from tawatur.gazetteer.compile import ORDINARY, SURE
from tawatur.gazetteer.countries import capital_names
from tawatur.gazetteer.distance import km_between
from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.index import Gazetteer
from tawatur.gazetteer.ordinary import is_ordinary
from tawatur.gazetteer.spell import tokens_of
from tawatur.segment.words import Words

_KNOWN_AFAR = 200_000  # people; a city this large is named far from home too, as are those of the supplement
_AT_HOME = 0.12  # of what the report says of its own country; from here on another one is its business too
_LEAST = 3.0  # evidence below which a report has no country yet
_NEIGHBOUR_KM = 120.0  # of a place that the report names, within which one across a border is company
_NATION_MOST, _PARTY_MOST = 6, 4  # mentions of one country's people, of its parties, that count
_OUTLET = 2
_WITHOUT_END = frozenset({"country", "region", "water"})
_VAGUE = frozenset({None, "area"})  # مناطق الوسط والجنوب
_LARGE = frozenset({"province", "city"})


class PlaceContext(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a report beside its places: evidence for the country it speaks of."""

    outlet_country: str | None = None
    party_countries: tuple[str, ...] = ()  # of the parties that the text names, one a mention


class SpokenOf:
    """The countries of one report, and what each name says for its own."""

    def __init__(
        self,
        mentions: Sequence[PlaceMention],
        words: Words,
        gazetteer: Gazetteer,
        context: PlaceContext,
    ) -> None:
        self._counts: Counter[str] = Counter()
        self._own: dict[tuple[int, ...], Counter[str]] = {}
        for code, count in count_nationalities(words, gazetteer).items():
            self._counts[code] += min(count, _NATION_MOST)
        for mention in mentions:
            codes = _codes_of([gazetteer.entry(row) for row in mention.rows])
            if mention.country:
                self._counts[mention.country] += 2
            if len(codes) == 1 and mention.strength == SURE:
                weight = 2 if mention.is_locative else 1
                code = codes.pop()
                self._counts[code] += weight
                self._own.setdefault(mention.rows, Counter())[code] += weight
        if context.outlet_country:
            self._counts[context.outlet_country] += _OUTLET
        for code, count in Counter(context.party_countries).items():
            self._counts[code] += min(count, _PARTY_MOST)

    def shares(self) -> dict[str, float]:
        """How much the report speaks of each country, from 0 to 1."""
        top = max(self._counts.values(), default=0)
        return {code: count / top for code, count in self._counts.items()} if top else {}

    def is_silent_on(self, entry: Entry, rows: tuple[int, ...]) -> bool:
        """Whether nothing but these names themselves speaks of its country."""
        return self._counts[entry.country] <= self._own.get(rows, Counter())[entry.country]

    def is_abroad(self, mention: PlaceMention, entry: Entry, company: Iterable[Entry]) -> bool:
        """Whether it is a small place of a country that nothing but its own name speaks of, in a report about another."""
        if is_known_afar(entry) or mention.country == entry.country:
            return False
        own = self._own.get(mention.rows, Counter())
        rest = {code: count - own[code] for code, count in self._counts.items() if count > own[code]}
        most = max(rest.values(), default=0)
        if most < _LEAST or rest.get(entry.country, 0) >= _AT_HOME * most:
            return False
        return entry.point is None or not any(
            other.point and other.id != entry.id and km_between(other.point, entry.point) <= _NEIGHBOUR_KM
            for other in company
        )


def name_countries(mentions: Iterable[PlaceMention], gazetteer: Gazetteer) -> list[tuple[int, str]]:
    """The country that each place settles by itself, by the word it begins at: one that holds all its namesakes."""
    settled = []
    for mention in mentions:
        codes = _codes_of([gazetteer.entry(row) for row in mention.rows])
        code = mention.country or (codes.pop() if len(codes) == 1 and mention.strength == SURE else None)
        if code:
            settled.append((mention.first, code))
    return settled


def _is_followed(mentions: list[PlaceMention], index: int) -> bool:
    """Whether another place is named right after it, which then may hold it."""
    return index + 1 < len(mentions) and mentions[index + 1].phrase[0] - mentions[index].last <= 1


def _codes_of(entries: list[Entry]) -> set[str]:
    """The countries that a name may lie in; of a city known everywhere (بغداد) that city's alone."""
    return {entry.country for entry in entries if is_known_afar(entry)} or {
        entry.country for entry in entries
    }


def is_known_afar(entry: Entry) -> bool:
    """Whether reports name it without a word on the country that it lies in."""
    if entry.kind in _WITHOUT_END or entry.said == "sure":
        return True
    if entry.kind == "city" and (entry.country, entry.name_ar) in capital_names():
        return True
    by_hand = entry.kind in _LARGE and entry.id.startswith("tawatur:")
    return (by_hand or entry.population >= _KNOWN_AFAR) and not _is_ordinary(entry.name_ar)


@lru_cache(maxsize=5_000)
def _is_ordinary(name: str) -> bool:
    return is_ordinary(tokens_of(name))


def count_nationalities(words: Words, gazetteer: Gazetteer) -> Counter[str]:
    """How often each country's nationality stands in the text."""
    nations = map(readings_of(gazetteer).nations.__getitem__, words.forms)
    return Counter(filter(None, nations))


def leave_abroad(
    mentions: list[PlaceMention], words: Words, gazetteer: Gazetteer, context: PlaceContext
) -> list[PlaceMention]:
    """The mentions without the bare names that only far small places bear: mostly they are no places at all.

    To be called before they are told which lies in which.
    """
    doubtful = {
        index: entries
        for index, mention in enumerate(mentions)
        if mention.rows and mention.kind in _VAGUE and mention.stands_for is None
        if not any(map(is_known_afar, entries := [gazetteer.entry(row) for row in mention.rows]))
    }
    if not doubtful:
        return mentions
    spoken = SpokenOf(mentions, words, gazetteer, context)
    company = [(index, gazetteer.entry(m.rows[0])) for index, m in enumerate(mentions) if len(m.rows) == 1]
    gone = set()
    for index, entries in doubtful.items():
        mention = mentions[index]
        others = [other for at, other in company if at != index]
        if mention.kind is None:
            is_gone = all(spoken.is_abroad(mention, entry, others) for entry in entries)
        else:
            is_gone = (
                mention.strength <= ORDINARY
                and not _is_followed(mentions, index)
                and all(spoken.is_silent_on(entry, mention.rows) for entry in entries)
            )
        if is_gone:
            gone.add(index)
    if not gone:
        return mentions
    gone |= {index for index, mention in enumerate(mentions) if mention.stands_for in gone}
    places = {old: new for new, old in enumerate(i for i in range(len(mentions)) if i not in gone)}
    for mention in mentions:
        if mention.stands_for is not None:
            mention.stands_for = places.get(mention.stands_for)
        mention.parents = tuple(places[parent] for parent in mention.parents if parent in places)
    return [mentions[index] for index in places]
