"""Build a judgement: what it is about is looked up as the reader saw it, and kept with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from tawatur.errors import JudgementError
from tawatur.records import Anchor, Claim, Incident, Judgement
from tawatur.review.slots import plain_slot, plain_slots, plain_value
from tawatur.review.vocabulary import FIELDS, SLOTS, About, check_judgement


class Shown(Protocol):
    """The case as a reviewer sees it: with the judgements that stand."""

    def claim(self, id_: str) -> Claim | None: ...
    def machine_claim(self, id_: str) -> Claim | None: ...
    def quote(self, claim: Claim) -> str: ...
    def incident_record(self, id_: str) -> Incident | None: ...
    def members(self, incident: str) -> Iterable[str]: ...
    def incident_of(self, claim: str) -> str | None: ...
    def judgement(self, id_: str) -> Judgement | None: ...


def build_judgement(
    shown: Shown,
    about: str,
    field: str,
    value: Any,  # noqa: ANN401 (each field has its own)
    *,
    who: str,
    why: str = "",
    when: dt.datetime | None = None,
    is_party: Callable[[str], bool] | None = None,
) -> Judgement:
    """A judgement that may be added; `JudgementError` where it is about nothing or says nothing.

    `is_party` knows the parties and kinds of source that have a name.
    """
    if field not in FIELDS:
        plain_value(field, value)  # raises, and says which there are
    kind = FIELDS[field].about
    when = when or dt.datetime.now(dt.UTC)
    if kind is About.JUDGEMENT:
        return _build_undo(shown, about, value, who, why, when)
    plain = plain_value(field, value)
    is_claim = shown.claim(about) is not None
    if (is_claim and kind is About.INCIDENT) or (not is_claim and kind is About.CLAIM):
        there = "an incident" if kind is About.INCIDENT else "a claim"
        raise JudgementError(
            f"{field} is said of {there}, and {about!r} is none of this case.\n  Give its identifier.",
            "not_here",
            about=about,
        )
    was, of, to = (_see_claim if is_claim else _see_incident)(shown, about, field, plain)
    judgement = Judgement(
        id="", about=about, field=field, value=plain, who=who, when=when, why=why, was=was, of=of, to=to
    )
    check_judgement(judgement)
    if is_party is not None:
        _check_parties(field, plain, is_party)
    return judgement


def _build_undo(shown: Shown, about: str, value: object, who: str, why: str, when: dt.datetime) -> Judgement:
    undone = shown.judgement(about)
    if undone is None:
        raise JudgementError(
            f"There is no judgement {about!r} to undo.\n  Look at the history again.", "no_judgement"
        )
    plain_value("undo", value)
    said = undone.was if undone.field == "undo" and isinstance(undone.was, dict) else {}
    was = {"about": said.get("about", undone.about), "field": undone.field}
    if undone.field == "undo":  # what was taken back is set again
        was["again"] = said.get("again", said.get("field", ""))
    judgement = Judgement(
        id="",
        about=about,
        field="undo",
        value=None,
        who=who,
        when=when,
        why=why,
        was=was,
        of=undone.of,
        to=undone.to,
    )
    check_judgement(judgement)
    return judgement


_Seen = tuple[Any, tuple[Anchor, ...], tuple[Anchor, ...]]


def _see_claim(shown: Shown, about: str, field: str, value: Any) -> _Seen:  # noqa: ANN401
    claim = shown.claim(about)
    machine = shown.machine_claim(about)
    assert claim is not None
    assert machine is not None
    of = (_anchor(shown, machine),)
    if field in SLOTS:
        return plain_slot(claim, field), of, ()
    if field == "verdict":
        return plain_slots(machine), of, ()
    if field == "move":
        home = shown.incident_of(about)
        if value == home and home is not None:
            raise JudgementError(
                f"Claim {about} stands in {value} already.\n  Give another incident.", "stands_there"
            )
        if value is None and home is not None and len(list(shown.members(home))) == 1:
            raise JudgementError(
                f"Claim {about} stands in an incident of its own already.\n  Give another incident.",
                "stands_alone",
            )
        return home, of, () if value is None else _anchors(shown, value)
    return None, of, ()


def _see_incident(shown: Shown, about: str, field: str, value: Any) -> _Seen:  # noqa: ANN401
    of = _anchors(shown, about)
    if field in ("merge", "apart"):
        if value == about:
            raise JudgementError(f"{about} cannot be set beside itself.\n  Give another incident.", "itself")
        return None, of, _anchors(shown, value)
    if field == "split":
        claims = {anchor.claim for anchor in of}
        strange = sorted(set(value) - claims)
        if strange:
            raise JudgementError(
                f"{strange[0]} does not stand in {about}.\n  Name claims of the incident.", "not_of_incident"
            )
        if set(value) == claims:
            raise JudgementError(
                f"Nothing would be left of {about}.\n  Leave at least one claim.", "nothing_left"
            )
    if field == "grade":
        incident = shown.incident_record(about)
        drawn = incident.assessment if incident else None
        return drawn.grade.grade if drawn else None, of, ()
    return None, of, ()


def _anchors(shown: Shown, incident: str) -> tuple[Anchor, ...]:
    claims = [claim for key in sorted(shown.members(incident)) if (claim := shown.machine_claim(key))]
    if not claims:
        raise JudgementError(
            f"There is no incident {incident!r} in this case.\n  Give its identifier.",
            "no_incident",
            value=incident,
        )
    return tuple(_anchor(shown, claim) for claim in claims)


def _anchor(shown: Shown, machine: Claim) -> Anchor:
    return Anchor(
        claim=machine.id,
        document=machine.document,
        type=machine.type.value.value,
        quote=shown.quote(machine),
    )


def _check_parties(field: str, value: Any, is_party: Callable[[str], bool]) -> None:  # noqa: ANN401
    named: Iterable[str] = ()
    if field in ("actors", "targets"):
        named = value
    elif field == "source":
        named = [value] if value else []
    elif field == "effects":
        named = [effect["who"] for effect in value]
    for party in named:
        if ":" not in party and not is_party(party):
            raise JudgementError(
                f"No list knows the party {party!r}.\n  Choose one that is listed, or write other:NAME.",
                "unlisted",
                value=party,
            )
