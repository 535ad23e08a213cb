"""Black out names in a case: note them, then let a run black out what the case holds and write the rest anew."""

from __future__ import annotations

import datetime as dt
import getpass
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from tawatur.errors import CaseError
from tawatur.run.blackout import Blackout, fold_name
from tawatur.run.build import build_case
from tawatur.run.stages import LoadReader
from tawatur.store import GrowingSqliteStore, SqliteStore
from tawatur.store.redactions import Redaction, Redactions, load_redactions, save_redactions


class Blacked(NamedTuple):
    """What blacking out names came to."""

    documents: int
    places: int
    ids: tuple[str, ...]  # identifiers that spell a name; they are left, since others cite them


def redact_case(
    case: Path,
    names: Sequence[str],
    *,
    home: Path | None = None,
    load: LoadReader | None = None,
    workers: int | None = None,
) -> Blacked:
    """Black out names everywhere in the case but in the received bytes, now and in every later run."""
    SqliteStore(case).close()  # a folder that is no case is refused, and none is made of it
    forms = [fold_name(name) for name in names]
    empty = [name for name, words in zip(names, forms, strict=True) if not words]
    if empty:
        raise CaseError(f"{empty[0]!r} is no name: it has no letters.\n  Give names in quotation marks.")
    with GrowingSqliteStore(case) as store:
        before = load_redactions(case)
        salted = before if before.salt else msgspec.structs.replace(before, salt=secrets.token_hex(16))
        after = salted.adding(forms)
        blacked = _count(store, Blackout(after))
        made = Redaction(
            when=dt.datetime.now(dt.UTC).replace(microsecond=0),
            who=_user(),
            names=Redactions(salt=after.salt).adding(forms).names,
            documents=blacked.documents,
            places=blacked.places,
        )
        save_redactions(case, msgspec.structs.replace(after, log=(*after.log, made)))
    build_case([], case, home=home, load=load, workers=workers)
    return blacked


def _count(store: SqliteStore, blackout: Blackout) -> Blacked:
    documents = places = 0
    ids = []
    for entry in store.entries():
        document, text = entry.document, entry.text
        found = sum(
            1 for told in _strings(document.title, document.name, text.shown) for _ in blackout.find(told)
        )
        hidden = found or blackout.mask_document(document) != document or any(blackout.find(text.received))
        documents += bool(hidden)
        places += found
        if any(blackout.find(document.id)):
            ids.append(document.id)
    return Blacked(documents, places, tuple(ids))


def _strings(*given: str | None) -> Iterable[str]:
    return (one for one in given if one)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "someone"
