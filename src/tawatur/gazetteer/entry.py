"""One place of the gazetteer, and the tab-separated form that people read and edit.

The same columns serve the base that ships, the supplement and the tables that users add. A
file may leave columns out; what it leaves out is derived (`precision` from the kind, `id` from
the names) or empty.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from tawatur.errors import GazetteerError
from tawatur.gazetteer.kinds import KINDS
from tawatur.records.place import Candidate, Precision

COLUMNS = (
    "id",
    "kind",
    "country",
    "admin1",
    "admin2",
    "name_ar",
    "name_en",
    "lat",
    "lon",
    "precision",
    "population",
    "said",
    "forms",
)


class Entry(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A place, as one source knows it.

    `forms` are its further Arabic spellings. `said` tells how its name is used: `sure` (it is
    read as the place wherever it stands), `beside` (with any sign of a place beside it, a
    preposition too), `rarely` (only with a word such as قرية beside it), or empty: the words
    themselves decide.
    """

    id: str
    kind: str
    country: str
    admin1: str = ""
    admin2: str = ""
    name_ar: str = ""
    name_en: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: Precision
    population: int = 0
    said: str = ""
    forms: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.name_ar, *self.forms) if self.name_ar else self.forms

    @property
    def point(self) -> tuple[float, float] | None:
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    def to_candidate(self, score: float = 0.0, reason: str = "") -> Candidate:
        """The entry as what a name may mean, with its rank among others and why."""
        return Candidate(
            id=self.id,
            name_ar=self.name_ar,
            name_en=self.name_en,
            country=self.country,
            admin1=self.admin1 or None,
            admin2=self.admin2 or None,
            lat=self.lat,
            lon=self.lon,
            precision=self.precision,
            score=score,
            reason=reason,
        )


def read_entries(path: Path, *, country: str = "", source: str = "tawatur") -> Iterator[Entry]:
    """The entries of a tab-separated file whose first line that is no comment names its columns."""
    header: list[str] | None = None
    taken: dict[str, int] = {}
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#") or not line.strip():
                continue
            if header is None:
                header = cells
                continue
            try:
                yield _build(dict(zip(header, cells, strict=False)), country, source, taken)
            except (KeyError, ValueError) as error:
                raise GazetteerError(
                    f"{path.name}:{number}: {error}. Mend the line, or remove it."
                ) from error


def write_entries(path: Path, entries: Iterable[Entry]) -> int:
    """Write a table that `read_entries` reads back; gives how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(COLUMNS) + "\n")
        for entry in entries:
            file.write("\t".join(_cell(getattr(entry, column)) for column in COLUMNS) + "\n")
            count += 1
    return count


def slug(name: str) -> str:
    """A name in plain letters, for identifiers: `Ma'arrat al-Nu'man` → `maarrat-al-numan`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def _build(row: dict[str, str], country: str, source: str, taken: dict[str, int]) -> Entry:
    kind = row["kind"]
    if kind not in KINDS:
        raise ValueError(f"no kind of place is called {kind!r}; the kinds are {', '.join(KINDS)}")
    name_ar, *more = [form for form in row.get("name_ar", "").split("|") if form] or [""]
    forms = dict.fromkeys((*more, *(form for form in row.get("forms", "").split("|") if form)))
    forms.pop(name_ar, None)
    country = row.get("country") or country
    if not (name_ar and country):
        raise ValueError("a place needs a name and a country")
    return Entry(
        id=row.get("id") or _build_id(source, country, row, name_ar, taken),
        kind=kind,
        country=country,
        admin1=row.get("admin1", ""),
        admin2=row.get("admin2", ""),
        name_ar=name_ar,
        name_en=row.get("name_en", ""),
        lat=float(row["lat"]) if row.get("lat") else None,
        lon=float(row["lon"]) if row.get("lon") else None,
        precision=Precision(row["precision"]) if row.get("precision") else KINDS[kind].precision,
        population=int(row.get("population") or 0),
        said=row.get("said", ""),
        forms=tuple(forms),
    )


def _build_id(source: str, country: str, row: dict[str, str], name_ar: str, taken: dict[str, int]) -> str:
    """`tawatur:sy-hajin`; a second place of that name in the country is told apart by its division."""
    plain = slug(row.get("name_en", "")) or slug(row.get("admin1", "")) or name_ar
    made = f"{source}:{country.lower()}-{plain}"
    if made in taken:
        made = f"{made}-{slug(row.get('admin1', '')) or row['kind']}"
    taken[made] = taken.get(made, 0) + 1
    return made if taken[made] == 1 else f"{made}-{taken[made]}"


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "|".join(str(part) for part in value)
    if isinstance(value, float):
        return f"{value:.5f}".rstrip("0").rstrip(".")
    return str(value or "").replace("\t", " ").replace("\n", " ")
