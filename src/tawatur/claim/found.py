"""All that was found in one text, side by side, and the questions that reading claims asks of it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from tawatur.claim.denials import find_denials
from tawatur.claim.phrases import find_phrases
from tawatur.claim.placed import Placed, place_all
from tawatur.claim.triggers import Trigger, find_triggers, leave_idle
from tawatur.claim.types import votes_of_told
from tawatur.find.datelines import is_dateline
from tawatur.find.dates import find_dates
from tawatur.find.harms import find_harms
from tawatur.find.named_groups import add_named_groups
from tawatur.find.parties import find_context, find_parties
from tawatur.find.people import find_people
from tawatur.find.place_countries import PlaceContext, name_countries
from tawatur.find.places import find_places
from tawatur.find.quantities import find_quantities
from tawatur.find.sources import find_sources
from tawatur.find.speaker_phrases import Phrases
from tawatur.find.speakers import SpeakerReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.attribution import Attribution
    from tawatur.find.dates import DateMention
    from tawatur.find.harm import Harm
    from tawatur.find.parties import PartyMention
    from tawatur.find.people import People
    from tawatur.find.place_mentions import PlaceMention
    from tawatur.gazetteer.index import Gazetteer
    from tawatur.lexicon.match import Hit
    from tawatur.lexicon.publishers import Publishers
    from tawatur.records.publisher import Publisher
    from tawatur.segment.words import Words


class Mention(Protocol):
    """Anything found that begins at a word."""

    @property
    def first(self) -> int: ...


M = TypeVar("M", bound=Mention)
_VAGUE_TRAITS = frozenset({"weak", "generic", "anaphor"})
_SETTLEMENTS = frozenset({"city", "town", "village"})
_FOREMOST = 3
_TITLE_MOST = 25  # words; a first line longer than that is no headline


class Found:
    """Mentions of every kind in one text, in order of their place."""

    def __init__(
        self,
        words: Words,
        hits: list[Hit],
        gazetteer: Gazetteer,
        published: dt.date | None,
        publisher: Publisher | None,
        publishers: Publishers,
        outlet: str | None,
    ) -> None:
        self.words = words
        self.published = published
        self.outlet = outlet
        self.dates = find_dates(words, published)
        self.quantities = find_quantities(words)
        hits = leave_idle(hits, frozenset(q.first for q in self.quantities))
        self.hits = hits
        named = [(h.first, h.last) for h in hits if h.layer in {"party", "source"} and h.last - h.first > 1]
        here = PlaceContext(outlet_country=publisher.country if publisher is not None else None)
        mentions = find_places(words, gazetteer, named, here)
        self.context = find_context(
            hits, words, name_countries(mentions, gazetteer), published, here.outlet_country
        )
        named_parties = find_parties(hits, words, self.context, _locative(mentions, words))
        self.parties = add_named_groups(named_parties, words)
        self.places: list[Placed] = place_all(mentions, words, gazetteer, self._set_in(here))
        self.phrases = {p.mention: p for p in find_phrases(self.parties, hits, self.quantities, words)}
        self.groups = find_people(hits, words, self.quantities, self.parties)
        spoken = Phrases(hits, words, self.parties, self.dates, self.context)
        sources = find_sources(hits, words, SpeakerReader(spoken, publishers, publisher, outlet))
        names = [(p.first, p.last) for p in self.parties if p.by in {"name", "shared", "group"}]
        names += [(d.first, d.last) for d in self.dates]
        names += [(p.first, p.last) for p in self.places if p.mention.kind in _SETTLEMENTS]  # قرية صفيا
        self.triggers: list[Trigger] = find_triggers(hits, words, names)
        # What denies that which was told before names no happening and vouches for none.
        self.denials = find_denials(sources, self.triggers, words)
        self.sources = [a for a in sources if a not in self.denials]
        named_at = frozenset(first for first, _ in names)
        self.harms = find_harms(hits, words, self.groups, named_at)
        self.outlet_party = publisher.party_on(published) if publisher is not None else None
        self.cue_counts = Counter(f.entry.value for h in hits if h.layer == "cue" for f in h.forms[:1])
        self.topics = Counter(h.form.entry.value for h in hits if h.layer == "topic")
        self.topic = max(
            sorted(self.topics), key=self.topics.__getitem__, default="none"
        )  # the report's most
        self.violence = sum(1 for t in self.triggers if "weak" not in t.traits)
        self.told = Counter(t.type for t in self.triggers if t.act and not t.traits & _VAGUE_TRAITS)
        self.title_end = self._title_end()
        self.title = range(self.title_end)
        self.times_named = Counter(p.name for p in self.places)
        self.title_places = frozenset(p.name for p in self.places if p.first < self.title_end)
        self.nestings: dict[tuple[int, ...], tuple[bool, str]] = {}  # see claim.nesting
        self._by_layer: dict[str, list[Hit]] = {}
        for hit in hits:
            self._by_layer.setdefault(hit.layer, []).append(hit)
        self._heads = _find_heads(self._by_layer)
        self._between: dict[tuple[int, int], tuple[str, ...]] = {}  # marks, by the words that they stand on
        self._marks, self._marks_before = _lay_out(self._mark(), len(words))
        self._party_starts = [m.first for m in self.parties]
        self._group_starts = [g.first for g in self.groups]
        self._trigger_starts = [t.first for t in self.triggers]
        self._place_starts = [m.first for m in self.places]
        self._date_starts = [m.first for m in self.dates]
        self._layer_starts = {layer: [h.first for h in found] for layer, found in self._by_layer.items()}
        self._values: dict[str, frozenset[str]] = {}
        self._harms_at: dict[int, list[Harm]] = {}
        self._harms_of: dict[tuple[str, int | None, int | None], list[Harm]] = {}
        for harm in self.harms:
            self._harms_at.setdefault(harm.at, []).append(harm)
            self._harms_of.setdefault((harm.kind, harm.low, harm.high), []).append(harm)
        self._by_verb = sorted(self.sources, key=lambda a: a.verb)
        self._verbs = [a.verb for a in self._by_verb]
        # Where those begin whom somebody accuses: اتهمت السلطات حركة الشباب بتنفيذ التفجير.
        self.accused = frozenset(a.said_at for a in sources if a.stance == "accuses" and a.by == "says")
        self._speaking = {i for a in self.sources for i in range(a.first, a.last)}
        self._credited = {i for a in self.sources if a.by != "continues" for i in range(a.first, a.last)}
        self._names = {
            i
            for mentions in (self.parties, self.places, self.dates, self.quantities, self.sources)
            for m in mentions
            for i in range(m.first, m.last)
        }
        self._plain = ["" if i in self._names else form for i, form in enumerate(words.forms)]
        for i in range(1, len(words)):  # من قبل مجهولين: by whom, not before when
            if words.forms[i] == "قبل" and words.forms[i - 1] == "من":
                self._plain[i] = ""
        self._quoted = {i for first, last in words.quotes for i in range(first, last)}
        self._acting = {i for p in self.parties for i in range(p.first, p.last)}
        self._beside: dict[int, Trigger | None] = {}  # by the number of a place
        self.subjects: dict[int, str] = {}  # by a verb's word, where its subject stands; see claim.roles
        self._ranks: dict[str, tuple[str, str]] | None = None
        self._told_votes: dict[tuple[str, int], list[tuple[str, tuple[str, str]]]] = {}

    def _set_in(self, here: PlaceContext) -> PlaceContext:
        """What tells the country, with the armed groups that the text names and that are at home in one."""
        homes = (
            p.entry.home[0]
            for p in self.parties
            if p.by == "name" and p.entry and p.entry.side == "nonstate" and len(p.entry.home) == 1
        )
        return PlaceContext(outlet_country=here.outlet_country, party_countries=tuple(homes))

    def _title_end(self) -> int:
        """Where the headline ends: the first line, if it is short and something follows."""
        if self.words.before:
            return 0
        for i in range(1, min(len(self.words), _TITLE_MOST + 1)):
            if "\n" in self.words.gaps[i]:
                return i
        return 0

    def _mark(self) -> dict[int, list[str]]:
        """What begins at each word, in short: cues `c…`, places P, dates D, parties A, people N, sayings S, commas."""
        marks: dict[int, list[str]] = {}
        for hit in self.hits:
            if hit.layer == "cue":
                for form in hit.forms:
                    marks.setdefault(hit.first, []).append("c" + form.entry.value)
            elif hit.layer == "say":
                marks.setdefault(hit.first, []).append("S")
        for letter, mentions in (
            ("A", self.parties),
            ("D", self.dates),
            ("N", self.groups),
            ("P", self.places),
        ):
            for mention in mentions:
                marks.setdefault(mention.first, []).append(letter)
        gaps = self.words.gaps
        for i in range(1, len(self.words)):
            gap = gaps[i]
            if gap != " ":
                if "،" in gap or "," in gap:
                    marks.setdefault(i, []).append(",")
                elif ":" in gap or "؛" in gap:
                    marks.setdefault(i, []).append(":")
                if "(" in gap:
                    marks.setdefault(i, []).append("(")
        return marks

    def marks_between(self, first: int, last: int) -> tuple[str, ...]:
        """Distinct marks on the words from `first` up to `last`, in order of their place.

        Marks of the word before a gap do not count as between; those on the way do.
        """
        if last <= first:
            return ()
        known = self._between.get((first, last))
        if known is None:
            before = self._marks_before
            end = before[last] if last < len(before) else before[-1]
            known = tuple(dict.fromkeys(self._marks[before[first] : end]))
            self._between[first, last] = known
        return known

    def harm_ends_before(self, a: Trigger, b: Trigger) -> bool:
        """Whether a group harmed by the earlier word stands between the two."""
        for harm in self._harms_at.get(a.first, ()):
            if harm.people and a.last <= harm.people.first < b.first:
                return True
        return False

    def harms_at(self, at: int) -> list[Harm]:
        """What the word or phrase at a word says was done to people."""
        return self._harms_at.get(at, [])

    def harms_of(self, kind: str, low: int | None, high: int | None) -> list[Harm]:
        """Where the report tells of one kind of harm to so many, in order."""
        return self._harms_of.get((kind, low, high), [])

    def harms_in(self, first: int, last: int) -> list[Harm]:
        if last - first == 1:
            return self._harms_at.get(first, [])
        return [h for at in range(first, last) for h in self._harms_at.get(at, ())]

    def values_of(self, layer: str) -> frozenset[str]:
        """What the lexicon hits of a layer stand for in the whole report, by their likeliest form."""
        if layer not in self._values:
            self._values[layer] = frozenset(h.form.entry.value for h in self._by_layer.get(layer, ()))
        return self._values[layer]

    def hits_in(self, layer: str, first: int, last: int) -> list[Hit]:
        """Lexicon hits of a layer that begin at the words from `first` up to `last`."""
        hits = self._by_layer.get(layer)
        return [] if hits is None else _within(hits, self._layer_starts[layer], first, last)

    def parties_in(self, first: int, last: int) -> list[PartyMention]:
        return _within(self.parties, self._party_starts, first, last)

    def groups_in(self, first: int, last: int) -> list[People]:
        return _within(self.groups, self._group_starts, first, last)

    def triggers_in(self, first: int, last: int) -> list[Trigger]:
        return _within(self.triggers, self._trigger_starts, first, last)

    def trigger_beside(self, place: Placed) -> Trigger | None:
        """The trigger nearest to a place in its sentence; one before it is nearer than one as far behind."""
        if place.index not in self._beside:
            first, last = self.words.sentences[self.words.sentence_of[place.first]]
            self._beside[place.index] = min(
                self.triggers_in(first, last),
                key=lambda t: place.first - t.last if t.last <= place.first else 2 * (t.first - place.last),
                default=None,
            )
        return self._beside[place.index]

    def places_in(self, first: int, last: int) -> list[Placed]:
        return _within(self.places, self._place_starts, first, last)

    def dates_in(self, first: int, last: int) -> list[DateMention]:
        return _within(self.dates, self._date_starts, first, last)

    def sources_in(self, first: int, last: int) -> list[Attribution]:
        """Attributions whose verb is one of the words from `first` up to `last`, in order."""
        return _within(self._by_verb, self._verbs, first, last)

    def told_votes(self, vague: str, definite: int) -> list[tuple[str, tuple[str, str]]]:
        """What the kinds that the report tells of say for themselves to a draft so named."""
        votes = self._told_votes.get((vague, definite))
        if votes is None:
            votes = self._told_votes[vague, definite] = votes_of_told(self.told, vague, definite)
        return votes

    def standing(self, party: str) -> tuple[str, str]:
        """How often a party is named in the report: its rank among them, and its share of the mentions."""
        if self._ranks is None:
            counts = Counter(m.party for m in self.parties)
            order = sorted(counts, key=lambda p: -counts[p])  # of equals, the one named first
            total = max(1, len(self.parties))
            self._ranks = {
                p: (str(min(rank, 3)), str(4 * counts[p] // total)) for rank, p in enumerate(order)
            }
        return self._ranks.get(party, ("none", "0"))

    @cached_property
    def foremost(self) -> tuple[str, ...]:
        """The parties that the report names most, of equals the one named first."""
        counts = Counter(m.party for m in self.parties if m.party not in {"civilians", "unknown"})
        return tuple(party for party, _ in counts.most_common(_FOREMOST))

    def head_before(self, at: int) -> str:
        """The class of the noun right before a word: what a party's name stands behind."""
        return self._heads.get(at) or self._heads.get(at - 1, "")

    def is_credited(self, mention: PartyMention) -> bool:
        """Whether the mention is part of naming who says so."""
        return mention.first in self._credited

    def is_in_source(self, at: int) -> bool:
        """Whether a word is part of what names who says so, or pointed back at."""
        return at in self._speaking

    def is_name(self, at: int) -> bool:
        """Whether a word is part of a name, a number or a day: what a decision may not hang on."""
        return at in self._names

    def plain(self, first: int, last: int) -> dict[str, None]:
        """The words from `first` up to `last`, each once and in order, without those of a name, a number or a day."""
        said = dict.fromkeys(self._plain[first:last])
        said.pop("", None)
        return said

    def is_quoted(self, at: int) -> bool:
        return at in self._quoted

    def is_in_party(self, at: int) -> bool:
        return at in self._acting

    def others_in_sentence(self, sentence: int, triggers: Sequence[Trigger]) -> list[Trigger]:
        """The triggers of a sentence without those given."""
        return [t for t in self.triggers_in(*self.words.sentences[sentence]) if t not in triggers]


