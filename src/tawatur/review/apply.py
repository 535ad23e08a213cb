"""Judgements over the machine's claims and incidents.

A fold, in the order in which judgements were made, over those that stand. It reads of the case only what
judgements are about. Nothing is dropped: what does not apply is noted with its reason, and the machine's
value stays beside every other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tawatur.records import (
    Anchor,
    ClaimType,
    Incident,
    JudgedClaim,
    JudgedIncident,
    Judgement,
    Noted,
    Reason,
    ReviewState,
)
from tawatur.records.incident import Joined
from tawatur.review.claim_state import ClaimState
from tawatur.review.ground import Finder, Ground
from tawatur.review.groups import Groups, new_incident
from tawatur.review.judged import Judged
from tawatur.review.standing import find_standing, find_undone, sort_judgements


@dataclass(slots=True)
class _Incident:
    verdict: Judgement | None = None
    grade: Judgement | None = None
    judgements: list[Judgement] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)


def apply_judgements(judgements: Iterable[Judgement], ground: Ground) -> Judged:
    listed = list(judgements)
    fold = Fold(ground)
    for judgement in find_standing(listed):
        fold.take(judgement)
    return fold.result(find_undone(listed), _undo_nothing(listed))


class Fold:
    """Takes judgements that stand, one after the other, in the order of their making."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._finder = Finder(ground)
        self._groups = Groups(self._finder)
        self._claims: dict[str, ClaimState] = {}
        self._incidents: dict[str, _Incident] = {}
        self._apart: set[tuple[str, str]] = set()
        self._noted: list[Noted] = []
        self._compared = 0

    def take(self, judgement: Judgement) -> None:
        if judgement.is_about_claim:
            self._take_claim(judgement)
        elif judgement.field in ("merge", "apart"):
            self._take_two(judgement)
        elif judgement.field == "split":
            self._take_split(judgement)
        else:
            self._take_incident(judgement)

    def _take_claim(self, judgement: Judgement) -> None:
        found = self._finder.find(judgement.of[0])
        if found.claim is None:
            self._note(judgement, found.how)
            return
        state = self._claims.setdefault(found.claim.id, ClaimState(found.claim))
        if judgement.field == "move" and not self._move(judgement, found.claim.id):
            return
        if found.how:
            self._note(judgement, found.how, found.claim.id)
        state.take(judgement)

    def _move(self, judgement: Judgement, claim: str) -> bool:
        """Whether the claim was moved."""
        home = self._groups.home(claim)
        if judgement.value is None:
            to: str | None = new_incident(judgement)
            if home is not None and len(self._groups.members(home)) == 1:
                to = home
        else:
            found = self._groups.find(judgement.value, judgement.to)
            if found.id is None:
                self._note(judgement, found.how)
                return False
            to = found.id
        if to is None or to == home:
            self._note(judgement, "already")
            return False
        self._groups.move((claim,), to)
        return True

    def _take_two(self, judgement: Judgement) -> None:
        left = self._groups.find(judgement.about, judgement.of)
        right = self._groups.find(judgement.value, judgement.to)
        if left.id is None or right.id is None:
            self._note(judgement, left.how or right.how)
            return
        is_one = left.id == right.id
        if judgement.field == "merge" and is_one:
            self._note(judgement, "already")
            return
        if judgement.field == "merge":
            ends = min(self._groups.members(left.id)), min(self._groups.members(right.id))
            self._apart.discard(_pair(left.id, right.id))
            self._groups.merge(left.id, right.id)
            why = (
                Reason("joined_by_because", (judgement.who, judgement.why))
                if judgement.why
                else Reason("joined_by", (judgement.who,))
            )
            self._at(left.id).joined.append(Joined(left=min(ends), right=max(ends), why=(why,)))
        elif is_one:
            apart = self._standing_in(left.id, judgement.to)
            if not apart or apart == self._groups.members(left.id):
                self._note(judgement, "not_in_it")
                return
            free = not self._groups.members(judgement.value)
            other = str(judgement.value) if free else new_incident(judgement)
            self._groups.move(apart, other)
            self._apart.add(_pair(left.id, other))
        else:
            self._apart.add(_pair(left.id, right.id))
        self._compared += 1
        self._at(left.id).judgements.append(judgement)

    def _take_split(self, judgement: Judgement) -> None:
        named = set(judgement.value)
        rest = [anchor for anchor in judgement.of if anchor.claim not in named]
        off = [anchor for anchor in judgement.of if anchor.claim in named]
        found = self._groups.find(judgement.about, rest or judgement.of)
        if found.id is None:
            self._note(judgement, found.how)
            return
        claims = self._standing_in(found.id, off)
        if not claims or claims == self._groups.members(found.id):
            there = any(self._finder.find(anchor).claim for anchor in off)
            self._note(judgement, "already" if there else "no_claim")
            return
        self._groups.move(claims, new_incident(judgement))
        self._at(found.id).judgements.append(judgement)

    def _take_incident(self, judgement: Judgement) -> None:
        found = self._groups.find(judgement.about, judgement.of)
        if found.id is None or (found.how == "merged" and judgement.field != "comment"):
            self._note(judgement, found.how)
            return
        if found.how:
            self._note(judgement, found.how, found.id)
        state = self._at(found.id)
        if judgement.field == "verdict":
            state.verdict = judgement
        elif judgement.field == "grade":
            state.grade = judgement
        state.judgements.append(judgement)

    def _standing_in(self, incident: str, anchors: Iterable[Anchor]) -> frozenset[str]:
        found = {claim.id for anchor in anchors if (claim := self._finder.find(anchor).claim)}
        return self._groups.members(incident) & found

    def _at(self, incident: str) -> _Incident:
        return self._incidents.setdefault(incident, _Incident())

    def _note(
        self, judgement: Judgement, reason: str, about: str | None = None, slots: tuple[str, ...] = ()
    ) -> None:
        self._noted.append(Noted(judgement=judgement, reason=reason, about=about, slots=slots))

    def result(self, undone: frozenset[str] = frozenset(), noted: Iterable[Noted] = ()) -> Judged:
        """What the judgements taken so far come to."""
        notes = [*noted, *self._noted]
        claims = {key: state.build(notes) for key, state in sorted(self._claims.items())}
        homes = {claim: home for claim in claims if (home := self._groups.home(claim)) is not None}
        ids = {*self._groups.touched, *self._incidents, *homes.values()}
        incidents: dict[str, JudgedIncident] = {}
        for key in sorted(ids):
            if self._groups.members(key):
                incidents[key] = self._build_incident(key, claims)
            else:
                self._lose(key, notes)
        order = {one.id: n for n, one in enumerate(sort_judgements(note.judgement for note in notes))}
        empty = frozenset(key for key in ids if key not in incidents and self._ground.incident(key))
        return Judged(
            claims=claims,
            incidents=incidents,
            homes=self._find_homes(incidents),
            into={key: into for key in sorted(ids) if (into := self._groups.into(key)) and into in incidents},
            apart=frozenset(self._apart),
            empty=empty,
            gone=empty.union(key for key, one in incidents.items() if one.is_out),
            noted=tuple(sorted(notes, key=lambda note: order[note.judgement.id])),
            undone=undone,
            compared=self._compared,
        )

    def _build_incident(self, key: str, claims: dict[str, JudgedClaim]) -> JudgedIncident:
        machine = self._ground.incident(key)
        state = self._incidents.get(key, _Incident())
        members = self._groups.members(key)
        out = frozenset(claim for claim in members if _is_out(claims.get(claim)))
        standing = tuple(sorted(members - out))
        is_same = (
            machine is not None
            and machine.claims == standing
            and not any(claim in claims and claims[claim].decided for claim in standing)
        )
        incident = machine if machine and is_same else self._regroup(key, standing, state.joined)
        judged_since = [j for claim in members if claim in claims for j in claims[claim].judgements]
        return JudgedIncident(
            machine=machine,
            incident=incident,
            state=self._find_state(state, members, judged_since),
            rejected=tuple(sorted(out)),
            verdict=state.verdict,
            grade=state.grade,
            judgements=tuple(state.judgements),
        )

    def _regroup(self, key: str, standing: tuple[str, ...], joined: list[Joined]) -> Incident:
        """The incident with its claims, and what the machine said of any two of them."""
        homes = {home for claim in standing if (home := self._ground.incident_of(claim)) is not None}
        before = [incident for home in sorted(homes) if (incident := self._ground.incident(home))]
        within = frozenset(standing)
        return Incident(
            id=key,
            claims=standing,
            reasons=(
                *(one for was in before for one in was.reasons if {one.left, one.right} <= within),
                *(one for one in joined if {one.left, one.right} <= within),
            ),
            copies=tuple(one for was in before for one in was.copies if {one.claim, one.of} <= within),
        )

    def _find_state(
        self, state: _Incident, members: frozenset[str], of_claims: list[Judgement]
    ) -> ReviewState:
        verdict = state.verdict
        if verdict is None:
            return ReviewState.BEGUN if state.judgements or of_claims else ReviewState.UNREVIEWED
        if verdict.value == "rejected":
            return ReviewState.REJECTED
        accepted = {claim.id for anchor in verdict.of if (claim := self._finder.find(anchor).claim)}
        later = any(
            (one.when, one.id) > (verdict.when, verdict.id) and one.field != "comment"
            for one in (*state.judgements, *of_claims)
        )
        return ReviewState.CHANGED if later or accepted != members else ReviewState.REVIEWED

    def _lose(self, key: str, notes: list[Noted]) -> None:
        """An incident that has no claims left: what was said of it alone does not apply."""
        state = self._incidents.get(key)
        into = self._groups.into(key)
        notes.extend(
            Noted(judgement=judgement, reason="merged" if into else "no_incident")
            for judgement in (state.judgements if state else ())
            if judgement.field in ("verdict", "grade")
        )

    def _find_homes(self, incidents: dict[str, JudgedIncident]) -> dict[str, str | None]:
        homes: dict[str, str | None] = {}
        for key, judged in incidents.items():
            homes.update(dict.fromkeys(judged.incident.claims, key))
            homes.update(dict.fromkeys(judged.rejected, None))
        return {
            claim: home for claim, home in sorted(homes.items()) if home != self._ground.incident_of(claim)
        }


def _is_out(judged: JudgedClaim | None) -> bool:
    """Whether a claim counts for nothing in its incident: rejected, or a toll over a period by now."""
    if judged is None:
        return False
    is_toll = judged.claim.type.value is ClaimType.TOLL and judged.machine.type.value is not ClaimType.TOLL
    return judged.is_rejected or is_toll


def _pair(left: str, right: str) -> tuple[str, str]:
    return min(left, right), max(left, right)


def _undo_nothing(judgements: list[Judgement]) -> list[Noted]:
    known = {judgement.id for judgement in judgements}
    return [
        Noted(judgement=judgement, reason="nothing_undone")
        for judgement in judgements
        if judgement.field == "undo" and judgement.about not in known
    ]
