"""What an incident's page needs so that it can be judged there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tawatur.export.ontology import load_entries, load_parties, load_people, load_sources
from tawatur.export.told import Told
from tawatur.records import Claim, JudgedClaim, Judgement
from tawatur.review.slots import plain_slots
from tawatur.review.vocabulary import GivenEffect, GivenPlace
from tawatur.serve.desk import Desk
from tawatur.serve.places import Offer, offer_places
from tawatur.serve.rows import Row
from tawatur.serve.sessions import Account
from tawatur.serve.users import Role

_RECENT = 10
EMPTY_ROWS = 2


class PanelClaim(NamedTuple):
    number: int  # as on the page
    claim: Claim
    quote: str
    plain: dict[str, Any]  # slot → the value that holds, as a form has it
    judged: JudgedClaim | None
    offer: Offer | None  # places to choose from

    @property
    def effects(self) -> list[dict[str, Any]]:
        """A row of the form a group of people, and some for those that the machine did not read."""
        rows = [*self.plain["effects"], *({} for _ in range(EMPTY_ROWS))]
        return [{name: _as_written(row.get(name)) for name in GivenEffect.__struct_fields__} for row in rows]

    @property
    def place(self) -> dict[str, Any]:
        place = self.plain["place"] or {}
        return {name: _as_written(place.get(name)) for name in GivenPlace.__struct_fields__}


class Past(NamedTuple):
    """A judgement that was made, or an act of several: then the first of these."""

    judgement: Judgement
    stands: bool
    can_undo: bool
    can_redo: bool  # it was taken back, and may be set again
    more: int  # further claims of which the same was judged in one act


class Panel(NamedTuple):
    incident: str
    state: str
    grade: Judgement | None
    rule_grade: str | None
    seen: int
    claims: tuple[PanelClaim, ...]
    rejected: tuple[PanelClaim, ...]
    neighbours: tuple[Row, ...]
    history: tuple[Past, ...]
    may_judge: bool


def build_panel(desk: Desk, told: Told, account: Account | None, numbers: Sequence[str] = ()) -> Panel:
    """`numbers` are the claims in the order in which the page numbers them."""
    reviewed, incident = desk.reviewed, told.incident.id
    order = list(numbers) or [claim.id for claim in told.claims]
    by_id = {claim.id: claim for claim in told.claims}
    near = {one for pair in reviewed.proposals(incident) for one in (pair.left, pair.right)} - {incident}
    return Panel(
        incident=incident,
        state=told.state.value,
        grade=told.review.grade if told.review else None,
        rule_grade=told.drawn.grade.grade,
        seen=reviewed.number,
        claims=tuple(
            _build_claim(desk, told, by_id[key], n) for n, key in enumerate(order, 1) if key in by_id
        ),
        rejected=tuple(_build_claim(desk, told, claim, 0) for claim in told.rejected),
        neighbours=tuple(row for key in sorted(near) if (row := desk.row(key))),
        history=tuple(list_past(reviewed.history(incident), account)),
        may_judge=account is not None and account.may_judge,
    )


def may_undo(judgement: Judgement, account: Account | None) -> bool:
    """One takes back what one judged; an administrator also what others did."""
    if account is None or not account.may_judge:
        return False
    return judgement.who == account.name or account.role is Role.ADMIN


def list_past(history: Iterable[tuple[Judgement, bool]], account: Account | None) -> Iterator[Past]:
    """What was judged, an act a line. What was taken back is set again only where that is asked for on its line."""
    listed = list(history)
    here = {one.id for one, _ in listed}
    more = Counter(one.beside for one, _ in listed)
    undoings = {one.about: one for one, stands in listed if one.field == "undo" and stands}
    for one, stands in listed:
        if one.beside in here:
            continue
        is_undoing = one.field == "undo"
        undoing = undoings.get(one.id)
        yield Past(
            one,
            stands,
            can_undo=stands and not is_undoing and may_undo(one, account),
            can_redo=undoing is not None and not is_undoing and may_undo(undoing, account),
            more=more[one.id],
        )


def list_recent(desk: Desk, account: Account | None) -> list[Past]:
    """What was judged lately, the last first."""
    return list(islice(list_past(desk.reviewed.history(), account), _RECENT))


def is_party(name: str) -> bool:
    """Whether a list knows a party, a kind of people or a kind of source by this name."""
    return (
        name in load_parties()
        or name in load_people()
        or name in load_sources()
        or name in ("civilians", "unknown")
    )


def choices() -> dict[str, list[str]]:
    """The values that forms offer as lists to choose from."""
    return {
        "people": list(load_people()),
        "precision": list(load_entries("precision")),
        "grades": list(load_entries("grades")),
    }


def _as_written(value: object) -> object:
    return "" if value is None else value


def _build_claim(desk: Desk, told: Told, claim: Claim, number: int) -> PanelClaim:
    quote = desk.reviewed.quote(claim)
    judged = told.judged.get(claim.id)
    offer = offer_places(desk, claim.id, claims=(*told.claims, *told.rejected))
    return PanelClaim(number, claim, quote, plain_slots(claim), judged, offer)
