"""Lists of words: what a file may hold, and how a mistake in one is told."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tawatur.arabic.wordlists import Forms, Groups, WordLists, read_lists
from tawatur.errors import LexiconError


class Shape(NamedTuple):
    titles: Forms
    sides: Groups


GOOD = """\
# Before a name.
titles: [الأستاذ, السيّد]
sides:
  north: [شمال, شمالي]
  south: [جنوب]
"""


def read(tmp_path: Path, text: str) -> Shape:
    path = tmp_path / "small.yaml"
    path.write_text(text, encoding="utf-8")
    return read_lists(WordLists(path), Shape)


def test_words_are_folded_and_groups_name_their_words(tmp_path):
    assert read(tmp_path, GOOD) == Shape(
        titles=frozenset({"الاستاذ", "السيد"}), sides={"شمال": "north", "شمالي": "north", "جنوب": "south"}
    )


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ("السيّد]", "السيّد, الأستاذ]", "small.yaml:2: 'الأستاذ' is in 'titles' a second time."),
        ("[جنوب]", "[جنوب, شمال]", "small.yaml:5: 'شمال' is in two groups of 'sides': north, south."),
        ("السيّد", "السـيد", "small.yaml:2: 'السـيد' has the character U+0640"),
        ("السيّد", "ﺍلسيد", "small.yaml:2: 'ﺍلسيد' has the character U+FE8D"),
        ("السيّد", "'السيد\u200f'", "has the character U+200F"),
        ("السيّد", "''", "small.yaml:2: a word of 'titles' is no word."),
        ("[الأستاذ, السيّد]", "الأستاذ", "small.yaml:2: 'titles' is no list of words."),
        ("titles", "title", "small.yaml:2: no list is called 'title'.\n  The lists are: sides, titles."),
        ("titles: [الأستاذ, السيّد]", "", "small.yaml: the list 'titles' is missing."),
        ("sides:", "titles: [شمال]\nsides:", "small.yaml:3: the list 'titles' is here a second time."),
        ("السيّد]", "السيّد", "small.yaml: not YAML that can be read."),
        (GOOD, "- شمال", "small.yaml: it holds no lists."),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(tmp_path, there, instead, told):
    with pytest.raises(LexiconError) as error:
        read(tmp_path, GOOD.replace(there, instead))
    assert told in str(error.value)


def test_bytes_that_are_no_text_are_told(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_bytes(GOOD.encode("cp1256"))
    with pytest.raises(LexiconError, match="not YAML that can be read"):
        WordLists(path)


EACH = """\
denied:
  صور: [التقطت, نشرت]
  الضفّة: [الأخرى]
"""


def test_words_to_each_of_a_list_are_folded_as_it_is(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text(EACH, encoding="utf-8")
    assert WordLists(path).forms_of("denied") == {
        "صور": frozenset({"التقطت", "نشرت"}),
        "الضفه": frozenset({"الاخري"}),
    }


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ("الضفّة", "صُوَر", "small.yaml:3: 'صُوَر' is in 'denied' a second time."),
        ("نشرت", "التقطت", "small.yaml:2: 'التقطت' is in 'denied' a second time."),
        (EACH, "denied: [صور]", "small.yaml:1: 'denied' has no words to each."),
    ],
)
def test_a_mistake_in_words_to_each_is_told_with_its_file_and_line(tmp_path, there, instead, told):
    path = tmp_path / "small.yaml"
    path.write_text(EACH.replace(there, instead), encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        WordLists(path).forms_of("denied")
    assert told in str(error.value)


def test_words_whose_spelling_counts_stay_as_they_are_written(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text("not_places: [آب, إحياء]", encoding="utf-8")
    assert WordLists(path).written("not_places") == {"آب", "إحياء"}
