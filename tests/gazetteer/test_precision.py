"""How a place's precision is written by those who count incidents."""

import pytest

from tawatur.gazetteer.precision import blur, to_acled, to_airwars, to_ucdp
from tawatur.records.place import Precision

AIRWARS = {
    "province_governorate", "district", "subdistrict", "city", "town", "village", "neighbourhood_area", "street",
    "nearby_landmark", "within_100m_via_coalition", "within_1m_via_coalition", "exact_location",
}  # fmt: skip


@pytest.mark.parametrize(
    ("precision", "acled", "ucdp", "airwars"),
    [
        ("point", 1, 1, "nearby_landmark"),
        ("neighbourhood", 1, 1, "neighbourhood_area"),
        ("village", 1, 1, "village"),
        ("town", 1, 1, "town"),
        ("area", 2, 2, "subdistrict"),
        ("district", 2, 3, "district"),
        ("province", 3, 4, "province_governorate"),
        ("region", 3, 5, "province_governorate"),
        ("country", None, 6, None),
    ],
)
def test_each_precision_has_its_codes(precision, acled, ucdp, airwars):
    precision = Precision(precision)
    assert (to_acled(precision), to_ucdp(precision), to_airwars(precision)) == (acled, ucdp, airwars)


def test_a_coarser_place_never_gets_a_finer_code():
    codes = [(to_acled(p) or 9, to_ucdp(p)) for p in Precision]
    assert codes == sorted(codes)
    assert {to_airwars(p) for p in Precision} - {None} <= AIRWARS


@pytest.mark.parametrize(
    ("precision", "relation", "direction", "becomes"),
    [
        ("village", None, None, "village"),
        ("village", "near", None, "area"),
        ("town", "outskirts", None, "area"),
        ("point", None, "north", "area"),
        ("town", "countryside", "east", "area"),
        ("town", None, "middle", "town"),
        ("district", "near", None, "district"),
        ("province", "countryside", "north", "province"),
        ("country", None, "north", "region"),
        ("country", "border", None, "region"),
    ],
)
def test_what_is_only_near_a_place_is_known_less_exactly(precision, relation, direction, becomes):
    assert blur(Precision(precision), relation, direction) == Precision(becomes)
