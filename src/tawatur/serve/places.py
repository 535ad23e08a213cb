"""Places to choose from where a claim's place is corrected: those that the machine weighed, and those that a search finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from tawatur.errors import JudgementError
from tawatur.records import Candidate, Claim, Precision
from tawatur.serve.desk import Desk
from tawatur.serve.gazetteer import Listed, Point

_SETTLED = (Precision.POINT, Precision.NEIGHBOURHOOD, Precision.VILLAGE, Precision.TOWN)


class Offer(NamedTuple):
    """What a reviewer may choose from for one claim."""

    claim: Claim  # with the values that hold
    asked: str
    weighed: tuple[Listed, ...]
    found: tuple[Listed, ...]
    alike: tuple[str, ...]  # further claims of the incident that read the same place


def offer_places(
    desk: Desk, id_: str, asked: str = "", claims: Sequence[Claim] | None = None
) -> Offer | None:
    """`claims` are those of its incident, where they are at hand."""
    claim, machine = desk.reviewed.claim(id_), desk.reviewed.machine_claim(id_)
    if claim is None or machine is None:
        return None
    near = _find_near(desk, claim)
    candidates = machine.place.value.candidates if machine.place else ()
    weighed = tuple(_list_weighed(desk, one, near) for one in candidates)
    found = desk.places.search(asked, near) if asked.strip() else ()
    return Offer(claim, asked, weighed, tuple(found), find_alike(desk, claim, claims))


def choose_place(desk: Desk, claim: str, id_: str) -> dict[str, Any]:
    """The place of an identifier, as the value of a judgement about a claim.

    One that the machine weighed keeps the name, and what is said of it ("the countryside of"), that the words have.
    """
    machine = desk.reviewed.machine_claim(claim)
    read = machine.place.value if machine and machine.place else None
    weighed = next((one for one in read.candidates if one.id == id_), None) if read else None
    listed = desk.places.get(id_, None)
    place = weighed or (listed.place if listed else None)
    if place is None:
        raise JudgementError(
            f"There is no place {id_!r} in the gazetteer.\n  Search for it again.", "no_place", value=id_
        )
    relation = read.relation if read and weighed else None
    precision = Precision.AREA if relation and place.precision in _SETTLED else place.precision
    return {
        "name": read.name if read and weighed else place.name_ar or place.name_en,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "precision": precision.value,
        "relation": relation,
        "id": place.id,
        "name_en": place.name_en or None,
        "admin2": place.admin2,
    }


def find_alike(desk: Desk, claim: Claim, claims: Sequence[Claim] | None = None) -> tuple[str, ...]:
    """The other claims of its incident that read the same place."""
    if claim.place is None:
        return ()
    if claims is None:
        incident = desk.reviewed.incident_of(claim.id)
        members = desk.reviewed.members(incident) if incident else ()
        claims = [one for key in members if (one := desk.reviewed.claim(key))]
    key = _key(claim)
    return tuple(one.id for one in claims if one.id != claim.id and one.place and _key(one) == key)


def _key(claim: Claim) -> tuple[object, ...]:
    """Two claims whose keys are equal read the same place, however they spell it."""
    assert claim.place is not None
    place = claim.place.value
    where = (place.name,) if place.lat is None else (place.lat, place.lon)
    return (*where, place.relation, place.precision)


def _find_near(desk: Desk, claim: Claim) -> Point | None:
    """Where the claim stands, else where its incident does."""
    if claim.place and claim.place.value.lat is not None and claim.place.value.lon is not None:
        return claim.place.value.lat, claim.place.value.lon
    incident = desk.reviewed.incident_of(claim.id)
    row = desk.row(incident) if incident else None
    return (row.lat, row.lon) if row and row.lat is not None and row.lon is not None else None


def _list_weighed(desk: Desk, candidate: Candidate, near: Point | None) -> Listed:
    listed = desk.places.get(candidate.id, near)
    return Listed(candidate, listed.kind if listed else None, listed.km if listed else None)
