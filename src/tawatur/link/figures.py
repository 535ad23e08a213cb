"""Figures: for each kind of harm and group every voice's count, the spans, and one count by a stated rule.

The figure of everybody adds up each voice's own groups once. Groups that only different voices count exclude
each other there (nine civilians by one, fourteen fighters by another); groups that some voice counts side by side
add up.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from functools import cache

from tawatur.link.accounts import (
    Account,
    Range,
    build_accounts,
    count_groups,
    find_kinds,
    find_parts,
    range_of,
    total_of,
)
from tawatur.link.sides import Sides, load_rules
from tawatur.link.testimony import Testimony
from tawatur.link.voices import Heard
from tawatur.records import Count, EffectKind, Figure, Relation


@cache
def _load_best() -> dict[str, dict[Relation, int]]:
    return {
        people: {
            Relation(name): rank
            for rank, names in enumerate(order)
            for name in ([names] if isinstance(names, str) else names)
        }
        for people, order in load_rules("figures")["best"].items()
    }


def build_figures(voices: Sequence[Heard], sides: Sides) -> list[Figure]:
    """For each kind: everybody first where there are several groups, then whole groups, then narrower ones."""
    figures: list[Figure] = []
    for kind in find_kinds(voices):
        accounts = build_accounts(voices, kind)
        if not accounts:
            continue
        groups = sorted({who for account in accounts for who in account.groups})
        wholes = [_build_whole(kind, who, voices, accounts, sides) for who in groups]
        if len(groups) > 1:
            figures.append(_build_sum(kind, accounts, wholes, sides))
        figures += wholes
        figures += _build_narrower(kind, voices, accounts, sides)
    return figures


def _build_whole(
    kind: EffectKind, who: str, voices: Sequence[Heard], accounts: Sequence[Account], sides: Sides
) -> Figure:
    """Narrower counts make it up only where nobody gives a whole one."""
    now = {account.voice: set(account.claims) for account in accounts}
    found = [
        (heard, testimony, group)
        for heard in voices
        if heard.voice.id in now
        for testimony in heard.asserted
        if (group := count_groups(testimony, kind).get(who))
    ]
    whole = [row for row in found if not row[2].derived] or found
    counts = [
        _count(heard, told, _with_unknown(told, kind, who, group.range), now, sides, {who})
        for heard, told, group in whole
    ]
    wide = frozenset(
        told.claim.id
        for _, told, group in whole
        if _with_unknown(told, kind, who, group.range) != group.range
    )
    return _figure(kind, who, None, counts, voices, wide)


def _with_unknown(testimony: Testimony, kind: EffectKind, who: str, range_: Range) -> Range:
    """Those of unstated status may be of the group that is counted beside them."""
    unknown = count_groups(testimony, kind).get("unknown")
    return range_ if who == "unknown" or unknown is None else range_.with_more(unknown.range.high)


def _build_narrower(
    kind: EffectKind, voices: Sequence[Heard], accounts: Sequence[Account], sides: Sides
) -> Iterator[Figure]:
    now = {account.voice: set(account.claims) for account in accounts}
    counts: dict[tuple[str, str], list[Count]] = {}
    for heard in voices:
        for testimony in heard.asserted if heard.voice.id in now else ():
            for effect in testimony.claim.effects:
                if effect.kind is kind and effect.of is not None:
                    range_ = range_of(effect, testimony.claim)
                    counts.setdefault((effect.who, effect.of), []).append(
                        _count(heard, testimony, range_, now, sides, {effect.who})
                    )
    for (who, of), found in sorted(counts.items()):
        yield _figure(kind, who, of, found, voices)


def _build_sum(
    kind: EffectKind, accounts: Sequence[Account], wholes: Sequence[Figure], sides: Sides
) -> Figure:
    now = {account.voice: set(account.claims) for account in accounts}
    parts = find_parts(accounts)
    told = [
        (account.heard, testimony, groups)
        for account in accounts
        if account.voice not in parts
        for testimony in account.heard.asserted
        if (groups := count_groups(testimony, kind))
    ]
    whole = [row for row in told if not all(group.derived for group in row[2].values())] or told
    counts = [
        _count(
            heard, testimony, total_of({who: g.range for who, g in groups.items()}), now, sides, set(groups)
        )
        for heard, testimony, groups in whole
    ]
    figure = _figure(kind, None, None, counts, [account.heard for account in accounts])
    if figure.best_by is None or figure.best is None:
        return figure
    # The chosen voice settles which groups there are, with those that another counts beside one of them.
    base = next(account for account in accounts if account.voice == figure.best_by)
    people = set(base.groups) | {
        who
        for account in accounts
        if set(account.groups) & set(base.groups)
        for who in account.groups
        if "unknown" not in (who, *base.groups)
    }
    counted = {whole.who: whole.best or 0 for whole in wholes if whole.who in people}
    named = sum(best for who, best in counted.items() if who != "unknown")
    best = max(named, counted.get("unknown", 0))  # people of unstated status may be among the others
    return Figure(
        kind=kind,
        counts=figure.counts,
        low=figure.low,
        high=None if figure.high is None else max(figure.high, best),
        independent=figure.independent,
        best=best,
        best_by=figure.best_by,
        adds=tuple(sorted(people)),
    )


def _count(
    heard: Heard, testimony: Testimony, range_: Range, now: dict[str, set[str]], sides: Sides, who: set[str]
) -> Count:
    low, high = range_.ends
    return Count(
        voice=heard.voice.id,
        claim=testimony.claim.id,
        low=low,
        high=high,
        day=testimony.printed,
        earlier=testimony.claim.id not in now[heard.voice.id],
        partial=_is_partial(heard, who, sides),
    )


def _is_partial(heard: Heard, who: set[str], sides: Sides) -> bool:
    """A party's word on people not its own: what its enemy lost, or whom either harmed."""
    if heard.party is None or heard.voice.relation not in (Relation.OWN, Relation.ENEMY):
        return False
    return not all(sides.is_kin(heard.party, people) for people in who)


