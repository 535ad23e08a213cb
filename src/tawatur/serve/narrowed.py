"""A case as if it held nothing but some of its incidents: what an export of a view is made of."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from tawatur.export.chain import Chain
from tawatur.export.views import View, load_file_writer, load_folder_writer
from tawatur.records import (
    Claim,
    CopyOf,
    Document,
    Incident,
    JudgedClaim,
    JudgedIncident,
    Judgement,
    Logged,
    Proposed,
    Refusal,
    Summed,
    Text,
)


class Part(NamedTuple):
    """A document with those of its claims that belong to the incidents."""

    document: Document
    text: Text
    claims: Sequence[Claim]
    incidents: dict[str, str]
    judged: Mapping[str, JudgedClaim]


class Narrowed:
    """Everything in the order of its identifiers, as exports need it."""

    def __init__(self, chain: Chain, incidents: Iterable[str]) -> None:
        self._chain = chain
        self._ids = sorted(incidents)

    def incidents(self) -> Iterator[Incident]:
        return (incident for id_ in self._ids if (incident := self._chain.incident(id_)))

    def entries(self) -> Iterator[Part]:
        chosen = frozenset(self._ids)
        for entry in self._chain.entries():
            own = {claim: incident for claim, incident in entry.incidents.items() if incident in chosen}
            if own:
                claims = tuple(claim for claim in entry.claims if claim.id in own)
                yield Part(entry.document, entry.text, claims, own, entry.judged)

    def incident(self, id_: str) -> Incident | None:
        return self._chain.incident(id_)

    def proposals(self, incident: str | None = None) -> Iterator[Proposed]:
        """Those of which both incidents are here."""
        chosen = frozenset(self._ids)
        return (one for one in self._chain.proposals(incident) if {one.left, one.right} <= chosen)

    def sums(self, *, incident: str | None = None, toll: str | None = None) -> Iterator[Summed]:
        chosen = frozenset(self._ids)
        return (one for one in self._chain.sums(incident=incident, toll=toll) if one.incident in chosen)

    def copies(self, document: str | None = None) -> Iterator[CopyOf]:
        """Those of which both reports tell of incidents that are here."""
        told = {
            claim.document
            for incident in self.incidents()
            for key in incident.claims
            if (claim := self._chain.claim(key))
        }
        return (one for one in self._chain.copies(document) if {one.copy, one.original} <= told)

    def claim(self, id_: str) -> Claim | None:
        return self._chain.claim(id_)

    def document(self, id_: str) -> Document | None:
        return self._chain.document(id_)

    def text(self, document: str) -> Text | None:
        return self._chain.text(document)

    def judgements(self, about: str | None = None) -> Iterator[Judgement]:
        return self._chain.judgements(about)

    def judged_claim(self, id_: str) -> JudgedClaim | None:
        return self._chain.judged_claim(id_)

    def judged_incident(self, id_: str) -> JudgedIncident | None:
        return self._chain.judged_incident(id_)

    def logged(self) -> Iterator[Logged]:
        """The judgements that bear on one of the incidents."""
        chosen = frozenset(self._ids)
        return (logged for logged in self._chain.logged() if logged.incident in chosen)

    def refusals(self) -> Iterator[Refusal]:
        return iter(())  # what was set aside belongs to no incident


def write_view(chain: Narrowed, view: View, rows: str | None, stream: BinaryIO) -> None:
    """The view as one file; a view that is a folder is packed into a ZIP archive, the same bytes each time."""
    if not view.is_folder:
        load_file_writer(view, rows)(chain, stream)
        return
    with tempfile.TemporaryDirectory(prefix="tawatur-") as folder:

        @contextmanager
        def sink(name: str) -> Iterator[BinaryIO]:
            with (Path(folder) / name).open("wb") as out:
                yield out

        names = load_folder_writer(view, rows)(chain, sink)
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as packed:
            for name in sorted(names):
                packed.writestr(zipfile.ZipInfo(name), (Path(folder) / name).read_bytes())
