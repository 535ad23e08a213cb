import pytest

from tawatur.gazetteer import Gazetteer
from tawatur.gazetteer.search import PlaceSearch

DEIR_EZ_ZOR = (35.34, 40.14)


@pytest.fixture(scope="module")
def search(tmp_path_factory):
    return PlaceSearch(Gazetteer.load(tmp_path_factory.mktemp("home")))


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("البوكمال", "Abu Kamal"),
        ("ابو كمال", "Abu Kamal"),
        ("abu kamal", "Abu Kamal"),
        ("Mayadeen", "Al-Mayadin"),
        ("هج", "Hajin"),
        ("دير الزور", "Deir ez-Zor"),
        ("  deir   EZ-zor ", "Deir ez-Zor"),
    ],
)
def test_a_name_in_either_script_whole_or_begun_finds_the_place(search, asked, first):
    assert search.find(asked, DEIR_EZ_ZOR)[0].entry.name_en == first


def test_of_places_of_one_name_the_nearest_comes_first_and_says_how_far(search):
    near, far = search.find("القاهرة", (30.0, 31.2))[:2]
    assert (near.entry.kind, near.entry.country) == ("city", "EG")
    assert near.km < 10 <= far.km or far.entry.country == "EG"


@pytest.mark.parametrize("asked", ["", " ", "د", "؟!", "x", "\x00", "لا مكان بهذا الاسم أبدا"])
def test_what_names_nothing_finds_nothing(search, asked):
    assert search.find(asked) == []


def test_a_place_is_got_by_its_identifier(search):
    found = search.find("هجين")[0].entry
    assert search.get(found.id) is found
    assert search.get("nowhere:1") is None


def test_what_is_found_is_the_same_each_time(search):
    assert search.find("تل") == search.find("تل")
    assert len(search.find("تل", most=5)) == 5
