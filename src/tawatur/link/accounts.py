"""What one voice counts for one kind of harm: groups of people, their ranges, and what they come to.

A count is a range of whole numbers that is never empty. "At least 20" is open above; people without a
number are one or more; "40 killed and wounded" is 0 to 40 of each. A narrower group stands within its whole and is
never added to it, except that commanders may stand beside the men they led ("an officer and four soldiers").
People of unstated status may be any of the others that the same words count.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import fold_phrase
from tawatur.link.sides import load_rules
from tawatur.link.testimony import Testimony
from tawatur.link.voices import Heard
from tawatur.records import Claim, Effect, EffectKind

_BESIDE = "commanders"
_TOGETHER = (EffectKind.KILLED, EffectKind.WOUNDED)


class Range(NamedTuple):
    low: int
    high: float  # a whole number, or infinity

    def meets(self, other: Range) -> bool:
        return self.low <= other.high and other.low <= self.high

    def plus(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def with_more(self, up_to: float) -> Range:
        """The same people and possibly others."""
        return Range(self.low, self.high + up_to)

    @property
    def is_numbered(self) -> bool:
        """Whether it says more than that there were some."""
        return self.low > 1 or self.high < math.inf

    @property
    def ends(self) -> tuple[int | None, int | None]:
        """As an effect has them."""
        if not self.is_numbered:
            return None, None
        return self.low or None, None if self.high == math.inf else int(self.high)


class Account(NamedTuple):
    """One voice's groups for one kind of harm, from the last print that has numbers."""

    heard: Heard
    kind: EffectKind
    groups: dict[str, Range]
    total: Range
    claims: tuple[str, ...]
    day: dt.date | None
    rises: bool  # its words say that it replaces what was counted before

    @property
    def voice(self) -> str:
        return self.heard.voice.id


class Group(NamedTuple):
    """How many of one group; `derived` where only narrower counts tell of it, so that there may be more."""

    range: Range
    derived: bool = False


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(f" {fold_phrase(word)} " for word in load_rules("figures")[name])


def range_of(effect: Effect, claim: Claim) -> Range:
    """The range of one effect. A floor that killed and wounded share is that of both together, and of neither.

    >>> Range(9, 9).meets(Range(20, math.inf)), Range(0, 40).ends
    (False, (None, 40))
    """
    low, high = effect.low, effect.high
    if low is not None and high is None and effect.kind in _TOGETHER and _is_joint(effect, claim):
        low = None
    if low is None and high is None:
        return Range(1, math.inf)
    return Range(low or 0, math.inf if high is None else high)


def _is_joint(effect: Effect, claim: Claim) -> bool:
    return any(
        other.kind in _TOGETHER
        and other.kind is not effect.kind
        and (other.who, other.of, other.low, other.high) == (effect.who, effect.of, effect.low, None)
        for other in claim.effects
    )


def build_account(heard: Heard, kind: EffectKind) -> Account | None:
    """What a voice that stands counts now; None where it counts nobody.

    A later print replaces the counts of the groups that it names. Groups that it does not name stay, unless it
    names none of those before it: then it tells the same people by other words.
    """
    telling = [t for t in heard.asserted if any(e.kind is kind for e in t.claim.effects)]
    if not telling or not heard.stands:
        return None
    by_day: dict[dt.date, list[Testimony]] = {}
    for testimony in [t for t in telling if _has_number(t, kind)] or telling:
        by_day.setdefault(testimony.printed or dt.date.min, []).append(testimony)
    groups: dict[str, Range] = {}
    claims: set[str] = set()
    for day in sorted(by_day, reverse=True):
        told = _told_on(by_day[day], kind)
        if groups and not set(groups) & set(told):
            break
        news = set(told) - set(groups)
        groups |= {who: told[who] for who in news}
        if news:
            claims |= {t.claim.id for t in by_day[day] if news & set(count_groups(t, kind))}
    last = max(by_day)
    return Account(
        heard,
        kind,
        dict(sorted(groups.items())),
        total_of(groups),
        tuple(sorted(claims)),
        last if last > dt.date.min else None,
        any(has_risen(t) for t in by_day[last]),
    )


