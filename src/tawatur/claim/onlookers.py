"""Who tells of what was done by force, counts it or comes to the rescue, and did none of it.

`رصد نشطاء المرصد قصفا نفذته القوات`, `استجاب الدفاع المدني لأكثر من 85 هجوما`: monitors, rescuers and medics stand as the subject beside words for
happenings more often than who acted does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.allegiance import ONLOOKERS, side_of
from tawatur.claim.roles import BY_FORCE, kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_OF_ARMS = BY_FORCE | {"territory_change", "deployment"}


def leave_onlookers(draft: Draft) -> None:
    """The actors of what is done by arms without those who bear none."""
    if kind_of(draft.type) in _OF_ARMS:
        draft.actors = tuple(party for party in draft.actors if side_of(party) not in ONLOOKERS)
