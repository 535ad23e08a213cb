"""The state of one reading of a text for its places, and how a mention is built in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tawatur.find.place_approach import PROCLITICS, Approaches
from tawatur.find.place_mentions import Approach, PlaceMention
from tawatur.find.place_names import Name
from tawatur.find.place_signs import Readings, Signs, load_signs
from tawatur.gazetteer.compile import KINDED, ORDINARY, PLAIN, RARELY, SURE
from tawatur.gazetteer.countries import capital_names
from tawatur.gazetteer.kinds import KINDS
from tawatur.records.span import Span
from tawatur.segment.words import Words

# What a name's own standing is, and what a word for its kind adds; from ENOUGH on it is a place.
# evals/places/cases.tsv holds the cases that these and `place_standing` were weighed on.
STANDING = {KINDED: -3.0, RARELY: 0.0, ORDINARY: 1.0, PLAIN: 2.0, SURE: 3.0}
ENOUGH = 3.0
_KIND = 4.0
# Kinds that a word with ال may name again: البلدة after a village was named.
_SAME_KIND: dict[str, frozenset[str]] = {
    "city": frozenset({"city", "town"}),
    "town": frozenset({"town", "village", "city"}),
    "village": frozenset({"village", "town"}),
    "countryside": frozenset({"city", "province"}),
}
_FIRST = 3  # rows of a name to look at for what it may be
_HASHTAG = str.maketrans({"_": " ", "#": None})  # #تل_سوسن is تل سوسن
_QUOTES = str.maketrans(dict.fromkeys('"“”«»„()'))


class Scan:
    """One reading: what was found so far, and the first word that no mention has taken."""

    __slots__ = (
        "approaches",
        "countries",
        "covered",
        "found",
        "named",
        "next",
        "pairs",
        "readings",
        "signs",
        "waiting",
        "words",
    )

    def __init__(self, words: Words, readings: Readings, exclude: Iterable[tuple[int, int]]) -> None:
        self.words, self.readings, self.pairs = words, readings, readings.gazetteer.pairs
        self.signs: Signs = load_signs()
        self.covered = {i for first, last in exclude for i in range(first, last)}
        self.approaches = Approaches(words, readings, self.covered)
        self.found: list[PlaceMention] = []
        self.waiting: list[PlaceMention] = []  # names that want company from the rest of the report
        self.named: set[str] = set()  # forms of the names found
        self.countries: Counter[str] = Counter()
        self.next = 0  # the first word that no mention has taken

    def take(
        self, name: Name, approach: Approach, kind: str, kind_word: str, kind_at: int | None = None
    ) -> PlaceMention:
        """A mention with a word for its kind; مطار and معبر belong to the name, بلدة does not."""
        mention = self.build(name, approach, kind, kind_word)
        if kind_at is not None and kind_at == name.first - 1 and KINDS[kind].part:
            cut = next((r.cut for r in self.readings[self.words.forms[kind_at]] if r.form == kind_word), 0)
            mention.first, mention.span = kind_at, Span(self._shift(kind_at, cut), mention.span.end)
            mention.name = unquoted(mention.span.of(self.words.text).translate(_HASHTAG))
        mention.standing = (max(STANDING[mention.strength], 0.0) if mention.rows else 0.0) + _KIND
        self.keep(mention)
        return mention

    def keep(self, mention: PlaceMention) -> None:
        if mention.country is None:
            mention.country = self.approaches.nation_after(mention.last)
        self.found.append(mention)
        self.named.add(mention.form)
        if mention.strength == SURE and mention.rows:
            self.countries[self.readings.gazetteer.entry(mention.rows[0]).country] += 1
        self.next = mention.last
        self.covered.update(range(mention.first, mention.phrase[1]))  # no part of what the next phrase says

    def build(self, name: Name, approach: Approach, kind: str | None, kind_word: str | None) -> PlaceMention:
        words, reading = self.words, name.reading
        span = Span(self._shift(name.first, reading.cut), words.ends[name.last - 1])
        shown = span.of(words.text).translate(_HASHTAG)
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
            is_joined=approach.is_joined,
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

    def shown(self, at: int) -> str:
        return self.words.text[self.words.starts[at] : self.words.ends[at]]

    def last_of(self, kind: str) -> int | None:
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
            if mention.kind is None and mention.relation is None and kind in _SAME_KIND:
                own = {entry(row).kind for row in mention.rows[:_FIRST]}  # الحديدة is a province and its town
            else:
                own = {mention.kind or (entry(mention.rows[0]).kind if mention.rows else "")}
            if not own.isdisjoint(kinds) or (kind == "sector" and "غزة" in mention.name) or kind == "area":
                return index
        return None

    def insert(self, mention: PlaceMention) -> None:
        at = sum(1 for other in self.found if other.first < mention.first)
        for other in self.found:
            if other.stands_for is not None and other.stands_for >= at:
                other.stands_for += 1
            other.parents = tuple(parent + (parent >= at) for parent in other.parents)
        self.found.insert(at, mention)


def unquoted(name: str) -> str:
    """A name without the quotation marks that stand inside it.

    >>> unquoted("مسجد «النور")
    'مسجد النور'
    """
    return name.translate(_QUOTES)
