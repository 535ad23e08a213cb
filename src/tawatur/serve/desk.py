"""A case as the pages ask it: its store, the index over its incidents, and the names of places."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from tawatur.errors import CaseError
from tawatur.export.labels import party
from tawatur.export.ontology import Lang, Pair
from tawatur.export.told import Told, tell
from tawatur.records import Claim, Document
from tawatur.serve.gazetteer import Places
from tawatur.serve.index import Index
from tawatur.serve.kept import Kept, keep, open_kept
from tawatur.serve.lookup import NOWHERE, Lookup
from tawatur.serve.passage import paragraph_around
from tawatur.serve.persons import Persons
from tawatur.serve.reviewed import Reviewed
from tawatur.serve.rows import Row, build_row
from tawatur.serve.words import LANGS
from tawatur.store import SqliteStore, load_manifest

T = TypeVar("T")
_ROWS = "2"  # raised when a row, or what is searched, is made otherwise
_PROGRESS = 500  # incidents between two reports of progress


class Search(NamedTuple):
    """How words are folded to be kept, and how a question is put to them."""

    to_body: Callable[[str], str]
    to_expression: Callable[[str], str]


class Laid(NamedTuple):
    """What is kept of the case, how words are looked up in it, and what the machine proposed."""

    kept: Kept
    lookup: Lookup
    proposed: tuple[
        tuple[str, str], ...
    ]  # incidents that the machine holds for one, perhaps: the likeliest first


class Desk:
    """One case that is being served. Safe to use from several threads: each has a connection of its own."""

    def __init__(
        self,
        case: Path,
        search: Search,
        reviewed: Reviewed,
        *,
        persons: Persons,
        places: Places,
        names: Mapping[str, Pair] | None = None,
        scores: Mapping[str, dict[str, float]] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        """`names` are of areas: "SY", "SY/Homs". `scores` are of reading, by set and slot. `progress` is told how many incidents of how many are laid out."""
        self.case = case
        self._search = search
        self.reviewed = reviewed
        self.persons = persons
        self.places = places
        self._names = dict(names or {})
        self.scores = dict(scores or {})
        self._progress = progress
        self._own = threading.local()
        self._answers: dict[str, tuple[int, Any]] = {}
        self._laying = threading.Lock()
        self._taking_in = threading.Lock()
        self._stamp = self._read_stamp()
        self._homes: Mapping[str, str | None] = {}  # by which words are looked up now
        self._laid, index = self._lay_out()
        self.index = self._with_judged(self._laid, index)

    @property
    def store(self) -> SqliteStore:
        store: SqliteStore | None = getattr(self._own, "store", None)
        if store is None:
            store = self._own.store = SqliteStore(self.case)
        return store

    @property
    def is_finished(self) -> bool:
        return bool(self.store.state("finished"))

    def remember(self, what: str, ask: Callable[[SqliteStore], T]) -> T:
        """An answer that takes the case's tables long; it is kept until a run has written to them."""
        version = self.reviewed.store.version
        known = self._answers.get(what)
        if known is None or known[0] != version:
            known = self._answers[what] = version, ask(self.store)
        answer: T = known[1]
        return answer

    @property
    def root(self) -> str:
        """The hash that two people hold in common who hold the same case; empty while no run has ended."""
        try:
            return load_manifest(self.case).root
        except CaseError:
            return ""

    def follow(self, *, waits: bool = False) -> None:
        """Begin to lay out the incidents again where the case has changed; until that is done, the old ones are shown.

        What was judged since is taken in. Where another thread is at that, nobody waits for it but who `waits`: one
        who judged, and is to see it.
        """
        if self._read_stamp() != self._stamp and self._laying.acquire(blocking=False):
            threading.Thread(target=self._lay_out_again, daemon=True).start()
        if not self._taking_in.acquire(blocking=waits):
            return
        try:
            changed = self.reviewed.refresh()
            if changed:
                self.index = self._with_judged(self._laid, self.index, changed)
        finally:
            self._taking_in.release()

    def _lay_out_again(self) -> None:
        try:
            stamp = self._read_stamp()
            laid, index = self._lay_out()
            with self._taking_in:
                self._laid, self.index = laid, self._with_judged(laid, index)
            self._stamp = stamp
        finally:
            self._laying.release()

    def tell(self, id_: str) -> Told | None:
        """An incident as reviewers left it, by its id or by that of one of its claims; a rejected one too."""
        incident = self.reviewed.incident(id_) or self.reviewed.incident_record(id_)
        if incident is None and (key := self.reviewed.incident_of(id_)):
            incident = self.reviewed.incident(key)
        return self.persons.withhold(tell(self.reviewed, incident)) if incident else None

    def proposed(self) -> Iterator[tuple[str, str]]:
        """Incidents that may be one and that nobody judged to be one or two, the likeliest first."""
        apart = self.reviewed.apart
        return (pair for pair in self._laid.proposed if pair not in apart)

    def row(self, id_: str) -> Row | None:
        """An incident as the list has it."""
        return self.index.row(id_)

    @property
    def areas(self) -> Iterable[str]:
        """Countries and provinces that have names: "SY", "SY/Homs"."""
        return self._names.keys()

    def name_area(self, area: str, lang: Lang) -> str:
        """A country or a province by its name; a province that has none here by the gazetteer's."""
        named = self._names.get(area)
        return named.said(lang) if named else area.rpartition("/")[2]

    def _read_stamp(self) -> tuple[int, int]:
        """What changes when a run has come to its end: the manifest is written last."""
        try:
            stat = (self.case / "manifest.json").stat()
        except FileNotFoundError:
            return 0, 0
        return stat.st_mtime_ns, stat.st_size

    def _key(self) -> str:
        digest = hashlib.sha256(
            f"{_ROWS}\n{self.store.state('finished')}\n{self.store.state('linked')}\n".encode()
        )
        manifest = self.case / "manifest.json"
        if manifest.is_file():
            digest.update(manifest.read_bytes())
        return digest.hexdigest()

    def _lay_out(self) -> tuple[Laid, Index]:
        """The incidents as the machine left them."""
        key = self._key()
        kept = open_kept(self.case, key) if self.is_finished else None
        if kept is None:
            kept = keep(self.case, key, self._build_rows(), self._build_words())
        rows = kept.rows()
        number = {row.id: n for n, row in enumerate(rows)}
        incidents = dict(self.store.members())
        pairs = sorted(self.store.proposals(), key=lambda one: (-one.points, one.left, one.right))
        row_of = [number.get(incidents.get(claim, ""), NOWHERE) for claim in kept.claims()]
        laid = Laid(
            kept,
            Lookup(kept, row_of, len(rows)),
            tuple((one.left, one.right) for one in pairs),
        )
        return laid, Index(rows, self._search_in(laid, {}))

    def _with_judged(self, laid: Laid, index: Index, changed: Iterable[str] | None = None) -> Index:
        """The index with these incidents, or all that were judged, as reviewers left them."""
        is_anew = changed is None
        if changed is None:
            self.reviewed.refresh()
            changed = self.reviewed.touched
        if not changed:
            return index
        rows: dict[str, Row | None] = {}
        for id_ in changed:
            incident = self.reviewed.incident(id_)
            is_here = incident is not None and incident.id == id_ and incident.assessment is not None
            rows[id_] = (
                build_row(self.persons.withhold(tell(self.reviewed, incident)))
                if incident and is_here
                else None
            )
        index = index.with_rows(rows)
        homes = self.reviewed.homes
        if is_anew or homes is not self._homes:  # most judgements move no claim
            moved = {
                n: index.number.get(homes[claim] or "", NOWHERE)
                for claim, n in laid.kept.numbers(homes).items()
            }
            index.search_by(self._search_in(laid, moved))
            self._homes = homes
        return index

    def _search_in(self, laid: Laid, rows: Mapping[int, int]) -> Callable[[str], int]:
        """Looks words up; `rows` are those of claims, by number, that stand in another than the machine put them in."""
        moved = laid.lookup.lay_over(rows)

        def search(asked: str) -> int:
            expression = self._search.to_expression(asked)
            return laid.lookup.find(expression, moved) if expression else 0

        return search

    def _build_rows(self) -> Iterator[Row]:
        many = self.store.counts()["incidents"]
        for n, incident in enumerate(self.store.incidents(), 1):
            if incident.assessment is not None:  # only a case that was not finished has one without
                # Without judgements: what is kept must not grow old with the next one.
                yield build_row(self.persons.withhold(tell(self.store, incident))._replace(judgements=()))
            if self._progress and (n % _PROGRESS == 0 or n == many):
                self._progress(n, many)

    def _build_words(self) -> Iterator[tuple[str, str]]:
        members = {claim for claim, _ in self.store.members()}
        for entry in self.store.entries():
            shown = entry.text.shown
            for claim in entry.claims:
                if claim.id in members:
                    around = paragraph_around(shown, claim.quote).of(shown)
                    names = self._name_all(claim, entry.document)
                    yield claim.id, self._search.to_body(" \n ".join((around, *names)))

    def _name_all(self, claim: Claim, document: Document) -> Iterator[str]:
        """Every name by which a reader may look for a claim, in both languages."""
        yield from filter(None, (document.title, document.outlet))
        values = [said.value for said in (*claim.actors, *claim.targets)]
        if claim.source and not self.persons.is_person(claim.source.value):
            values.append(claim.source.value)
        if claim.place:
            place = claim.place.value
            yield place.name
            if place.lat is not None and place.candidates:
                yield from (place.candidates[0].name_en, place.candidates[0].name_ar)
            for area in (place.country, f"{place.country}/{place.admin1}" if place.admin1 else None):
                if area:
                    yield from (self.name_area(area, lang) for lang in LANGS)
        for value in values:
            yield from (party(value, lang) for lang in LANGS)
