"""A table that was made to fill the memory, or was broken on its way, is refused."""

import gzip
import io
import zipfile

import openpyxl
import pytest

from tawatur.errors import GazetteerError
from tawatur.gazetteer import rows
from tawatur.gazetteer.rows import read_rows


def test_a_line_without_an_end_is_not_read_into_memory(tmp_path):
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(b"name_ar,name_en\n" + b" " * (64 << 20)))
    with pytest.raises(GazetteerError, match="it is no table"):
        list(read_rows(tmp_path / "a.csv.gz"))


def test_a_header_without_an_end_is_not_read_into_memory(tmp_path):
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(b"a," * (32 << 20)))
    with pytest.raises(GazetteerError):
        list(read_rows(tmp_path / "a.csv.gz"))


def test_a_workbook_that_unpacks_to_more_than_any_table_is_refused(tmp_path, monkeypatch):
    book = openpyxl.Workbook()
    book.active.append(["name_ar", "name_en"])
    book.save(tmp_path / "a.xlsx")
    assert list(read_rows(tmp_path / "a.xlsx")) == [(1, ["name_ar", "name_en"])]
    monkeypatch.setattr(rows, "_LARGEST_BOOK", 100)
    with pytest.raises(GazetteerError, match="unpacks to"):
        list(read_rows(tmp_path / "a.xlsx"))


def test_entities_that_multiply_are_not_expanded(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["name_ar", "x"])
    packed = io.BytesIO()
    book.save(packed)
    kinds = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sharedStrings.xml"):
                data = (
                    f'<!DOCTYPE sst [<!ENTITY e0 "lol">{kinds}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
                    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2">'
                    "<si><t>&e11;</t></si><si><t>&f;</t></si></sst>"
                ).encode()
            new.writestr(name, data)
    try:
        told = list(read_rows(tmp_path / "a.xlsx"))
    except GazetteerError:
        return
    assert "root:" not in str(told)
    assert len(str(told)) < 1_000


def test_a_sheet_is_as_wide_and_long_as_its_list(tmp_path):
    """One cell touched in the last corner makes a sheet of a million rows and 16,384 columns."""
    book = openpyxl.Workbook()
    book.active.append(["name_ar", "name_en", "country"])
    book.active.append([None, None, None])
    book.active.append(["المثال", None, None])
    book.active.append(["  ", None, None])
    book.active.cell(row=1_048_576, column=16_384, value="x")
    book.save(tmp_path / "a.xlsx")
    assert list(read_rows(tmp_path / "a.xlsx")) == [
        (1, ["name_ar", "name_en", "country"]),
        (3, ["المثال", "", ""]),
    ]


def test_blank_rows_are_no_places_that_were_refused(tmp_path):
    (tmp_path / "a.csv").write_text("name_ar,country\n\nالمثال,SY\n,\n\nالثاني,SY\n", encoding="utf-8")
    assert [number for number, _ in read_rows(tmp_path / "a.csv")] == [1, 3, 6]
