"""All that was found in one text, side by side, and the questions that reading claims asks of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from tawatur.claim.answers import find_answered
from tawatur.claim.apart import by_place, find_apart
from tawatur.claim.denials import find_denials
from tawatur.claim.digest import Digest
from tawatur.claim.each_place import find_each_place
from tawatur.claim.elided import find_elided
from tawatur.claim.harms_told import HarmsTold
from tawatur.claim.heads import Heads
from tawatur.claim.in_order import InOrder, by_first
from tawatur.claim.listed import find_lists
from tawatur.claim.marks import Marks
from tawatur.claim.overall import find_overall
from tawatur.claim.phrases import find_phrases
from tawatur.claim.placed import Placed, place_all
from tawatur.claim.standing import Standing
from tawatur.claim.triggers import Trigger, find_triggers, leave_idle
from tawatur.claim.types import votes_of_told
from tawatur.claim.wards import (
    find_homes,
    is_bearing,
    is_direction,
    is_origin,
    is_spoken_from,
    is_station,
    is_ward,
)
from tawatur.claim.word_parts import WordParts
from tawatur.find.armies_again import settle_armies
from tawatur.find.body_names import leave_body_names
from tawatur.find.brackets import settle_by_brackets
from tawatur.find.breakdowns import find_breakdowns
from tawatur.find.captions import find_captions
from tawatur.find.date_quoted import count_from_statements
from tawatur.find.datelines import heads_news, is_dateline
from tawatur.find.dates import find_dates_told
from tawatur.find.enumerated import with_enumerated
from tawatur.find.fighters_again import settle_fighters
from tawatur.find.followers import settle_followers
from tawatur.find.government import add_governments
from tawatur.find.harm_words import tell_harm_words
from tawatur.find.harms import find_harms
from tawatur.find.lookalikes import leave_lookalikes
from tawatur.find.named_groups import add_named_groups
from tawatur.find.own_forces import add_own_forces
from tawatur.find.own_voice import (
    as_meant_in_sanaa,
    country_of_outlet,
    find_heading,
    find_outlet_names,
    find_post_speaker,
    party_of_outlet,
    party_of_words,
    praises_army,
    state_of_spokesman,
)
from tawatur.find.parties import find_parties
from tawatur.find.party_context import find_context
from tawatur.find.party_words import load_vocabulary
from tawatur.find.people import find_people
from tawatur.find.people_nouns import leave_no_fathers
from tawatur.find.place_countries import PlaceContext, name_countries
from tawatur.find.place_signs import load_signs
from tawatur.find.place_titles import leave_place_titles
from tawatur.find.places import find_places
from tawatur.find.quantities import find_quantities
from tawatur.find.shared_heads import add_shared_heads
from tawatur.find.sources import find_sources
from tawatur.find.speaker_phrases import Phrases
from tawatur.find.speakers import SpeakerReader
from tawatur.find.statements import find_statements
from tawatur.find.tellers import find_tellers
from tawatur.gazetteer.countries import is_country_name
from tawatur.lexicon.states import state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tawatur.claim.in_order import Mention
    from tawatur.find.attribution import Attribution
    from tawatur.find.party_mentions import PartyMention
    from tawatur.find.place_mentions import PlaceMention
    from tawatur.gazetteer.index import Gazetteer
    from tawatur.lexicon.match import Hit
    from tawatur.lexicon.publishers import Publishers
    from tawatur.records.publisher import Publisher
    from tawatur.segment.words import Words

_VAGUE_TRAITS = frozenset({"weak", "generic", "anaphor"})
_AGREED_WITHIN = 6  # words from an agreement to بين: اتفاق وقف إطلاق النار الموقع بين
_CAPITAL = "عاصمه"  # folded
_SETTLEMENTS = frozenset({"city", "town", "village"})
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
        outlet_name: tuple[Words, list[Hit]] | None = None,
    ) -> None:
        self.words = words
        self.outlet = outlet
        captions = find_captions(words)  # of pictures, often of another day
        self.published, self.dates = find_dates_told(words, published)
        if published is not None:  # else a picture's day may be all that tells the year
            self.dates = [d for d in self.dates if not _lies_in(captions, d.first)]
        self.breakdowns = find_breakdowns(words, self.dates)
        self.quantities = find_quantities(words)
        if captions:
            hits = [h for h in hits if not _lies_in(captions, h.first)]
        hits = leave_lookalikes(hits, words)
        hits = leave_body_names(hits)
        hits = leave_idle(hits, frozenset(q.first for q in self.quantities))
        hits = leave_no_fathers(hits, words, self.quantities)
        hits = tell_harm_words(hits, words, frozenset(q.last for q in self.quantities if q.kind == "count"))
        self.hits = hits
        named = [
            (h.first, h.last)
            for h in hits
            if h.layer in {"party", "source"} and h.last - h.first > 1 and not _is_where(words, h)
        ]
        named += find_outlet_names(words, outlet, gazetteer, hits) if outlet else []
        at_home = country_of_outlet(outlet_name[0], gazetteer) if outlet_name is not None else None
        here = PlaceContext(outlet_country=publisher.country if publisher is not None else at_home)
        mentions = find_places(words, gazetteer, named, here)
        self.context = find_context(
            hits, words, name_countries(mentions, gazetteer), published, here.outlet_country, at_home
        )
        camp = publisher.camp_on(published) if publisher is not None else None
        if camp is None and outlet_name is not None:
            camp = party_of_outlet(outlet_name[1], outlet_name[0], self.context, states=True)
        self.context = self.context._replace(
            camp=camp, tellers=find_tellers(hits, words, publishers, published)
        )
        named_parties = find_parties(hits, words, self.context, _locative(mentions, words, hits))
        named_parties = settle_by_brackets(named_parties, words)
        named_parties = list(add_shared_heads(named_parties, words, self.context))
        named_parties = add_governments(named_parties, hits, words, self.context)
        named_parties = settle_armies(add_named_groups(named_parties, words, self.context), hits, words)
        named_parties = settle_fighters(named_parties, words)
        named_parties = settle_followers(named_parties, words, self.context.country)
        named_parties = as_meant_in_sanaa(named_parties, words)
        self.outlet_party = (
            publisher.party_on(published)
            if publisher is not None
            else self._own_voice(outlet_name, named_parties, published)
        )
        teller = self.outlet_party
        if (
            teller is None and outlet_name is not None
        ):  # a state's channel is a medium, yet قواتنا are the state's
            teller = party_of_outlet(outlet_name[1], outlet_name[0], self.context, states=True)
        state = state_of(self.context.country, published)
        self.parties = add_own_forces(named_parties, words, teller, state, hits)
        self.places: list[Placed] = place_all(mentions, words, gazetteer, self._set_in(here))
        self.phrases = {p.mention: p for p in find_phrases(self.parties, hits, self.quantities, words)}
        at = [(p.first, p.last) for p in self.places]
        self.groups = find_people(leave_place_titles(hits, at), words, self.quantities, self.parties)
        spoken = Phrases(hits, words, self.parties, self.dates, self.context)
        speakers = SpeakerReader(spoken, publishers, publisher, outlet)
        self.heading = find_heading(words, speakers)  # whose statement the whole report is
        sources = with_enumerated(find_sources(hits, words, speakers), words)
        self.heading = self.heading or find_post_speaker(words, sources)
        self.statements = find_statements(words, sources)  # who goes on over the lines behind
        self.dates = count_from_statements(self.dates, sources, words, self.published)
        names = [(p.first, p.last) for p in self.parties if p.by in {"name", "shared", "group"}]
        names += [(d.first, d.last) for d in self.dates]
        names += [(p.first, p.last) for p in self.places if p.mention.kind in _SETTLEMENTS]  # قرية صفيا
        self.triggers: list[Trigger] = find_triggers(hits, words, names)
        # What denies that which was told before names no happening and vouches for none.
        self.denials = find_denials(sources, self.triggers, words)
        self.sources = [a for a in sources if a not in self.denials]
        named_at = frozenset(first for first, _ in names)
        elided = find_elided(self.triggers, self.groups, self.places, words)
        self.elided = {t.first: t.effect.entry.value for t in elided if t.effect is not None}
        self.harms = find_harms(hits, words, self.groups, named_at, self.elided)
        if elided:
            self.triggers = sorted((*self.triggers, *elided), key=lambda t: t.first)
        self.cue_counts = Counter(f.entry.value for h in hits if h.layer == "cue" for f in h.forms[:1])
        self.topics = Counter(h.form.entry.value for h in hits if h.layer == "topic")
        # The report's most.
        self.topic = max(sorted(self.topics), key=self.topics.__getitem__, default="none")
        self.violence = sum(1 for t in self.triggers if "weak" not in t.traits)
        self.told = Counter(t.type for t in self.triggers if t.act and not t.traits & _VAGUE_TRAITS)
        self.title_end = self._title_end()
        self.times_named = Counter(p.name for p in self.places)
        self.digest = Digest(words, self.places)
        self.title_places = frozenset(p.name for p in self.places if p.first < self.title_end)
        self.nestings: dict[tuple[int, ...], tuple[bool, str]] = {}  # see claim.nesting
        self._by_layer: dict[str, list[Hit]] = {}
        for hit in hits:
            self._by_layer.setdefault(hit.layer, []).append(hit)
        self._hits = {layer: by_first(found) for layer, found in self._by_layer.items()}
        self._values: dict[str, frozenset[str]] = {}
        # Where those begin whom somebody accuses: اتهمت السلطات حركة الشباب بتنفيذ التفجير.
        self.accused = frozenset(a.said_at for a in sources if a.stance == "accuses" and a.by == "says")
        self._beside: dict[int, Trigger | None] = {}  # by the number of a place
        self.subjects: dict[int, str] = {}  # by a verb's word, where its subject stands; see claim.subjects
        self._told_votes: dict[tuple[str, int], list[tuple[str, tuple[str, str]]]] = {}
        self._answer()
        self.wards = frozenset(
            p.index
            for p in self.places
            if is_ward(self, p) or is_bearing(self, p) or is_direction(self, p) or is_spoken_from(self, p)
        )
        self.homes = find_homes(self)
        self.origins = frozenset(p.index for p in self.places if is_origin(self, p))
        self.stations = frozenset(p.index for p in self.places if is_station(self, p))
        self.answers = find_answered(self)  # who strikes back, and what with
        self.numbers_at = frozenset(q.first for q in self.quantities)
        self.lists = find_lists(self)  # which triggers tell of the items of a list
        # What it follows, or is done for, tolls of other places, and of more than one happening.
        overall = find_overall(self)
        self.overall_in = by_place(overall).within
        self.apart = sorted(find_apart(self) + find_each_place(self) + overall)
        self.apart_in = by_place(self.apart).within  # by where they turn

    def _own_voice(
        self,
        outlet_name: tuple[Words, list[Hit]] | None,
        parties: list[PartyMention],
        published: dt.date | None,
    ) -> str | None:
        """The party that speaks in a report of no known publisher."""
        if outlet_name is not None:
            party = party_of_outlet(outlet_name[1], outlet_name[0], self.context)
            if party is not None:
                return party
            state = state_of_spokesman(outlet_name[1], outlet_name[0], self.context)
            if state is not None:
                return state
        party = party_of_words(self.words, parties)
        if party is None and praises_army(self.words):
            return state_of(self.context.country, published)
        return party

    def heading_of(self, at: int) -> Attribution | None:
        """Whose statement the word at `at` stands in, over lines: of several the one that begins last."""
        over = [h for h in self.statements if h.said_at <= at < h.reach_last]
        heading = self.heading
        if heading is not None and heading.said_at <= at < heading.reach_last:
            over.append(heading)
        return max(over, key=lambda h: h.said_at, default=None)

    def _answer(self) -> None:
        """Lay out who answers what is asked some thousand times a report: the parts themselves, with no call between."""
        lettered: dict[str, Iterable[Mention]] = {
            "A": self.parties,
            "D": self.dates,
            "N": self.groups,
            "P": self.places,
        }
        self.marks_between = Marks(self.words, self.hits, lettered).between
        # Mentions that begin at the words from the first up to the last; of attributions, those whose verb does.
        self.parties_in = by_first(self.parties).within
        self.groups_in = by_first(self.groups).within
        self.triggers_in = by_first(self.triggers).within
        self.places_in = by_first(self.places).within
        self.dates_in = by_first(self.dates).within
        self.quantities_in = by_first(self.quantities).within
        by_verb = sorted(self.sources, key=lambda a: a.verb)
        self.sources_in = InOrder(by_verb, [a.verb for a in by_verb]).within
        harms = HarmsTold(self.harms)
        self.harms_at, self.harms_of, self.harms_in = harms.at, harms.of, harms.within
        self.harm_ends_before = harms.ends_before
        self.head_before = Heads(self._by_layer).before
        named = (self.places, self.dates, self.quantities)
        parts = WordParts(self.words, self.parties, self.sources, named)
        self.is_name, self.is_quoted, self.is_in_party = parts.is_name, parts.is_quoted, parts.is_in_party
        self.is_credited, self.is_in_source = parts.is_credited, parts.is_in_source
        self.plain, self.telling = parts.plain, parts.telling
        self._standing = Standing(self.parties)
        self.standing = self._standing.of

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

    def values_of(self, layer: str) -> frozenset[str]:
        """What the lexicon hits of a layer stand for in the whole report, by their likeliest form."""
        if layer not in self._values:
            self._values[layer] = frozenset(h.form.entry.value for h in self._by_layer.get(layer, ()))
        return self._values[layer]

    def hits_in(self, layer: str, first: int, last: int) -> list[Hit]:
        """Lexicon hits of a layer that begin at the words from `first` up to `last`."""
        hits = self._hits.get(layer)
        return [] if hits is None else hits.within(first, last)

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

    def told_votes(self, vague: str, definite: int) -> list[tuple[str, tuple[str, str]]]:
        """What the kinds that the report tells of say for themselves to a draft so named."""
        votes = self._told_votes.get((vague, definite))
        if votes is None:
            votes = self._told_votes[vague, definite] = votes_of_told(self.told, vague, definite)
        return votes

    @property
    def foremost(self) -> tuple[str, ...]:
        """The parties that the report names most, of equals the one named first."""
        return self._standing.foremost

    def others_in_sentence(self, sentence: int, triggers: Sequence[Trigger]) -> list[Trigger]:
        """The triggers of a sentence without those given."""
        return [t for t in self.triggers_in(*self.words.sentences[sentence]) if t not in triggers]


def _lies_in(runs: list[tuple[int, int]], at: int) -> bool:
    return any(first <= at < last for first, last in runs)


def _is_where(words: Words, hit: Hit) -> bool:
    """Whether a state's name is also a place's: its seat's, or the country's where something is.

    `قصفت س تل أبيب`, `في الولايات المتحدة`, but not `بدعم من الولايات المتحدة`.
    """
    name = " ".join(words.forms[hit.first : hit.last])
    if name in load_signs().seats:
        return True
    before = words.forms[hit.first - 1] if hit.first else ""
    if before == "من" or before not in load_signs().governing:
        return False
    return is_country_name(name)


def _locative(mentions: list[PlaceMention], words: Words, hits: list[Hit]) -> frozenset[tuple[int, int]]:
    """Places that are where something is, not who does it: governed so, holding another place, or a dateline.

    Whom others follow, and who helps them, is a party. What is listed goes by the name before it: `قصفت بريطانيا وفرنسا`
    names two states, `في بريطانيا وفرنسا` two places.
    """
    holders = {parent for m in mentions for parent in m.parents}
    locative: set[tuple[int, int]] = set()
    told = {
        h.first
        for h in hits
        if (h.layer == "act" or (h.layer == "effect" and h.first and ":" in words.gaps[h.first]))
        and not h.proclitics
        and _is_named(h)
    }
    for n, m in enumerate(mentions):
        before = mentions[n - 1] if n and m.in_list and mentions[n - 1].last == m.first else None
        listed = m.in_list and (before is None or (before.first, before.last) in locative)
        is_place = (
            m.is_governed
            or listed
            or n in holders
            or m.direction is not None
            or _is_capital(m, words)
            or is_dateline(words, m.first, m.last)
            or heads_news(words, m.first, m.last, told)
        )
        if is_place and not _is_lord(m, words) and not _agrees(m, words):
            locative.add((m.first, m.last))
    return frozenset(locative)


def _is_capital(mention: PlaceMention, words: Words) -> bool:
    """Whether the word for a capital stands before a name: `ضاحية العاصمة بيروت`, `للعاصمة اللبنانية بيروت`."""
    return any(form.endswith(_CAPITAL) for form in words.forms[max(0, mention.first - 2) : mention.first])


def _is_named(hit: Hit) -> bool:
    """Whether a word may name what happened, and is no mere verb, whose doer may stand before it: `روسيا تقصف`."""
    return any(form.says is None or form.says.part != "verb" for form in hit.forms)


def _agrees(mention: PlaceMention, words: Words) -> bool:
    """Whether a name is the first of those between whom there is an agreement, or talks: `اتفاق موسكو بين تركيا وروسيا`."""
    listed = load_vocabulary()
    at, begin = mention.first - 1, words.sentences[words.sentence_of[mention.first]][0]
    if at < begin or words.forms[at] not in listed.between:
        return False
    before = words.forms[max(begin, at - _AGREED_WITHIN) : at]
    return any(form in listed.agreed or form[1:] in listed.agreed for form in before)


def _is_lord(mention: PlaceMention, words: Words) -> bool:
    """Whether a name is whom others follow or by whom they are helped: `الموالية لأنقرة`, `مدعومة من روسيا`."""
    listed = load_vocabulary()
    before = words.forms[max(0, mention.first - 2) : mention.first]
    if mention.proclitic == "ل":
        return not listed.following.isdisjoint(before[-1:])
    return before[-1:] == ["من"] and before[0] in listed.helping
