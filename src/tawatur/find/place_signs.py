"""What a single word can be to a place: part of its name, a word for its kind, a direction, a nationality.

A word is looked at once and remembered: news repeats its words, and most say nothing of places.
Proclitics (و ف ب ل ك) are taken off only where what remains says something, so وادي stays whole
and وحلب becomes و + حلب.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache

from tawatur.arabic.wordlists import WordLists
from tawatur.gazetteer.compile import KINDED, LARGE, ORDINARY, PLAIN, RARELY, SURE, Key
from tawatur.gazetteer.countries import feminine_names, nationality_words
from tawatur.gazetteer.index import Gazetteer
from tawatur.gazetteer.kinds import DATA, KINDS, kind_words
from tawatur.gazetteer.ordinary import load_ordinary
from tawatur.gazetteer.spell import loose

_REMEMBERED_MOST = 60_000  # words
_SELDOM = frozenset("فك")  # proclitics that seldom stand before the name of a small place
_LEAST_REST = 3  # letters that must remain when a proclitic is taken off


@dataclass(frozen=True, slots=True)
class Signs:
    """The words of `data/gazetteer/signs.yaml`, folded."""

    prepositions: dict[str, str]  # → "inside" or "toward"
    governors: frozenset[str]  # of these, what the features of a claim's place tell apart
    one_of_them: frozenset[str]  # right before a word for a kind: which of them all, and not by its name
    aimed: frozenset[str]
    relations: dict[str, str]
    directions: dict[str, str]
    kilometres: frozenset[str]
    bridges: frozenset[str]
    leading: frozenset[str]
    territories: frozenset[str]
    wards_speak: frozenset[str]  # of a hospital that took in the hurt, or whose people speak
    wards_brought: frozenset[str]
    wards_take: frozenset[str]
    wards_treat: frozenset[str]
    bases: frozenset[str]  # behind من, before a place: what they fire from there
    stationed: frozenset[str]  # before a place: who stands there, and fires from it
    come_from: frozenset[str]  # before من: who is of that place, and was met by something elsewhere
    hails: frozenset[str]  # before من, over a name: verbs of hailing from there
    townsfolk: frozenset[str]  # behind من: the people of a place, of whom one who was named is
    ways: frozenset[str]  # behind من: from which way they came or fired
    spoken_from: frozenset[str]  # before من: whence somebody speaks
    dwelling: frozenset[str]  # before في: who lives there
    sides: frozenset[str]  # of these, the ones that mean a party of talks but for after `upon`
    upon: frozenset[str]
    capitals: frozenset[str]
    seats: frozenset[str]  # cities of several words whose names are also a state's
    bodies: frozenset[str]
    never_names: frozenset[str]
    name_heads: frozenset[str]
    name_tails: frozenset[str]
    name_sides: frozenset[str]
    fathers: frozenset[str]
    proper_only: frozenset[str]
    cut_by: frozenset[str]
    vessels: frozenset[str]  # whose own name in quotation marks or brackets is no place's
    counted: frozenset[str]
    short_kinds: frozenset[str]
    bare_kinds: dict[str, str]  # → the kind of a place named before
    selves: frozenset[str]
    not_places: frozenset[str]  # as written, not folded
    denied_by: dict[str, frozenset[str]]  # a name → one or two words that, right after it, make it none
    watchwords: dict[str, tuple[tuple[str, ...], ...]]  # first word → runs of words that are no place
    denied_after: dict[str, frozenset[str]]  # … that, right before it, make it none
    placing: frozenset[str]  # every relation and direction
    governing: frozenset[str]  # … and preposition


_FLAT = (
    "governors", "one_of_them", "aimed", "kilometres", "bridges", "leading", "territories", "sides", "upon", "wards_speak", "wards_brought", "wards_take", "wards_treat", "bases", "stationed", "come_from", "hails", "townsfolk", "ways", "spoken_from", "dwelling", "capitals", "seats", "bodies",
    "never_names", "name_heads", "name_tails", "name_sides", "fathers", "proper_only", "cut_by", "vessels", "counted", "short_kinds", "selves",
)  # fmt: skip


@cache
def load_signs() -> Signs:
    """The words around places that the data file lists."""
    return read_signs(WordLists(DATA / "signs.yaml"))


def read_signs(lists: WordLists) -> Signs:
    """The words of the lists; one that is missing, misspelt or cannot be meant is refused with its place."""
    prepositions, relations, directions = map(lists.groups, ("prepositions", "relations", "directions"))
    signs = Signs(
        prepositions=prepositions,
        relations=relations,
        directions=directions,
        bare_kinds=lists.groups("bare_kinds"),
        not_places=lists.written("not_places"),
        denied_by=lists.forms_of("denied_by"),
        denied_after=lists.forms_of("denied_after"),
        watchwords=_by_first(sorted(tuple(phrase.split()) for phrase in lists.forms("watchwords"))),
        placing=frozenset((*relations, *directions)),
        governing=frozenset((*prepositions, *relations, *directions)),
        **{name: lists.forms(name) for name in _FLAT},
    )
    lists.check_names(tuple(f.name for f in fields(Signs) if f.name not in {"placing", "governing"}))
    return signs


def _by_first(phrases: list[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Runs of words by their first, the longest before others that begin alike."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: after `cut` letters of proclitics stands `form`."""

    proclitic: str
    cut: int
    form: str
    longest: int  # words that the longest gazetteer name beginning here has; 0: none begins
    key: Key | None = None  # what the word names by itself
    exact: bool = False  # … spelled as in the gazetteer
    strength: int = PLAIN  # of that key for this spelling
    kind: str | None = None
    number: str = ""  # of the kind word: one, two, many, or bare (with ال)
    relation: str | None = None
    direction: str | None = None
    country: str | None = None  # a nationality
    territory: bool = False
    capital: bool = False
    adjective: bool = False  # a country's name that is also its feminine nationality: سورية
    loose: str = ""  # of `form`
    guard: int = 0  # LONE, HEAD or both where the word can be nothing but part of a name


