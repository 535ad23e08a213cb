"""What the other tellings of a happening add to the one that a claim is made of: how many were harmed, by whom, where exactly.

`سقوط قتلى وجرحى بقصف` in the lead and `أدى القصف إلى مقتل 4 مدنيين وإصابة 13` below are one claim, and its figures are the latter's.
The telling that is kept stays as it is; what it leaves open is taken from the nearest of the others that says it. What a source said is
never taken for the report's own word: only the same source's tellings, and those in the report's own voice, add to a claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.allegiance import leave_hit_actors
from tawatur.claim.nesting import take_finer_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm


def take_from(draft: Draft, tellings: Sequence[Draft]) -> None:
    """Fill what a draft leaves open from other tellings of its happening."""
    tellings = [telling for telling in tellings if telling.source in {draft.source, "outlet"}]
    take_finer_place(draft, tellings)
    take_counts(draft, tellings)
    take_day(draft, tellings)
    if draft.type == "toll":  # the format leaves a total's parties to its effects
        return
    near = sorted(tellings, key=lambda d: abs(d.number - draft.number))
    _take_actors(draft, near)
    _take_descriptions(draft, near)
    _take_effects(draft, near)


def take_counts(draft: Draft, tellings: Sequence[Draft]) -> None:
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


def take_day(draft: Draft, tellings: Sequence[Draft]) -> None:
    """Take the day that words beside another telling name, where the draft's own is settled by no words and holds it."""
    days = draft.days
    if days is None or draft.days_by not in {"eve", "before"} or days.first == days.last:
        return
    for other in sorted(tellings, key=lambda d: abs(d.number - draft.number)):
        if (
            other.days_by == "mention"
            and other.days
            and days.first <= other.days.first == other.days.last <= days.last
        ):
            draft.days, draft.days_by, draft.date_mention = other.days, other.days_by, other.date_mention
            draft.grounds["date"] = other.grounds["date"]
            return


def _take_actors(draft: Draft, near: Sequence[Draft]) -> None:
    for other in near:
        if not draft.actors and not {*other.actors} & {*draft.targets}:
            draft.actors = other.actors
            _take_grounds(draft, other, "actor ")


def _take_descriptions(draft: Draft, near: Sequence[Draft]) -> None:
    """Who one told of by his name alone was, where another telling of the happening has one whom a noun describes.

    `قتل فلان الفلاني` in one sentence, `مقتل قيادي في التنظيم` in the other.
    """
    for n, (harm, _) in enumerate(draft.effects):
        if not harm.sure or harm.low != 1:
            continue
        described = next(
            (
                told
                for other in near
                for told in other.effects
                if told[0].kind == harm.kind
                and told[0].low == told[0].high == 1
                and told[0].people is not None
            ),
            None,
        )
        if described is not None:
            draft.effects[n] = described
            draft.whose[n] = described[1]


def _take_effects(draft: Draft, near: Sequence[Draft]) -> None:
    """All of the nearest telling that has any, where the draft has none; else counted harm of kinds that it does not name.

    And parts of those that it does: `24 مدنيا قتلوا` in one sentence, `بين القتلى تسع نساء` in the next.
    """
    for other in near:
        if other.type == "toll":
            continue
        named = {harm.kind for harm, _ in draft.effects}
        for harm, who in other.effects:
            if not named or (harm.kind not in named and harm.low is not None) or _is_part(harm, who, draft):
                draft.effects.append((harm, who))
                draft.whose.append(who)
        _take_grounds(draft, other, "who ")
    if not draft.targets:
        draft.targets = tuple(w for w in dict.fromkeys(draft.whose) if w not in {*draft.actors, "unknown"})
    leave_hit_actors(draft)


def _is_part(harm: Harm, who: str, draft: Draft) -> bool:
    """Whether some are told apart of those whom the draft counts, and tells none of the kind apart."""
    same = [h for h, whose in draft.effects if h.kind == harm.kind and whose == who]
    whole = any(h.of is None and h.low is not None and h.low > (harm.low or 0) for h in same)
    return harm.of is not None and whole and all(h.of != harm.of for h in same)


def _take_grounds(draft: Draft, other: Draft, of: str) -> None:
    draft.grounds = {name: why for name, why in other.grounds.items() if name.startswith(of)} | draft.grounds


def _is_same(told: Harm, harm: Harm) -> bool:
    return told.kind == harm.kind and told.of is None and told.way != "part"


def _size(harm: Harm) -> tuple[int, int]:
    return harm.low or 0, harm.high or 0
