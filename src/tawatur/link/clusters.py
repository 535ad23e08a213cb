"""Join pairs into groups, the surest first, without chaining and never across a pair that is kept apart.

The order in which claims came makes no difference: pairs are taken by their points and ids. Two groups join
only if all their claims together, and not just the pair that brought them up, speak for one happening.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import median_low

from tawatur.link.pairs import Pair

# Claims of either group that are held against each other: enough for a judgement, and few enough that an
# event of thousands of claims costs in proportion to them.
WITNESSES = 12

Weigh = Callable[[str, str], float | None]


class Group:
    """Claims that stand together, and the pairs that brought them there."""

    def __init__(self, claim: str) -> None:
        self.claims = [claim]
        self.pairs: list[Pair] = []


def build_groups(
    claims: Iterable[str], pairs: Iterable[Pair], weigh: Weigh
) -> tuple[list[Group], list[Pair]]:
    """Every claim in one group, in the order of their smallest claims; and the pairs that were refused."""
    group_of = {claim: Group(claim) for claim in sorted(claims)}
    refused: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (-pair.points, pair.left, pair.right)):
        left, right = group_of[pair.left], group_of[pair.right]
        if left is right:
            continue
        if not _speak_of_one(left, right, weigh):
            refused.append(pair)
            continue
        if len(left.claims) < len(right.claims):
            left, right = right, left
        left.claims += right.claims
        left.pairs += [*right.pairs, pair]
        for claim in right.claims:
            group_of[claim] = left
    groups = list({id(group): group for group in group_of.values()}.values())
    for group in groups:
        group.claims.sort()
    return sorted(groups, key=lambda group: group.claims[0]), refused


def _speak_of_one(left: Group, right: Group, weigh: Weigh) -> bool:
    if len(left.claims) == len(right.claims) == 1:
        return True
    points = measure_groups(left.claims, right.claims, weigh)
    return points is not None and points >= 0


def measure_groups(left: Sequence[str], right: Sequence[str], weigh: Weigh) -> float | None:
    """What the claims of one group come to with those of another; None where any two are kept apart.

    The mean points of their pairs, or those of the middle pair where they are fewer, so that one claim that may be
    either is no bridge.
    """
    found: list[float] = []
    others = find_witnesses(right)
    for claim in find_witnesses(left):
        for against in others:
            points = weigh(claim, against)
            if points is None:
                return None
            found.append(points)
    return min(sum(found) / len(found), median_low(found))


def find_witnesses(claims: Sequence[str]) -> Sequence[str]:
    """Those of a group's claims that speak for all."""
    return claims if len(claims) <= WITNESSES else sorted(claims)[:WITNESSES]
