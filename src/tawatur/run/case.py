"""A case to ask, with Arabic spelling taken care of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tawatur.errors import CaseError
from tawatur.export.claims import format_document
from tawatur.export.neighbours import Neighbours, find_neighbours
from tawatur.export.passages import Words, find_words
from tawatur.export.told import Told, tell, tell_all
from tawatur.records import (
    Claim,
    CopyOf,
    Document,
    Incident,
    Judgement,
    Proposed,
    Refusal,
    Summed,
    Text,
)
from tawatur.run.judged import JudgedCase
from tawatur.run.keys import search_expression
from tawatur.store import Filter, SqliteStore

_LISTED = 8  # incidents that a message names


class Case:
    """A case that was built, as reviewers left it. Close it, or use it in a `with` block; nothing here writes.

    What the machine read is in `store`; the judgements of a claim, in `judged.judged_claim(id)`.
    """

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.judged = JudgedCase(store)
        self.path = store.case

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.__exit__(kind, error, trace)

    def close(self) -> None:
        self.store.close()

    @property
    def is_finished(self) -> bool:
        """Whether the last run came to its end; incidents of an unfinished case may be out of date."""
        return bool(self.store.state("finished"))

    def counts(self) -> dict[str, int]:
        return self.store.counts()

    def documents(self) -> Iterator[Document]:
        return self.store.documents()

    def document(self, id_: str) -> Document | None:
        return self.store.document(id_)

    def text(self, document: str) -> Text | None:
        return self.store.text(document)

    def received(self, document: str) -> bytes:
        """The bytes as they came in, held against their hash."""
        known = self.store.document(document)
        if known is None:
            raise CaseError(f"{self.path} has no report {document!r}.")
        return self.store.objects.get(known.sha256)

    def claims(self, wanted: Filter | None = None, /, **narrow: Any) -> Iterator[Claim]:  # noqa: ANN401
        """Claims that a filter lets through: `case.claims(type="shelling", country="SY")`."""
        return self.judged.claims(wanted or Filter(**narrow))

    def claim(self, id_: str) -> Claim | None:
        return self.judged.claim(id_)

    def quote(self, claim: Claim) -> str:
        """The words that state a claim."""
        text = self.store.text(claim.document)
        return claim.quote.of(text.shown) if text else ""

    def words(self, claim: Claim) -> Words:
        """The words that state a claim, within their sentence."""
        text = self.store.text(claim.document)
        return find_words(text, claim) if text else Words("", "", "")

    def incidents(self) -> Iterator[Told]:
        """Every incident with its claims and their documents."""
        return tell_all(self.judged)

    def incident(self, id_: str) -> Told | None:
        """An incident by its id, by the beginning of it that no other has, or by one of its claims.

        None where there is none; a beginning that several have is a `CaseError`, which lists them.
        """
        incident = self.judged.incident(id_) or self._incident_of_claim(id_) or self._only(id_)
        return tell(self.judged, incident) if incident else None

    def neighbours(self, told: Told) -> Neighbours:
        """What may be the same as an incident, the totals that count it, and the copies of its reports."""
        return find_neighbours(self.judged, told)

    def total(self, id_: str) -> tuple[Claim, Document, Words, list[tuple[Summed, Told]]] | None:
        """A claim that stands in no incident, since it counts many, with its report, its words and the incidents in it."""
        claim = self.claim(id_)
        document = self.document(claim.document) if claim else None
        if claim is None or document is None or self._incident_of_claim(id_):
            return None
        within = [
            (summed, told) for summed in self.sums(toll=id_) if (told := self.incident(summed.incident))
        ]
        return claim, document, self.words(claim), within

    def proposals(self, incident: str | None = None) -> Iterator[Proposed]:
        """Incidents that may be one, with why they were not joined; those of one incident, or all."""
        return self.judged.proposals(incident)

    def sums(self, *, incident: str | None = None, toll: str | None = None) -> Iterator[Summed]:
        """Tolls over a period with the incidents in them; of one incident, of one toll, or all."""
        return self.judged.sums(incident=incident, toll=toll)

    def copies(self, document: str | None = None) -> Iterator[CopyOf]:
        """Reports that are copies as a whole; those of or by one report, or all."""
        return self.store.copies(document)

    def refusals(self) -> Iterator[Refusal]:
        return self.store.refusals()

    def judgements(self, about: str | None = None) -> Iterator[Judgement]:
        """Those that stand and apply; `judged.logged()` has all."""
        return self.judged.judgements(about)

    def search(self, words: str, limit: int = 50) -> list[Document]:
        """Reports that hold all of these words, in any spelling and with any proclitics, best first."""
        expression = search_expression(words)
        found = self.store.search(expression, limit) if expression else []
        return [document for key in found if (document := self.store.document(key))]

    def to_format(self) -> Iterator[dict[str, Any]]:
        """Every document in the claim format, as `export --as claims` writes it."""
        return (format_document(entry) for entry in self.judged.entries())

    def _incident_of_claim(self, id_: str) -> Incident | None:
        key = self.judged.incident_of(id_)
        return self.judged.incident(key) if key else None

    def _only(self, start: str) -> Incident | None:
        found = {one.id for one in self.store.incidents_from(start, _LISTED + 1)} if start else set()
        found |= {key for key in self.judged.judged.incidents if start and key.startswith(start)}
        if len(found) > 1:
            listed = ", ".join(sorted(found)[:_LISTED]) + (", …" if len(found) > _LISTED else "")
            raise CaseError(
                f"Several incidents of {self.path} begin with {start!r}: {listed}.\n  Give more letters of one."
            )
        return self.judged.incident(found.pop()) if found else None


def open_case(path: str | Path) -> Case:
    """Open a case to ask; `CaseError` says what to do where there is none."""
    return Case(SqliteStore(Path(path)))
