import datetime as dt
import hashlib

import pytest

from tawatur.errors import InputError
from tawatur.records import PublishedFrom

from .conftest import OTHER, REPORT, gzipped, json_line, page_of, response, tar_of, zip_of

PAGE = page_of(f"<p>{REPORT}</p>").encode()


def test_a_text_file_is_a_report_under_the_hash_of_its_bytes(read, write):
    path = write("one.txt", REPORT)
    found = read(path)
    sha256 = hashlib.sha256(REPORT.encode()).hexdigest()
    assert found.reports[0].received == REPORT.encode()
    assert (found.document.id, found.document.sha256) == (sha256[:16], sha256)
    assert (found.document.media, found.document.name) == ("text/plain", str(path))


@pytest.mark.parametrize(
    ("name", "content", "names"),
    [
        ("a.txt", REPORT.encode(), ["a.txt"]),
        ("A.TXT", REPORT.encode(), ["A.TXT"]),
        ("a.txt.gz", gzipped(REPORT.encode()), ["a.txt.gz"]),
        ("a.html", PAGE, ["a.html"]),
        ("a.htm", PAGE, ["a.htm"]),
        ("a.jsonl", json_line(text=REPORT) + b"\n" + json_line(text=OTHER), ["a.jsonl:1", "a.jsonl:3"]),
        (
            "a.jsonl.gz",
            gzipped(json_line(text=REPORT), json_line(html=OTHER)),
            ["a.jsonl.gz:1", "a.jsonl.gz:2"],
        ),
        ("a.warc", response("http://a.test/", PAGE), ["a.warc:1"]),
        ("a.warc.gz", gzipped(response("http://a.test/", PAGE)), ["a.warc.gz:1"]),
        ("a.zip", zip_of([("x/a.txt", REPORT), ("b.html", PAGE)]), ["a.zip!x/a.txt", "a.zip!b.html"]),
        ("a.tar", tar_of([("a.txt", REPORT.encode())]), ["a.tar!a.txt"]),
        ("a.tar.gz", tar_of([("a.txt", REPORT.encode())], "w:gz"), ["a.tar.gz!a.txt"]),
        ("a.tgz", tar_of([("a.jsonl", json_line(text=REPORT))], "w:gz"), ["a.tgz!a.jsonl:1"]),
        (
            "a.zip",
            zip_of(
                [
                    ("in.tar.gz", tar_of([("a.txt", REPORT.encode())], "w:gz")),
                    ("in.zip", zip_of([("b.txt", OTHER)])),
                ]
            ),
            ["a.zip!in.tar.gz!a.txt", "a.zip!in.zip!b.txt"],
        ),
    ],
)
def test_every_format_gives_its_reports_under_names_a_user_can_find(
    read, write, tmp_path, name, content, names
):
    found = read(write(name, content))
    assert [document.name.removeprefix(f"{tmp_path}/") for document in found.documents] == names
    assert not found.refused


def test_a_folder_is_walked_in_the_order_of_its_names_and_hidden_files_are_passed_over(read, write, tmp_path):
    for name in ("b/2.txt", "b/10.txt", "a.txt", "c.txt", ".hidden.txt", "b/__MACOSX/x.txt", "b/.git/x.txt"):
        write(name, f"{REPORT} {name}")
    found = read(tmp_path)
    assert [document.name.removeprefix(f"{tmp_path}/") for document in found.documents] == [
        "a.txt",
        "c.txt",
        "b/10.txt",
        "b/2.txt",
    ]
    assert not found.refused


def test_a_path_that_is_not_there_is_an_error_before_anything_is_read(read, write, tmp_path):
    path = write("a.txt", REPORT)
    with pytest.raises(InputError, match=r"nothing\.txt is not there"):
        read(path, tmp_path / "nothing.txt")


def test_a_given_line_keeps_what_its_caller_says(read, write):
    line = json_line(
        id="r-1",
        text=REPORT,
        url="https://example.org/2020/05/06/x",
        outlet="مرصد النخيل",
        published="2020-05-07T23:50:00+03:00",
        title="قصف",
        unknown={"a": [1]},
    )
    document = read(write("a.jsonl", line)).document
    assert (document.id, document.url) == ("r-1", "https://example.org/2020/05/06/x")
    assert (document.outlet, document.title) == ("مرصد النخيل", "قصف")
    assert (document.published, document.published_from) == (dt.date(2020, 5, 7), PublishedFrom.GIVEN)
    assert document.media == "application/json"


