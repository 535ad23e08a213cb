"""The parts of a claim that a sentence says, the same for both languages."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.export.ontology import Pair, TypeEntry, load_types
from tawatur.records import Claim, DayRange, Effect, Place


@dataclass(frozen=True, slots=True)
class Harm:
    """One effect and the narrower counts within it ("9 civilians, including 3 children")."""

    effect: Effect
    within: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """What a claim asserts, apart from who asserts it."""

    type: TypeEntry
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    harms: tuple[Harm, ...]
    place: Place | None
    days: DayRange | None
    speaker: str | None  # an actor of this name is "its forces" and not named again

    @property
    def is_mutual(self) -> bool:
        """Two sides that act and none that is acted on."""
        return len(self.actors) > 1 and not self.targets

    def choose_frames(self) -> tuple[Pair | None, Pair | None]:
        """The frames for who acted and for whom it hit; None where the sentence has no place for them."""
        kind = self.type
        by: Pair | None = kind.by
        if self.is_mutual and kind.between:
            by = kind.between
        elif not self.targets and kind.alone:
            by = kind.alone
        against: Pair | None = kind.against
        if self.harms:
            by = kind.harmed.by if isinstance(kind.harmed.by, Pair | None) else by
            against = kind.harmed.against if isinstance(kind.harmed.against, Pair | None) else against
        return by, against


def build_clause(claim: Claim) -> Clause:
    """Take a claim apart. People who are counted are not named again as the target."""
    effects = claim.effects
    counted = {effect.who for effect in effects}
    actors = tuple(said.value for said in claim.actors)
    return Clause(
        type=load_types()[claim.type.value.value],
        actors=actors,
        targets=tuple(said.value for said in claim.targets if said.value not in counted),
        harms=nest_harms(effects),
        place=claim.place.value if claim.place else None,
        days=claim.date.value if claim.date else None,
        speaker=claim.source.value if claim.source else None,
    )


def nest_harms(effects: Sequence[Effect]) -> tuple[Harm, ...]:
    """Put each narrowed count under the count of the same people that holds it, if there is one."""
    whole = {(e.kind, e.who) for e in effects if e.of is None}
    return tuple(
        Harm(
            effect,
            tuple(
                e
                for e in effects
                if effect.of is None and e.of and (e.kind, e.who) == (effect.kind, effect.who)
            ),
        )
        for effect in effects
        if effect.of is None or (effect.kind, effect.who) not in whole
    )


def is_whole_month(days: DayRange) -> bool:
    first, last = days.first, days.last
    end = calendar.monthrange(first.year, first.month)[1]
    return (first.year, first.month) == (last.year, last.month) and (first.day, last.day) == (1, end)


def is_whole_year(days: DayRange) -> bool:
    first, last = days.first, days.last
    return first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
