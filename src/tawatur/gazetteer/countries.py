"""Countries: their names, nationalities, and the box that holds their land (`data/gazetteer/countries.tsv`)."""

from __future__ import annotations

from functools import cache

import msgspec

from tawatur.arabic.fold import fold_phrase
from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.kinds import DATA
from tawatur.records.place import Precision

# A point this far outside a country's box (degrees, about 25 km) may still be its: boxes are rough.
_MARGIN = 0.25


class Country(msgspec.Struct, frozen=True):
    code: str
    name_en: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    lat: float
    lon: float
    box: tuple[float, float, float, float] | None  # south, west, north, east

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point can lie in this country; True where its box is not known."""
        if self.box is None:
            return True
        south, west, north, east = self.box
        return south - _MARGIN <= lat <= north + _MARGIN and west - _MARGIN <= lon <= east + _MARGIN


@cache
def load_countries() -> dict[str, Country]:
    """Every country by its two-letter code."""
    countries = {}
    for line in (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "code\t")) or not line:
            continue
        code, name_en, names, adjectives, capital, lat, lon, *box = line.split("\t")
        countries[code] = Country(
            code,
            name_en,
            tuple(names.split("|")),
            tuple(filter(None, adjectives.split("|"))),
            capital,
            float(lat),
            float(lon),
            (float(box[0]), float(box[1]), float(box[2]), float(box[3])) if box else None,
        )
    return countries


def country_entries() -> list[Entry]:
    """Countries as places."""
    return [
        Entry(
            id=f"iso:{country.code}",
            kind="country",
            country=country.code,
            name_ar=country.names[0],
            name_en=country.name_en,
            lat=country.lat,
            lon=country.lon,
            precision=Precision.COUNTRY,
            forms=country.names[1:],
        )
        for country in load_countries().values()
    ]


@cache
def capital_names() -> dict[tuple[str, str], tuple[str, ...]]:
    """(country, capital) → how news calls it by its country: العاصمة السورية."""
    return {
        (country.code, country.capital): tuple(
            f"العاصمة ال{adjective}ة" for adjective in country.adjectives if adjective.endswith("ي")
        )
        for country in load_countries().values()
        if country.capital
    }


@cache
def nationality_words() -> dict[str, str]:
    """Folded form of a nationality's adjective, with and without ال → the country's code.

    A feminine that is also a country's name (سورية, السعودية) is left out: only its neighbours tell the two apart.
    """
    words: dict[str, str] = {}
    for country in load_countries().values():
        for adjective in country.adjectives:
            plain = fold_phrase(adjective)
            ends = ("", "ه", "ين", "ون", "ان", "ات", "تين", "تان", "ا") if plain.endswith("ي") else ("",)
            for end in ends:
                if plain + end not in _names():
                    words.setdefault(plain + end, country.code)
                if "ال" + plain + end not in _names():
                    words.setdefault("ال" + plain + end, country.code)
    return words


def is_country_name(form: str) -> bool:
    """Whether folded words are a country's whole name: `الولايات المتحدة`."""
    return form in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(fold_phrase(name) for country in load_countries().values() for name in country.names)


@cache
def feminine_names() -> frozenset[str]:
    """Folded names of countries that are also the feminine of their nationality: سورية, السعودية."""
    return frozenset(
        fold_phrase(name)
        for country in load_countries().values()
        for name in country.names
        if any(
            fold_phrase(name) in {fold_phrase(adjective) + "ه", "ال" + fold_phrase(adjective) + "ه"}
            for adjective in country.adjectives
        )
    )
