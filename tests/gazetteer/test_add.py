"""Tables that people download are recognised, checked row by row, joined, and added whole or not at all."""

import random
import time
import zipfile

import pytest
from openpyxl import Workbook

from place_tables import (
    PCODES,
    WOF,
    dump_row,
    pcode_row,
    wof_row,
    write_csv,
    write_lines,
    write_wof,
)  # fmt: skip
from tawatur.errors import GazetteerError
from tawatur.gazetteer import intake
from tawatur.gazetteer.add import add_tables
from tawatur.gazetteer.home import Home
from tawatur.gazetteer.index import Gazetteer

NEW = "الزعترورة"  # a name that no place bears


def added(paths, home):
    return add_tables(paths if isinstance(paths, list) else [paths], home)


def named(name, home):
    return Gazetteer.load(home).named(name)


def test_a_whos_on_first_table_gives_its_places_their_division_and_spellings(tmp_path):
    path = write_wof(tmp_path / "places.csv.gz", [wof_row(10, f"{NEW}|الزعتروره الكبرى", 35.1, 40.4)])
    (one,) = added(path, tmp_path)
    assert (one.table.format, one.table.taken, one.table.merged) == ("whosonfirst", 2, 1)
    (entry,) = named(NEW, tmp_path)
    assert (entry.id, entry.admin1, entry.country, entry.point) == (
        "wof:10",
        "Deir ez-Zor",
        "SY",
        (35.1, 40.4),
    )
    assert named("الزعتروره الكبرى", tmp_path) == [entry]


def test_a_place_that_is_known_lends_only_its_spellings(tmp_path):
    path = write_wof(tmp_path / "a.csv.gz", [wof_row(11, "هجين|هجّينة", 34.68, 40.84)])
    (one,) = added(path, tmp_path)
    assert one.table.merged == 2
    (entry,) = named("هجينة", tmp_path)
    assert (entry.id, entry.point) == ("tawatur:sy-hajin", (34.69, 40.83))


def test_a_namesake_far_away_stays_a_place_of_its_own(tmp_path):
    path = write_wof(tmp_path / "a.csv.gz", [wof_row(11, "هجين", 35.6, 38.9)])
    added(path, tmp_path)
    assert {entry.id for entry in named("هجين", tmp_path)} == {"tawatur:sy-hajin", "wof:11"}


def test_the_country_may_stand_in_the_file_name(tmp_path):
    path = write_wof(tmp_path / "places-sy.csv.gz", [wof_row(12, NEW, 35.1, 40.4)], country=False)
    added(path, tmp_path)
    (entry,) = named(NEW, tmp_path)
    assert (entry.country, entry.admin1) == ("SY", "Deir ez-Zor")


def test_a_geonames_dump_gives_places_with_arabic_names_alone(tmp_path):
    lines = [
        dump_row(9001, "Za'trura", f"Zatrura,{NEW}", 35.1, 40.4, admin2="X1"),
        dump_row(9002, "Nameless", "Nameless", 35.2, 40.4),
        dump_row(9003, "Some District", "منطقة", 35.2, 40.4, code="ADM2", admin2="X1"),
        dump_row(9004, "A School", "مدرسة", 35.2, 40.4, code="SCH"),
    ]
    (one,) = added(write_lines(tmp_path / "SY.txt", lines), tmp_path)
    assert one.table.format == "geonames"
    assert dict(one.intake.left_out) == {"without an Arabic name": 1, "of a kind that is not taken": 1}
    (entry,) = named(NEW, tmp_path)
    assert (entry.id, entry.kind, entry.admin1, entry.admin2) == (
        "geonames:9001",
        "village",
        "Deir ez-Zor",
        "Some District",
    )


