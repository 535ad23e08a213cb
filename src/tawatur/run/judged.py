"""A case as reviewers left it: judgements applied, and what they touch drawn up again.

Everything that judgements do not touch is handed on as the machine left it. What they touch is worked out
once and kept until a judgement is added or the case is built anew.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from typing import NamedTuple

import msgspec

from tawatur.link.assess import assess
from tawatur.link.copied import find_copied
from tawatur.link.copies import Report
from tawatur.link.sides import Sides, load_sides
from tawatur.link.testimony import Testimony
from tawatur.records import (
    Claim,
    CopyOf,
    Document,
    Incident,
    JudgedClaim,
    JudgedIncident,
    Judgement,
    Logged,
    Noted,
    Proposed,
    Refusal,
    Summed,
    Text,
)
from tawatur.records.judgement import find_subjects
from tawatur.review import SLOTS, Judged, Parts
from tawatur.review.ground import Remembered
from tawatur.review.parts import find_changed
from tawatur.review.slots import plain_slot
from tawatur.review.standing import sort_judgements
from tawatur.store import Entry, Filter, SqliteStore, is_let_through

_ONE_HOLDS = frozenset((*SLOTS, "verdict", "grade"))  # of these the last about a thing holds


class JudgedCase:
    """A case to ask, as `SqliteStore` is asked, with the values that hold. Safe to use from several threads.

    It stands as at the last `refresh`, so that one export sees one state.
    """

    def __init__(self, store: SqliteStore, load: Callable[[], Sides] = load_sides) -> None:
        """`load` gives the camps by which incidents are drawn up; it is called when the first has to be."""
        self.store = store
        self._load = load
        self._sides: Sides | None = None
        self._one_at_a_time = threading.RLock()
        self._version = -1
        self._number = 0
        self._listed: dict[str, Judgement] = {}
        self._order: tuple[Judgement, ...] = ()  # in which they hold
        self._about: dict[str, list[Judgement]] = {}  # a claim, an incident → those that bear on it
        self._drawn: dict[str, _Drawn] = {}
        self._parts = Parts(Remembered(store))
        self.refresh()

    @property
    def judged(self) -> Judged:
        """What the judgements come to."""
        return self._parts.judged

    @property
    def number(self) -> int:
        """That of the last judgement that is taken in."""
        return self._number

    @property
    def touched(self) -> frozenset[str]:
        """Incidents that are, or are gone, by what reviewers decided."""
        return frozenset((*self.judged.incidents, *self.judged.empty))

    @property
    def homes(self) -> dict[str, str | None]:
        """The incidents of claims that stand elsewhere than the machine put them, or nowhere."""
        return self.judged.homes

    @property
    def noted(self) -> tuple[Noted, ...]:
        return self.judged.noted

    @property
    def compared(self) -> int:
        """Judgements that stand of two incidents: whether they are one."""
        return self.judged.compared

    @property
    def apart(self) -> frozenset[tuple[str, str]]:
        return self.judged.apart

    def refresh(self) -> frozenset[str]:
        """Take in what has come since; which incidents are, or were, others than before."""
        if (self.store.version, self.store.log.number) == (self._version, self._number):
            return frozenset()  # asked before the lock is taken: the log may be waiting for the disk
        with self._one_at_a_time:
            version, number = self.store.version, self.store.log.number
            if (version, number) == (self._version, self._number):
                return frozenset()
            numbered = self.store.log.since(self._number)
            came = [judgement for _, judgement in numbered]
            self._list(came)
            self._number = numbered[-1][0] if numbered else number
            if version == self._version:
                return self._parts.take_in(came)
            self._version = version
            before, parts = self._parts.judged, Parts(Remembered(self.store))
            parts.take_in(self._order)
            self._parts = parts
            return find_changed(before, parts.judged)

    def _list(self, came: list[Judgement]) -> None:
        self._listed.update((judgement.id, judgement) for judgement in came)
        came = sort_judgements(came)
        is_later = not (self._order and came) or self._order[-1].when < came[0].when
        self._order = (*self._order, *came) if is_later else tuple(sort_judgements((*self._order, *came)))
        for judgement in came:
            for subject in find_subjects(judgement):
                self._about.setdefault(subject, []).append(judgement)

    def judgement(self, id_: str) -> Judgement | None:
        return self._listed.get(id_)

    def stands(self, id_: str) -> bool:
        """Whether there is such a judgement, and nobody has taken it back."""
        return id_ in self._listed and id_ not in self.judged.undone

    def history(self, incident: str | None = None) -> Iterator[tuple[Judgement, bool]]:
        """Every judgement that bears on an incident or its claims, or every one, the last first, and whether it stands."""
        listed: Sequence[Judgement] = self._order
        if incident is not None:
            bearing = [one for key in {incident, *self.members(incident)} for one in self._about.get(key, ())]
            listed = sort_judgements({one.id: one for one in bearing}.values())
        undone = self.judged.undone
        return ((judgement, judgement.id not in undone) for judgement in reversed(listed))

    def judgements(self, about: str | None = None) -> Iterator[Judgement]:
        """Those that stand and apply, in the order in which they hold; `about` as the case has it now."""
        judged = self.judged
        if about is None:
            idle = {note.judgement.id for note in judged.idle}
            out = judged.undone.union(idle)
            return iter([one for one in self._order if one.field != "undo" and one.id not in out])
        if about in judged.incidents:
            return iter(judged.incidents[about].judgements)
        return iter(judged.claims[about].judgements if about in judged.claims else ())

    def judged_claim(self, id_: str) -> JudgedClaim | None:
        """None: nobody judged it, and it is as the machine read it."""
        return self.judged.claims.get(id_)

    def judged_incident(self, id_: str) -> JudgedIncident | None:
        """None: neither it nor one of its claims was judged."""
        known = self.judged.incidents.get(id_)
        return known and msgspec.structs.replace(known, incident=self._draw(known.incident))

    def claim(self, id_: str) -> Claim | None:
        known = self.judged.claims.get(id_)
        return known.claim if known else self.store.claim(id_)

    def claims(self, wanted: Filter) -> Iterator[Claim]:
        """Claims that a filter lets through by the values that hold, without those that were rejected."""
        judged = self.judged
        touched = judged.claims.keys() | judged.homes.keys()
        changed = [
            claim
            for key in touched
            if (claim := self.claim(key))
            and not (key in judged.claims and judged.claims[key].is_rejected)
            and is_let_through(claim, self.incident_of(key), wanted)
        ]
        untouched = (claim for claim in self.store.claims(wanted) if claim.id not in touched)
        return merge(untouched, sorted(changed, key=_place_in_text), key=_place_in_text)

    def machine_claim(self, id_: str) -> Claim | None:
        return self.store.claim(id_)

    def quote(self, claim: Claim) -> str:
        """The words that state a claim."""
        found = self.store.testimony(claim.id)
        return found[2] if found else ""

    def incident(self, id_: str) -> Incident | None:
        """An incident that is not out; one that was merged into another is that other."""
        judged = self.judged
        id_ = judged.into.get(id_, id_)
        if id_ in judged.gone:
            return None
        known = judged.incidents.get(id_)
        return self._draw(known.incident) if known else self.store.incident(id_)

    def incident_record(self, id_: str) -> Incident | None:
        """An incident that has claims, if only rejected ones."""
        known = self.judged.incidents.get(id_)
        return self._draw(known.incident) if known else self.store.incident(id_)

    def members(self, incident: str) -> tuple[str, ...]:
        """The claims that stand in an incident, those that were rejected among them."""
        judged = self.judged
        if incident in judged.empty:
            return ()
        known = judged.incidents.get(incident)
        if known:
            return tuple(sorted((*known.incident.claims, *known.rejected)))
        found = self.store.incident(incident)
        return found.claims if found else ()

    def incident_of(self, claim: str) -> str | None:
        homes = self.judged.homes
        return homes[claim] if claim in homes else self.store.incident_of(claim)

    def incidents(self) -> Iterator[Incident]:
        """All that are not out, in the order of their ids."""
        judged = self.judged
        made = [one.incident for one in judged.incidents.values() if one.machine is None and not one.is_out]
        made.sort(key=lambda one: one.id)
        gone = judged.gone
        for incident in merge(self.store.incidents(), made, key=lambda one: one.id):
            if incident.id not in gone:
                known = judged.incidents.get(incident.id)
                yield self._draw(known.incident) if known else incident

    def entries(self) -> Iterator[Entry]:
        """Every document with its claims but those that were rejected."""
        judged = self.judged
        out = {key for key, one in judged.claims.items() if one.is_rejected}
        lost = judged.gone
        for entry in self.store.entries():
            if not (judged.claims or judged.homes or lost):
                yield entry
                continue
            claims = tuple(
                judged.claims[claim.id].claim if claim.id in judged.claims else claim
                for claim in entry.claims
                if claim.id not in out
            )
            homes = {
                claim.id: home
                for claim in claims
                if (home := judged.homes.get(claim.id, entry.incidents.get(claim.id))) and home not in lost
            }
            about = {claim.id: one for claim in claims if (one := judged.claims.get(claim.id))}
            yield Entry(entry.document, entry.text, claims, homes, about)

    def logged(self) -> Iterator[Logged]:
        """Every judgement in the order in which they hold, and what it comes to."""
        judged = self.judged
        idle = {note.judgement.id: note.reason for note in judged.idle}
        holding = {key for key, _ in self._find_holding()}
        bearing = {note.judgement.id: note.about for note in judged.noted}
        for judgement in self._order:
            key = judgement.id
            is_last = key in holding or judgement.field not in _ONE_HOLDS
            state = (
                "undone" if key in judged.undone else idle.get(key) or ("holds" if is_last else "replaced")
            )
            about = bearing.get(key, None if judgement.field == "undo" else judgement.about)
            machine = None
            if judgement.is_about_claim and judgement.field in SLOTS and about:
                known = judged.claims.get(about)
                machine = plain_slot(known.machine, judgement.field) if known else None
            elif judgement.field == "grade" and about:
                drawn = self.incident_record(about)
                machine = drawn.assessment.grade.grade if drawn and drawn.assessment else None
            incident = self.incident_of(about) if about and judgement.is_about_claim else about
            yield Logged(judgement=judgement, state=state, incident=incident, machine=machine)

    def _find_holding(self) -> Iterator[tuple[str, str]]:
        """Judgements of which only the last about a thing holds, with what they are about now."""
        for key, claim in self.judged.claims.items():
            yield from ((one.by.id, key) for one in claim.decided)
            if claim.verdict:
                yield claim.verdict.id, key
        for key, incident in self.judged.incidents.items():
            yield from ((one.id, key) for one in (incident.verdict, incident.grade) if one)

    def proposals(self, incident: str | None = None) -> Iterator[Proposed]:
        """Incidents that may be one, but for those that a reviewer joined, held apart, or that are gone."""
        judged = self.judged
        for proposed in self.store.proposals(incident):
            pair = (proposed.left, proposed.right)
            if pair not in judged.apart and not judged.gone.intersection(pair):
                yield proposed

    def sums(self, *, incident: str | None = None, toll: str | None = None) -> Iterator[Summed]:
        """Tolls over a period and the incidents within them, but for those that are gone or were rejected."""
        judged = self.judged
        for summed in self.store.sums(incident=incident, toll=toll):
            claim = judged.claims.get(summed.toll)
            if summed.incident not in judged.gone and not (claim and claim.is_rejected):
                yield summed

    def copies(self, document: str | None = None) -> Iterator[CopyOf]:
        return self.store.copies(document)

    def document(self, id_: str) -> Document | None:
        return self.store.document(id_)

    def text(self, document: str) -> Text | None:
        return self.store.text(document)

    def refusals(self) -> Iterator[Refusal]:
        return self.store.refusals()

    def _draw(self, incident: Incident) -> Incident:
        """The incident with its assessment, drawn up from the values that hold."""
        if incident.assessment is not None or not incident.claims:
            return incident
        with self._one_at_a_time:
            told = [
                (self.claim(key) or found[0], found[1], found[2])
                for key in incident.claims
                if (found := self.store.testimony(key))
            ]
            claims = tuple(claim for claim, _, _ in told)
            kept = self._drawn.get(incident.id)
            if kept is None or (kept.version, kept.asked, kept.claims) != (self._version, incident, claims):
                copies = find_copied(claims, self._read_reports(told)) if len(told) > 1 else ()
                made = msgspec.structs.replace(
                    incident,
                    copies=copies,
                    assessment=assess([Testimony.of(*one) for one in told], self._known_sides(), copies),
                )
                kept = self._drawn[incident.id] = _Drawn(self._version, incident, claims, made)
            return kept.made

    def _read_reports(self, told: Iterable[tuple[Claim, Document, str]]) -> dict[str, Report]:
        documents = {document.id: document for _, document, _ in told}
        if len(documents) < 2:
            return {}
        return {
            key: Report.of(key, document.published, text.shown)
            for key, document in sorted(documents.items())
            if (text := self.store.text(key))
        }

    def _known_sides(self) -> Sides:
        if self._sides is None:
            self._sides = self._load()
        return self._sides


def _place_in_text(claim: Claim) -> tuple[str, int, int]:
    return claim.document, claim.quote.start, claim.quote.end


class _Drawn(NamedTuple):
    version: int
    asked: Incident
    claims: tuple[Claim, ...]
    made: Incident
