"""Tell when one report says the same twice: the headline and the body, the lead and its details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_LIKE = {
    **dict.fromkeys(("strike", "kill", "armed_clash", "blast", "other", "toll"), "violence"),
    **dict.fromkeys(("territory_change", "deployment"), "ground"),
}


def find_twin(draft: Draft, drafts: list[Draft]) -> str:
    """How the nearest draft that may tell the same stands to this one; "" where there is none.

    Named by where it stands (earlier, later), whether the type is the same, and which says more.
    """
    best: tuple[int, int, str] | None = None
    for n, other in enumerate(drafts):
        if other is draft:
            continue
        alike = _alike(draft, other)
        if alike == 0:
            continue
        where = "earlier" if other.first < draft.first else "later"
        fuller = fullness(other) - fullness(draft)
        says = "fuller" if fuller > 0 else "poorer" if fuller < 0 else "equal"
        name = f"{where}:{says}:{min(alike, 4)}:{draft.first < draft.found.title_end}"
        rank = (-alike, abs(other.first - draft.first), name)
        if best is None or rank < best:
            best = rank
    return best[2] if best else ""


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


def _alike(a: Draft, b: Draft) -> int:
    """How strongly two drafts may tell the same; 0 where they cannot."""
    if a.type != b.type and _LIKE.get(kind_of(a.type)) != _LIKE.get(kind_of(b.type), ""):
        return 0
    counts_a = {(h.kind, h.low, h.high) for h, _ in a.effects if h.low is not None}
    counts_b = {(h.kind, h.low, h.high) for h, _ in b.effects if h.low is not None}
    shared = len(counts_a & counts_b)
    if counts_a and counts_b and not shared:
        return 0
    if a.place is not None and b.place is not None and not same_place(a, b):
        return 0
    if a.days_by == "mention" and b.days_by == "mention" and a.days != b.days:
        return 0
    if a.actors and b.actors and not set(a.actors) & set(b.actors):
        return 0
    if a.source != b.source and "outlet" not in {a.source, b.source}:
        return 0
    return 1 + shared + (a.type == b.type) + bool(set(a.actors) & set(b.actors))


def same_place(a: Draft, b: Draft) -> bool:
    p, q = a.place, b.place
    if p is None or q is None:
        return False
    return p is q or p.name == q.name or p.within == q or q.within == p
