import gzip

import pytest

from .conftest import OTHER, REPORT, page_of, record, response

PAGE = page_of(f"<p>{REPORT}</p>").encode()


def test_a_page_is_read_with_its_address_and_not_with_the_day_it_was_fetched(read, write):
    document = read(write("a.warc", response("https://nakheel.test/1", PAGE))).document
    assert (document.url, document.published, document.media) == (
        "https://nakheel.test/1",
        None,
        "text/html; charset=utf-8",
    )


def test_the_text_of_a_wet_record_is_read_as_plain_text(read, write):
    report = read(
        write(
            "a.warc", record("conversion", "https://nakheel.test/2020/03/04/x", REPORT.encode(), "text/plain")
        )
    )
    assert (report.document.media, str(report.document.published)) == ("text/plain", "2020-03-04")


def test_a_resource_is_read(read, write):
    found = read(write("a.warc", record("resource", "file:///a.html", PAGE, "text/html; charset=utf-8")))
    assert found.document.media == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "passed_over",
    [
        response("http://a.test/", PAGE, status="404 Not Found"),
        response("http://a.test/", PAGE, status="301 Moved"),
        response("http://a.test/x.png", b"\x89PNG\r\n", "image/png"),
        record("request", "http://a.test/", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        record("warcinfo", "", b"software: x", "application/warc-fields"),
        record("metadata", "http://a.test/", b"x: y", "application/warc-fields"),
    ],
    ids=["not found", "moved", "picture", "request", "info", "metadata"],
)
def test_what_is_no_page_is_passed_over_without_a_word(read, write, passed_over):
    found = read(write("a.warc", passed_over + response("http://a.test/2", PAGE)))
    assert (found.document.url, found.refused) == ("http://a.test/2", [])


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
        (PAGE, {"Content-Encoding": "gzip"}),  # taken off by the crawler, named still
        (b"%x\r\n" % len(PAGE) + PAGE + b"\r\n0\r\n\r\n", {"Transfer-Encoding": "chunked"}),
    ],
    ids=["packed", "unpacked before", "in chunks"],
)
def test_a_page_is_kept_as_a_browser_gets_it(read, write, body, headers):
    assert read(write("a.warc", response("http://a.test/", body, **headers))).reports[0].received == PAGE


def test_the_header_says_how_a_page_is_written(read, write):
    plain = page_of(OTHER).encode("cp1256")
    document = read(
        write("a.warc", response("http://a.test/", plain, "text/html; charset=windows-1256"))
    ).document
    assert document.media == "text/html; charset=windows-1256"


def test_a_page_that_unpacks_to_too_much_is_refused(read, write):
    bomb = gzip.compress(b" " * (20 << 20))
    found = read(write("a.warc", response("http://a.test/", bomb, **{"Content-Encoding": "gzip"})))
    assert found.codes == ["too_large"]
