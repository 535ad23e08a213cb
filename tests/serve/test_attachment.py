from pathlib import Path

import pytest

from tawatur.serve.attachment import name_export, write_disposition
from tawatur.serve.query import parse_state


@pytest.mark.parametrize(
    ("case", "asked", "rows", "name"),
    [
        ("demo.case", [], None, "demo_csv"),
        ("demo.case", [], "effects", "demo_csv-effects"),
        ("demo.case", [("from", "2018-10-08"), ("to", "2018-10-14")], None, "demo_2018-10-08_2018-10-14_csv"),
        ("demo.case", [("from", "2018-10-08"), ("to", "2018-10-08")], None, "demo_2018-10-08_csv"),
        ("demo.case", [("from", "2018-10-08")], None, "demo_from_2018-10-08_csv"),
        ("demo.case", [("to", "2018-10-08")], None, "demo_until_2018-10-08_csv"),
        ("حلب", [], None, "حلب_csv"),
    ],
)
def test_an_export_is_named_after_its_case_and_days(case, asked, rows, name):
    assert name_export(Path("/x") / case, parse_state(asked), "csv", rows) == name


def test_a_name_in_any_script_is_written_so_that_no_header_breaks():
    assert write_disposition("demo_csv.csv") == 'attachment; filename="demo_csv.csv"'
    made = write_disposition('حلب"\r\nx: y.csv')
    assert made.isascii()
    assert "\n" not in made
    assert made.startswith('attachment; filename="')
    assert "filename*=UTF-8''%D8%AD%D9%84%D8%A8" in made
