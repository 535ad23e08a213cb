"""What a text speaks of, by which names that several parties bear are settled: the country, overall and by sentence, and the day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tawatur.lexicon.entry import Form
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

THEATRES = frozenset("SY IQ YE PS LB LY SD EG SO AF ML NG NE TD BF PK TN DZ IL".split())
SETTLED_BY_NAME = frozenset({"LY", "XK"})  # each side there has an identifier, the nation none
_NAMED_STRENGTH = (
    1.5  # a vote of an outlet named for a place (بنغازي الآن) against one of a place in the text
)
_SINGLE_STRENGTH = 2.0  # a vote of a name against one of a nationality adjective


class Context(NamedTuple):
    """What settles a shared name: the country by sentence and overall, and the day."""

    country: str | None
    nearby: dict[int, str]  # sentence → country, where one speaks of its own
    day: dt.date | None
    camp: str | None = None  # the party in whose camp the outlet stands
    occupier: str | None = None  # whom الاحتلال means where nobody has been called so yet
    tellers: Mapping[int, frozenset[str]] = MappingProxyType({})  # sentence → the parties quoted in it

    def at(self, sentence: int) -> str | None:
        return self.nearby.get(sentence, self.country)


def find_context(
    hits: Iterable[Hit],
    words: Words,
    countries_of_places: Iterable[tuple[int, str]],
    day: dt.date | None,
    outlet_country: str | None = None,
    outlet_named: str | None = None,
) -> Context:
    """The country a text speaks of, overall and by sentence, from names that mean one thing and from places.

    Where neither says anything, the outlet's own. A place in the outlet's name (`outlet_named`) speaks beside those of the text.
    """
    overall: dict[str, float] = defaultdict(float)
    if outlet_named is not None and not _is_of_another(hits, outlet_named):
        overall[outlet_named] += _NAMED_STRENGTH
    by_sentence: dict[int, dict[str, float]] = {}
    for at, home, weight in _votes(hits, countries_of_places):
        overall[home] += weight
        by_sentence.setdefault(words.sentence_of[at], defaultdict(float))[home] += weight
    country = _leader(overall) or outlet_country
    nearby = {
        s: leader
        for s, votes in by_sentence.items()
        if (leader := _leader(votes)) and votes[leader] >= _SINGLE_STRENGTH
    }
    return Context(country, nearby, day)


def _is_of_another(hits: Iterable[Hit], country: str) -> bool:
    """Whether a text names groups at home in one other country alone: what `مصر اليوم` tells of the Rapid Support Forces is of Sudan."""
    homes = {
        hit.form.entry.home
        for hit in hits
        if hit.layer == "party" and hit.form.sense is None and hit.form.entry.side == "nonstate"
    }
    return bool(homes) and all(len(home) == 1 and home[0] != country for home in homes)


def _is_hostile(form: Form) -> bool:
    """Whether a name is its enemies' for a party, who tell of their own country: `العدوان الإسرائيلي`."""
    hostile = load_vocabulary().hostile
    return any(mark in word for word in form.words for mark in hostile)


def _votes(
    hits: Iterable[Hit], countries_of_places: Iterable[tuple[int, str]]
) -> Iterable[tuple[int, str, float]]:
    hits = list(hits)
    hostile = {
        at for h in hits if h.layer == "party" and _is_hostile(h.form) for at in range(h.first, h.last)
    }
    for hit in hits:
        form, entry = hit.form, hit.form.entry
        if (
            hit.layer == "party"
            and form.sense is None
            and entry.home
            and entry.side not in {"foreign", "aid"}
            and hit.first not in hostile
        ):
            # A party that is at home in several countries says less of which of them is spoken of.
            yield hit.first, entry.home[0], 1.0 / (len(hit.forms) * len(entry.home))
        elif (
            hit.layer == "nation" and entry.country and entry.country in THEATRES and hit.first not in hostile
        ):
            yield hit.first, entry.country, 0.5
    for at, country in countries_of_places:
        yield at, country, 1.0


def _leader(votes: dict[str, float]) -> str | None:
    if not votes:
        return None
    # Ties go to the alphabetically first, so that the order of mentions decides nothing.
    return min(votes, key=lambda country: (-votes[country], country))
