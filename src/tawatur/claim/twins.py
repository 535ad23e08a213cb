"""Tell when one report says the same twice: the headline and the body, the lead and its details.

Repetition by the same source within a report is one claim, the fullest telling of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.model import Model, bucket
from tawatur.claim.nesting import is_said_in
from tawatur.claim.roles import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature

Count = tuple[str, int | None, int | None]  # kind of harm, low, high

_FAMILY = {
    **dict.fromkeys(("strike", "kill", "armed_clash", "blast", "other", "toll", "destruction"), "violence"),
    **dict.fromkeys(("territory_change", "deployment"), "ground"),
}


_REACH = 60  # drafts to look back over
_FAR = 8  # sentences from which on it makes no difference how far apart two stand
_LIKELY = -0.5  # log-odds from which on a telling gives way to one that is kept


def is_told(draft: Draft, other: Draft, model: Model) -> bool:
    """Whether another draft tells what this one does."""
    first, second = (draft, other) if draft.first < other.first else (other, draft)
    near = second.number - first.number <= _REACH
    return near and may_be_twins(first, second) and model.score(twin_features(first, second)) > _LIKELY


def find_twins(drafts: list[Draft], model: Model) -> None:
    """Mark each draft with how likely a fuller one tells the same, and with how many less full ones it outdoes."""
    gists: dict[_Gist, int] = {}
    numbers = [gists.setdefault(_gist_of(draft), len(gists)) for draft in drafts]
    full = [fullness(draft) for draft in drafts]
    # A text that says one thing without end has few gists and millions of pairs of them.
    scores: dict[tuple[int, int, int], float | None] = {}
    for j, b in enumerate(drafts):
        for i in range(max(0, j - _REACH), j):
            a = drafts[i]
            key = numbers[i], numbers[j], min(b.sentences[0] - a.sentences[-1], _FAR)
            if key not in scores:
                scores[key] = model.score(twin_features(a, b)) if may_be_twins(a, b) else None
            score = scores[key]
            if score is None:
                continue
            less, more = (b, a) if full[i] >= full[j] else (a, b)
            if score > less.twin_score:
                less.twin, less.twin_score = more, score
            if score > 0:
                more.tellings += 1


class _Gist(NamedTuple):
    """All of a draft that `may_be_twins` and `twin_features` look at, but for how far apart two stand."""

    type: str
    counts: frozenset[Count]
    place: int  # the mention itself, not only what it names
    slots: tuple[object, ...]
    main: tuple[str, bool]
    title: bool
    said: tuple[bool, bool, int]


def _gist_of(draft: Draft) -> _Gist:
    return _Gist(
        draft.type,
        frozenset((h.kind, h.low, h.high) for h, _ in draft.effects if h.low is not None),
        id(draft.place),
        (draft.actors, draft.targets, draft.days, draft.days_by, draft.source),
        (draft.main.id, draft.main.definite),
        draft.first < draft.found.title_end,
        (draft.place_inside, bool(draft.effects), fullness(draft)),
    )


def twin_pairs(drafts: list[Draft]) -> Iterator[tuple[int, int]]:
    """Pairs of drafts that may tell the same, by index: the earlier not too far back, so that long texts end too."""
    for j, later in enumerate(drafts):
        for i in range(max(0, j - _REACH), j):
            if may_be_twins(drafts[i], later):
                yield i, j


def may_be_twins(a: Draft, b: Draft) -> bool:
    """Whether nothing that two drafts say keeps them apart: another kind, place, day, toll, actor or source."""
    if a.source not in {b.source, "outlet"} and b.source != "outlet":
        return False
    if a.days_by == "mention" and b.days_by == "mention" and a.days != b.days:
        return False
    if a.type != b.type:
        family = _FAMILY.get(kind_of(a.type))
        if family is None or family != _FAMILY.get(kind_of(b.type)):
            return False
    counts_a = {(h.kind, h.low, h.high) for h, _ in a.effects if h.low is not None}
    counts_b = {(h.kind, h.low, h.high) for h, _ in b.effects if h.low is not None}
    if counts_a and counts_b and not counts_a & counts_b:
        return False
    return _agree(a.actors, b.actors) != "apart" and _agree_on_place(a, b) != "apart"


def twin_features(a: Draft, b: Draft) -> list[Feature]:
    """What tells whether the later draft repeats the earlier."""
    same_type = a.type == b.type
    kind = kind_of(b.type)
    title = a.first < a.found.title_end
    apart = b.sentences[0] - a.sentences[-1]
    counts_a = {(h.kind, h.low, h.high) for h, _ in a.effects if h.low is not None}
    counts_b = {(h.kind, h.low, h.high) for h, _ in b.effects if h.low is not None}
    shared = len(counts_a & counts_b)
    counted = f"{min(shared, 2)}:{bool(counts_a - counts_b)}:{bool(counts_b - counts_a)}"
    source = "same" if a.source == b.source else "one" if "outlet" in {a.source, b.source} else "other"
    return [
        (
            _alike,
            same_type,
            kind,
            title,
            min(apart, _FAR),
            counted,
            _agree_on_place(a, b),
            source,
            shared > 0,
        ),
        (
            _said_how,
            same_type,
            title,
            a.place_inside,
            b.place_inside,
            _agree(a.actors, b.actors),
            _agree(a.targets, b.targets),
            not b.effects and not b.place_inside,
            _sign(fullness(b) - fullness(a)),
        ),
        (_named, same_type, a.main.id == b.main.id, b.main.id, b.main.definite, b.days_by),
        f"days:{a.days == b.days}:{a.days_by == 'mention'}:{b.days_by == 'mention'}",
    ]


def _alike(
    same_type: bool,
    kind: str,
    title: bool,
    apart: int,
    counted: str,
    place: str,
    source: str,
    shared: bool,
) -> list[str]:
    return [
        f"type:{same_type}",
        f"type:{same_type}:{kind}",
        f"title:{title}:{same_type}",
        f"title:{title}:{min(apart, 3)}",
        f"apart:{bucket(apart, (0, 1, 2, 4, 8))}:{title}",
        f"counts:{counted}",
        f"counts:{counted}:{same_type}",
        f"place:{place}",
        f"place:{place}:{same_type}:{title}",
        f"source:{source}",
        f"source:{source}:{same_type}:{shared}",
    ]


def _said_how(
    same_type: bool,
    title: bool,
    inside: bool,
    too: bool,
    actors: str,
    targets: str,
    bare: bool,
    fuller: int,
) -> list[str]:
    return [
        f"place inside:{inside}:{too}",
        f"actors:{actors}",
        f"targets:{targets}",
        f"bare:{bare}:{same_type}",
        f"fuller:{fuller}:{title}",
    ]


def _named(same_type: bool, same: bool, main: str, definite: bool, by: str) -> list[str]:
    return [f"definite:{int(definite)}:{main}", f"main:{same}:{same_type}", f"by:{by}:{int(definite)}"]


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    if not a or not b:
        return "none" if not a and not b else "one"
    return "same" if set(a) == set(b) else "some" if set(a) & set(b) else "apart"


def _agree_on_place(a: Draft, b: Draft) -> str:
    p, q = a.place, b.place
    if p is None or q is None:
        return "none" if p is q else "one"
    if p is q:
        return "same mention"
    if p.name == q.name or (p.best is not None and q.best is not None and p.best.id == q.best.id):
        return "same"
    if is_said_in(q, p) or is_said_in(p, q):
        return "within"
    return "apart"


def fullness(draft: Draft) -> int:
    """How much a draft says, for choosing the fullest of several tellings."""
    counted = sum(1 for harm, _ in draft.effects if harm.low is not None)
    return (
        2 * counted
        + len(draft.effects)
        + bool(draft.actors)
        + bool(draft.targets)
        + 2 * draft.place_inside
        + (draft.days_by == "mention")
    )


def find_news(drafts: list[Draft]) -> None:
    """Mark what each draft says that none before it said, and whether a later one says it all again."""
    places: set[str] = set()
    counts: set[Count] = set()
    types: set[str] = set()
    parties: set[str] = set()
    for n, draft in enumerate(drafts):
        own_place = draft.place.name if draft.place is not None and draft.place_inside else ""
        own_counts: set[Count] = {(h.kind, h.low, h.high) for h, _ in draft.effects if h.low is not None}
        own_parties = {*draft.actors, *draft.targets} - {"civilians", "unknown"}
        draft.news = (
            _news(bool(own_place), own_place not in places),
            _news(bool(own_counts), not own_counts <= counts),
            "new" if draft.type not in types else "old",
            _news(bool(own_parties), not own_parties <= parties),
            _told_later(draft, drafts[n + 1 : n + 1 + _REACH], own_place, own_counts),
        )
        places.add(own_place)
        counts |= own_counts
        types.add(draft.type)
        parties |= own_parties


def _news(has: bool, is_new: bool) -> str:
    return ("new" if is_new else "old") if has else "none"


def _told_later(draft: Draft, later: list[Draft], place: str, counts: set[Count]) -> str:
    """How a later draft of the kind tells it again: with its counts, its place, or merely the kind."""
    best = "no"
    for other in later:
        if other.type != draft.type and _FAMILY.get(kind_of(other.type)) != _FAMILY.get(
            kind_of(draft.type), ""
        ):
            continue
        theirs = {(h.kind, h.low, h.high) for h, _ in other.effects if h.low is not None}
        if counts and counts & theirs:
            return "counts"
        if place and other.place is not None and other.place.name == place:
            best = "place"
        elif best == "no" and other.type == draft.type:
            best = "kind"
    return best
