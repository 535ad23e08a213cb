"""Find the places that a report names.

`find_places(words, gazetteer, exclude=())` gives `PlaceMention`s in the order of the text. A name is
read as a place from what it is (a city is one wherever it stands; هجين is also a word for a
hybrid, السلام for peace) and from what stands around it: a word for its kind, a preposition,
a direction, a list it belongs to, the larger place that holds it. A word for a kind with a
name that no gazetteer has gives a mention too. `exclude` are runs of words that are something
else already, such as the names of parties and outlets.

Which entry a mention is, `place_context.resolve_places` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tawatur.find.place_approach import PROCLITICS, Approaches
from tawatur.find.place_links import link_parents
from tawatur.find.place_mentions import Approach, PlaceMention
from tawatur.find.place_names import Name, find_in_list, find_known, find_unknown, is_joined, is_open
from tawatur.find.place_signs import HEAD, LONE, Reading, Readings, Signs, load_signs, readings_of
from tawatur.gazetteer.compile import ORDINARY, PLAIN, RARELY, SURE
from tawatur.gazetteer.countries import capital_names
from tawatur.gazetteer.index import Gazetteer
from tawatur.gazetteer.kinds import KINDS
from tawatur.gazetteer.spell import loose
from tawatur.records.span import Span
from tawatur.segment.words import Words

__all__ = ["PlaceMention", "count_nationalities", "find_places"]

# What each sign adds to a name's standing; a name is a place from ENOUGH on. They were weighed on
# evals/places/cases.tsv: one sign carries a village's own name, two an ordinary word's.
STANDING = {RARELY: 0.0, ORDINARY: 1.0, PLAIN: 2.0, SURE: 3.0}
ENOUGH = 3.0
_KIND, _DIRECTION, _RELATION, _INSIDE, _TOWARD, _HELD = 4.0, 2.5, 2.0, 1.5, 1.0, 2.0
_LISTED, _LISTED_ORDINARY = 2.5, 1.0  # beside another place, by و or a comma
_HOME, _NAMED = 0.5, 2.0  # of a country that the report speaks of; named as a place elsewhere in it
_INEXACT, _BODY, _PERSON = -1.5, -5.0, -2.0
_LIST_GAPS = frozenset({"،", ",", "/", "-", "–"})
# Kinds that a word with ال may name again: البلدة after a village was named.
_SAME_KIND: dict[str, frozenset[str]] = {
    "city": frozenset({"city", "town"}),
    "town": frozenset({"town", "village", "city"}),
    "village": frozenset({"village", "town"}),
    "countryside": frozenset({"city", "province"}),
}


def find_places(
    words: Words, gazetteer: Gazetteer, exclude: Iterable[tuple[int, int]] = ()
) -> list[PlaceMention]:
    """Every place that the text names, in order; mentions do not overlap."""
    found = _Finder(words, readings_of(gazetteer), exclude).run()
    link_parents(words, found, gazetteer)
    return found


def count_nationalities(words: Words, gazetteer: Gazetteer) -> Counter[str]:
    """How often each country's nationality stands in the text: evidence for where it is set."""
    readings = readings_of(gazetteer)
    counts: Counter[str] = Counter()
    for options in map(readings.__getitem__, words.forms):
        for reading in options:
            if reading.country:
                counts[reading.country] += 1
                break
    return counts


