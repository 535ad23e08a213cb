"""What each draft says that none before it said."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.claim.roles import kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

Count = tuple[str, int | None, int | None]  # kind of harm, low, high

_REACH = 60  # drafts to look on over
_FAMILY = {
    **dict.fromkeys(("strike", "kill", "armed_clash", "blast", "other", "toll", "destruction"), "violence"),
    **dict.fromkeys(("territory_change", "deployment"), "ground"),
}


@cache
def is_of_one_family(one: str, other: str) -> bool:
    """Whether two types of happening may be two words for one: a strike and the deaths that it brought."""
    if one == other:
        return True
    family = _FAMILY.get(kind_of(one))
    return family is not None and family == _FAMILY.get(kind_of(other))


def find_news(drafts: list[Draft]) -> None:
    """Mark what each draft says that none before it said, and whether a later one says it all again."""
    places: set[str] = set()
    counts: set[Count] = set()
    types: set[str] = set()
    parties: set[str] = set()
    told: list[set[Count]] = [
        {(h.kind, h.low, h.high) for h, _ in draft.effects if h.low is not None} for draft in drafts
    ]
    for n, draft in enumerate(drafts):
        own_place = draft.place.name if draft.place is not None and draft.place_inside else ""
        own_counts = told[n]
        own_parties = {*draft.actors, *draft.targets} - {"civilians", "unknown"}
        draft.news = (
            _news(bool(own_place), own_place not in places),
            _news(bool(own_counts), not own_counts <= counts),
            "new" if draft.type not in types else "old",
            _news(bool(own_parties), not own_parties <= parties),
            _told_later(drafts, told, n, own_place),
        )
        places.add(own_place)
        counts |= own_counts
        types.add(draft.type)
        parties |= own_parties


def _news(has: bool, is_new: bool) -> str:
    return ("new" if is_new else "old") if has else "none"


def _told_later(drafts: list[Draft], told: list[set[Count]], n: int, place: str) -> str:
    """How a later draft of the kind tells it again: with its counts, its place, or merely the kind."""
    best = "no"
    draft, counts = drafts[n], told[n]
    for m in range(n + 1, min(n + 1 + _REACH, len(drafts))):
        other = drafts[m]
        if not is_of_one_family(draft.type, other.type):
            continue
        if not counts.isdisjoint(told[m]):
            return "counts"
        if place and other.place is not None and other.place.name == place:
            best = "place"
        elif best == "no" and other.type == draft.type:
            best = "kind"
    return best
