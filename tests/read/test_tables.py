"""Reports come as the rows of spreadsheets too, however these are saved."""

import csv
import datetime as dt
import gzip
import io
import tracemalloc
import zipfile

import openpyxl
import pytest

from tawatur.clean import clean
from tawatur.errors import LexiconError, ReportError
from tawatur.read import headings, limits, read_reports
from tawatur.read.days import find_order, parse_written_day
from tawatur.read.headings import find_columns

from .conftest import OTHER, REPORT, gzipped, json_line, zip_of

FIRST, SECOND = REPORT.strip(), OTHER.strip()
ENGLISH = ["id", "Published at", "Source", "Link", "Headline", "Report"]
ARABIC = ["المعرف", "تاريخ النشر", "المصدر", "الرابط", "العنوان", "نص الخبر"]
ROW = ["a1", "2018-11-28", "وكالة الساحل", "http://a.test/1", "قصف النخيل", FIRST]


def table_of(*rows, separator=",", ends="\r\n"):
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator=ends).writerows(rows)
    return written.getvalue()


def book_of(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def check_first(document):
    assert document.id == "a1"
    assert document.published == dt.date(2018, 11, 28)
    assert (document.outlet, document.url, document.title) == (
        "وكالة الساحل",
        "http://a.test/1",
        "قصف النخيل",
    )


@pytest.mark.parametrize(
    "names", [ENGLISH, ARABIC, [" ID ", "PUBLISHED_AT", "channel", "URL:", "Title", "النصّ"]]
)
def test_columns_are_told_by_their_headings_in_both_languages(read, write, names):
    found = read(write("a.csv", table_of(names, ROW)))
    check_first(found.document)
    assert found.document.name.endswith("a.csv:2")
    assert clean(found.document, found.reports[0].received).shown == FIRST


def test_columns_come_in_any_order_and_others_are_left(read, write):
    rows = [[*reversed(ENGLISH), "notes"], [*reversed(ROW), "checked"]]
    found = read(write("a.csv", table_of(*rows)))
    check_first(found.document)
    assert b"checked" not in found.reports[0].received


@pytest.mark.parametrize("heading", ["الموقع", "page", "address", "date of incident", "description"])
def test_a_heading_that_may_mean_something_else_is_no_field(heading):
    assert find_columns(["text", heading]) == {"text": 0}


def test_a_row_is_kept_as_the_line_that_says_the_same(read, write):
    line = (
        json_line(id="a1", outlet=ROW[2], url=ROW[3], published=ROW[1], title=ROW[4], text=FIRST)
        .replace(b'": ', b'":')
        .replace(b', "', b',"')
    )
    found = read(
        write("a.csv", table_of(ENGLISH, ROW)),
        write("a.jsonl", line),
        write("a.xlsx", book_of(x=[ENGLISH, ROW])),
    )
    check_first(found.document)
    assert [seen.document for seen in found.seen] == ["a1", "a1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_a_table_is_read_however_it_is_encoded_and_parted(read, write, encoding, separator, ends):
    other = ["b2", "", "", "", "", f'«"{SECOND}"»{separator}\nسطر ثان']
    raw = table_of(ARABIC, ROW, other, separator=separator, ends=ends).encode(encoding)
    found = read(write("a.csv", raw))
    assert not found.refused
    check_first(found.documents[0])
    assert clean(found.documents[1], found.reports[1].received).received == other[-1]


def test_a_tab_separated_table_is_read(read, write):
    check_first(read(write("a.tsv", table_of(ENGLISH, ROW, separator="\t"))).document)


def test_the_line_in_which_excel_names_its_separator_is_no_row_of_headings(read, write):
    found = read(write("a.csv", "sep=;\r\n" + table_of(ENGLISH, ROW, separator=";")))
    assert found.document.name.endswith(":3")


def test_a_table_of_one_column_needs_no_quotes(read, write):
    found = read(write("a.csv", f"text\n{FIRST}, {SECOND}; x\n{SECOND}\n"))
    assert len(found.documents) == 2
    assert not found.refused


def test_a_column_of_markup_is_read_as_pages(read, write):
    page = "<html><head><title>x</title></head><body><p>" + FIRST * 3 + "</p></body></html>"
    assert read(write("a.csv", table_of(["html"], [page]))).document.media == "application/json; key=html"


def test_every_sheet_of_a_workbook_is_read_and_one_that_holds_no_reports_is_refused(read, write):
    raw = book_of(
        Reports=[[None], ARABIC, [None], [*ROW[:1], dt.datetime.fromisoformat("2018-11-28"), *ROW[2:]]],
        Empty=[],
        Notes=[["who", "what"], ["x", "y"]],
        More=[["text", "id"], [SECOND, 17], [FIRST + " مكرر", 18.0]],
    )
    found = read(write("a.xlsx", raw))
    check_first(found.documents[0])
    assert [document.name.rpartition("/")[2] for document in found.documents] == [
        "a.xlsx!Reports:4", "a.xlsx!More:2", "a.xlsx!More:3",
    ]  # fmt: skip
    assert [document.id for document in found.documents[1:]] == ["17", "18"]
    assert found.refusal.code == "bad_headings"
    assert found.refusal.name.endswith("a.xlsx!Notes")
    assert "«who», «what»" in found.refusal.reason


@pytest.mark.parametrize(
    "day",
    [
        dt.datetime.fromisoformat("2018-11-28"),
        dt.datetime.fromisoformat("2018-11-28T23:30"),
        dt.date(2018, 11, 28),
        43432,
        "28/11/2018",
    ],
)
def test_the_days_of_a_workbook_are_read(read, write, day):
    assert read(write("a.xlsx", book_of(x=[["text", "date"], [FIRST, day]]))).document.published == dt.date(
        2018, 11, 28
    )


@pytest.mark.parametrize("day", [2018, True, dt.time(10, 35), "#N/A", 99_999_999])
def test_what_is_no_day_in_a_workbook_is_refused(read, write, day):
    assert read(write("a.xlsx", book_of(x=[["text", "date"], [FIRST, day]]))).refusal.code == "bad_date"


@pytest.mark.parametrize(
    "written",
    ["28/11/2018", "28-11-2018", "28.11.2018", "11/28/2018", "2018/11/28", "2018-11-28", "2018-11-28T23:30:00+03:00",
     "٢٨/١١/٢٠١٨", "28/11/2018 10:35", "11/28/2018 11:05:00 PM", "\u200f28/11/2018\u200f", "20181128"],
)  # fmt: skip
def test_a_day_that_can_be_one_alone_is_read(written):
    assert parse_written_day(written, day_first=None) == dt.date(2018, 11, 28)


@pytest.mark.parametrize(
    "written", ["31/2/2018", "28/13/2018", "2018/28/11", "28/11/18", "28/11-2018", "yesterday", "0/0/2018"]
)
def test_what_is_no_day_is_refused(written):
    with pytest.raises(ReportError) as told:
        parse_written_day(written, day_first=True)
    assert told.value.code == "bad_date"


@pytest.mark.parametrize(("others", "day"), [(["28/11/2018"], (4, 3)), (["11/28/2018", "5/5/2018"], (3, 4))])
def test_a_day_of_two_readings_is_read_as_the_other_rows_tell(read, write, others, day):
    rows = [[f"{FIRST} {n}", written] for n, written in enumerate(["3/4/2018", *others])]
    for name, raw in (
        ("a.csv", table_of(["text", "date"], *rows)),
        ("a.xlsx", book_of(x=[["text", "date"], *rows])),
    ):
        assert read(write(name, raw)).documents[0].published == dt.date(2018, *day)


@pytest.mark.parametrize("others", [[], ["5/5/2018", "2018-11-28"], ["28/11/2018", "11/28/2018"]])
def test_a_day_of_two_readings_is_never_guessed(read, write, others):
    rows = [[f"{FIRST} {n}", written] for n, written in enumerate(["3/4/2018", *others])]
    found = read(write("a.csv", table_of(["text", "date"], *rows)))
    assert found.refusal.code == "ambiguous_date"
    assert found.refusal.name.endswith("a.csv:2")
    assert len(found.documents) == len(others)
    assert find_order([row[1] for row in rows]) is None


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["", "x1", "2018-11-28"], "missing_text"),
        ([FIRST, "x1", "28/13/2018"], "bad_date"),
        ([FIRST, "x" * 201, ""], "bad_id"),
        (["A report in English about shelling.", "x1", ""], "not_arabic"),
        ([REPORT * (limits.REPORT_BYTES // len(REPORT.encode()) + 1), "x1", ""], "too_large"),
        ([FIRST, "x1", "", "and the rest of a text without quotes"], "broken_table"),
        ([FIRST, "b2", ""], "id_taken"),
    ],
)
def test_a_bad_row_is_refused_by_its_number_and_the_rest_is_read(read, write, row, code):
    rows = [["text", "id", "date"], [SECOND, "b2", ""], ["", "", ""], row, [], [SECOND + " x", "c3"]]
    found = read(write("a.csv", table_of(*rows)))
    assert (found.refusal.code, found.refusal.name[-7:]) == (code, "a.csv:4")
    assert [document.name[-7:] for document in found.documents] == ["a.csv:2", "a.csv:6"]


def test_a_row_in_no_encoding_is_refused_and_the_rest_is_read(read, write):
    raw = (
        table_of(["text"], [SECOND]).encode()
        + "événements à la frontière\r\n".encode("cp1252")
        + REPORT.encode()
    )
    found = read(write("a.csv", raw))
    assert (found.refusal.code, found.refusal.name[-7:]) == ("unknown_encoding", "a.csv:3")
    assert len(found.documents) == 2


@pytest.mark.parametrize(
    ("name", "raw", "code", "says"),
    [
        ("a.csv", b"", "empty", "empty"),
        ("a.csv", b"\r\n ,, \r\n", "empty", "empty"),
        ("a.csv", table_of(["place", "dead"], ["x", "3"]).encode(), "bad_headings", "«place», «dead»"),
        ("a.csv", table_of(["text", "Content"], ["x", "y"]).encode(), "bad_headings", "«text» and «Content»"),
        ("a.csv", table_of(["النص", "التاريخ", "تاريخ النشر"]).encode(), "bad_headings", "«التاريخ» and «تاريخ النشر»"),
        ("a.csv", book_of(x=[["text"]]), "binary", "renamed"),
        ("a.csv.gz", b"no gzip", "broken_archive", "damaged"),
        ("a.xlsx", b"", "broken_table", "no workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 999, "broken_table", "password"),
        ("a.xlsx", zip_of([("a.txt", REPORT)]), "broken_table", "no workbook"),
        ("a.xlsx", book_of(x=[]), "empty", "empty"),
    ],
)  # fmt: skip
def test_a_table_that_is_none_is_refused_with_what_was_found(read, write, name, raw, code, says):
    refusal = read(write(name, raw)).refusal
    assert refusal.code == code
    assert says in refusal.reason


def test_a_quote_that_is_never_closed_ends_the_table_and_what_came_before_stands(read, write):
    raw = table_of(["text", "id"], [FIRST, "a"], [SECOND, "b"]) + '"' + "x,y\r\n" * 99
    found = read(write("a.csv", raw))
    assert (len(found.documents), found.refusal.code) == (2, "broken_table")
    assert "row 4" in found.refusal.reason


def test_a_row_without_an_end_is_not_read_into_memory(read, write, monkeypatch):
    monkeypatch.setattr(limits, "LINE_BYTES", 100_000)
    found = read(write("a.csv", table_of(["text"], [FIRST]) + '"' + "x,y\r\n" * 99_999))
    assert (len(found.documents), found.refusal.code) == (1, "too_large")
    assert "Row 3" in found.refusal.reason


def test_a_truncated_table_gives_no_half_row(read, write):
    rows = [[f"{FIRST} {number * 7919 % 1009}", str(number)] for number in range(400)]
    packed = gzip.compress(table_of(["text", "id"], *rows).encode())
    found = read(write("a.csv.gz", packed[: len(packed) // 2]))
    assert 50 < len(found.documents) < 399
    assert found.refusal.code == "truncated"
    texts = [clean(one.document, one.received).received for one in found.reports]
    assert texts == [row[0] for row in rows[: len(texts)]]


def test_tables_are_read_in_archives_and_at_addresses(read, write):
    text, book = table_of(ENGLISH, ROW).encode(), book_of(x=[["text"], [SECOND]])
    found = read(write("a.zip", zip_of([("in/a.csv", text), ("b.csv.gz", gzipped(text)), ("c.xlsx", book)])))
    check_first(found.documents[0])
    assert [document.name.rpartition("/")[2] for document in found.documents] == [
        "a.csv:2",
        "a.zip!c.xlsx!x:2",
    ]
    assert len(found.seen) == 1
    path = write("d.xlsx", book)
    assert read(f"file://{path}").document.name.endswith("d.xlsx!x:2")
    assert len(read(write("e.xlsx.gz", gzipped(book))).documents) == 1


def test_a_workbook_that_unpacks_to_more_than_any_is_refused(read, write, monkeypatch):
    path = write("a.xlsx", book_of(x=[["text"], [FIRST]]))
    monkeypatch.setattr(limits, "BOOK_BYTES", 100)
    assert read(path).refusal.code == "too_large"


def test_a_sheet_that_claims_rows_without_end_is_left(read, write, monkeypatch):
    monkeypatch.setattr(limits, "SHEET_ROWS", 1000)
    raw, packed = book_of(x=[["text"], [FIRST], [SECOND]]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                data = data.replace(b'r="3"', b'r="99999999999"').replace(b'r="A3"', b'r="A99999999999"')
            new.writestr(name, data)
    found = read(write("a.xlsx", packed.getvalue()))
    assert (len(found.documents), found.refusal.code) == (1, "broken_table")


def test_a_long_table_takes_little_memory(write):
    path = write(
        "a.csv", table_of(["text", "date"], *([f"{FIRST} {n}" * 9, "28/11/2018"] for n in range(5_000)))
    )
    tracemalloc.start()
    for _ in read_reports([path]):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < path.stat().st_size / 2


def test_an_analyst_can_add_a_heading_and_a_word_of_two_fields_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(headings, "files", lambda _: tmp_path)
    path = tmp_path / "data" / "read" / "headings.yaml"
    path.parent.mkdir(parents=True)
    headings._load.cache_clear()
    try:
        path.write_text("headings:\n  text: [البيان]\n", "utf-8")
        assert find_columns(["x", "البيان"]) == {"text": 1}
        headings._load.cache_clear()
        path.write_text("headings:\n  text: [البيان]\n  title: [البيان]\n", "utf-8")
        with pytest.raises(LexiconError, match="two groups"):
            find_columns(["x"])
    finally:
        headings._load.cache_clear()
