"""Bad input is refused by a stable code and a line that says what to do, and the rest goes on."""

import gzip
import hashlib
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from tawatur.read import limits

from .conftest import OTHER, REPORT, gzipped, json_line, page_of, response, tar_of, zip_of

LONG = (REPORT * (limits.REPORT_BYTES // len(REPORT.encode()) + 1)).encode()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t \n", "empty"),
        ("a.html", b"<html><body><script>x</script></body></html>", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "binary"),
        ("a.html", b"%PDF-1.4\0\1\2\3\4\5\6\7", "binary"),
        ("a.txt", b"Three people were killed in shelling on the town this morning.", "not_arabic"),
        (
            "a.txt",
            "در حمله هوایی به شهر سه نفر کشته و پنج نفر زخمی شدند، به گفته منابع محلی".encode(),
            "not_arabic",
        ),
        (
            "a.html",
            page_of("<p>Three people were killed</p><a>عربي</a>" + "text " * 99).encode(),
            "not_arabic",
        ),
        ("a.txt", "Des événements à la frontière".encode("cp1252"), "unknown_encoding"),
        ("a.txt", REPORT.encode().decode("cp1256", "replace").encode(), "mojibake"),
        ("a.txt", LONG, "too_large"),
        ("a.pdf", b"x", "unknown_format"),
        ("a", REPORT.encode(), "unknown_format"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", json_line(text=REPORT).decode().encode("utf-16"), "bad_json"),
        ("a.jsonl.gz", gzipped(b""), "empty"),
        ("a.warc", b"no web archive at all " * 9, "broken_archive"),
        ("a.warc", b"", "empty"),
        ("a.warc.gz", b"no gzip", "broken_archive"),
        ("a.zip", b"PK no archive", "broken_archive"),
        ("a.zip", b"", "broken_archive"),
        ("a.tar", b"no archive" * 99, "broken_archive"),
        ("a.tar.gz", b"no gzip", "broken_archive"),
        ("a.tar.gz", gzipped(b"no archive" * 99), "broken_archive"),
    ],
)
def test_a_file_that_is_no_report_is_refused(read, write, name, content, code):
    refusal = read(write(name, content)).refusal
    assert refusal.code == code
    assert refusal.name.endswith(name)
    assert len(refusal.reason) > 9


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"text": "', "bad_json"),
        (b"[1, 2]", "bad_json"),
        (b'"text"', "bad_json"),
        (b'{"text": "\\ud800"}', "bad_json"),
        (b"[" * 100_000, "bad_json"),
        ('{"text": "événements à la frontière"}'.encode("cp1252"), "unknown_encoding"),
        (b"{}", "missing_text"),
        (b'{"text": " "}', "missing_text"),
        (b'{"text": null, "html": ""}', "missing_text"),
        (b'{"text": 7}', "missing_text"),
        (json_line(text=REPORT, published="2021-02-30"), "bad_date"),
        (json_line(text=REPORT, published="yesterday"), "bad_date"),
        (json_line(text=REPORT, published=20210230), "bad_date"),
        (json_line(text=REPORT, id="a\nb"), "bad_id"),
        (json_line(text=REPORT, id="x" * 201), "bad_id"),
        (json_line(text=REPORT, id=["a"]), "bad_id"),
        (json_line(text=REPORT, id=True), "bad_id"),
        (json_line(text=REPORT, outlet=7), "bad_value"),
        (json_line(text="A report in English about shelling."), "not_arabic"),
        (json_line(text=LONG.decode()), "too_large"),
        (b'{"text": "' + b"x" * limits.LINE_BYTES + b'"}', "too_large"),
    ],
)
def test_a_bad_line_is_refused_with_its_number_and_the_next_is_read(read, write, line, code):
    found = read(write("a.jsonl", json_line(text=OTHER) + line.strip() + b"\n" + json_line(text=REPORT)))
    assert (found.refusal.code, found.refusal.name[-8:]) == (code, ".jsonl:2")
    assert [document.name[-2:] for document in found.documents] == [":1", ":3"]


def test_a_report_of_exactly_the_most_is_read(read, write):
    most = LONG[: limits.REPORT_BYTES].decode("utf-8", "ignore").encode()
    assert read(write("a.txt", most)).documents


