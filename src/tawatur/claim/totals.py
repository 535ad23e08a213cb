"""Tell a statement's overall total from the happenings that it sums.

`مقتل 28 … وأسر 8` at the head of a statement that goes on to 6, 15 and 7 killed in three attacks asserts nothing of its own: counted
beside its parts, the dead would be counted twice. A total over a period is a claim, whatever it sums.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.claim.draft import Draft

_PARTS_MOST = 6
_LEAST = 5  # smaller sums come about by chance
_PERIOD = 3  # days


def leave_totals(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that only sum others of the same source, in the order given."""
    counts = [_count(draft) for draft in drafts]
    return [draft for n, draft in enumerate(drafts) if not _is_total(n, drafts, counts)]


def _is_total(n: int, drafts: Sequence[Draft], counts: list[Counter[str]]) -> bool:
    draft, whole = drafts[n], counts[n]
    if not whole or (draft.days is not None and (draft.days.last - draft.days.first).days > _PERIOD):
        return False
    kind, most = max(whole.items(), key=lambda item: (item[1], item[0]))
    if most < _LEAST:
        return False
    others = [m for m, other in enumerate(drafts) if m != n and counts[m] and other.source == draft.source]
    for first in range(len(others)):
        sums: Counter[str] = Counter()
        for parts, m in enumerate(others[first : first + _PARTS_MOST], 1):
            sums += counts[m]
            if sums[kind] > most or not counts[m][kind]:
                break
            if parts > 1 and sums[kind] == most:
                return all(sums[other] <= whole[other] for other in sums)
    return False


def _count(draft: Draft) -> Counter[str]:
    """How many suffered each kind of harm, where that is said exactly; parts of a group are within it."""
    counts: Counter[str] = Counter()
    for harm, _ in draft.effects:
        if harm.of is None and harm.low is not None and harm.low == harm.high:
            counts[harm.kind] += harm.low
    return counts
