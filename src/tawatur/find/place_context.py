"""Say which place each mention means, or that nothing settles it.

`resolve_places(mentions, words, gazetteer, context)` gives one `Place` a mention, in their order.
Every entry that bears the name is weighed by what the text says around it (the larger place,
a direction, the word for its kind, a nationality), by the places named beside it, by the
countries that the report speaks of, and by its own weight; each candidate carries the reasons.
Where two places far apart weigh nearly the same the mention stays unresolved, with what they
share: a wrong point is worse than none.
"""

from __future__ import annotations

import msgspec

from tawatur.find.place_countries import PlaceContext, SpokenOf, is_known_afar
from tawatur.find.place_mentions import PlaceMention
from tawatur.find.place_rivals import distinct, is_one_place
from tawatur.find.place_roads import place_roads
from tawatur.find.place_signs import load_signs
from tawatur.find.place_weights import Setting, Weighed, is_lesser, is_side, rank
from tawatur.gazetteer.countries import load_countries
from tawatur.gazetteer.distance import BEARINGS, moved
from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.index import Gazetteer
from tawatur.gazetteer.kinds import KINDS
from tawatur.gazetteer.precision import blur
from tawatur.records.place import Candidate, Place, Precision
from tawatur.segment.words import Words

# The lead that the first place needs over the next one far from it; evals/places: below, homonyms
# in one province are told apart by nothing; above, parents that the text names go unused.
_LEAD = 0.6
_OWN_WORDS = frozenset({None, "city", "country"})  # words for a kind that a place known everywhere may have
_NARROW_KM = 25.0
_LOCATED_BY = frozenset({Precision.POINT, Precision.NEIGHBOURHOOD, Precision.VILLAGE, Precision.TOWN})


def resolve_places(
    mentions: list[PlaceMention],
    words: Words,
    gazetteer: Gazetteer,
    context: PlaceContext = PlaceContext(),  # noqa: B008 - frozen
) -> list[Place]:
    """The place that each mention means, with up to five candidates and why."""
    if not mentions:
        return []
    return _Resolver(mentions, words, gazetteer, context).run()


def rank_places(
    mentions: list[PlaceMention],
    words: Words,
    gazetteer: Gazetteer,
    context: PlaceContext = PlaceContext(),  # noqa: B008 - frozen
) -> list[list[Candidate]]:
    """Every entry that bears each mention's name, best first, with the reasons for its rank."""
    if not mentions:
        return []
    resolver = _Resolver(mentions, words, gazetteer, context)
    resolver.run()
    return [[_to_candidate(weighed) for weighed in ranked] for ranked in resolver.ranked]