def test_alternate_names_join_the_dump_of_the_same_go_whatever_the_order(tmp_path):
    dump = write_lines(tmp_path / "SY.txt", [dump_row(9001, "Zatrura", "", 35.1, 40.4)])
    names = write_lines(
        tmp_path / "alternateNamesV2.txt",
        [
            f"1\t9001\tar\t{NEW}\t1\t\t\t\t\t",
            "2\t9001\ten\tZatrura\t\t\t\t\t\t",
            "3\t9001\tar\tقديمون\t\t\t\t1\t\t",
        ],
    )
    added([names, dump], tmp_path)
    (entry,) = named(NEW, tmp_path)
    assert entry.id == "geonames:9001"
    assert named("قديمون", tmp_path) == []  # historic


def test_alternate_names_join_places_that_ship(tmp_path):
    names = write_lines(tmp_path / "alternateNames.txt", [f"1\t174506\tar\t{NEW}\t\t\t\t"])
    (one,) = added(names, tmp_path)
    assert one.table.format == "alternates"
    assert [entry.id for entry in named(NEW, tmp_path)] == ["tawatur:sy-hajin"]


def test_alternate_names_of_nothing_known_are_refused(tmp_path):
    names = write_lines(tmp_path / "alternateNames.txt", [f"1\t99999999\tar\t{NEW}\t\t\t\t"])
    with pytest.raises(GazetteerError, match="dump"):
        added(names, tmp_path)


@pytest.mark.parametrize("kind", ["csv", "semicolons", "xlsx"])
def test_a_pcode_table_gives_the_settlement_and_the_units_above_it(tmp_path, kind):
    rows = [["#adm4+name", "#adm4+name+ar", *["#x"] * 14], pcode_row(1, "Zatrura", NEW, 35.1, 40.4)]
    if kind == "xlsx":
        path, book = tmp_path / "syr_pplp.xlsx", Workbook()
        book.active.append(["Read me"])
        sheet = book.create_sheet("ADM4")
        for row in [PCODES, *rows]:
            sheet.append(row)
        book.save(path)
    else:
        path = write_csv(
            tmp_path / "syr_pplp.csv", PCODES, rows, delimiter=";" if kind == "semicolons" else ","
        )
    (one,) = added(path, tmp_path)
    assert one.table.format == "pcodes"
    (entry,) = named(NEW, tmp_path)
    assert (entry.id, entry.kind, entry.admin1, entry.admin2) == (
        "pcode:C0001",
        "village",
        "Deir ez-Zor",
        "Dist",
    )
    assert [e.kind for e in named("المنطقة البعيدة", tmp_path)] == ["district"]


def test_a_pcode_table_without_points_still_gives_names_and_divisions(tmp_path):
    header = PCODES[:14]
    path = write_csv(tmp_path / "syr.csv", header, [pcode_row(1, "Zatrura", NEW)[:14]])
    added(path, tmp_path)
    (entry,) = named(NEW, tmp_path)
    assert (entry.point, entry.admin1) == (None, "Deir ez-Zor")


def test_columns_as_older_pcode_tables_write_them_are_read(tmp_path):
    header = [
        "admin1Name_en",
        "admin1Name_ar",
        "admin1Pcode",
        "admin2Name_en",
        "admin2Name_ar",
        "admin2Pcode",
    ]
    path = write_csv(tmp_path / "yem.csv", header, [["Saada", "صعدة", "YE22", "Zatrur", NEW, "YE2299"]])
    added(path, tmp_path)
    (entry,) = named(NEW, tmp_path)
    assert (entry.country, entry.kind, entry.admin1) == ("YE", "district", "Saada")


def test_a_zipped_dump_is_read(tmp_path):
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("SY.txt", dump_row(9001, "Zatrura", NEW, 35.1, 40.4) + "\n")
    added(path, tmp_path)
    assert named(NEW, tmp_path)


LIST = ["name_ar", "country", "kind", "lat", "lon", "forms", "said"]


def test_a_list_of_ones_own_gives_places(tmp_path):
    row = [NEW, "sy", "crossing", "35.1", "40.4", "معبر الزعترورة|الزعترور", "sure"]
    (one,) = added(write_csv(tmp_path / "mine.csv", LIST, [row]), tmp_path)
    assert one.table.format == "list"
    (entry,) = named("الزعترور", tmp_path)
    assert (entry.kind, entry.admin1, entry.said, entry.precision) == (
        "crossing",
        "Deir ez-Zor",
        "sure",
        "point",
    )