def _locative(mentions: list[PlaceMention], words: Words) -> frozenset[tuple[int, int]]:
    """Places that are where something is, not who does it: governed so, holding another place, or a dateline."""
    holders = {parent for m in mentions for parent in m.parents}
    return frozenset(
        (m.first, m.last)
        for n, m in enumerate(mentions)
        if m.is_locative or n in holders or is_dateline(words, m.first, m.last)
    )


def _within(mentions: list[M], starts: list[int], first: int, last: int) -> list[M]:
    """Mentions that begin at the words from `first` up to `last`."""
    low = bisect_left(starts, first)
    return mentions[low : bisect_left(starts, last, low)]


_HEAD_LAYERS = ("head", "object", "weapon", "people", "source", "act")


def _lay_out(marks: dict[int, list[str]], words: int) -> tuple[list[str], list[int]]:
    """All marks in order of their words, and for each word how many stand before it."""
    flat: list[str] = []
    before: list[int] = []
    for at in sorted(marks):
        before += [len(flat)] * (at + 1 - len(before))
        flat += marks[at]
    before += [len(flat)] * (words + 1 - len(before))
    return flat, before


def _find_heads(by_layer: dict[str, list[Hit]]) -> dict[int, str]:
    """For each word, what kind of noun ends right before it."""
    heads: dict[int, str] = {}
    for layer in reversed(_HEAD_LAYERS):
        for hit in by_layer.get(layer, ()):
            heads[hit.last] = f"{layer}.{hit.form.entry.value}" if layer != "act" else "act"
    return heads
