"""The words around places: what their file may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tawatur.arabic.wordlists import WordLists
from tawatur.errors import LexiconError
from tawatur.find.place_signs import read_signs
from tawatur.gazetteer.kinds import DATA

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ("fathers:", "father:", "the list 'fathers' is missing"),
        ("fathers:", "mothers: [أم]\nfathers:", "no list is called 'mothers'"),
        ("fathers: [", "fathers: [بن, ", "'بن' is in 'fathers' a second time"),
        ("near: [", "near: [محيط, ", "'محيط' is in two groups of 'relations': near, outskirts"),
    ],
)
def test_a_mistake_in_the_words_around_places_is_told(
    tmp_path: Path, there: str, instead: str, told: str
) -> None:
    shipped = (DATA / "signs.yaml").read_text(encoding="utf-8")
    path = tmp_path / "signs.yaml"
    path.write_text(shipped.replace(there, instead, 1), encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        read_signs(WordLists(path))
    assert told in str(error.value)


def test_a_run_of_words_comes_before_one_that_it_goes_on(tmp_path: Path) -> None:
    shipped = (DATA / "signs.yaml").read_text(encoding="utf-8")
    path = tmp_path / "signs.yaml"
    path.write_text(
        shipped.replace("watchwords: [", "watchwords: [درع النهر, درع النهر الكبير, ", 1), encoding="utf-8"
    )
    runs = read_signs(WordLists(path)).watchwords["درع"]
    assert runs.index(("درع", "النهر", "الكبير")) < runs.index(("درع", "النهر"))
