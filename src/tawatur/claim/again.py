"""What tells whether a draft tells again what an earlier one of its report told: the headline and the body, the lead and its details.

Tellings of one happening differ in how exactly they say where, how many and by whom; so nothing that two drafts say keeps them
apart for certain but who says it (`is_by_another`): each source's telling is a claim of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.model import Buckets, Spelled
from tawatur.claim.nesting import is_said_in, lies_in
from tawatur.claim.roles import kind_of
from tawatur.gazetteer.distance import km_between

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.claim.placed import Placed
    from tawatur.records.claim import DayRange

_OPENING = 4  # words at the head of a sentence that tell how it goes on
_NEAR, _FAR = 12.0, 120.0  # km
_SIZES = Buckets(0, 2, 4, 11)  # of a count that two share: small ones are shared by chance
_WORDS, _TENTHS = Buckets(0, 1, 2, 3, 5, 8), Buckets(0, 1, 2, 3, 5, 7)
_SENTENCES = Buckets(0, 1, 2, 4, 8)
_NO_COUNTS = "0:0:0:0"  # how drafts agree of which one counts nothing
_LENGTHS = Buckets(0, 60, 150, 300)  # words of a report


class Gist(NamedTuple):
    """All of a draft that its telling again is judged by, but for where in the report it stands."""

    type: str
    place: Placed | None
    place_inside: bool
    counts: tuple[
        tuple[str, frozenset[tuple[int, int | None]]], ...
    ]  # of each kind of harm; empty where uncounted
    bare: bool  # with neither harm nor a place of its own
    actors: frozenset[str]
    targets: frozenset[str]
    source: str
    denied: bool
    days: DayRange | None
    days_by: str
    main: str
    definite: bool
    manner: str
    proclitics: str
    title: bool
    fullness: int
    words: frozenset[str]
    weapons: frozenset[str]
    opening: tuple[str, ...]  # marks at the head of its sentence
    leading: tuple[str, ...]  # marks right before it
    news: tuple[str, ...]
    places: int  # that the report names, three at most
    length: str  # of the report, in words


def find_gist(draft: Draft) -> Gist:
    found, main = draft.found, draft.main
    begin, end = draft.sentence_span()
    counts: dict[str, set[tuple[int, int | None]]] = {}
    for harm, _ in draft.effects:
        told = counts.setdefault(harm.kind, set())
        if harm.low is not None:
            told.add((harm.low, harm.high))
    return Gist(
        type=draft.type,
        place=draft.place,
        place_inside=draft.place_inside,
        counts=tuple((kind, frozenset(told)) for kind, told in sorted(counts.items())),
        bare=not counts and not draft.place_inside,
        actors=frozenset(draft.actors),
        targets=frozenset(draft.targets),
        source=draft.source,
        denied=draft.denied,
        days=draft.days,
        days_by=draft.days_by,
        main=main.id,
        definite=main.definite,
        manner=main.manner,
        proclitics=main.proclitics,
        title=draft.first < found.title_end,
        fullness=draft.fullness,
        words=found.telling(begin, end),
        weapons=frozenset(hit.form.entry.value for hit in draft.hits("weapon")),
        opening=found.marks_between(begin, min(draft.first, begin + _OPENING)),
        leading=found.marks_between(max(begin, draft.first - _OPENING), draft.first),
        news=draft.news,
        places=min(3, len(found.times_named)),
        length=_LENGTHS[len(found.words)],
    )


def is_by_another(source: str, other: str) -> bool:
    """Whether two sources are named, and not the same. What the report says in its own voice may be either's."""
    return source != other and "outlet" not in {source, other}


