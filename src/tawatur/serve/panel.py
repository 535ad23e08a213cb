"""What an incident's page needs so that it can be judged there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from tawatur.export.ontology import load_entries, load_parties, load_people, load_sources
from tawatur.export.told import Told
from tawatur.records import Candidate, Claim, JudgedClaim, Judgement
from tawatur.review.slots import plain_slots
from tawatur.review.vocabulary import GivenEffect, GivenPlace
from tawatur.serve.desk import Desk
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

    @property
    def effects(self) -> list[dict[str, Any]]:
        """A row of the form a group of people, and some for those that the machine did not read."""
        rows = [*self.plain["effects"], *({} for _ in range(EMPTY_ROWS))]
        return [{name: _as_written(row.get(name)) for name in GivenEffect.__struct_fields__} for row in rows]

    @property
    def place(self) -> dict[str, Any]:
        place = self.plain["place"] or {}
        return {name: _as_written(place.get(name)) for name in GivenPlace.__struct_fields__}

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Places that the machine weighed."""
        machine = self.judged.machine if self.judged else self.claim
        return machine.place.value.candidates if machine.place else ()


class Past(NamedTuple):
    judgement: Judgement
    stands: bool
    can_undo: bool


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
        history=tuple(
            Past(judgement, stands, stands and may_undo(judgement, account))
            for judgement, stands in reviewed.history(incident)
        ),
        may_judge=account is not None and account.may_judge,
    )


def may_undo(judgement: Judgement, account: Account | None) -> bool:
    """One takes back what one judged; an administrator also what others did."""
    if account is None or not account.may_judge:
        return False
    return judgement.who == account.name or account.role is Role.ADMIN


def list_recent(desk: Desk, account: Account | None) -> list[Past]:
    """What was judged lately, the last first."""
    return [
        Past(judgement, stands, stands and may_undo(judgement, account))
        for judgement, stands in islice(desk.reviewed.history(), _RECENT)
    ]


def is_party(name: str) -> bool:
    """Whether a list knows a party, a kind of people or a kind of source by this name."""
    return (
        name in load_parties()
        or name in load_people()
        or name in load_sources()
        or name in ("civilians", "unknown")
    )


def choices() -> dict[str, list[str]]:
    """The values that forms offer."""
    return {
        "parties": sorted({*load_parties(), "civilians", "unknown"}),
        "sources": [*load_sources(), *sorted(load_parties())],
        "people": list(load_people()),
        "precision": list(load_entries("precision")),
        "grades": list(load_entries("grades")),
    }


def _as_written(value: object) -> object:
    return "" if value is None else value


def _build_claim(desk: Desk, told: Told, claim: Claim, number: int) -> PanelClaim:
    quote = desk.reviewed.quote(claim)
    return PanelClaim(number, claim, quote, plain_slots(claim), told.judged.get(claim.id))