def test_a_row_without_a_point_adds_a_spelling_to_the_one_place_of_its_name(tmp_path):
    (one,) = added(write_csv(tmp_path / "mine.csv", [*LIST[:2], "forms"], [["الكشمة", "SY", NEW]]), tmp_path)
    assert (one.table.taken, one.table.merged) == (1, 1)
    assert [entry.id for entry in named(NEW, tmp_path)] == ["tawatur:sy-al-kashmah"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ([NEW, "ZZ", "", "", "", "", ""], "no_country"),
        ([NEW, "SY", "castle", "35.1", "40.4", "", ""], "kind"),
        ([NEW, "SY", "", "35.1", "40.4", "", "perhaps"], "kind"),
        ([NEW, "SY", "", "40.4", "35.1", "", ""], "swapped"),
        ([NEW, "SY", "", "35.1", "", "", ""], "no_point"),
        (["", "SY", "", "35.1", "40.4", "", ""], "encoding"),
    ],
)
def test_a_bad_row_of_a_list_is_refused_by_itself(tmp_path, row, code):
    good = ["الزعترون", "SY", "", "35.2", "40.4", "", ""]
    (one,) = added(write_csv(tmp_path / "mine.csv", LIST, [good, row]), tmp_path)
    assert (one.table.taken, dict(one.intake.refused)) == (1, {code: 1})


def many(count, arabic="قرية الاختبار", lat=35.0, lon=40.0):
    return [wof_row(100 + n, f"{arabic} {n}", lat, lon) for n in range(count)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (wof_row(20, "زعترون", 40.4, 35.1), "swapped"),
        (wof_row(20, "زعترون", 12.0, 99.0), "outside"),
        (wof_row(20, "زعترون", "", ""), "no_point"),
        (wof_row(20, "زعترون", "north", "east"), "no_point"),
        (wof_row(20, "زعترون", 95, 40), "no_point"),
        (wof_row(20, "زعترون", 0, 0), "no_point"),
        (wof_row(20, "زعت\ufffdون", 35.1, 40.4), "encoding"),
        (wof_row(20, "Ø¯Ù…Ø´Ù‚", 35.1, 40.4), "encoding"),
        (wof_row("", "زعترون", 35.1, 40.4), "no_identifier"),
        (wof_row(20, "زعترون", 35.1, 40.4)[:5], "short"),
    ],
)
def test_a_bad_row_is_refused_by_itself_and_said(tmp_path, row, code):
    (one,) = added(write_wof(tmp_path / "a.csv.gz", [*many(25), row]), tmp_path)
    assert dict(one.intake.refused) == {code: 1}
    assert one.intake.examples[code][0].startswith("row 29: ")
    assert named("زعترون", tmp_path) == []


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda p: write_wof(p / "a.csv.gz", [["1"]], header=WOF[:5]), "lat, lon, parent_id"),
        (lambda p: write_csv(p / "a.csv", ["name", "where"], [["x", "y"]]), "none of the tables"),
        (
            lambda p: write_wof(p / "a.csv.gz", many(30, lat=40.0, lon=35.0)),
            "swapped.*Exchange the two columns",
        ),
        (lambda p: write_wof(p / "a.csv.gz", many(30, lat=15.0, lon=44.0)), "outside"),
        (lambda p: write_wof(p / "a.csv.gz", many(30, arabic="Ù…Ø¯ÙŠÙ†Ø©")), "UTF-8"),
        (lambda p: write_wof(p / "places.csv.gz", many(2), country=False), "country"),
        (lambda p: write_lines(p / "SY.txt", [dump_row(1, "A", "A", 35.1, 40.4)]), "none of its 1 rows"),
        (lambda p: write_csv(p / "a.csv", [c for c in PCODES if c != "ADM4_AR"], [["x"] * 15]), "ADM4_AR"),
        (lambda p: p / "gone.csv", "not there"),
    ],
)
def test_a_bad_table_is_refused_whole_and_says_what_to_do(tmp_path, make, says):
    good = write_wof(tmp_path / "good.csv.gz", [wof_row(10, NEW, 35.1, 40.4)])
    with pytest.raises(GazetteerError, match=says):
        added([good, make(tmp_path)], tmp_path)
    assert Home.at(tmp_path).tables() == []
    assert named(NEW, tmp_path) == []


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "a.csv",
            "wof_id,placetype,name,names_ar,lat,lon,parent_id\n1,locality,x,دمشق,33,36,0\n".encode("cp1256"),
            "UTF-8",
        ),
        ("a.csv.gz", b"not gzip at all", "broken"),
        ("a.xlsx", b"not a workbook", "no workbook"),
        ("a.zip", b"not a zip", "broken"),
        ("a.csv", b"", "empty"),
    ],
)
def test_a_broken_file_is_refused(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=says):
        added(path, tmp_path)
    assert not (tmp_path / "gazetteer").exists()