def test_the_bytes_of_a_line_are_kept_without_its_break(read, write):
    report = read(write("a.jsonl", b"\xef\xbb\xbf  " + json_line(text=REPORT).strip() + b" \r\n")).reports[0]
    assert report.received == json_line(text=REPORT).strip()


def test_a_line_that_holds_a_page_says_so(read, write):
    assert (
        read(write("a.jsonl", json_line(html=PAGE.decode()))).document.media == "application/json; key=html"
    )


def test_a_whole_number_may_be_an_id(read, write):
    assert read(write("a.jsonl", json_line(text=REPORT, id=7))).document.id == "7"


def test_the_same_bytes_twice_are_one_document_seen_twice(read, write):
    first, second = write("a.txt", REPORT), write("b.txt", REPORT)
    found = read(first, second)
    assert found.seen == [(found.document.id, str(second))]


def test_the_bytes_that_a_case_holds_are_seen(read, write):
    path = write("a.txt", REPORT)
    document = read(path).document
    found = read(path, known={document.id: document.sha256})
    assert (found.documents, found.seen) == ([], [(document.id, str(path))])


def test_another_report_under_a_taken_id_is_refused(read, write):
    found = read(write("a.jsonl", json_line(id="r", text=REPORT) + json_line(id="r", text=OTHER)))
    assert found.document.id == "r"
    assert found.refusal.code == "id_taken"
    assert "'r'" in found.refusal.reason
    taken = read(write("b.jsonl", json_line(id="r", text=OTHER)), known={"r": "0" * 64})
    assert taken.codes == ["id_taken"]


@pytest.mark.parametrize(
    ("head", "url", "published", "settled"),
    [
        (
            '<meta property="article:published_time" content="2021-10-19T08:00:00Z">',
            None,
            (2021, 10, 19),
            "metadata",
        ),
        ("", "https://example.org/2021/10/19/x", (2021, 10, 19), "address"),
        (
            '<meta name="date" content="2021-10-18">',
            "https://example.org/2021/10/19/x",
            (2021, 10, 18),
            "metadata",
        ),
        ("", "https://example.org/news/4711", None, None),
        ('<meta property="article:modified_time" content="2021-10-19">', None, None, None),
        ('<meta name="date" content="2021">', None, None, None),
    ],
)
def test_the_day_comes_from_the_page_and_then_from_its_address(read, write, head, url, published, settled):
    line = json_line(html=page_of(REPORT, head), **({"url": url} if url else {}))
    document = read(write("a.jsonl", line)).document
    assert document.published == (dt.date(*published) if published else None)
    assert document.published_from == settled


@pytest.mark.parametrize(
    ("head", "url", "outlet"),
    [
        (
            '<meta property="og:site_name" content="وكالة النخيل">',
            "https://www.nakheel.test/1",
            "وكالة النخيل",
        ),
        ("", "https://www.nakheel.test/1", "nakheel.test"),
        ('<link rel="canonical" href="https://nakheel.test/1">', None, "nakheel.test"),
        ("", None, None),
    ],
)
def test_the_outlet_comes_from_the_page_and_then_from_its_site(read, write, head, url, outlet):
    line = json_line(html=page_of(REPORT, head), **({"url": url} if url else {}))
    assert read(write("a.jsonl", line)).document.outlet == outlet


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_files_are_read_in_the_encodings_that_arabic_comes_in(read, write, encoding):
    plain = REPORT.replace("،", "")
    assert read(write("a.txt", plain.encode(encoding))).documents
    assert read(write("a.html", page_of(plain).encode(encoding))).documents


def test_what_is_read_does_not_depend_on_how_often_it_is_read(read, write, tmp_path):
    write("b/a.zip", zip_of([("a.txt", REPORT), ("b.txt", OTHER)]))
    write("a.jsonl", json_line(text=OTHER, id="x"))
    assert read(tmp_path).all == read(tmp_path).all