def test_a_truncated_gzip_gives_what_stands_before_the_break(read, write):
    noise = [hashlib.sha256(bytes([number % 256, number // 256])).hexdigest() for number in range(300)]
    lines = b"".join(json_line(text=f"{REPORT} {word}") for word in noise)
    packed = gzip.compress(lines)
    found = read(write("a.jsonl.gz", packed[: len(packed) // 2]))
    assert 50 < len(found.documents) < 250
    assert found.refusal.code == "truncated"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_truncated_web_archive_gives_no_half_page(read, write, name):
    pages = [response(f"http://a.test/{n}", page_of(REPORT * 9 + str(n)).encode()) for n in range(3)]
    content = b"".join(pages) if name == "a.warc" else gzipped(*pages)
    found = read(write(name, content[: -900 if name == "a.warc" else -90]))
    assert len(found.documents) == 2
    assert found.refusal.code == "truncated"


def test_a_damaged_record_is_refused_and_the_next_is_read(read, write):
    page = page_of(REPORT * 9).encode()
    broken = response("http://a.test/1", gzipped(page)[:-40], **{"Content-Encoding": "gzip"})
    found = read(write("a.warc", broken + response("http://a.test/2", page_of(REPORT).encode())))
    assert (found.refusal.code, found.document.url) == ("broken_record", "http://a.test/2")


@pytest.mark.parametrize("path", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt"])
@pytest.mark.parametrize("pack", [zip_of, tar_of])
def test_an_entry_that_points_outside_is_refused_and_the_rest_is_read(read, write, pack, path):
    name = "a.zip" if pack is zip_of else "a.tar"
    found = read(write(name, pack([(path, REPORT.encode()), ("b.txt", OTHER.encode())])))
    assert (found.codes, len(found.documents)) == (["outside"], 1)


@pytest.mark.parametrize(
    ("kind", "target", "code"),
    [
        (tarfile.SYMTYPE, "/etc/passwd", "outside"),
        (tarfile.SYMTYPE, "../x", "outside"),
        (tarfile.LNKTYPE, "b.txt", "not_a_file"),
        (tarfile.CHRTYPE, "", "not_a_file"),
        (tarfile.FIFOTYPE, "", "not_a_file"),
    ],
)
def test_links_and_devices_in_an_archive_are_refused(read, write, kind, target, code):
    link = tarfile.TarInfo("a.txt")
    link.type, link.linkname = kind, target
    found = read(write("a.tar", tar_of([(link, None), ("b.txt", OTHER.encode())])))
    assert (found.codes, len(found.documents)) == ([code], 1)


def test_a_link_that_leads_out_of_the_folder_is_refused(read, write, tmp_path):
    outside = write("outside/secret.txt", REPORT)
    write("in/real.txt", OTHER)
    (tmp_path / "in" / "link.txt").symlink_to(outside)
    (tmp_path / "in" / "same.txt").symlink_to(tmp_path / "in" / "real.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "nowhere.txt").symlink_to(tmp_path / "gone")
    found = read(tmp_path / "in")
    assert sorted(found.codes) == ["outside", "unreadable"]
    assert (len(found.documents), len(found.seen)) == (1, 1)


def test_a_pipe_in_a_folder_is_not_waited_for(read, tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert read(tmp_path).codes == ["not_a_file"]


def test_a_name_that_is_no_text_can_still_be_written_down(read, tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(REPORT, "utf-8")
    assert read(tmp_path).document.name.endswith("\ufffd.txt")


def test_an_encrypted_entry_is_refused(read, write):
    packed = bytearray(zip_of([("a.txt", REPORT)]))
    packed[6] |= 1
    packed[packed.rindex(b"PK\1\2") + 8] |= 1
    assert read(write("a.zip", bytes(packed))).codes == ["encrypted"]


def test_a_damaged_entry_is_refused_and_the_rest_is_read(read, write):
    packed = bytearray(zip_of([("a.txt", REPORT), ("b.txt", OTHER)]))
    packed[45] ^= 0xFF
    found = read(write("a.zip", bytes(packed)))
    assert (found.codes, len(found.documents)) == (["broken_archive"], 1)


def test_an_entry_without_a_name_does_not_end_the_archive(read, write):
    packed = bytearray(zip_of([("a", b""), ("b.txt", OTHER)]))
    directory = packed.index(b"PK\1\2")
    packed[directory + 28] = 0  # its name is none bytes long, and the byte that was its name is a comment
    packed[directory + 32] = 1
    found = read(write("a.zip", bytes(packed)))
    assert (found.codes, len(found.documents)) == (["broken_archive"], 1)


def test_archives_are_followed_to_a_bounded_depth(read, write):
    packed = zip_of([("a.txt", REPORT)])
    for _ in range(limits.DEPTH):
        packed = zip_of([("in.zip", packed)])
    assert read(write("a.zip", packed)).codes == ["archive_too_deep"]


@pytest.mark.parametrize("pack", [zip_of, tar_of])
def test_an_archive_of_too_many_entries_is_left(read, write, monkeypatch, pack):
    monkeypatch.setattr(limits, "ENTRIES", 20)
    entries = [(f"{n}.txt", f"{REPORT} {n}".encode()) for n in range(30)]
    found = read(write("a.zip" if pack is zip_of else "a.tar", pack(entries)))
    assert found.codes == ["archive_too_large"]
    assert len(found.documents) <= 20


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tgz"])
def test_an_archive_that_unpacks_to_too_much_is_left(read, write, monkeypatch, name):
    monkeypatch.setattr(limits, "UNPACKED_BYTES", limits.MIB)
    entries = [("a.txt", REPORT.encode()), ("b.jsonl", b"\n" * (3 * limits.MIB)), ("c.txt", OTHER.encode())]
    found = read(write(name, zip_of(entries) if name == "a.zip" else tar_of(entries, "w:gz")))
    assert set(found.codes) == {"archive_too_large"}
    assert len(found.documents) <= 1


def test_a_zip_that_lies_about_its_lengths_is_still_bounded(read, write, monkeypatch):
    monkeypatch.setattr(limits, "UNPACKED_BYTES", limits.MIB)
    packed = bytearray(zip_of([("b.jsonl", b"\n" * (3 * limits.MIB))]))
    for mark, at in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        start = packed.rindex(mark) + at
        packed[start : start + 4] = (9).to_bytes(4, "little")
    found = read(write("a.zip", bytes(packed)))
    assert found.refused
    assert not found.documents


def test_a_gzip_bomb_is_left(read, write, monkeypatch):
    monkeypatch.setattr(limits, "INFLATION_FROM", limits.MIB)
    found = read(write("a.jsonl.gz", gzip.compress(json_line(text=REPORT) + b"\n" * (20 * limits.MIB))))
    assert (found.codes, len(found.documents)) == (["archive_too_large"], 1)


def test_an_archive_within_an_archive_is_charged_to_the_outer_one(read, write, monkeypatch):
    monkeypatch.setattr(limits, "UNPACKED_BYTES", limits.MIB)
    inner = zip_of([("a.jsonl", b"\n" * (2 * limits.MIB))])
    found = read(write("a.zip", zip_of([("1.zip", inner), ("2.zip", inner)])))
    assert set(found.codes) == {"archive_too_large"}


def test_a_tar_header_that_would_fill_the_memory_is_refused(read, write):
    header = tarfile.TarInfo("././@LongLink")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 1 << 33
    assert read(write("a.tar", header.tobuf(tarfile.GNU_FORMAT) + b"a" * 2048)).codes == ["broken_archive"]


def test_a_zip_whose_list_of_contents_would_fill_the_memory_is_refused(read, write, monkeypatch):
    monkeypatch.setattr(limits, "DIRECTORY_BYTES", 100)
    found = read(write("a.zip", zip_of([(f"{n}.txt", REPORT) for n in range(9)])))
    assert found.codes == ["archive_too_large"]


def test_a_zip_cut_off_in_the_middle_is_refused(read, write):
    packed = zip_of([("a.txt", REPORT), ("b.txt", OTHER)])
    assert read(write("a.zip", packed[:-30])).codes == ["broken_archive"]


def test_a_tar_cut_off_in_the_middle_gives_what_stands_before(read, write):
    packed = tar_of([("a.txt", REPORT.encode()), ("b.txt", OTHER.encode() * 99)])
    found = read(write("a.tar", packed[:4096]))
    assert len(found.documents) == 1
    assert set(found.codes) == {"truncated"}


def test_a_folder_goes_on_after_bad_files(read, write, tmp_path):
    write("1.txt", REPORT)
    write("2.txt", b"")
    write("3.zip", b"no archive")
    write("4.txt", OTHER)
    found = read(tmp_path)
    assert (len(found.documents), found.codes) == (2, ["empty", "broken_archive"])


def test_an_unsupported_way_of_packing_is_refused(read, write):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", REPORT)
    raw = bytearray(packed.getvalue())
    raw[8] = raw[raw.rindex(b"PK\1\2") + 10] = 97
    assert read(write("a.zip", bytes(raw))).codes == ["broken_archive"]