def test_utf16_as_excel_saves_it_is_read(tmp_path):
    path = tmp_path / "places-sy.txt"
    lines = ["\t".join(WOF), "\t".join(wof_row(10, NEW, 35.1, 40.4))]
    path.write_bytes("\r\n".join(lines).encode("utf-16"))
    added(path, tmp_path)
    assert named(NEW, tmp_path)


def test_more_places_than_can_be_kept_are_refused_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "MOST_PLACES", 50)
    with pytest.raises(GazetteerError, match="more than 50 places"):
        added(write_wof(tmp_path / "a.csv.gz", many(60)), tmp_path)
    assert Home.at(tmp_path).tables() == []


def test_removing_a_table_removes_what_only_it_gave(tmp_path):
    path = write_wof(
        tmp_path / "mine.csv.gz", [wof_row(10, NEW, 35.1, 40.4), wof_row(11, "هجين|هجّينة", 34.68, 40.84)]
    )
    added(path, tmp_path)
    before = Gazetteer.load(tmp_path).fingerprint
    Home.at(tmp_path).remove(["mine"])
    assert named(NEW, tmp_path) == []
    assert named("هجينة", tmp_path) == []
    assert named("هجين", tmp_path)
    assert Gazetteer.load(tmp_path).fingerprint != before
    assert list((tmp_path / "gazetteer").glob("*.tsv")) == []


def test_removing_what_is_not_there_says_what_is(tmp_path):
    added(write_wof(tmp_path / "mine.csv.gz", many(1)), tmp_path)
    with pytest.raises(GazetteerError, match=r"No table is called yours.*mine"):
        Home.at(tmp_path).remove(["yours"])


def test_adding_a_table_again_takes_its_place(tmp_path):
    path = write_wof(tmp_path / "mine.csv.gz", many(3))
    added(path, tmp_path)
    write_wof(path, [wof_row(10, NEW, 35.1, 40.4)])
    added(path, tmp_path)
    (table,) = Home.at(tmp_path).tables()
    assert table.taken == 2
    assert named("قرية الاختبار 1", tmp_path) == []


def test_progress_is_told_by_file_and_row(tmp_path):
    told = []
    path = write_wof(tmp_path / "a.csv.gz", many(2500))
    add_tables([path], tmp_path, lambda name, rows: told.append((name, rows)))
    assert told == [("a.csv.gz", 1000), ("a.csv.gz", 2000)]


def test_a_large_table_is_added_quickly_and_starting_stays_quick(tmp_path):
    draw = random.Random(1)
    letters = "بتجدرزسشعفقلمنهي"
    rows = [
        wof_row(
            n,
            "".join(draw.choices(letters, k=6)),
            round(draw.uniform(33, 37), 4),
            round(draw.uniform(36, 42), 4),
        )
        for n in range(10, 20_010)
    ]
    path = write_wof(tmp_path / "a.csv.gz", rows)
    began = time.process_time()
    add_tables([path], tmp_path)
    assert time.process_time() - began < 15  # a hundred thousand take five times as long
    began = time.process_time()
    Gazetteer.load(tmp_path)
    assert time.process_time() - began < 0.25