def _told_on(testimonies: Sequence[Testimony], kind: EffectKind) -> dict[str, Range]:
    """The groups of one day's print; where it varies, from the lowest to the highest."""
    groups: dict[str, Range] = {}
    for testimony in testimonies:
        for who, group in count_groups(testimony, kind).items():
            known = groups.get(who, group.range)
            groups[who] = Range(min(known.low, group.range.low), max(known.high, group.range.high))
    return groups


def has_risen(testimony: Testimony) -> bool:
    """Whether its words say that the toll replaces those given before."""
    return _has_word(testimony, "rises")


def _has_word(testimony: Testimony, name: str) -> bool:
    words = f" {testimony.words} "
    return any(word in words for word in _words(name))


def count_groups(testimony: Testimony, kind: EffectKind) -> dict[str, Group]:
    """Whose people were harmed, and how many of each: whole groups that do not overlap."""
    claim = testimony.claim
    effects = [effect for effect in claim.effects if effect.kind is kind]
    groups: dict[str, Group] = {}
    for effect in effects:
        if effect.of is None:
            range_ = range_of(effect, claim)
            known = groups.get(effect.who)
            # Two counts of one group in one claim are a whole and a part of it, or one count said twice.
            groups[effect.who] = Group(max(known.range, range_, key=_reach) if known else range_)
    wholes = frozenset(groups)
    for effect in effects:
        if effect.of is None:
            continue
        part, whole = range_of(effect, claim), groups.get(effect.who)
        if effect.who in wholes and whole is not None:
            beside = effect.of == _BESIDE and not _has_word(testimony, "within")
            if beside and _comes_first(effect, effects):
                groups[effect.who] = Group(whole.range.plus(part))
            elif beside or part.low > whole.range.high:
                groups[effect.who] = Group(whole.range.with_more(part.high))
        elif "unknown" not in wholes:  # else they are of those whose status is not stated
            low = max(part.low, whole.range.low if whole else 0)
            # Beside a whole group ("three fighters and a girl") they are counted out; alone there may be more.
            groups[effect.who] = Group(Range(low, max(low, part.high) if wholes else math.inf), derived=True)
    return groups


def _reach(range_: Range) -> tuple[int, bool]:
    return range_.low, range_.high < math.inf


def _comes_first(part: Effect, effects: Sequence[Effect]) -> bool:
    """Whether it is told before its whole: "an officer and four soldiers" are five."""
    at = effects.index(part)
    return any(e.who == part.who and e.of is None for e in effects[at:])


def total_of(groups: Mapping[str, Range]) -> Range:
    """Everybody, once: people of unstated status may be among the others."""
    others = [range_ for who, range_ in groups.items() if who != "unknown"]
    unknown = groups.get("unknown")
    low = sum(range_.low for range_ in others)
    high = sum(range_.high for range_ in others)
    if unknown is None:
        return Range(low, high)
    return Range(max(low, unknown.low), high + unknown.high)


def find_kinds(voices: Sequence[Heard]) -> list[EffectKind]:
    """Kinds of harm that somebody counts, gravest first."""
    told = {e.kind for heard in voices for t in heard.asserted for e in t.claim.effects}
    return [kind for kind in EffectKind if kind in told]


def build_accounts(voices: Sequence[Heard], kind: EffectKind) -> list[Account]:
    return [account for heard in voices if (account := build_account(heard, kind))]


def find_parts(accounts: Sequence[Account]) -> frozenset[str]:
    """Voices that count only a part of what another sums up: the 15 freed by one side, of 33 in all."""
    return frozenset(
        part.voice
        for part in accounts
        for whole in accounts
        if not part.total.meets(whole.total)
        and part.total.high < whole.total.low
        and is_part(part, whole, accounts)
    )


def is_part(part: Account, whole: Account, accounts: Sequence[Account]) -> bool:
    """Whether a count is that of a group which the other, or a third that comes to the same sum, adds up."""
    # A party's people are no part of another's: only whose status is not stated can be some of a sum.
    return "unknown" in part.groups and any(
        split is not part
        and len(split.groups) > 1
        and (split is whole or split.total.meets(whole.total))
        and any(part.total.meets(range_) and range_.is_numbered for range_ in split.groups.values())
        for split in accounts
    )


def _has_number(testimony: Testimony, kind: EffectKind) -> bool:
    return any(e.kind is kind and (e.low is not None or e.high is not None) for e in testimony.claim.effects)
