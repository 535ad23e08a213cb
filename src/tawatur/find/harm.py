"""One kind of harm done to one group of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.find.people import People

_REACH_SUM = 4  # words between people of one force who are added up
_REACH_HIS = 8  # … and his own, behind a name: القيادي البارز أبو فلان الفلاني وثلاثة من مرافقيه
_HIS = frozenset({"ه", "ها"})
_FORCES = frozenset({"security", "fighters"})
_CIVIL = frozenset({"civilians", "unknown"})
_MEN = frozenset({"people.man", "people.youth"})  # رجلان وسيدة


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
    sure: bool = False  # of a person named: by a given name, so that it is no other word


def add_up(harms: Iterable[Harm]) -> list[Harm]:
    """`مقتل ضابط وجندي`, `إصابة مزارع وزوجته`: who are told one after the other, and go together, are one number.

    Those of them whom the words narrow are a part of it.
    """
    summed: list[Harm] = []
    head, last = 0, None
    for harm in harms:
        if last is None or not _go_together(summed[head], last, harm):
            head, last = len(summed), harm
            summed.append(harm)
            continue
        before, last = summed[head], harm
        assert before.low is not None
        assert harm.low is not None
        total = before.low + harm.low
        of = before.of if before.of == harm.of and _are_civil(before, harm) else None
        if before.of and of is None:  # زعيم التنظيم وعشرة مقاتلين: eleven, one of them a commander
            summed.insert(head, replace(before, way="part"))
            head += 1
        elif harm.of and harm.of != of:  # رجل وزوجته: two, one of them a woman
            summed.append(replace(harm, way="part"))
        summed[head] = replace(
            before,
            low=total,
            high=total,
            of=of,
            first=min(before.first, harm.first),
            last=max(before.last, harm.last),
        )
    return summed


def with_named(harms: list[Harm]) -> list[Harm]:
    """`مقتل فلان وزوجته`: with the one named before his own, who are told of first."""
    first = harms[0]
    whole = replace(first, low=(first.low or 0) + 1, high=(first.high or 0) + 1, of=None, distance=0)
    return [replace(first, way="part"), whole, *harms[1:]] if first.of else [whole, *harms[1:]]


def _go_together(head: Harm, left: Harm, right: Harm) -> bool:
    a, b = left.people, right.people
    if a is None or b is None or head.joint or right.joint or right.way == "part":
        return False
    if head.low is None or head.low != head.high or right.low is None or right.low != right.high:
        return False
    reach = _REACH_HIS if b.theirs in _HIS and head.low == 1 else _REACH_SUM
    is_kin = b.governor == "مع" and b.noun == "people.relative"  # مع اثنين من أشقائه
    if not (b.joined or is_kin) or b.first < a.last or b.first - _end_of(a) > reach:
        return False
    return _are_one_force(head, right) or _are_civil(head, right)


def _end_of(people: People) -> int:
    """Where a group ends, with the party named behind it: `ضابط في صفوف القوات الحكومية وعنصر من اللجان`."""
    return max(people.last, people.party.last) if people.party is not None else people.last


def _are_one_force(head: Harm, right: Harm) -> bool:
    a, b = head.people, right.people
    if a is None or b is None or a.value not in _FORCES or b.value not in _FORCES:
        return False
    if _is_gunman(a) != _is_gunman(b) and (a.body or a.party is not None or b.body or b.party is not None):
        return False  # خمسة عناصر من الجيش ومسلحان
    if a.value != b.value:
        return a.party is not None and b.party is not None and a.party.party == b.party.party
    if a.nation is not None and b.nation is not None and a.nation is not b.nation:
        return False
    return a.party is None or b.party is None or a.party.party == b.party.party


def _is_gunman(people: People) -> bool:
    """Whether he is told of as no more than one who bears a gun, and so as nobody's: مسلح."""
    return (
        people.entry is not None and "gunman" in people.entry.traits and not people.body and not people.party
    )


def _are_civil(head: Harm, right: Harm) -> bool:
    """One told by himself and those told with him, or his own: مزارع وزوجته, إمام المسجد وثلاثة من المصلين."""
    a, b = head.people, right.people
    if a is None or b is None or a.value not in _CIVIL or a.bare or a.harm or b.harm:
        return False
    if b.value not in _CIVIL and not (b.noun == "people.member" and b.theirs):  # مهندس واثنان من مرافقيه
        return False
    if a.party is not None or b.party is not None:
        return False
    if head.of is not None and head.of != right.of:  # معلمة ووالدها, but طفلة ووالدتها are told apart
        return right.of is None and bool(b.theirs)
    return a.low == 1 or a.noun in _MEN or bool(b.theirs)


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
