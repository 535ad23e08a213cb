"""Tell when two tables speak of one place, so that it stands once with all its spellings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import msgspec

from tawatur.gazetteer.distance import km_between
from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.spell import key_of, tokens_of

_SETTLEMENTS = frozenset({"city", "town", "village", "neighbourhood", "camp"})
# Sources place one village up to 4 km apart; two villages of one name seldom lie nearer than 6 km.
_NEAR_KM = 4.0
# A town's point may be its old centre or the middle of its built-up land.
_NEAR_KM_TOWN = 8.0
_NEAR_KM_LARGE = 60.0  # districts and wider: a seat in one table, a middle in the other


@dataclass(slots=True)
class Merger:
    """Entries taken so far, each once. Earlier entries keep their identifier, point and kind."""

    entries: list[Entry] = field(default_factory=list)
    _by_key: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_id: dict[str, int] = field(default_factory=dict)

    def add(self, entry: Entry) -> tuple[int, bool]:
        """Take an entry in; gives its row, and whether it was known already."""
        keys = list(dict.fromkeys(key_of(tokens) for form in entry.spellings if (tokens := tokens_of(form))))
        row = self._find_row(entry, keys)
        if row is None:
            row, known = len(self.entries), False
            self.entries.append(entry)
        else:
            known = True
            self.entries[row] = _join(self.entries[row], entry)
        self._by_id.setdefault(entry.id, row)
        for key in keys:
            rows = self._by_key[entry.country, key]
            if row not in rows:
                rows.append(row)
        return row, known

    def find(self, id_: str) -> Entry | None:
        """The entry that bears an identifier, or was joined to one that does."""
        row = self._by_id.get(id_)
        return None if row is None else self.entries[row]

    def _find_row(self, entry: Entry, keys: list[str]) -> int | None:
        if entry.id in self._by_id:
            return self._by_id[entry.id]
        for key in keys:
            rows = self._by_key.get((entry.country, key), ())
            for row in rows:
                if is_same(self.entries[row], entry):
                    return row
            if len(rows) == 1 and entry.point is None and not entry.admin1:
                return rows[0]  # nothing but spellings, for the one place of that name
        return None


def is_same(known: Entry, new: Entry) -> bool:
    """Whether two entries of one country that share a spelling are one place."""
    if known.kind != new.kind and not {known.kind, new.kind} <= _SETTLEMENTS:
        return False
    if known.point is None or new.point is None:
        same_second = known.admin2 == new.admin2 or not (known.admin2 and new.admin2)
        return bool(known.admin1) and known.admin1 == new.admin1 and same_second
    return km_between(known.point, new.point) <= _reach(known, new)


def _reach(known: Entry, new: Entry) -> float:
    if known.kind in {"country", "region", "province", "district"}:
        return 1e5 if known.kind in {"country", "province"} else _NEAR_KM_LARGE
    return _NEAR_KM_TOWN if "city" in {known.kind, new.kind} else _NEAR_KM


def _join(known: Entry, new: Entry) -> Entry:
    forms = dict.fromkeys((*known.spellings, *new.spellings))
    forms.pop(known.name_ar, None)
    return msgspec.structs.replace(
        known,
        forms=tuple(forms),
        population=max(known.population, new.population),
        admin1=known.admin1 or new.admin1,
        admin2=known.admin2 or new.admin2,
        name_en=known.name_en or new.name_en,
        lat=new.lat if known.lat is None else known.lat,
        lon=new.lon if known.lat is None else known.lon,
    )