class _Resolver:
    """The state of one report."""

    def __init__(
        self, mentions: list[PlaceMention], words: Words, gazetteer: Gazetteer, context: PlaceContext
    ) -> None:
        self.mentions, self.words, self.gazetteer = mentions, words, gazetteer
        self.entries: list[list[Entry]] = [[gazetteer.entry(row) for row in m.rows] for m in mentions]
        self.chosen: list[Entry | None] = [None] * len(mentions)
        self.ranked: list[list[Weighed]] = [[] for _ in mentions]
        self.spoken = SpokenOf(mentions, words, gazetteer, context)
        self.setting = Setting(countries=self.spoken.shares())
        self._settled: dict[tuple[object, ...], tuple[Entry | None, list[Weighed]]] = {}
        self._has_company = False
        self._candidates: dict[int, tuple[Candidate, ...]] = {}  # by the identity of a ranking

    def run(self) -> list[Place]:
        groups: dict[tuple[int, ...], list[int]] = {}
        for index, mention in enumerate(self.mentions):
            if mention.rows:
                groups.setdefault(mention.rows, []).append(index)
        order = sorted(groups.values(), key=self._difficulty)
        for group in order:
            self._settle_group(group)
        self.setting.anchors = self._anchors()
        self._has_company = True
        for group in order:  # a second look at the hard ones, now that the easy ones stand as company
            if len(self.mentions[group[0]].rows) > 1 or any(map(self._is_chosen_abroad, group)):
                self._settle_group(group)
        places: list[Place] = []
        for index, mention in enumerate(self.mentions):
            again = mention.stands_for
            known = again is not None and again < index
            places.append(self._named_again(places[again or 0], index) if known else self._place(index))
        return place_roads(self.mentions, self._share(places), self.words)

    def _share(self, places: list[Place]) -> list[Place]:
        """Give a name that no table has the point that another mention of it has, from what holds it there."""
        located: dict[str, int] = {}
        for index, mention in enumerate(self.mentions):
            if not mention.rows and mention.form and places[index].lat is not None:
                located.setdefault(mention.form, index)
        for index, mention in enumerate(self.mentions):
            known = located.get(mention.form)
            if known is not None and not mention.rows and places[index].lat is None:
                places[index] = self._named_again(places[known], index, places[index].name)
        return places

    def _difficulty(self, group: list[int]) -> tuple[int, int]:
        has_parents = any(self.mentions[index].parents for index in group)
        return (min(len(self.mentions[group[0]].rows), 6) + 6 * has_parents, group[0])

    def _is_chosen_abroad(self, index: int) -> bool:
        entry = self.chosen[index]
        return entry is not None and self._is_abroad(index, entry)

    def _is_abroad(self, index: int, entry: Entry) -> bool:
        return self.spoken.is_abroad(self.mentions[index], entry, (e for _, e in self.setting.anchors))

    def _anchors(self) -> list[tuple[frozenset[int], Entry]]:
        """Places that are settled and near enough to a point to be company, with their sentences."""
        found: dict[str, tuple[set[int], Entry]] = {}
        for index, entry in enumerate(self.chosen):
            if (
                entry is not None
                and entry.point is not None
                and KINDS[entry.kind].radius_km < 100
                and not (entry.said == "rarely" and self.mentions[index].kind is None)
            ):
                sentence = self.words.sentence_of[self.mentions[index].first]
                found.setdefault(entry.id, (set(), entry))[0].add(sentence)
        return [(frozenset(sentences), entry) for sentences, entry in found.values()]

    def _settle_group(self, group: list[int]) -> None:
        """Settle the mentions of one name: where one says more of itself, the others mean the same."""
        telling = [
            i for i in group if self.mentions[i].parents or self.mentions[i].kind or self.mentions[i].country
        ]
        for index in telling:
            self._settle(index)
        said = [i for i in telling if self.chosen[i] is not None]
        rest = [i for i in group if i not in telling]
        if not rest:
            return
        lead = max(said, key=lambda i: (self.ranked[i][0].score, -i)) if said else rest[0]
        if not said:
            self._settle(lead)
        for index in rest:
            self.chosen[index], self.ranked[index] = self.chosen[lead], self.ranked[lead]

    def _settle(self, index: int) -> None:
        mention, entries = self.mentions[index], self.entries[index]
        parents = [(self.mentions[p], self.chosen[p]) for p in mention.parents]
        sentence = self.words.sentence_of[mention.first]
        asked = (
            mention.rows,
            mention.form,
            mention.kind,
            mention.country,
            mention.relation,
            sentence if self._has_company else -1,
            tuple((holder and holder.id, parent.relation, parent.direction) for parent, holder in parents),
        )
        known = self._settled.get(asked)
        if known is not None:  # reports name one place many times in the same words
            self.chosen[index], self.ranked[index] = known
            return
        ranked = rank(mention, sentence, entries, parents, self.setting)
        is_lent = bool(mention.parents) and mention.kind is None and mention.parents[0] > index + 1
        if (ranked[0].contradicts and mention.kind in _OWN_WORDS) or (
            is_lent and not is_known_afar(ranked[0].entry)
        ):
            free = rank(mention, sentence, entries, [], self.setting)
            if is_known_afar(free[0].entry):  # الطريق بين صعدة والمزرق في حجة, تدعمها طهران في سوريا
                ranked = free
        self.ranked[index] = ranked
        best = ranked[0]
        rival = next((w for w in ranked[1:] if not is_one_place(best.entry, w.entry)), None)
        is_settled = (
            best.score > 0
            and not best.contradicts
            and (rival is None or best.score - rival.score >= _LEAD)
            and not (self._has_company and self._is_abroad(index, best.entry))
        )
        self.chosen[index] = best.entry if is_settled else None
        self._settled[asked] = self.chosen[index], ranked

    # -- the records ---------------------------------------------------------------------------

    def _place(self, index: int) -> Place:
        mention, entry = self.mentions[index], self.chosen[index]
        ranked = self.ranked[index]
        candidates = self._candidates.get(id(ranked))
        if candidates is None:
            candidates = self._candidates[id(ranked)] = tuple(map(_to_candidate, distinct(ranked)))
        if entry is None:
            return self._unresolved(index, candidates)
        point, precision = entry.point, blur(entry.precision, mention.relation, mention.direction)
        if point and mention.distance_km and mention.direction in BEARINGS:
            point = moved(point, mention.direction, mention.distance_km)
        return Place(
            name=mention.name,
            country=entry.country,
            admin1=entry.admin1 or None,
            lat=round(point[0], 5) if point else None,
            lon=round(point[1], 5) if point else None,
            precision=precision,
            relation=_relation(mention),
            candidates=candidates,
            reason=candidates[0].reason if point else f"{candidates[0].reason}; no table has its point",
        )

    def _unresolved(self, index: int, candidates: tuple[Candidate, ...]) -> Place:
        mention = self.mentions[index]
        holder, is_inside = self._holder(mention)
        shared = {(c.country, c.admin1) for c in candidates if c.score > candidates[0].score - 2}
        countries = {country for country, _ in shared}
        country = holder.country if holder else countries.pop() if len(countries) == 1 else None
        admin1 = holder.admin1 if holder else next(iter(shared))[1] if len(shared) == 1 else None
        precision = KINDS[mention.kind].precision if mention.kind else None
        lat = lon = None
        if candidates and self.ranked[index][0].contradicts:
            reason = "no place of this name that is known lies where the text says"
        elif candidates and self._is_abroad(index, self.ranked[index][0].entry):
            country, reason = (
                holder.country if holder else self._home(),
                "the places of this name that are known lie in countries that the report does not speak of",
            )
            admin1 = holder.admin1 if holder else None
        elif len(candidates) == 1:
            reason = (
                f"the one place of this name known, {candidates[0].name_en}, does not fit what the text says"
            )
        elif candidates:
            reason = f"{len(candidates)} places bear the name and nothing tells them apart"
        elif mention.kind == "country":
            country, reason = self._home(), "the country that the report speaks of"
            home = load_countries().get(country or "")
            lat, lon = (home.lat, home.lon) if home else (None, None)
        elif not mention.rows and mention.form in load_signs().capitals and (capital := self._capital()):
            country, admin1, precision = capital.country, capital.admin1, capital.precision
            lat, lon, reason = (
                capital.lat,
                capital.lon,
                "the capital of the country that the report speaks of",
            )
        elif mention.country and not mention.rows:
            country, reason = mention.country, "a stretch of a country"
            home = load_countries().get(mention.country)
            precision = Precision.REGION
            lat, lon = (home.lat, home.lon) if home else (None, None)
        else:
            reason = "in no gazetteer"
            country = country or mention.country or self._home()
        misses = not candidates or self.ranked[index][0].contradicts
        if holder is not None and is_inside and misses and holder.precision in _LOCATED_BY and holder.point:
            lat, lon = holder.point
            precision, reason = (
                holder.precision,
                f"in no gazetteer; placed at {holder.name_en}, which holds it",
            )
        elif holder is not None and misses and lat is None and _is_narrow(holder) and holder.point:
            lat, lon = holder.point
            precision = Precision.AREA
            reason = f"in no gazetteer; placed about {holder.name_en}, near which the text has it"
        return Place(
            name=mention.name,
            country=country,
            admin1=admin1 or None,
            lat=lat,
            lon=lon,
            precision=blur(precision, mention.relation, mention.direction) if precision else None,
            relation=_relation(mention),
            candidates=candidates,
            reason=reason,
        )

    def _holder(self, mention: PlaceMention) -> tuple[Entry | None, bool]:
        """The settled place that holds a mention, and whether the words say "in" it and not "near" it."""
        for parent in mention.parents:
            entry = self.chosen[parent]
            if entry is not None:
                other = self.mentions[parent]
                return entry, not (other.relation or other.direction)
        return None, False

    def _home(self) -> str | None:
        """The country that the report speaks of most, where one leads."""
        ranked = sorted(self.setting.countries.items(), key=lambda c: (-c[1], c[0]))
        if not ranked or (len(ranked) > 1 and ranked[1][1] > 0.7):
            return None
        return ranked[0][0]

    def _capital(self) -> Entry | None:
        """The capital of the country that the report speaks of most."""
        home = load_countries().get(self._home() or "")
        if home is None or not home.capital:
            return None
        named = self.gazetteer.named(home.capital)
        return next((e for e in named if e.country == home.code and e.kind in {"city", "town"}), None)

    def _named_again(self, place: Place, index: int, name: str = "") -> Place:
        mention = self.mentions[index]
        precision = place.precision
        if precision:
            precision = blur(precision, mention.relation, mention.direction)
        return msgspec.structs.replace(
            place, name=name or place.name, relation=_relation(mention) or place.relation, precision=precision
        )


def _is_narrow(holder: Entry) -> bool:
    """Whether a point in it says about where all of it lies: a lesser town, a subdistrict, a plain."""
    return is_lesser(holder) or (
        holder.kind in {"district", "area"}
        and KINDS[holder.kind].radius_km <= _NARROW_KM
        and not is_side(holder)
    )


def _relation(mention: PlaceMention) -> str | None:
    """What is said of the place, in one word or two: `near`, `countryside east`, `north`."""
    return " ".join(filter(None, (mention.relation, mention.direction))) or None


def _to_candidate(weighed: Weighed) -> Candidate:
    reason = "; ".join(weighed.reasons) or "bears the name"
    return weighed.entry.to_candidate(round(weighed.score, 2), reason)
