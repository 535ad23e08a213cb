"""The gazetteer as the desk's forms ask it. It is laid out when it is first asked."""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path

from tawatur.gazetteer import Entry, Gazetteer
from tawatur.gazetteer.countries import country_entries
from tawatur.gazetteer.distance import km_between
from tawatur.gazetteer.search import PlaceSearch
from tawatur.gazetteer.shipped import read_provinces
from tawatur.serve.gazetteer import Listed, Point


class GazetteerPlaces:
    """What ships, and what the user of this machine added."""

    def __init__(self, home: Path | None = None) -> None:
        self._home = home
        self._laying = threading.Lock()

    @cached_property
    def _laid(self) -> PlaceSearch:
        return PlaceSearch(Gazetteer.load(self._home))

    @cached_property
    def _arabic(self) -> dict[tuple[str | None, str], str]:
        """Of two places of one English name the larger; what ships knows provinces and countries best."""
        entries = sorted(self._search.entries(), key=lambda entry: entry.population)
        areas = [*read_provinces(), *country_entries()]
        names = [entry for entry in (*entries, *areas) if entry.name_en and entry.name_ar]
        anywhere: dict[str, set[str]] = {}
        for entry in names:
            anywhere.setdefault(entry.name_en, set()).add(entry.name_ar)
        alone = {(None, name): next(iter(all_)) for name, all_ in anywhere.items() if len(all_) == 1}
        return alone | {(entry.country, entry.name_en): entry.name_ar for entry in names}

    def name_in_arabic(self, name_en: str, country: str | None) -> str | None:
        return self._arabic.get((country, name_en)) or self._arabic.get((None, name_en))

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
