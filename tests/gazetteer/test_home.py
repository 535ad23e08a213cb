"""What two commands do at once, and what a killed one leaves, costs no table."""

from multiprocessing import get_context

import msgspec

from tawatur.gazetteer.home import Home, Table
from tawatur.gazetteer.shipped import read_shipped

TABLE = Table(name="t", format="list", file="t.csv", sha256="", taken=1, merged=0, refused=0)


def add(home, number):
    entries = list(read_shipped())[number : number + 3]
    Home.at(home).add([(msgspec.structs.replace(TABLE, name=f"t{number}"), entries)])


def test_tables_that_are_added_at_once_are_all_there(tmp_path):
    adding = [get_context("fork").Process(target=add, args=(tmp_path, number)) for number in range(4)]
    for one in adding:
        one.start()
    for one in adding:
        one.join()
    assert sorted(table.name for table in Home.at(tmp_path).tables()) == ["t0", "t1", "t2", "t3"]
    assert len(list(Home.at(tmp_path).read_added())) == 12


def test_what_a_killed_command_left_aside_is_gone_after_the_next(tmp_path):
    folder = tmp_path / "gazetteer"
    folder.mkdir()
    for name in ("table.tsv.part", "tables.json.part", "t9.00000000.tsv"):
        (folder / name).write_text("half of a t", encoding="utf-8")
    add(tmp_path, 0)
    (table,) = Home.at(tmp_path).tables()
    assert sorted(path.name for path in folder.iterdir()) == ["lock", table.stored, "tables.json"]
