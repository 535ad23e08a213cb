"""The places that come with the package: countries, provinces, the supplement, and the base.

Earlier ones lead where two are one place: the supplement's points were weighed by hand, the
base's were not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file
from pathlib import Path

import msgspec

from tawatur.fingerprint import code_fingerprint
from tawatur.gazetteer.countries import capital_names, country_entries
from tawatur.gazetteer.entry import Entry, read_entries
from tawatur.gazetteer.kinds import DATA
from tawatur.records.place import Precision


def read_shipped() -> Iterator[Entry]:
    """Every place that ships, the most carefully known first; capitals with what news calls them besides."""
    capitals = capital_names()
    for entry in _read_all():
        extra = capitals.get((entry.country, entry.name_ar), ()) if entry.kind == "city" else ()
        yield msgspec.structs.replace(entry, forms=(*entry.forms, *extra)) if extra else entry


def _read_all() -> Iterator[Entry]:
    yield from country_entries()
    yield from read_provinces()
    with as_file(DATA) as folder:
        for path in supplement_files(folder):
            yield from read_entries(path, country=path.stem.upper())
        yield from read_entries(folder / "base.tsv")


def supplement_files(folder: Path) -> list[Path]:
    """The hand-made tables, one a country, in the order of their names."""
    return sorted((folder / "supplement").glob("*.tsv"))


def read_provinces() -> Iterator[Entry]:
    """First-level divisions of the countries where wars are reported."""
    for line in (DATA / "provinces.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "code\t")) or not line:
            continue
        code, name_en, name_ar, forms, lat, lon = line.split("\t")
        yield Entry(
            id=f"tawatur:{code.lower().replace('.', '-')}",
            kind="province",
            country=code[:2],
            admin1=name_en,
            name_ar=name_ar,
            name_en=name_en,
            lat=float(lat),
            lon=float(lon),
            precision=Precision.PROVINCE,
            forms=tuple(filter(None, forms.split("|"))),
        )


@cache
def province_names() -> frozenset[tuple[str, str]]:
    """Country and name, as newspapers write it, of each first-level division."""
    return frozenset((e.country, form) for e in read_provinces() for form in (e.name_ar, *e.forms))


def shipped_fingerprint() -> str:
    """Changes with any file that what ships is compiled from."""
    return code_fingerprint("data/gazetteer")
