"""What the other tellings of a happening in one report add to the one that is kept: how many were harmed.

`سقوط قتلى وجرحى بقصف` in the lead and `أدى القصف إلى مقتل 4 مدنيين وإصابة 13` below are one claim, and its figures are the latter's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm


def take_counts(draft: Draft, tellings: Iterable[Draft]) -> None:
    """Count whom a draft leaves uncounted as another telling does, the largest of several."""
    told = [effect for telling in tellings for effect in telling.effects if effect[0].low is not None]
    for n, (harm, who) in enumerate(draft.effects):
        if harm.low is not None or harm.high is not None or harm.of is not None:
            continue
        counted = [
            h for h, whose in told if _is_same(h, harm) and (whose == who or "unknown" in {whose, who})
        ]
        if counted:
            draft.effects[n] = max(counted, key=_size), who


def _is_same(told: Harm, harm: Harm) -> bool:
    return told.kind == harm.kind and told.of is None and told.way != "part"


def _size(harm: Harm) -> tuple[int, int]:
    return harm.low or 0, harm.high or 0
