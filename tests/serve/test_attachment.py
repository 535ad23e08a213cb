from pathlib import Path

import pytest

from tawatur.export.views import find_view
from tawatur.serve.attachment import name_export, write_disposition
from tawatur.serve.query import parse_state


@pytest.mark.parametrize(
    ("case", "asked", "form", "rows", "name"),
    [
        ("demo.case", [], "csv", None, "demo_claims"),
        ("demo.case", [], "csv", "effects", "demo_effects"),
        ("demo.case", [], "geojson", None, "demo_incidents"),
        ("demo.case", [], "claims", None, "demo_claims"),
        ("demo.case", [], "parquet", None, "demo_parquet"),
        ("demo.case", [], "acled", None, "demo_acled-events"),
        ("demo.case", [], "airwars", "sources", "demo_airwars-sources"),
        (
            "demo.case",
            [("from", "2018-10-08"), ("to", "2018-10-14")],
            "csv",
            None,
            "demo_2018-10-08_2018-10-14_claims",
        ),
        (
            "demo.case",
            [("from", "2018-10-08"), ("to", "2018-10-08")],
            "csv",
            "incidents",
            "demo_2018-10-08_incidents",
        ),
        ("demo.case", [("from", "2018-10-08")], "csv", None, "demo_from_2018-10-08_claims"),
        ("demo.case", [("to", "2018-10-08")], "csv", None, "demo_until_2018-10-08_claims"),
        ("حلب", [], "csv", None, "حلب_claims"),
    ],
)
def test_an_export_is_named_after_its_case_its_days_and_what_it_holds(case, asked, form, rows, name):
    assert name_export(Path("/x") / case, parse_state(asked), find_view(form), rows) == name


def test_a_name_in_any_script_is_written_so_that_no_header_breaks():
    assert write_disposition("demo_claims.csv") == 'attachment; filename="demo_claims.csv"'
    made = write_disposition('حلب"\r\nx: y.csv')
    assert made.isascii()
    assert "\n" not in made
    assert made.startswith('attachment; filename="')
    assert "filename*=UTF-8''%D8%AD%D9%84%D8%A8" in made
