"""What ships is readable, complete, and where it says it is."""

from collections import Counter
from importlib.resources import as_file

import pytest

from tawatur.arabic.fold import fold
from tawatur.find.place_signs import load_signs
from tawatur.gazetteer.countries import load_countries
from tawatur.gazetteer.distance import km_between
from tawatur.gazetteer.entry import read_entries
from tawatur.gazetteer.intake import find_fault
from tawatur.gazetteer.kinds import DATA, KINDS
from tawatur.gazetteer.shipped import read_provinces, read_shipped, supplement_files
from tawatur.gazetteer.spell import tokens_of
from tawatur.records.place import Precision

with as_file(DATA) as folder:
    SUPPLEMENT = {
        path.stem.upper(): list(read_entries(path, country=path.stem.upper()))
        for path in supplement_files(folder)
    }
HAND_MADE = [entry for entries in SUPPLEMENT.values() for entry in entries]
PROVINCES = list(read_provinces())

# On these several sources agree within a kilometre or two.
AGREED = [
    ("هجين", 34.690, 40.830),
    ("الكشمة", 34.621, 40.938),
    ("الشعفة", 34.579, 40.934),
    ("البحرة", 34.742, 40.770),
    ("الباغوز فوقاني", 34.464, 40.945),
    ("الباغوز تحتاني", 34.432, 40.992),
    ("السوسة", 34.530, 40.963),
    ("أبو حسن", 34.650, 40.905),
    ("غرانيج", 34.777, 40.730),
    ("الغبرة", 34.537, 40.912),
    ("الصالحية", 34.715, 40.756),
    ("أبو كمال", 34.452, 40.918),
    ("سويدان جزيرة", 34.899, 40.591),
    ("الزر", 35.125, 40.429),
    ("محيميدة", 35.443, 40.086),
    ("حقل التنك", 34.906, 40.834),
    ("عين عيسى", 36.386, 38.862),
    ("السخنة", 34.885, 38.871),
]


@pytest.mark.parametrize(("name", "lat", "lon"), AGREED)
def test_a_place_on_which_sources_agree_is_where_they_put_it(name, lat, lon):
    points = [e.point for e in SUPPLEMENT["SY"] if name in e.spellings and e.point]
    assert min(km_between(point, (lat, lon)) for point in points) < 1.5


def test_the_supplement_names_many_places_over_many_countries():
    assert len(HAND_MADE) >= 5_500
    assert sum(len(entries) >= 50 for entries in SUPPLEMENT.values()) >= 8


def test_every_hand_made_place_has_names_a_point_in_its_country_and_a_division_that_is_known():
    known = {(p.country, p.admin1) for p in PROVINCES}
    listed = {p.country for p in PROVINCES}
    for entry in HAND_MADE:
        assert entry.name_en, entry
        assert entry.point is not None, entry
        assert (
            entry.kind in {"water", "region", "island", "road"}
            or find_fault(entry.point, entry.country) is None
        ), entry
        if entry.admin1 and entry.country in listed - {"TR", "NG", "BF", "NE", "PK", "JO"}:
            assert (entry.country, entry.admin1) in known, entry


def test_no_hand_made_name_is_in_presentation_forms_or_persian_letters():
    for entry in HAND_MADE:
        for form in entry.spellings:
            assert not set(form) & set("یکۆ"), form
            assert all(ord(letter) < 0xFB50 for letter in form), form
            assert fold(form).strip() == fold(form), form


def test_identifiers_are_given_once():
    counts = Counter(entry.id for entry in read_shipped())
    assert [id_ for id_, count in counts.items() if count > 1] == []


def test_the_base_has_the_towns_of_every_country_that_it_promises():
    countries = Counter(e.country for e in read_shipped() if e.id.startswith("geonames:"))
    for code in [
        "SY",
        "IQ",
        "YE",
        "LY",
        "SD",
        "PS",
        "IL",
        "LB",
        "JO",
        "EG",
        "TN",
        "DZ",
        "MA",
        "MR",
        "ML",
        "NE",
        "TD",
        "SO",
        "DJ",
        "ER",
        "SA",
        "KW",
        "QA",
        "BH",
        "AE",
        "OM",
        "IR",
        "TR",
        "AF",
    ]:
        assert countries[code] >= 3, code


def test_every_country_has_its_box_the_right_way_round():
    for country in load_countries().values():
        if country.box is not None:
            south, west, north, east = country.box
            assert south < country.lat < north, country
            assert west < country.lon < east, country


def test_every_kind_has_a_precision():
    assert {kind.precision for kind in KINDS.values()} == set(Precision)


def test_no_hand_made_name_is_a_bare_direction_or_lacks_the_word_it_ends_on():
    signs = load_signs()
    for entry in HAND_MADE:
        for form in entry.spellings:
            words = tokens_of(form)
            plain = [word for word in words if not word.startswith("ال")]
            assert not (plain and all(word in signs.directions for word in words)), (entry.name_en, form)
            assert words[-1] not in {"في", "مع", "من", "نهر", "درع", "محور"}, (entry.name_en, form)
