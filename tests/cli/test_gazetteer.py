"""`tawatur gazetteer` says what it took, what it knows, and what it refused."""

import pytest

from place_tables import wof_row, write_wof
from tawatur.cli import main

NEW = "الزعترورة"


@pytest.fixture
def tawatur(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TAWATUR_HOME", str(tmp_path / "home"))

    def run(*arguments):
        with pytest.raises(SystemExit) as left:
            main(["gazetteer", *map(str, arguments)])
        said = capsys.readouterr()
        return left.value.code or 0, said.out, said.err

    return run


def test_adding_finding_listing_and_removing(tmp_path, tawatur):
    path = write_wof(
        tmp_path / "mine.csv.gz", [wof_row(10, NEW, 35.1, 40.4), wof_row(11, "سواها", 40.4, 35.1)]
    )
    code, out, _ = tawatur("add", path)
    assert code == 0
    assert "refused 1 rows: latitude and longitude are swapped" in out
    assert "row 5: سواها" in out
    code, out, _ = tawatur("find", f"قرية {NEW}")
    assert (code, "wof:10" in out, "35.1000, 40.4000" in out) == (0, True, True)
    assert "mine" in tawatur("list")[1]
    assert tawatur("remove", "mine")[0] == 0
    assert "mine" not in tawatur("list")[1]
    code, out, _ = tawatur("find", f"قرية {NEW}")
    assert (code, "in no table" in out) == (1, True)


def test_a_refused_table_leaves_with_2_and_says_what_to_do(tmp_path, tawatur):
    (tmp_path / "a.csv").write_text("name,where\nx,y\n")
    code, _, err = tawatur("add", tmp_path / "a.csv")
    assert code == 2
    assert "none of the tables that can be added" in err
    assert "Nothing was added" not in err
    code, _, err = tawatur("add", tmp_path / "a.csv", tmp_path / "b.csv")
    assert (code, "Nothing was added: leave it out" in err) == (2, True)


def test_a_name_that_is_an_ordinary_word_is_shown_with_that_said(tawatur):
    code, out, _ = tawatur("find", "السلام")
    assert code == 0
    assert "only where the words around it say so" in out


def test_all_namesakes_are_shown_with_their_reasons(tawatur):
    code, out, _ = tawatur("find", "بلدة صيدا بريف درعا")
    assert code == 0
    assert out.index("Sayda, Daraa") < out.index("Sidon")
    assert "as the text says" in " ".join(out.split())


def test_a_place_is_found_by_its_name_in_latin_letters(tawatur):
    for name, arabic in (("Binnish", "بنش"), ("deir-ez-zor", "دير الزور"), ("Al Fashir", "الفاشر")):
        code, out, _ = tawatur("find", name)
        assert code == 0
        assert arabic in out
    code, out, _ = tawatur("find", "Xyzzyville")
    assert code == 1
    assert "in no table" in out