def again_features(a: Gist, b: Gist, apart: int, between: int, marks: tuple[str, ...]) -> list[Feature]:
    """What speaks for the later draft telling again the earlier.

    `apart` sentences and `between` drafts, five at most, lie from one to the other; `marks` stand between them in one sentence.
    """
    same = a.type == b.type
    far = _SENTENCES[apart]
    place = agree_on_place(a.place, b.place)
    shared, more = _agree_on_counts(a, b)
    acted, suffered = agree_on_parties(a.actors, b.actors), agree_on_parties(a.targets, b.targets)
    source = "same" if a.source == b.source else "one" if "outlet" in {a.source, b.source} else "other"
    common = len(a.words & b.words)
    words = _WORDS[common]
    ratio = _TENTHS[10 * common // (min(len(a.words), len(b.words)) or 1)] if common else "0"
    fuller = (b.fullness > a.fullness) - (b.fullness < a.fullness)
    features: list[Feature] = [
        (_type, a.type, b.type),
        (_apart, far, between, same, a.title),
        (_place, place, a.place_inside, b.place_inside, same, a.title),
        (_place_beside, place, shared[:3], far),
        (_roles, acted, suffered, same, place),
        (_counts, shared, more, same, far, a.title),
        (_told, source, shared[:3], same, a.days == b.days, a.days_by == "mention", b.days_by),
        (_words, words, ratio, same, place, far),
        (_bare, a.bare, b.bare, far, same, b.definite),
        (_main, a.main, b.main),
        (_later, b.main, b.definite, b.manner, far),
        (_named, a.main == b.main, b.definite, a.manner, b.manner, far),
        (_rest, fuller, a.title, b.proclitics, far, b.length, min(between, 3)),
        (_news_there, b.places, place, b.news[0], b.news[2], same),
    ]  # fmt: skip
    if apart > 0:
        features += map(_OPEN.__getitem__, b.opening)
        features += map(_OPEN_AT[far].__getitem__, b.opening)
    else:
        features += map(_BETWEEN.__getitem__, marks)
    if a.denied or b.denied:
        features.append(f"denied:{a.denied}:{b.denied}")
    if a.weapons and b.weapons:
        features.append("same weapon" if a.weapons & b.weapons else "other weapon")
    return features


def new_features(b: Gist, number: int, starts_sentence: bool) -> list[Feature]:
    """What speaks for a draft telling something that none before it told."""
    return [
        "new",
        (_new, b.type, b.main, b.definite, b.manner, b.proclitics),
        (_new_slots, bool(b.counts), b.place_inside, b.definite, b.days_by),
        (_news, *b.news[:4]),
        (_new_where, min(number, 6), b.source == "outlet", b.places, starts_sentence, b.news[2]),
        *map(_NEW_OPEN.__getitem__, b.opening),
        *map(_NEW_LEAD.__getitem__, b.leading),
    ]


_OPEN, _BETWEEN = Spelled("open:{}"), Spelled("btw:{}")
_OPEN_AT = {far: Spelled(f"open:{{}}:{far}") for far in ("0", "1", "2", "4", "8")}
_NEW_OPEN, _NEW_LEAD = Spelled("new open:{}"), Spelled("new lead:{}")


def agree_on_parties(a: frozenset[str], b: frozenset[str]) -> str:
    if not a or not b:
        return "none" if not a and not b else "one"
    return "same" if a == b else "apart" if a.isdisjoint(b) else "some"


def agree_on_place(p: Placed | None, q: Placed | None) -> str:
    """How two places lie to each other, from the same mention to another country."""
    if p is None or q is None:
        return "none" if p is q else "one"
    if p is q:
        return "same mention"
    if p.name == q.name or (p.best is not None and q.best is not None and p.best.id == q.best.id):
        return "same"
    if is_said_in(q, p) or is_said_in(p, q):
        return "within"
    if lies_in(p, q) or lies_in(q, p):
        return "in"
    here, there = p.place, q.place
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return "unresolved"
    km = km_between((here.lat, here.lon), (there.lat, there.lon))
    if km <= _NEAR:
        return "near"
    if here.country != there.country and here.country and there.country:
        return "abroad"
    if here.admin1 and here.admin1 == there.admin1:
        return "division"
    return "apart" if km < _FAR else "far"


def _agree_on_counts(a: Gist, b: Gist) -> tuple[str, str]:
    """How many kinds of harm both count alike, count apart, and leave uncounted in one; whether either has more kinds."""
    if not a.counts or not b.counts:
        return _NO_COUNTS, f"{bool(a.counts)}:{bool(b.counts)}"
    same = apart = vague = largest = 0
    theirs = dict(b.counts)
    for kind, here in a.counts:
        there = theirs.get(kind)
        if there is None:
            continue
        if common := here & there:
            same += 1
            largest = max(largest, *(low for low, _ in common))
        elif here and there:
            apart += 1
        else:
            vague += 1
    both = same + apart + vague
    agreed = f"{min(same, 2)}:{min(apart, 1)}:{min(vague, 1)}:{_SIZES[largest]}"
    return agreed, f"{len(a.counts) > both}:{len(b.counts) > both}"


def _type(one: str, other: str) -> list[str]:
    same, a_kind, b_kind = one == other, kind_of(one), kind_of(other)
    return [f"type:{same}", f"type:{same}:{b_kind}", f"types:{one}>{other}", f"kinds:{a_kind}>{b_kind}"]


def _apart(far: str, after: int, same: bool, title: bool) -> list[str]:
    return [
        f"far:{far}",
        f"far:{far}:{same}",
        f"far:{far}:{title}",
        f"after:{after}",
        f"after:{after}:{far}",
        f"title:{title}:{same}",
    ]


def _place(place: str, inside: bool, too: bool, same: bool, title: bool) -> list[str]:
    return [
        f"place:{place}",
        f"place:{place}:{inside}{too}",
        f"place:{place}:{inside}{too}:{same}",
        f"place:{place}:{title}",
    ]


def _place_beside(place: str, shared: str, far: str) -> list[str]:
    return [f"place:{place}:{shared}", f"place:{place}:{far}"]


def _roles(acted: str, suffered: str, same: bool, place: str) -> list[str]:
    return [
        f"place:{place}:{acted}",
        f"actors:{acted}",
        f"actors:{acted}:{same}",
        f"targets:{suffered}",
        f"targets:{suffered}:{same}",
        f"roles:{acted}:{suffered}:{same}",
    ]


def _counts(shared: str, more: str, same: bool, far: str, title: bool) -> list[str]:
    return [
        f"counts:{shared}",
        f"counts:{shared}:{same}",
        f"counts:{shared}:{far}",
        f"counts:{shared[:5]}:{more}",
        f"counts:{shared[:5]}:{title}",
    ]


def _told(source: str, shared: str, same: bool, one_day: bool, dated: bool, by: str) -> list[str]:
    too = by == "mention"
    return [
        f"source:{source}",
        f"source:{source}:{same}",
        f"source:{source}:{shared}",
        f"day:{one_day}:{dated}:{too}",
        f"day:{one_day}:{dated}:{too}:{same}",
        f"by:{by}",
    ]


def _words(words: str, ratio: str, same: bool, place: str, far: str) -> list[str]:
    return [
        f"words:{words}",
        f"words:{words}:{same}",
        f"words:{words}:{far}",
        f"ratio:{ratio}",
        f"ratio:{ratio}:{same}",
        f"ratio:{ratio}:{place}",
    ]


def _bare(a_bare: bool, b_bare: bool, far: str, same: bool, definite: bool) -> list[str]:
    return [f"bare:{b_bare}:{a_bare}", f"bare:{b_bare}:{far}:{same}", f"bare:{b_bare}:{definite}:{far}"]


def _main(one: str, other: str) -> list[str]:
    return [f"mains:{one}>{other}"]


def _later(main: str, definite: bool, manner: str, far: str) -> list[str]:
    return [f"main:{main}:{definite}", f"definite:{definite}:{manner}:{far}"]


def _named(one: bool, definite: bool, a_manner: str, b_manner: str, far: str) -> list[str]:
    return [f"same main:{one}:{definite}", f"same main:{one}:{far}", f"manners:{a_manner}>{b_manner}:{far}"]


def _rest(fuller: int, title: bool, proclitics: str, far: str, length: str, between: int) -> list[str]:
    return [f"fuller:{fuller}:{title}", f"joined:{proclitics}:{far}", f"length:{length}:{between}"]


def _news_there(places: int, place: str, new_place: str, new_type: str, same: bool) -> list[str]:
    return [f"places:{places}:{place}", f"news place:{new_place}:{place}", f"news type:{new_type}:{same}"]


def _new(type_: str, main: str, definite: bool, manner: str, proclitics: str) -> list[str]:
    return [
        f"new type:{type_}",
        f"new main:{main}:{definite}",
        f"new definite:{definite}:{manner}",
        f"new joined:{proclitics}",
    ]


def _new_slots(harmed: bool, inside: bool, definite: bool, by: str) -> list[str]:
    return [f"new harm:{harmed}:{inside}:{definite}", f"new by:{by}"]


def _news(place: str, counts: str, type_: str, parties: str) -> list[str]:
    return [
        f"news:{place}:{counts}:{type_}",
        f"news place:{place}",
        f"news counts:{counts}",
        f"news type:{type_}",
        f"news parties:{parties}",
    ]


def _new_where(number: int, outlet: bool, places: int, starts: bool, type_: str) -> list[str]:
    return [
        f"number:{number}",
        f"new outlet:{outlet}",
        f"new places:{places}",
        f"starts:{starts}:{type_}",
    ]
