"""The gazetteer as the desk asks it: whoever opens the desk gives one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tawatur.records import Candidate

Point = tuple[float, float]  # latitude, longitude, in degrees


class Listed(NamedTuple):
    """A place of the gazetteer, as one chooses it."""

    place: Candidate  # `reason` says why the machine ranked it so; empty where a search found it
    kind: str | None  # of `data/gazetteer/kinds.yaml`; None where the gazetteer has it no more
    km: float | None  # from where one asks


class Places(Protocol):
    def search(self, asked: str, near: Point | None) -> Sequence[Listed]:
        """The places that a name may mean, the likeliest first."""

    def get(self, id_: str, near: Point | None) -> Listed | None: ...

    def name_in_arabic(self, name_en: str, country: str | None) -> str | None:
        """The name of the place that has this English name: in that country, or wherever where none is known."""