# Bits of `guard`: a word that is a place only beside some company, one that needs more than a
# preposition, one that is none without the word after it, and one that is none without the word
# for its kind before it. Most words with a reading are one of these, and a quick look at their
# neighbours settles them.
LONE, RARE, HEAD, NEVER = 1, 2, 4, 8


class _Nations(dict[str, str]):
    """The country whose people or things a folded word says they are; "" for most."""

    def __init__(self, readings: Readings) -> None:
        super().__init__()
        self._readings = readings

    def __missing__(self, form: str) -> str:
        if len(self) >= _REMEMBERED_MOST:
            self.clear()
        country = next((r.country for r in self._readings[form] if r.country), "") or ""
        self[form] = country
        return country


class Readings(dict[str, tuple[Reading, ...]]):
    """The readings of folded words against one gazetteer; empty for most."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self.gazetteer = gazetteer
        self._follows: dict[str, bool] = {}
        self.nations = _Nations(self)

    def __missing__(self, form: str) -> tuple[Reading, ...]:
        if len(self) >= _REMEMBERED_MOST:
            self.clear()
        found = self[form] = tuple(self._read(form))
        return found

    def _read(self, form: str) -> list[Reading]:
        if not ("\u0621" <= form[:1] <= "\u064a") or len(form) < 2:
            whole = self._reading("", 0, form) if form.isalpha() else None
            return [whole] if whole else []
        whole = self._reading("", 0, form)
        found = [whole] if whole else []
        if whole and (whole.kind or whole.relation or whole.direction or whole.country):
            return found  # وسط and بلدة are themselves, never و + سط
        is_ordinary = form in load_ordinary()  # as are وكالة and كبيرة, but not بجبل
        for proclitic, rest in _cuts(form):
            reading = self._reading(proclitic, len(proclitic), rest)
            if reading is None or (reading.kind and "ك" in proclitic):
                continue  # كتلة المؤتمر is a bloc, and not "like the hill of"
            if is_ordinary and not (reading.kind or reading.relation or reading.direction):
                if reading.longest > 1:  # بعين is "by an eye", and بعين زارة in Ain Zara
                    found.append(replace(reading, key=None, exact=False, strength=PLAIN, guard=HEAD))
                continue
            if (
                _SELDOM.intersection(proclitic)
                and reading.key is not None
                and not self._is_large(reading.key)
            ):
                continue  # كروم is no "like Roum", فالديس no "so ad-Dis"
            found.append(reading)
        return found

    def _is_large(self, key: Key) -> bool:
        return any(self.gazetteer.entry(row).kind in LARGE for row in key.rows)

    def follows(self, form: str) -> bool:
        """Whether the word may begin what says where the name before it lies: بريف, بمحافظة, شمال."""
        known = self._follows.get(form)
        if known is None:
            if len(self._follows) >= _REMEMBERED_MOST:
                self._follows.clear()
            known = any(
                (r.proclitic[-1:] in {"ب", "ل"} and (r.relation or r.kind)) or (r.direction and not r.cut)
                for r in self[form]
            )
            self._follows[form] = known
        return known

    def _reading(self, proclitic: str, cut: int, form: str) -> Reading | None:
        signs = load_signs()
        kind, number = _kind_of(form)
        relation = signs.relations.get(form)
        direction = signs.directions.get(form)
        longest = self.gazetteer.heads.get(loose(form), 0)
        key = self.gazetteer.key(loose(form)) if longest else None
        exact = key is not None and form in key.exact
        strength = key.exact.get(form, key.strength) if key is not None else PLAIN
        if key is not None and not exact and form in load_ordinary():
            # الحمراء is red, though الحمرا is none; مدينة بورصة is Bursa, though بورصا is how tables write it.
            alike = any(other.startswith("ال") == form.startswith("ال") for other in key.exact)
            key, strength = (key, KINDED) if alike else (None, PLAIN)
        governs = relation or direction or form in signs.prepositions or form in signs.never_names
        if (
            (kind and number != "bare")
            or governs
            or (key is not None and not exact and KINDED < strength <= ORDINARY)
        ):
            key = None  # مدينة names no place by itself, and باب is not الباب
        if longest == 1 and key is None:
            longest = 0
        country = nationality_words().get(form)
        territory, capital = form in signs.territories, form in signs.capitals
        if not (kind or longest or relation or direction or country or territory or capital):
            return None
        guard = 0
        if not (kind or relation or direction or country or territory or capital):
            if key is None:
                guard = HEAD
            elif strength < SURE:
                alone = {KINDED: NEVER, RARELY: RARE}.get(strength, LONE)
                guard = alone | HEAD * (longest > 1)
        return Reading(
            proclitic, cut, form, longest, key, exact, strength, kind, number, relation, direction, country,
            territory, capital, form in feminine_names(), loose(form), guard,
        )  # fmt: skip


@lru_cache(maxsize=8)
def readings_of(gazetteer: Gazetteer) -> Readings:
    """The readings kept for this gazetteer."""
    return Readings(gazetteer)


def _cuts(form: str) -> list[tuple[str, str]]:
    """The ways to take proclitics off a folded word, fewest letters first.

    >>> _cuts("وبالرقه")
    [('و', 'بالرقه'), ('وب', 'الرقه')]
    """
    cuts = []
    at = 0
    if form[0] in "وف" and len(form) > _LEAST_REST:
        at = 1
        cuts.append((form[0], form[1:]))
    rest = form[at:]
    if rest.startswith("لل") and len(rest) > _LEAST_REST:
        cuts.append((form[: at + 1], "ا" + rest[1:]))  # للرقة: ل + الرقة, whose ا is not written
    elif rest[:1] in {"ب", "ل", "ك"} and (len(rest) > _LEAST_REST or rest in load_signs().short_kinds):
        cuts.append((form[: at + 1], rest[1:]))
    return cuts


@cache
def _bare_kinds() -> dict[str, str]:
    """Kind words with ال, for kinds that may be named again by it: البلدة, المخيم."""
    bare = dict(load_signs().bare_kinds)
    for word, (kind, number) in kind_words().items():
        if number == "one" and KINDS[kind].bare and not word.startswith("ال"):
            bare.setdefault("ال" + word, kind)
    return bare


def _kind_of(form: str) -> tuple[str | None, str]:
    found = kind_words().get(form)
    if found is not None:
        return found
    bare = _bare_kinds().get(form)
    return (bare, "bare") if bare else (None, "")
