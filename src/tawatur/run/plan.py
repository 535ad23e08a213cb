"""Decide, report by report, what there is to read.

A document whose bytes, description, code and data are those of its last reading is left as it is. Where
only what reads claims has changed, its text is not cleaned again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from tawatur.errors import CaseError
from tawatur.read import Received, Seen
from tawatur.records import Document, Refusal
from tawatur.run.blackout import Blackout, black_out
from tawatur.run.stages import Keys
from tawatur.run.tally import Tally, Watcher
from tawatur.run.tasks import Task
from tawatur.store import GrowingSqliteStore, received_json


class Plan:
    def __init__(
        self, store: GrowingSqliteStore, keys: Keys, tally: Tally, watcher: Watcher, blackout: Blackout
    ) -> None:
        self._store, self._keys, self._tally, self._watcher = store, keys, tally, watcher
        self._blackout = blackout
        self._read_by = f"{keys.clean} {keys.claims}"
        self._taken: dict[str, str] = {}  # the bytes of each document that this run was given

    def of_reports(self, reports: Iterable[Received | Refusal | Seen]) -> Iterator[Task]:
        """What is to be read of what was received; the rest is noted on the way."""
        for report in reports:
            if isinstance(report, Refusal):
                self._refuse(report)
            elif isinstance(report, Seen):
                self._tally.seen += 1
                name = self._blackout.mask(report.name)
                self._store.saw(self._taken.get(report.document, report.document), name)
            else:
                yield from self._of_report(self._blackout.mask_document(report.document), report.received)

    def of_the_rest(self) -> Iterator[Task]:
        """What other code or data read and this run was not given: from the bytes that the case keeps."""
        for key in self._store.stale(self._keys.clean, self._keys.claims):
            known, document = self._store.known(key), self._store.received(key)
            if known is None or document is None:
                continue
            size = self._store.size(key)
            if known.clean_key == self._keys.clean:
                yield Task("again", document, b"", size, self._store.text(key))
                continue
            try:
                yield Task("again", document, self._store.objects.get(document.sha256), size)
            except CaseError as error:
                self._refuse(Refusal(name=document.name, code="object_lost", reason=str(error)))

    def _of_report(self, document: Document, data: bytes) -> Iterator[Task]:
        self._taken[document.id] = document.sha256
        known = self._store.known(document.id)
        if known and known.sha256 == document.sha256:
            yield from self._of_known(document, data, known.received, known.clean_key, known.claims_key)
            return
        before = self._store.refused(document.name, document.sha256, self._read_by)
        if before:
            self._tally.refuse(before)
            self._store.keep_refusal(before)
            self._watcher.advance(1, len(data))
            return
        yield Task("changed" if known else "new", document, data, len(data))

    def _of_known(
        self, document: Document, data: bytes, received: str, clean_key: str, claims_key: str
    ) -> Iterator[Task]:
        first = msgspec.json.decode(received, type=Document)
        moved = document.name != first.name
        if moved:
            self._store.saw(document.sha256, document.name)
            document = msgspec.structs.replace(document, name=first.name)
        same = received_json(document) == received
        self._store.objects.put(document.sha256, data)  # mends what a power cut left short
        if same and (clean_key, claims_key) == (self._keys.clean, self._keys.claims):
            self._tally.unchanged += 1
            self._watcher.advance(1, len(data))
            return
        text = self._store.text(document.id) if same and clean_key == self._keys.clean else None
        yield Task("again", document, data, len(data), text)

    def of_redacted(self) -> Iterator[Task]:
        """What was kept before its names were to be blacked out: its text is masked and read again."""
        if self._store.state("redacted") == self._blackout.fingerprint:
            return
        for key in black_out(self._store, self._blackout):
            document, text = self._store.received(key), self._store.text(key)
            if document and text:
                masked = self._blackout.mask_document(document)
                yield Task("again", masked, b"", self._store.size(key), self._blackout.mask_text(text))

    def _refuse(self, refusal: Refusal) -> None:
        refusal = self._blackout.mask_refusal(refusal) if self._blackout else refusal
        self._tally.refuse(refusal)
        self._store.refuse(refusal)
