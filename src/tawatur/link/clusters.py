"""Join pairs into groups, the surest first, and never across a pair that is kept apart.

The order in which claims came makes no difference: pairs are taken by their points and ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur.link.pairs import Pair, is_apart
from tawatur.link.telling import Telling
from tawatur.records import Joined


class Group:
    """Claims that stand together, and the pairs that brought them there."""

    def __init__(self, claim: str) -> None:
        self.claims = [claim]
        self.reasons: list[Joined] = []


def build_groups(tellings: Mapping[str, Telling], pairs: Iterable[Pair]) -> list[Group]:
    """Every claim in one group; groups in the order of their smallest claim."""
    group_of = {claim: Group(claim) for claim in sorted(tellings)}
    for pair in sorted(pairs, key=lambda pair: (-pair.points, pair.left, pair.right)):
        left, right = group_of[pair.left], group_of[pair.right]
        if left is right or any(
            is_apart(tellings[one], tellings[other]) for one in left.claims for other in right.claims
        ):
            continue
        left.claims += right.claims
        left.reasons += [*right.reasons, Joined(left=pair.left, right=pair.right, why=pair.why)]
        for claim in right.claims:
            group_of[claim] = left
    groups = list({id(group): group for group in group_of.values()}.values())
    for group in groups:
        group.claims.sort()
    return sorted(groups, key=lambda group: group.claims[0])
