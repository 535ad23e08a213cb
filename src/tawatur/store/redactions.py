"""The names that a case was asked to black out, and the log of it, in `redactions.json`.

A name stands there only as a keyed hash of its folded words. Whoever is handed the case can find out whether
a name that they guess is among them; they cannot read the names off.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from tawatur.errors import CaseError
from tawatur.store.aside import written_aside
from tawatur.store.folder import REDACTIONS


class Redacted(msgspec.Struct, frozen=True, order=True):
    """One name: how many words it has, and the hash of them."""

    words: int
    hash: str


class Redaction(msgspec.Struct, frozen=True, kw_only=True):
    """One time that names were blacked out, and how often they stood in the case then."""

    when: dt.datetime
    who: str
    names: tuple[Redacted, ...]
    documents: int
    places: int


class Redactions(msgspec.Struct, frozen=True, kw_only=True):
    salt: str = ""
    names: tuple[Redacted, ...] = ()
    log: tuple[Redaction, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Of the names; "" where there are none."""
        if not self.names:
            return ""
        return hashlib.sha256("\n".join(name.hash for name in self.names).encode()).hexdigest()[:16]

    def hash(self, forms: Sequence[str]) -> str:
        return hmac.new(self.salt.encode(), " ".join(forms).encode("utf-8", "replace"), "sha256").hexdigest()

    def adding(self, names: Iterable[Sequence[str]]) -> Redactions:
        """The same with further names, each given by its folded words."""
        new = {Redacted(len(forms), self.hash(forms)) for forms in names}
        return msgspec.structs.replace(self, names=tuple(sorted({*self.names, *new})))


def load_redactions(case: Path) -> Redactions:
    path = case / REDACTIONS
    try:
        return msgspec.json.decode(path.read_bytes(), type=Redactions)
    except FileNotFoundError:
        return Redactions()
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CaseError(
            f"{path} is damaged: {error}.\n"
            "  It keeps names from being shown: put a copy of it back, or delete it and redact them again."
        ) from None


def save_redactions(case: Path, redactions: Redactions) -> None:
    with written_aside(case / REDACTIONS) as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(redactions), indent=1) + b"\n")
