"""Agree on incidents in a case: on all of them, or as far as what is new reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from tawatur.link import Telling, build_tellings, load_weights
from tawatur.link.blocks import number_key, standing_keys
from tawatur.link.copied import find_copied
from tawatur.link.copies import Report, build_bands, find_original
from tawatur.link.linking import link
from tawatur.link.sides import Sides
from tawatur.memory import uncollected
from tawatur.records import Claim, Copied, Incident
from tawatur.run.assess import draw_up
from tawatur.run.crew import Crew
from tawatur.run.scratch import Scratch
from tawatur.run.stages import Keys
from tawatur.run.tally import Watcher
from tawatur.run.whole import link_whole
from tawatur.store import Change, GrowingSqliteStore, Reading

_KEPT = 20_000  # reports whose words are kept in memory: some 20 KB each
_MANY = 0.2  # of a case's documents: where more have changed, all at once is faster than one by one


def link_case(
    store: GrowingSqliteStore, keys: Keys, sides: Sides, watcher: Watcher, crew: Crew, scratch: Scratch
) -> None:
    """Agree on incidents anew where claims, or the code and rules that join them, have changed."""
    if store.state("linked") == keys.link:
        return
    watcher.begin("link", 0)
    changed = store.linking.count_changes()
    if store.state("stood") != keys.link or changed > _MANY * store.counts()["documents"]:
        with uncollected():
            link_whole(store, sides, crew, scratch)
    else:
        _link_changes(store, sides)
    store.linking.settle_changes()
    store.note({"linked": keys.link, "stood": keys.link})
    store.commit()


def _link_changes(store: GrowingSqliteStore, sides: Sides) -> None:
    tables = store.linking
    changes = list(tables.changes())
    reports = _Reports(store)
    reports.follow(changes)
    went = [telling for change in changes if change.was for telling in _tell(change.was)]
    came = [telling for change in changes if change.now for telling in _tell(change.now)]
    tables.unstand(row for telling in went for row in _rows(telling))
    tables.stand(row for telling in came for row in _rows(telling))
    ledger = CaseLedger(store)
    linked = link((telling.id for telling in came), went, ledger, load_weights())
    store.agree(draw_up(store, reports.copied(linked.incidents), sides), linked.gone)
    touched = linked.gone.union(incident.id for incident in linked.incidents)
    tables.propose(linked.proposed, touched)
    tables.sum_up(linked.sums, touched, linked.tolls)


class CaseLedger:
    """The claims that stand in a case; what is asked for is kept, since a run asks around one place again and again."""

    def __init__(self, store: GrowingSqliteStore) -> None:
        self._store = store
        self._tellings: dict[str, Telling] = {}
        self._incidents: dict[str, Incident | None] = {}

    def find(self, keys: set[str]) -> set[str]:
        return self._store.linking.standing([number_key(key) for key in sorted(keys)])

    def telling(self, claim: str) -> Telling:
        if claim not in self._tellings:
            document = self._store.document_of(claim)
            reading = self._store.reading(document) if document else None
            if reading is not None:
                self._tellings.update((telling.id, telling) for telling in _tell(reading))
        return self._tellings[claim]

    def incident_of(self, claim: str) -> Incident | None:
        id_ = self._store.incident_of(claim)
        if id_ is None:
            return None
        if id_ not in self._incidents:
            self._incidents[id_] = self._store.incident(id_)
        return self._incidents[id_]

    def is_taken(self, incident: str) -> bool:
        return self._store.incident(incident) is not None


class _Reports:
    """The words of a case's reports, and what they took over from each other."""

    def __init__(self, store: GrowingSqliteStore) -> None:
        self._store, self._tables = store, store.linking
        self._reports: dict[str, Report | None] = {}

    def follow(self, changes: Iterable[Change]) -> None:
        """Settle anew which reports are copies, among those that changed and those near them."""
        near: set[str] = set()
        for change in changes:
            near.update(self._tables.banded(self._tables.bands(change.document)))
            keys = self.bands(change.document)
            self._tables.set_bands(change.document, keys)
            near.update(self._tables.banded(keys), (change.document,))
        for document in sorted(near):
            self.find_copy(document)

    def bands(self, document: str) -> list[int]:
        report = self._report(document)
        return build_bands(report) if report else []

    def find_copy(self, document: str) -> None:
        """Settle whether a document is a copy as a whole, and of which."""
        report = self._report(document)
        near = self._tables.banded(self._tables.bands(document)) - {document} if report else set()
        others = [other for key in sorted(near) if (other := self._report(key))]
        self._tables.set_copy(document, find_original(report, others) if report else None)

    def copied(self, incidents: Iterable[Incident]) -> Iterator[Incident]:
        """The same incidents, each with the claims that only repeat another's words."""
        for incident in incidents:
            claims = [claim for key in incident.claims if (claim := self._store.claim(key))]
            yield msgspec.structs.replace(incident, copies=self._find_copied(claims))

    def _find_copied(self, claims: list[Claim]) -> tuple[Copied, ...]:
        documents = sorted({claim.document for claim in claims})
        if len(documents) == 1:
            return ()
        reports = {key: report for key in documents if (report := self._report(key))}
        return find_copied(claims, reports)

    def _report(self, document: str) -> Report | None:
        if document not in self._reports:
            if len(self._reports) >= _KEPT:
                self._reports.clear()
            known, text = self._store.document(document), self._store.text(document)
            self._reports[document] = (
                Report.of(document, known.published, text.shown) if known and text else None
            )
        return self._reports[document]


def _tell(reading: Reading) -> Iterator[Telling]:
    quotes = {claim.id: quote for claim, quote in zip(reading.claims, reading.quotes, strict=True)}
    return build_tellings(reading.claims, reading.document.published, lambda claim: quotes[claim.id])


def _rows(telling: Telling) -> list[tuple[int, str]]:
    return [(number, telling.id) for number in sorted({number_key(key) for key in standing_keys(telling)})]
