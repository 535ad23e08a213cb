"""Where the counts of two voices cannot both be right.

A count that is known to have risen is a stage and contradicts nothing; neither does a part beside its whole, nor
a group that only one of them counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tawatur.link.accounts import Account, Range, build_accounts, find_kinds, is_part
from tawatur.link.sides import Sides
from tawatur.link.voices import Heard
from tawatur.records import Contradiction, Side

_CIVILIANS = frozenset({"civilians"})


class _Group(NamedTuple):
    """What an account says of one group, or of everybody where `who` is None."""

    account: Account
    who: str | None
    range: Range


class _Difference(NamedTuple):
    reason: str
    left: _Group
    right: _Group


def find_toll_contradictions(voices: Sequence[Heard], sides: Sides) -> Iterator[Contradiction]:
    """At most one of each reason for each kind of harm, with all the accounts that take part in it."""
    for kind in find_kinds(voices) if len(voices) > 1 else ():
        accounts = build_accounts(voices, kind)
        risen = [account for account in accounts if account.rises]
        standing = [a for a in accounts if not any(_is_stage(a, of, sides) for of in risen)]
        found: dict[str, list[_Group]] = {}
        for left, right in combinations(standing, 2):
            if (difference := _differ(left, right, accounts, sides)) is not None:
                found.setdefault(difference.reason, []).extend((difference.left, difference.right))
        for reason, groups in sorted(found.items()):
            yield Contradiction(field=kind.value, reason=reason, sides=_sides(groups))


def _differ(left: Account, right: Account, accounts: Sequence[Account], sides: Sides) -> _Difference | None:
    if _are_set_against(left, right):
        return _Difference("civilians_or_fighters", _everybody(left), _everybody(right))
    if (lost := _disagree_on_the_loser(left, right, sides)) is not None:
        return lost
    shared = [
        (one, other)
        for one in left.groups
        for other in right.groups
        if one != "unknown" != other and sides.is_kin(one, other)
    ]
    if not shared and not ("unknown" in left.groups or "unknown" in right.groups):
        return None  # each counts people of whom the other says nothing
    pairs = [
        (_Group(left, one, _widest(left, one)), _Group(right, other, _widest(right, other)))
        for one, other in shared
    ] or [(_everybody(left), _everybody(right))]
    for one_group, other_group in pairs:
        if not one_group.range.meets(other_group.range) and not _is_reconciled(left, right, accounts):
            return _Difference("counts", one_group, other_group)
    return None


def _widest(account: Account, who: str) -> Range:
    """Its count of a group, with those of unstated status who may belong to it."""
    unknown = account.groups.get("unknown")
    return account.groups[who].with_more(unknown.high) if unknown else account.groups[who]


def _everybody(account: Account) -> _Group:
    who = next(iter(account.groups)) if len(account.groups) == 1 else None
    return _Group(account, who, account.total)


def _are_set_against(left: Account, right: Account) -> bool:
    """One counts civilians alone and the other a party's people alone."""
    one, other = frozenset(left.groups), frozenset(right.groups)
    if "unknown" in one | other:
        return False
    return (one == _CIVILIANS) != (other == _CIVILIANS) and not (one & other)


def _disagree_on_the_loser(left: Account, right: Account, sides: Sides) -> _Difference | None:
    """One counts the dead of both sides; the side that lost most by it counts only its enemy's."""
    for full, partial in ((left, right), (right, left)):
        party = partial.heard.party
        if party is None or len(full.groups) < 2 or not partial.groups:
            continue
        most = max(sorted(full.groups), key=lambda who: full.groups[who].low)
        others = [who for who in full.groups if who not in (most, "unknown", "civilians")]
        if not sides.is_kin(most, party) or full.groups[most].low <= max(
            (full.groups[who].low for who in full.groups if who != most), default=0
        ):
            continue
        if all(any(sides.is_kin(who, other) for other in others) for who in partial.groups):
            who = next(iter(partial.groups))
            return _Difference(
                "losers",
                _Group(full, most, full.groups[most]),
                _Group(partial, who, partial.groups[who]),
            )
    return None


def _is_reconciled(left: Account, right: Account, accounts: Sequence[Account]) -> bool:
    return is_part(left, right, accounts) or is_part(right, left, accounts)


def _is_stage(account: Account, risen: Account, sides: Sides) -> bool:
    """Whether a toll is a lower one of those that a later or equally late report says has risen."""
    if account is risen or account.day is None or risen.day is None or account.day > risen.day:
        return False
    same_people = "unknown" in {*account.groups, *risen.groups} or any(
        sides.is_kin(one, other) for one in account.groups for other in risen.groups
    )
    return (
        same_people
        and account.total.low < risen.total.low
        and (account.total.high < risen.total.low or account.total.meets(risen.total))
    )


def _sides(groups: Sequence[_Group]) -> tuple[Side, ...]:
    """One side for each thing that is said, the lowest count first."""
    said: dict[tuple[Range, str], dict[str, Account]] = {}
    for group in groups:
        said.setdefault((group.range, group.who or ""), {})[group.account.voice] = group.account
    return tuple(
        Side(
            says=(who or "everybody", *_written(range_)),
            voices=tuple(sorted(accounts)),
            claims=tuple(sorted({key for account in accounts.values() for key in account.claims})),
        )
        for (range_, who), accounts in sorted(said.items())
    )


def _written(range_: Range) -> tuple[str, str]:
    low, high = range_.ends
    return "" if low is None else str(low), "" if high is None else str(high)
