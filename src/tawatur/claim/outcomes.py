"""What an act did to people, told in a sentence of its own: `استهدف القصف القرية. وأسفر عن مقتل ثلاثة`.

Both sentences tell one happening. The first, which says who did it and where, is the claim, and takes the effects
of the second.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tawatur.claim.allegiance import leave_hit_actors
from tawatur.claim.twins import may_be_twins

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tawatur.claim.draft import Draft

_NO_HARM = frozenset(
    {"other", "negotiation", "toll"}
)  # types whose claims await no outcome in the next sentence


def join_outcomes(drafts: Sequence[Draft], is_claim: Callable[[Draft], bool]) -> set[int]:
    """Give acts what the drafts right behind them tell came of them; the first words of those drafts."""
    joined: set[int] = set()
    for act, outcome in pairwise(sorted(drafts, key=lambda d: d.first)):
        if act.first not in joined and _is_outcome(act, outcome) and is_claim(act):
            _give(act, outcome)
            joined.add(outcome.first)
    return joined


def _is_outcome(act: Draft, outcome: Draft) -> bool:
    """Whether one draft tells an act without harm, and the next, not farther than a sentence, what may be its harm."""
    if act.effects or not outcome.effects or outcome.sentences[0] - act.sentences[-1] > 1:
        return False
    return act.type not in _NO_HARM and outcome.type != "toll" and may_be_twins(act, outcome)


def _give(act: Draft, outcome: Draft) -> None:
    act.effects = list(outcome.effects)
    act.whose = list(outcome.whose)
    act.targets = tuple(dict.fromkeys((*act.targets, *(t for t in outcome.targets if t not in act.actors))))
    leave_hit_actors(act)
    grounds = {name: why for name, why in outcome.grounds.items() if name.startswith(("who ", "target "))}
    act.grounds = grounds | act.grounds
