"""One kind of harm done to one group of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.find.people import People

_REACH_SUM = 4  # words between people of one force who are added up
_FORCES = frozenset({"security", "fighters"})


class Harm(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One kind of harm to one group; `at` is the word that says it."""

    at: int
    first: int
    last: int
    kind: str
    low: int | None
    high: int | None
    of: str | None
    people: People | None  # None: a person named, or meant by a pronoun
    way: str  # how the group was reached: noun, after, and, part, before, total, pronoun, relative, named
    joint: bool
    distance: int  # words between the word for harm and the group


def add_up(harms: Iterable[Harm]) -> list[Harm]:
    """`مقتل ضابط وجندي`: members of one force who are told one after the other are one number."""
    summed: list[Harm] = []
    for harm in harms:
        before = summed[-1] if summed else None
        if before is None or not _are_one_force(before, harm):
            summed.append(harm)
            continue
        assert before.low is not None
        assert harm.low is not None
        total = before.low + harm.low
        if before.of:  # زعيم التنظيم وعشرة مقاتلين: eleven, one of them a commander
            summed.insert(len(summed) - 1, replace(before, way="part"))
        summed[-1] = replace(
            before,
            low=total,
            high=total,
            of=None,
            first=min(before.first, harm.first),
            last=max(before.last, harm.last),
        )
    return summed


def _are_one_force(left: Harm, right: Harm) -> bool:
    a, b = left.people, right.people
    if a is None or b is None or left.joint or right.joint or right.way == "part":
        return False
    if left.low is None or left.low != left.high or right.low is None or right.low != right.high:
        return False
    if (
        a.value not in _FORCES
        or a.value != b.value
        or not b.joined
        or not 0 <= b.first - a.last <= _REACH_SUM
    ):
        return False
    if a.nation is not None and b.nation is not None and a.nation is not b.nation:
        return False
    return a.party is None or b.party is None or a.party.party == b.party.party


def without_repeats(harms: Iterable[Harm]) -> list[Harm]:
    """One harm for a kind and a group, the nearest word for it."""
    best: dict[tuple[str, int, int, bool], Harm] = {}
    for harm in harms:
        by_group = harm.people is not None and harm.way != "pronoun"
        key = (
            harm.kind,
            harm.people.first if harm.people and by_group else -1,
            0 if by_group else harm.at,
            harm.way == "part",
        )
        if key not in best or harm.distance < best[key].distance:
            best[key] = harm
    return sorted(best.values(), key=lambda h: (h.at, h.first, h.kind))
