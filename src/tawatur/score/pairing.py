"""Which predicted claim is held against which gold claim: the likest pair first, each claim once."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.score.documents import ClaimSlots
from tawatur.score.slots import is_one_place, likeness, units

FLOOR = 0.4  # below, two claims are not taken for attempts at the same one

# Types that tell one happening from two sides: such claims may be paired, and their type is then wrong.
_NEAR = tuple(
    frozenset(family.split())
    for family in (
        "airstrike drone_strike shelling chemical_attack",
        "bombing suicide_attack landmine",
        "armed_clash territory_change suicide_attack bombing",
        "killing execution shelling armed_clash",
        "abduction arrest surrender release",
        "negotiation release surrender",
        "toll armed_clash airstrike shelling killing",
    )
)


def pair_claims(
    text: str, gold: Sequence[ClaimSlots], predicted: Sequence[ClaimSlots]
) -> list[tuple[int, int]]:
    """Indexes of the paired claims; of equally like pairs, the later ones come first."""
    ranked = sorted(
        (
            (alike, at, by)
            for at, wanted in enumerate(gold)
            for by, found in enumerate(predicted)
            if (alike := measure_likeness(text, wanted, found)) >= FLOOR
        ),
        reverse=True,
    )
    left, right = set(range(len(gold))), set(range(len(predicted)))
    pairs: list[tuple[int, int]] = []
    for _, at, by in ranked:
        if at in left and by in right:
            left.remove(at)
            right.remove(by)
            pairs.append((at, by))
    return pairs


def measure_likeness(text: str, gold: ClaimSlots, predicted: ClaimSlots) -> float:
    """From 0 to 1: type and words weigh most."""
    same = gold.type == predicted.type
    near = same or any(gold.type in family and predicted.type in family for family in _NEAR)
    cover = _cover(_place(text, gold), _place(text, predicted))
    in_place = is_one_place(gold.place, predicted.place)
    harm, other_harm = units(gold, "effects"), units(predicted, "effects")
    if not near and cover < 0.5:
        return 0.0
    if cover == 0 and not (same and (in_place or harm & other_harm)):
        return 0.0
    # Added in this order: ties are broken by the last bit.
    return (
        0.30 * same
        + 0.05 * near
        + 0.30 * cover
        + 0.10 * in_place
        + 0.15 * likeness(harm, other_harm)
        + 0.05 * likeness(units(gold, "actors"), units(predicted, "actors"))
        + 0.05 * likeness(units(gold, "targets"), units(predicted, "targets"))
    )


def _place(text: str, claim: ClaimSlots) -> tuple[int, int]:
    if claim.span:
        return claim.span
    start = text.find(claim.quote) if claim.quote else -1
    return (start, start + len(claim.quote or "")) if start >= 0 else (0, 0)


def _cover(left: tuple[int, int], right: tuple[int, int]) -> float:
    """How much of the shorter run the other covers."""
    shared = max(0, min(left[1], right[1]) - max(left[0], right[0]))
    return shared / max(1, min(left[1] - left[0], right[1] - right[0]))
