"""The gazetteer as the desk's forms ask it. It is laid out when it is first asked."""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path

from tawatur.gazetteer import Entry, Gazetteer
from tawatur.gazetteer.distance import km_between
from tawatur.gazetteer.search import PlaceSearch
from tawatur.serve.gazetteer import Listed, Point


class GazetteerPlaces:
    """What ships, and what the user of this machine added."""

    def __init__(self, home: Path | None = None) -> None:
        self._home = home
        self._laying = threading.Lock()

    @cached_property
    def _laid(self) -> PlaceSearch:
        return PlaceSearch(Gazetteer.load(self._home))

    @property
    def _search(self) -> PlaceSearch:
        with self._laying:  # several threads may be the first
            return self._laid

    def search(self, asked: str, near: Point | None) -> list[Listed]:
        return [_list(hit.entry, hit.km) for hit in self._search.find(asked, near)]

    def get(self, id_: str, near: Point | None) -> Listed | None:
        entry = self._search.get(id_)
        if entry is None:
            return None
        return _list(entry, km_between(near, entry.point) if near and entry.point else None)


def _list(entry: Entry, km: float | None) -> Listed:
    return Listed(entry.to_candidate(), entry.kind, km)
