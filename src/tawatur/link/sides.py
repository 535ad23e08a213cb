"""Who stands with whom: parties, their umbrellas and blocs, and the camps of publishers."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from tawatur.errors import LexiconError
from tawatur.lexicon.load import load_entries
from tawatur.lexicon.publishers import Publishers, load_publishers, outlet_key
from tawatur.records import Document, Publisher


class Sides:
    """What the lexicon of parties and the list of publishers say of sides."""

    def __init__(self, publishers: Publishers) -> None:
        self.publishers = publishers
        self._side, self._bloc = _load_parties()
        self._parts = _load_umbrellas()

    def is_party(self, value: str) -> bool:
        """Whether a value is a party of the lexicon, whatever it takes part as."""
        return value in self._side

    def side(self, party: str) -> str:
        """What a party takes part as: state, nonstate, foreign, monitor, aid, medics; empty for no party."""
        return self._side.get(party, "")

    def is_state(self, party: str) -> bool:
        return self._side.get(party) in ("state", "foreign")

    def bloc(self, party: str | None) -> str | None:
        """The allies among whom a party stands; a party without allies is a bloc of its own."""
        if party is None:
            return None
        return self._bloc.get(party) or party

    def is_kin(self, one: str, other: str) -> bool:
        """Whether two names may mean one party: the same, or an umbrella and a part of it."""
        return one == other or other in self._parts.get(one, ()) or one in self._parts.get(other, ())

    def is_kin_of_any(self, one: str, others: frozenset[str]) -> bool:
        return any(self.is_kin(one, other) for other in others)

    def publisher_of(self, document: Document) -> Publisher | None:
        return self.publishers.of_document(document.outlet, document.url)

    def key_of(self, publisher: Publisher | None, name: str) -> str:
        """One key for an outlet, listed or not."""
        return publisher.id if publisher else outlet_key(name)

    def camp_of(self, publisher: Publisher | None, day: dt.date | None) -> str | None:
        return publisher.camp_on(day) if publisher else None


def load_sides(home: Path | None = None) -> Sides:
    """With the publishers that ship, and before them those that the user keeps under `home`."""
    return Sides(load_publishers(home / "publishers" if home is not None else None))


def load_rules(name: str) -> Any:  # noqa: ANN401 (whoever asks checks what it takes)
    """A file of `data/link`."""
    path = files("tawatur") / "data" / "link" / f"{name}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 a safe loader
    except yaml.YAMLError as error:
        raise LexiconError(f"link/{name}.yaml: not YAML that can be read.\n  {error}") from error


@cache
def _load_parties() -> tuple[dict[str, str], dict[str, str]]:
    entries = {entry.id: entry for entry in load_entries("parties")}
    return {id_: entry.side for id_, entry in entries.items()}, {
        id_: entry.camp for id_, entry in entries.items() if entry.camp
    }


@cache
def _load_umbrellas() -> dict[str, frozenset[str]]:
    return {whole: frozenset(parts) for whole, parts in load_rules("umbrellas").items()}
