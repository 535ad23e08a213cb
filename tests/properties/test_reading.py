"""No bytes end a batch: each is a report, a report seen before, or a refusal that says why."""

import gzip
import io
import json
import tarfile
import tempfile
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic.encodings import decode, is_binary, is_mojibake
from tawatur.read import Received, Seen, read_reports
from tawatur.read.addresses import day_in
from tawatur.read.pages import read_page
from tawatur.records import Refusal

REPORT = "قتل شخصان وأصيب ثالث في قصف مدفعي على بلدة النخيل صباح الثلاثاء.\n"
LINE = json.dumps({"text": REPORT, "id": "a", "published": "2020-01-02"}, ensure_ascii=False).encode()
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>" + REPORT.encode()
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.test/\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n" % len(HTTP) + HTTP + b"\r\n\r\n"
)


def _zip():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", REPORT)
        archive.writestr("b.jsonl", LINE)
    return packed.getvalue()


def _tar():
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(REPORT.encode())
        archive.addfile(info, io.BytesIO(REPORT.encode()))
    return packed.getvalue()


WHOLE = {
    "a.txt": REPORT.encode(),
    "a.html": f"<meta charset=utf-8><p>{REPORT}".encode(),
    "a.jsonl": LINE + b"\n" + LINE.replace(b'"a"', b'"b"'),
    "a.jsonl.gz": gzip.compress(LINE, mtime=0),
    "a.warc": WARC * 2,
    "a.warc.gz": gzip.compress(WARC, mtime=0),
    "a.zip": _zip(),
    "a.tar": _tar(),
    "a.tar.gz": gzip.compress(_tar(), mtime=0),
}
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["put", "cut", "add"]), st.binary(min_size=1, max_size=8)),
    min_size=1,
    max_size=6,
)


def changed(whole, changes):
    raw = bytearray(whole)
    for where, how, what in changes:
        at = int(where * len(raw))
        if how == "put":
            raw[at : at + len(what)] = what
        elif how == "cut":
            del raw[at : at + len(what) * 9]
        else:
            raw[at:at] = what
    return bytes(raw)


def read_all(name, raw):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        return list(read_reports([path]))


@given(st.sampled_from(sorted(WHOLE)), CHANGES)
@settings(max_examples=400, deadline=None)
def test_a_damaged_file_is_refused_or_read_and_never_raises(name, changes):
    for one in read_all(name, changed(WHOLE[name], changes)):
        assert isinstance(one, Received | Seen | Refusal)
        if isinstance(one, Refusal):
            assert one.code
            assert one.reason
            assert one.name.encode()


@given(st.sampled_from(sorted(WHOLE)), st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_under_any_name_are_refused_or_read(name, raw):
    assert all(isinstance(one, Received | Seen | Refusal) for one in read_all(name, raw))


@given(st.binary(max_size=400), st.none() | st.text(max_size=20))
@settings(max_examples=300, deadline=None)
def test_decoding_never_raises_and_what_it_gives_can_be_written(raw, declared):
    text = decode(raw, declared)
    is_binary(raw)
    if text is not None:
        text.encode()
        is_mojibake(text)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_text_in_utf_8_and_utf_16_with_a_mark_is_read_as_it_was_written(text):
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text
    assert decode(b"\xff\xfe" + text.encode("utf-16-le")) == text or text.startswith("\0")


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_a_page_and_an_address_are_read_whatever_they_hold(text):
    read_page(text)
    read_page(f'<meta name="date" content="{text}"><script type="application/ld+json">{text}</script>')
    day_in(text)
