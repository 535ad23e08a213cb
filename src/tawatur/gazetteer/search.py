"""Look places up as a person writes a name: in Arabic or Latin letters, in full or its beginning, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.gazetteer.distance import Point, km_between
from tawatur.gazetteer.entry import Entry, slug
from tawatur.gazetteer.index import Gazetteer, consonants, plain_latin
from tawatur.gazetteer.kinds import KINDS
from tawatur.gazetteer.spell import key_of, tokens_of

_FEWEST = 2  # letters; fewer begin half of all names
_SAME, _BEGINS, _SOUNDS, _HOLDS = range(4)  # how well a name fits, the best first
_FAR = 20_000.0  # km; where one does not know from where, all is equally far
_STEP = 50.0  # km within which size decides and not nearness


class Hit(NamedTuple):
    entry: Entry
    km: float | None  # from where one asks


class PlaceSearch:
    """A gazetteer laid out to be looked up by what a person types. Building it reads every entry once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._entries = list(gazetteer.entries())
        self._rows = {entry.id: row for row, entry in enumerate(self._entries)}
        self._keys = [tuple(key_of(tokens_of(form)) for form in entry.spellings) for entry in self._entries]
        self._latin = [plain_latin(entry.name_en) for entry in self._entries]

    def entries(self) -> Sequence[Entry]:
        return self._entries

    def get(self, id_: str) -> Entry | None:
        row = self._rows.get(id_)
        return None if row is None else self._entries[row]

    def find(self, asked: str, near: Point | None = None, most: int = 12) -> list[Hit]:
        """Places of that name, then those whose name begins so or holds it; of equal ones the nearest, then the largest.

        >>> from tawatur.records.place import Precision
        >>> hajin = Entry(id="h", kind="town", country="SY", name_ar="هجين", name_en="Hajin", precision=Precision.TOWN)
        >>> search = PlaceSearch(Gazetteer.of([hajin]))
        >>> [search.find(asked)[0].entry.id for asked in ("هجين", "هج", "haj", "Hejin")]
        ['h', 'h', 'h', 'h']
        """
        found = sorted(self._fit(asked), key=lambda fit: self._rank(fit[0], fit[1], near))
        return [Hit(entry, _away(entry, near)) for _, entry in found[:most]]

    def _fit(self, asked: str) -> Iterator[tuple[int, Entry]]:
        tokens = tokens_of(asked)
        key, latin = key_of(tokens) if tokens else "", plain_latin(asked)
        if max(len(key), len(latin)) < _FEWEST:
            return
        # Folding leaves Latin letters as they are: they are looked for among the Latin names alone.
        is_latin = bool(slug(asked))
        bones = consonants(latin) if is_latin else ""
        for row, entry in enumerate(self._entries):
            how = _fit_latin(self._latin[row], latin, bones) if is_latin else _fit_keys(self._keys[row], key)
            if how is not None:
                yield how, entry

    @staticmethod
    def _rank(how: int, entry: Entry, near: Point | None) -> tuple[int, float, float, int, str]:
        km = _away(entry, near)
        return (
            how,
            (_FAR if km is None else km) // _STEP,
            -KINDS[entry.kind].prior,
            -entry.population,
            entry.id,
        )


def _fit_keys(keys: tuple[str, ...], asked: str) -> int | None:
    if asked in keys:
        return _SAME
    if any(key.startswith(asked) for key in keys):
        return _BEGINS
    return _HOLDS if any(asked in key for key in keys) else None


def _fit_latin(name: str, asked: str, bones: str) -> int | None:
    """The ways to write an Arabic name in Latin letters share their consonants: `Mayadeen` is Al-Mayadin."""
    if not name:
        return None
    if name == asked:
        return _SAME
    if name.startswith(asked):
        return _BEGINS
    if len(bones) > 2 and consonants(name) == bones:
        return _SOUNDS
    return _HOLDS if len(asked) > _FEWEST and asked in name else None


def _away(entry: Entry, near: Point | None) -> float | None:
    return km_between(near, entry.point) if near and entry.point else None
