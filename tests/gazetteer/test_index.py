"""The compiled gazetteer is kept, made again when anything changed, and never trusted when it is broken."""

import msgspec

from tawatur.gazetteer.entry import Entry, read_entries, write_entries
from tawatur.gazetteer.index import Gazetteer
from tawatur.gazetteer.merge import Merger
from tawatur.records.place import Precision


def place(name, **more):
    given = {"id": "x:1", "kind": "village", "country": "SY", "admin1": "Idlib", "lat": 35.0, "lon": 36.0}
    return Entry(name_ar=name, precision=Precision.VILLAGE, **{**given, **more})


def test_the_second_start_reads_what_the_first_compiled(tmp_path):
    first = Gazetteer.load(tmp_path)
    (block,) = (tmp_path / "cache" / "gazetteer").glob("*.block")
    changed = block.stat().st_mtime_ns
    second = Gazetteer.load(tmp_path)
    assert block.stat().st_mtime_ns == changed
    assert second.fingerprint == first.fingerprint
    assert len(second) == len(first)


def test_a_block_cut_short_is_compiled_again(tmp_path):
    whole = Gazetteer.load(tmp_path)
    (block,) = (tmp_path / "cache" / "gazetteer").glob("*.block")
    block.write_bytes(block.read_bytes()[:1000])
    assert len(Gazetteer.load(tmp_path)) == len(whole)


def test_a_home_that_cannot_be_written_is_no_hindrance(tmp_path):
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert Gazetteer.load(tmp_path).named("دمشق")


def test_the_same_sources_compile_to_the_same_bytes(tmp_path):
    blocks = []
    for name in ("one", "two"):
        Gazetteer.load(tmp_path / name)
        (block,) = (tmp_path / name / "cache" / "gazetteer").glob("*.block")
        blocks.append(block.read_bytes())
    assert blocks[0] == blocks[1]


def test_entries_survive_being_written_and_read(tmp_path):
    entries = [
        place("كفر كذا", forms=("كفركذا", "كفر كذه"), said="rarely", population=7, admin2="Ariha"),
        place("بلا نقطة", id="x:2", lat=None, lon=None),
    ]
    write_entries(tmp_path / "a.tsv", entries)
    assert list(read_entries(tmp_path / "a.tsv")) == entries


def test_a_place_said_twice_stands_once_with_the_first_ones_point():
    merger = Merger()
    merger.add(place("كفر كذا", id="a"))
    row, known = merger.add(place("كفركذا", id="b", lat=35.02, population=9))
    assert known
    assert merger.entries[row] == msgspec.structs.replace(
        place("كفر كذا", id="a"), forms=("كفركذا",), population=9
    )


def test_a_district_and_its_town_are_two_places():
    merger = Merger()
    merger.add(place("كذا", id="a", kind="district"))
    _, known = merger.add(place("كذا", id="b", kind="town"))
    assert not known
