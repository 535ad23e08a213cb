import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.export.cells import from_cell, to_cell


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1"])
def test_what_a_spreadsheet_would_run_is_shown(value):
    assert to_cell(value) == "'" + value


@pytest.mark.parametrize("value", ["", "قصف", "12", " =1", "a=1", "«=»"])
def test_what_it_would_not_run_is_left(value):
    assert to_cell(value) == value


@given(st.text())
def test_a_cell_can_be_read_back_and_never_runs(value):
    assert from_cell(to_cell(value)) == value
    assert not to_cell(value).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
def test_cells_go_through_csv_and_back(values):
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([to_cell(value) for value in values])
    (row,) = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert [from_cell(cell) for cell in row] == values