class _Finder:
    """The state of one reading."""

    __slots__ = (
        "approaches",
        "countries",
        "covered",
        "found",
        "next",
        "readings",
        "signs",
        "waiting",
        "words",
    )

    def __init__(self, words: Words, readings: Readings, exclude: Iterable[tuple[int, int]]) -> None:
        self.words, self.readings = words, readings
        self.signs: Signs = load_signs()
        self.covered = {i for first, last in exclude for i in range(first, last)}
        self.approaches = Approaches(words, readings, self.covered)
        self.found: list[PlaceMention] = []
        self.waiting: list[PlaceMention] = []  # names that want company from the rest of the report
        self.countries: Counter[str] = Counter()
        self.next = 0  # the first word that no mention has taken

    def run(self) -> list[PlaceMention]:
        covered = self.covered
        for at, options in enumerate(map(self.readings.__getitem__, self.words.forms)):
            if options and at >= self.next and at not in covered:
                self._at(at, options)
        if self.waiting:
            self._settle_waiting()
        return self.found

    def _at(self, at: int, options: tuple[Reading, ...]) -> None:
        first = options[0]
        if first.guard and len(options) == 1:
            if first.guard == LONE and not self._has_company(at, first):
                return
            if first.guard == HEAD and not self._has_second(at, first):
                return
        for reading in options:
            if reading.country:
                self.countries[reading.country] += 1
                return
            if reading.kind and self._read_kind(at, reading):
                return
            if reading.territory and self._read_territory(at, reading):
                return
            if reading.relation == "countryside" and self._read_countryside(at, reading):
                return
        name = find_known(self.words, self.readings, at)
        if name is not None and name.reading.adjective and self._is_adjective(name):
            self.countries[self.readings.gazetteer.entry(name.reading.key.rows[0]).country] += 1  # type: ignore[union-attr]
        elif name is not None:
            self._weigh(name, self.approaches.before(at, name.reading))
        elif first.direction and not first.cut:
            self._read_beyond(at, first)

    def _is_adjective(self, name: Name) -> bool:
        """Whether سورية says what the word before it is (`قوات سورية`), and names no place."""
        if name.last - name.first > 1 or name.reading.cut or not name.first:
            return False
        before = self.words.forms[name.first - 1]
        return (
            is_joined(self.words.gaps[name.first])
            and before not in self.signs.governing
            and not before.startswith("ال")
            and not any(r.kind and r.number == "one" for r in self.readings[before])
        )

    def _has_company(self, at: int, reading: Reading) -> bool:
        """A quick look at whether an ordinary word can be a place here."""
        forms = self.words.forms
        return (
            at == self.next
            or reading.proclitic[-1:] in PROCLITICS
            or (at > 0 and forms[at - 1] in self.signs.governing)
            or (at + 1 < len(forms) and self.readings.follows(forms[at + 1]))
        )

    def _has_second(self, at: int, reading: Reading) -> bool:
        """Whether some name begins with this word and the next."""
        forms = self.words.forms
        pairs = self.readings.gazetteer.pairs
        return at + 1 < len(forms) and f"{reading.loose} {loose(forms[at + 1])}" in pairs

    # -- names with a word for their kind ---------------------------------------------------

    def _read_kind(self, at: int, reading: Reading) -> bool:
        if self._shown(at) in self.signs.not_places:
            return False  # وأدى folds as وادي
        whole = find_known(self.words, self.readings, at)
        if whole is not None and whole.last - at < 2:
            whole = None
        kind = reading.kind or ""
        if reading.number == "bare":
            return whole is None and self._read_again(at, reading, kind)
        if reading.number == "one":
            return self._read_one(at, reading, kind, whole)
        return self._read_many(at, reading, kind)

    def _read_one(self, at: int, reading: Reading, kind: str, whole: Name | None) -> bool:
        name = self._name_after(at, reading, kind)
        if whole is not None and (name is None or whole.last >= name.last):
            entry = self.readings.gazetteer.entry
            if whole.key is None or not any(entry(row).kind == kind for row in whole.key.rows):
                return False  # دير الزور is no monastery
            self._take(whole, self.approaches.before(at, reading), kind, reading.form)
            return True
        if name is None:
            return False
        self._take(name, self.approaches.before(at, reading), kind, reading.form, kind_at=at)
        return True

    def _read_many(self, at: int, reading: Reading, kind: str) -> bool:
        """`بلدات وقرى س وع`: a list, each of its names a place of that kind."""
        forms, gaps = self.words.forms, self.words.gaps
        start = at
        while (
            start + 1 < len(forms)
            and is_joined(gaps[start + 1])
            and any(r.kind and r.number in {"many", "two"} for r in self.readings[forms[start + 1]])
        ):
            start += 1
        if start + 1 < len(forms) and any(r.number == "bare" for r in self.readings[forms[start + 1]]):
            return False  # مستشفيات المدينة: in the town, by its own word
        name = self._name_after(start, reading, kind)
        if name is None:
            return False
        approach = self.approaches.before(at, reading)
        if self._is_holder(name, kind):  # أحياء حلب, سجون سوريا: somewhere in it
            approach.preposition = approach.preposition or "inside"
            self._weigh(name, approach)
            return True
        self._take(name, approach, kind, reading.form, kind_at=start).in_list = True
        self._go_on(kind, reading.form, approach)
        return True

    def _shown(self, at: int) -> str:
        return self.words.text[self.words.starts[at] : self.words.ends[at]]

    def _is_holder(self, name: Name, kind: str) -> bool:
        """Whether the name after a plural is the larger place that holds them."""
        if name.key is None or not KINDS[kind].part:
            return False
        kinds = {self.readings.gazetteer.entry(row).kind for row in name.key.rows}
        return kind not in kinds and not kinds.isdisjoint({"city", "province", "country", "region"})

    def _go_on(self, kind: str, kind_word: str, approach: Approach) -> None:
        """The further names of a list under one word for their kind."""
        while self.next < len(self.words.forms) and self.next not in self.covered:
            name = find_in_list(self.words, self.readings, self.next, kind, kind_word)
            if name is None:
                return
            member = Approach(
                name.first, approach.preposition, approach.relation, approach.direction, approach.distance_km
            )
            self._take(name, member, kind, kind_word).in_list = True

    def _name_after(self, at: int, reading: Reading, kind: str) -> Name | None:
        after, forms = at + 1, self.words.forms
        if after >= len(forms) or after in self.covered or not is_open(self.words.gaps[after]):
            return None
        if forms[after] in self.signs.never_names or forms[after] in KINDS[kind].leaves:
            return None
        known = find_known(self.words, self.readings, after, bare=True)
        if known is not None and self._fits(known, reading):
            return known
        return find_unknown(self.words, self.readings, after, kind, reading.form)

    def _fits(self, name: Name, kind: Reading) -> bool:
        """Whether a known name after a word for a kind is meant: not a lone ordinary word after موقع."""
        if name.key is None or name.strength > ORDINARY or name.last - name.first > 1:
            return True
        if kind.form in self.signs.proper_only and kind.kind not in {"area", "district", "province"}:
            return False
        if name.reading.form.startswith("ال") or kind.number != "many":
            return name.exact
        return name.exact and self._goes_on(name.last)  # قرى عاجل وكفرتعال

    def _goes_on(self, at: int) -> bool:
        """Whether a list of names goes on at this word."""
        forms = self.words.forms
        return at < len(forms) and any(r.proclitic == "و" and r.key for r in self.readings[forms[at]])

    # -- names again, and stretches of a country --------------------------------------------

    def _read_again(self, at: int, reading: Reading, kind: str) -> bool:
        """`البلدة` after a town was named: the same place, by the words that stand here."""
        forms = self.words.forms
        if kind == "area" and (at + 1 >= len(forms) or forms[at + 1] not in self.signs.selves):
            return False
        index = self._last_of(kind)
        if index is None:
            return False
        known = self.found[index]
        name = Name(at, at + 1, reading, None, exact=True)
        again = self._build(name, self.approaches.before(at, reading), known.kind, reading.form)
        again.name, again.rows, again.stands_for = known.name, known.rows, index
        again.strength, again.standing = known.strength, known.standing
        self._keep(again)
        return True

    def _last_of(self, kind: str) -> int | None:
        """The last mention of that kind, for a word that names it again."""
        kinds = _SAME_KIND.get(kind, frozenset({kind}))
        entry = self.readings.gazetteer.entry
        for index in range(len(self.found) - 1, -1, -1):
            mention = self.found[index]
            if mention.stands_for is not None:
                continue
            if kind == "capital":
                if any((entry(row).country, entry(row).name_ar) in capital_names() for row in mention.rows):
                    return index
                continue
            own = mention.kind or (entry(mention.rows[0]).kind if mention.rows else "")
            if own in kinds or (kind == "sector" and "غزة" in mention.name) or kind == "area":
                return index
        return None

    def _read_territory(self, at: int, reading: Reading) -> bool:
        """`الشمال السوري`, `الأراضي اللبنانية`; a gazetteer's own name for it comes first."""
        forms, gaps = self.words.forms, self.words.gaps
        known = find_known(self.words, self.readings, at)
        if known is not None and known.last - at > 1:
            return False
        last, country = at + 1, None
        while last < len(forms) and is_joined(gaps[last]) and forms[last].startswith("ال"):
            nation = next((r.country for r in self.readings[forms[last]] if r.country), None)
            if nation is None:
                break
            country = country or nation
            last += 1
        if country is None:
            return False
        self.countries[country] += 1
        name = Name(at, last, reading, None, exact=True)
        mention = self._build(name, self.approaches.before(at, reading), "region", None)
        mention.country, mention.strength, mention.standing = country, SURE, STANDING[SURE]
        self._keep(mention)
        return True

    def _read_countryside(self, at: int, reading: Reading) -> bool:
        """`الريف الشرقي`: of the city or province that was named before."""
        if not reading.form.startswith("ال"):
            return False
        side, last = self.approaches.side_after(at + 1)
        index = self._last_of("countryside") if side else None
        if index is None:
            return False
        holder = self.found[index]
        name = Name(at, last, reading, None, exact=True)
        mention = self._build(name, self.approaches.before(at, reading), "area", None)
        mention.relation, mention.direction = "countryside", side
        mention.rows, mention.strength, mention.standing = holder.rows, SURE, STANDING[SURE]
        self._keep(mention)
        return True

    def _read_beyond(self, at: int, reading: Reading) -> None:
        """`جنوب الدشيشة`: a name that no gazetteer has, after a direction; never an ordinary word."""
        name = self._name_after(at, reading, "area") if at + 1 < len(self.words.forms) else None
        if name is None or name.key is not None or not name.reading.form.startswith("ال"):
            return
        if name.reading.form in self.signs.governing or self.words.gaps[at + 1] != " ":
            return
        approach = self.approaches.before(name.first, name.reading)
        if approach.preposition == "inside" or approach.distance_km:
            mention = self._build(name, approach, None, None)
            mention.standing = ENOUGH
            self._keep(mention)

    # -- names that must stand for themselves -------------------------------------------------

    def _weigh(self, name: Name, approach: Approach) -> None:
        """Add up the signs that a gazetteer's name is a place here."""
        assert name.key is not None
        many = name.last - name.first > 1
        standing = STANDING[name.strength] + (0.5 if many else 0.0)
        if not name.exact:
            standing += _INEXACT
        if approach.direction:
            standing += _DIRECTION
        elif approach.relation:
            standing += _RELATION
        if approach.preposition:
            standing += _INSIDE if approach.preposition == "inside" else _TOWARD
        listed = self._is_listed(name)
        if listed:
            standing += _LISTED if name.strength >= PLAIN else _LISTED_ORDINARY
        if approach.is_body:
            standing += _BODY
        elif approach.is_person and not many:
            standing += _PERSON
        if standing < ENOUGH and self.approaches.is_held(name.last):
            standing += _HELD
        if standing < ENOUGH - _HOME - _NAMED or (standing < ENOUGH and not name.exact):
            return
        mention = self._build(name, approach, None, None)
        if mention.name in self.signs.not_places:
            return
        mention.standing, mention.in_list = standing, listed
        if standing < ENOUGH:
            self.waiting.append(mention)
        else:
            self._keep(mention)

    def _is_listed(self, name: Name) -> bool:
        if not self.found or self.found[-1].last != name.first:
            return False
        gap = self.words.gaps[name.first]
        if name.reading.proclitic == "و":
            return is_joined(gap)
        return not name.reading.cut and gap.strip() in _LIST_GAPS

    def _settle_waiting(self) -> None:
        """Take the names that the rest of the report speaks for."""
        entry = self.readings.gazetteer.entry
        homes = self._homes()
        named = {row for mention in self.found for row in mention.rows if mention.stands_for is None}
        taken = {i for mention in self.found for i in range(mention.first, mention.last)}
        late = []
        for mention in self.waiting:
            if any(entry(row).country in homes for row in mention.rows):
                mention.standing += _HOME
            if named.intersection(mention.rows):
                mention.standing += _NAMED
            if mention.standing >= ENOUGH and mention.first not in taken:
                late.append(mention)
        for mention in late:
            self._insert(mention)

    def _homes(self) -> frozenset[str]:
        """The two countries that the report speaks of most, by its sure names and nationalities."""
        counts = Counter(self.countries)
        entry = self.readings.gazetteer.entry
        for mention in self.found:
            if mention.strength == SURE and mention.rows:
                counts[entry(mention.rows[0]).country] += 1
        return frozenset(country for country, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:2])

    def _insert(self, mention: PlaceMention) -> None:
        at = sum(1 for other in self.found if other.first < mention.first)
        for other in self.found:
            if other.stands_for is not None and other.stands_for >= at:
                other.stands_for += 1
        self.found.insert(at, mention)

    # -- building --------------------------------------------------------------------------

    def _take(
        self, name: Name, approach: Approach, kind: str, kind_word: str, kind_at: int | None = None
    ) -> PlaceMention:
        """A mention with a word for its kind; مطار and معبر belong to the name, بلدة does not."""
        mention = self._build(name, approach, kind, kind_word)
        if kind_at is not None and kind_at == name.first - 1 and KINDS[kind].part:
            cut = next((r.cut for r in self.readings[self.words.forms[kind_at]] if r.form == kind_word), 0)
            mention.first, mention.span = kind_at, Span(self._shift(kind_at, cut), mention.span.end)
            mention.name = _unquoted(mention.span.of(self.words.text))
        mention.standing = (STANDING[mention.strength] if mention.rows else 0.0) + _KIND
        self._keep(mention)
        return mention

    def _keep(self, mention: PlaceMention) -> None:
        if mention.country is None:
            mention.country = self.approaches.nation_after(mention.last)
        self.found.append(mention)
        self.next = mention.last

    def _build(self, name: Name, approach: Approach, kind: str | None, kind_word: str | None) -> PlaceMention:
        words, reading = self.words, name.reading
        span = Span(self._shift(name.first, reading.cut), words.ends[name.last - 1])
        shown = span.of(words.text)
        if reading.cut and reading.form.startswith("ال") and not shown.startswith("ا"):
            shown = "ا" + shown  # للرقة is written without the ا of الرقة
        direction, last = approach.direction, name.last
        if approach.relation == "countryside":
            side, last = self.approaches.side_after(name.last)
            direction = direction or side
        return PlaceMention(
            first=name.first,
            last=name.last,
            span=span,
            name=shown,
            phrase=(min(approach.first, name.first), last),
            kind=kind,
            kind_word=kind_word,
            preposition=approach.preposition or PROCLITICS.get(reading.proclitic[-1:]),
            proclitic=reading.proclitic,
            relation=approach.relation,
            direction=direction,
            distance_km=approach.distance_km,
            country=approach.country,
            form=reading.form + "".join(words.forms[name.first + 1 : name.last]),
            rows=tuple(name.key.rows) if name.key else (),
            exact=name.exact,
            strength=name.strength,
        )

    def _shift(self, at: int, cut: int) -> int:
        """Where a word begins in the text once `cut` folded letters are off; marks count as none."""
        start, end, text = self.words.starts[at], self.words.ends[at], self.words.text
        while cut and start < end:
            cut -= text[start].isalpha()
            start += 1
        while start < end and not text[start].isalpha():
            start += 1
        return start


def _unquoted(name: str) -> str:
    """A name without the quotation marks that stand inside it.

    >>> _unquoted("مسجد «النور")
    'مسجد النور'
    """
    return name.translate(_QUOTES)


_QUOTES = str.maketrans(dict.fromkeys('"“”«»„()'))
