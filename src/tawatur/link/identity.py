"""Which incident a group of claims is: the one it shares most claims with, else a new one.

A new id is made of the smallest claim's, so that a case built twice from the same reports has the
same ids. An id that is kept is never given to another.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tawatur.records import Incident

_DIGITS = 12  # of hex: among a million incidents two meet with a chance of 1 in 500, and then one grows


def keep_ids(
    groups: Sequence[Sequence[str]],
    earlier: Iterable[Incident],
    is_taken: Callable[[str], bool] = lambda _: False,
) -> list[str]:
    """An id for each group of claims, in order; `is_taken` knows of ids beyond those of `earlier`."""
    group_of = {claim: at for at, claims in enumerate(groups) for claim in claims}
    shared: Counter[tuple[str, int]] = Counter()
    for incident in earlier:
        shared.update((incident.id, group_of[claim]) for claim in incident.claims if claim in group_of)
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for (kept, at), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if kept not in taken and at not in ids:
            ids[at] = kept
            taken.add(kept)
    for at, claims in enumerate(groups):
        if at not in ids:
            ids[at] = _new_id(min(claims), lambda new: new in taken or is_taken(new))
            taken.add(ids[at])
    return [ids[at] for at in range(len(groups))]


def _new_id(anchor: str, is_taken: Callable[[str], bool]) -> str:
    digest = hashlib.sha256(anchor.encode()).hexdigest()
    return next(new for n in range(_DIGITS, len(digest) + 1) if not is_taken(new := f"i{digest[:n]}"))