def _figure(
    kind: EffectKind,
    who: str | None,
    of: str | None,
    counts: Sequence[Count],
    voices: Sequence[Heard],
    wide: frozenset[str] = frozenset(),
) -> Figure:
    """`wide` are claims whose count may be larger by people of unstated status: chosen only where no other is."""
    standing = [count for count in counts if not count.earlier]
    low, high = _span(standing)
    independent = [count for count in standing if not count.partial]
    best = _choose(who, standing, voices, wide)
    return Figure(
        kind=kind,
        who=who,
        of=of,
        counts=_once(counts),
        low=low,
        high=high,
        independent=_span(independent) if independent else None,
        best=_number(best) if best else None,
        best_by=best.voice if best else None,
    )


def _once(counts: Sequence[Count]) -> tuple[Count, ...]:
    """A voice's counts in the order of print, each number once: relays and copies repeat it."""
    said: dict[tuple[str, int | None, int | None], Count] = {}
    for count in sorted(counts, key=lambda c: (c.voice, c.earlier, c.day or dt.date.max, c.claim)):
        said.setdefault((count.voice, count.low, count.high), count)
    return tuple(sorted(said.values(), key=lambda c: (c.voice, c.day or dt.date.max, c.claim)))


def _span(counts: Sequence[Count]) -> tuple[int | None, int | None]:
    """From the lowest count to the highest; open above only where an open count may be the highest."""
    numbered = [count for count in counts if count.low is not None or count.high is not None]
    if not numbered:
        return None, None
    low = min((count.low for count in numbered if count.low is not None), default=None)
    closed = [count.high for count in numbered if count.high is not None]
    open_floors = [count.low or 0 for count in numbered if count.high is None]
    if not closed or max(open_floors, default=-1) >= max(closed):
        return low, None
    return low, max(closed)


def _choose(
    who: str | None, counts: Sequence[Count], voices: Sequence[Heard], wide: frozenset[str]
) -> Count | None:
    order = _load_best()["others" if who in (None, "civilians", "unknown") else "own_people"]
    numbered = [count for count in counts if _number(count) is not None]

    def rank(count: Count) -> tuple[bool, int, int, float, str]:
        day = count.day.toordinal() if count.day else 0
        return (
            count.claim in wide,
            order[_relation(count, voices)],
            -day,
            _number(count) or math.inf,
            count.claim,
        )

    return min(numbered, key=rank, default=None)


def _number(count: Count) -> int | None:
    """One number for a count: its floor, which is what it vouches for. "Up to 40" vouches for none."""
    return count.low


def _relation(count: Count, voices: Sequence[Heard]) -> Relation:
    """That of its voice; on people who are not its own, a party to the fight speaks of its enemy's."""
    if count.partial:
        return Relation.ENEMY
    return next(heard.voice.relation for heard in voices if heard.voice.id == count.voice)
