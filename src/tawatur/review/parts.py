"""Judgements, parted by what they bear on, so that one more costs what it touches and not what there is.

What a judgement comes to depends only on those that name the same claims and incidents, on those that these bear
on in turn, and on the machine's grouping of the claims. Such judgements make a part; no two parts meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tawatur.records import Judgement, Noted
from tawatur.review.apply import apply_judgements
from tawatur.review.ground import Finder, Ground
from tawatur.review.groups import new_incident
from tawatur.review.judged import Judged

T = TypeVar("T")
_NAMES_ANOTHER = ("merge", "apart", "move")  # whose value is an incident


@dataclass(eq=False, slots=True)
class _Part:
    names: set[str]
    judgements: list[Judgement]
    told: list[Judged] = field(
        default_factory=list
    )  # what the whole holds of it: several where parts met since


class Parts:
    """What judgements come to over a case. It is the same, in whichever order they come and however many at once."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._finder = Finder(ground)
        self._part_of: dict[str, _Part] = {}
        self.judged = Judged.nothing()

    def take_in(self, judgements: Iterable[Judgement]) -> frozenset[str]:
        """Which incidents are, or were, others than before. Who holds the `judged` of before has it as it was."""
        changed: set[str] = set()
        before: list[Judged] = []
        after: list[Judged] = []
        for part in {id(part): part for part in map(self._put, judgements)}.values():
            if self._part_of[next(iter(part.names))] is not part:
                continue  # it went into another with a judgement that came after
            now = apply_judgements(part.judgements, self._ground)
            changed |= find_changed(_join(Judged.nothing(), (), part.told), now)
            before += part.told
            after.append(now)
            part.told = [now]
        self.judged = _join(self.judged, before, after)
        return frozenset(changed)

    def _put(self, judgement: Judgement) -> _Part:
        """The part that a judgement belongs to, in which all that it bears on has come together."""
        names = set(self._find_names(judgement))
        met = {id(part): part for name in names if (part := self._part_of.get(name))}
        part = max(met.values(), key=lambda one: len(one.names), default=None) or _Part(set(), [])
        for other in met.values():
            if other is not part:
                names |= other.names
                part.judgements += other.judgements
                part.told += other.told
        part.judgements.append(judgement)
        part.names |= names
        self._part_of.update(dict.fromkeys(names, part))
        return part

    def _find_names(self, judgement: Judgement) -> Iterator[str]:
        yield from (judgement.id, judgement.about, new_incident(judgement))
        if judgement.field in _NAMES_ANOTHER and judgement.value is not None:
            yield judgement.value
        for anchor in (*judgement.of, *judgement.to):
            claim = self._finder.find(anchor).claim
            if claim is not None:
                yield claim.id
                home = self._ground.incident_of(claim.id)
                if home is not None:
                    yield home


def find_changed(before: Judged, after: Judged) -> frozenset[str]:
    """Incidents that judgements have changed, or let be again."""
    ids = {*before.incidents, *after.incidents}
    changed = {key for key in ids if before.incidents.get(key) != after.incidents.get(key)}
    changed |= before.empty ^ after.empty
    claims = {
        key for key in {*before.claims, *after.claims} if before.claims.get(key) != after.claims.get(key)
    }
    for side in (before, after):
        changed.update(home for key in claims if (home := side.homes.get(key)) is not None)
        changed.update(
            key for key, one in side.incidents.items() if not claims.isdisjoint(one.incident.claims)
        )
    return frozenset(changed)


def _join(whole: Judged, before: Iterable[Judged], after: Iterable[Judged]) -> Judged:
    """The whole, with these parts of it instead of those."""
    old, new = tuple(before), tuple(after)
    if not old and not new:
        return whole
    return replace(
        whole,
        claims=_put_for(whole.claims, [one.claims for one in old], [one.claims for one in new]),
        incidents=_put_for(whole.incidents, [one.incidents for one in old], [one.incidents for one in new]),
        homes=_put_for(whole.homes, [one.homes for one in old], [one.homes for one in new]),
        into=_put_for(whole.into, [one.into for one in old], [one.into for one in new]),
        apart=_exchange(whole.apart, [one.apart for one in old], [one.apart for one in new]),
        empty=_exchange(whole.empty, [one.empty for one in old], [one.empty for one in new]),
        gone=_exchange(whole.gone, [one.gone for one in old], [one.gone for one in new]),
        undone=_exchange(whole.undone, [one.undone for one in old], [one.undone for one in new]),
        noted=_note(whole.noted, [one.noted for one in old], [one.noted for one in new]),
        compared=whole.compared + sum(one.compared for one in new) - sum(one.compared for one in old),
    )


def _put_for(whole: dict[str, T], old: list[dict[str, T]], new: list[dict[str, T]]) -> dict[str, T]:
    if not any(old) and not any(new):
        return whole
    joined = dict(whole)
    for one in old:
        for key in one:
            del joined[key]
    for one in new:
        joined.update(one)
    return joined


def _exchange(whole: frozenset[T], old: list[frozenset[T]], new: list[frozenset[T]]) -> frozenset[T]:
    if not any(old) and not any(new):
        return whole
    return whole.difference(*old).union(*new)


def _note(
    whole: tuple[Noted, ...], old: list[tuple[Noted, ...]], new: list[tuple[Noted, ...]]
) -> tuple[Noted, ...]:
    """In the order of the judgements' making."""
    if not any(old) and not any(new):
        return whole
    out = {note.judgement.id for notes in old for note in notes}
    kept = (note for note in whole if note.judgement.id not in out)
    return tuple(
        sorted(
            (*kept, *(note for notes in new for note in notes)),
            key=lambda note: (note.judgement.when, note.judgement.id),
        )
    )
