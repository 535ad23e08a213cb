import codecs

import pytest

from tawatur.arabic.encodings import declared_in, decode, is_binary, is_mojibake

TEXT = "قُتل ثلاثة مدنيين في قصف على السوق من جهة الغرب، وأصيب آخرون في البلدة."
PLAIN = "قتل ثلاثة مدنيين في قصف على السوق من جهة الغرب، وأصيب آخرون في البلدة."


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8 with its mark", "utf-16", "big-endian", "little, no mark", "big, no mark", "utf-32"],
)
def test_unicode_is_read_with_and_without_its_mark(raw):
    assert decode(raw) == TEXT


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
@pytest.mark.parametrize(
    "declared", [None, "windows-1256", "iso-8859-6", "iso-8859-1", "utf-8", "nonsense", "punycode"]
)
def test_legacy_arabic_is_told_by_how_it_reads_and_not_by_what_is_declared(encoding, declared):
    text = PLAIN.replace("،", "")
    assert decode(text.encode(encoding), declared) == text


def test_a_short_text_in_windows_1256_is_read():
    assert decode("قصف مدفعي على البلدة".encode("cp1256")) == "قصف مدفعي على البلدة"


def test_utf_8_that_calls_itself_windows_1256_is_utf_8():
    assert decode(TEXT.encode(), "windows-1256") == TEXT


def test_western_bytes_are_no_arabic():
    assert decode("Des témoins ont été blessés près de la frontière".encode("cp1252")) is None


def test_a_western_page_that_writes_arabic_as_entities_is_taken_at_its_word():
    raw = "<p>&#1602;&#1589;&#1601; \xa9 caf\xe9</p>".encode("cp1252")
    assert decode(raw) is None
    assert decode(raw, "iso-8859-1") == "<p>&#1602;&#1589;&#1601; © café</p>"


def test_a_text_cut_inside_a_letter_shows_where():
    text = PLAIN * 2 + "ة"
    assert decode(text.encode()[:-1]) == PLAIN * 2 + "\ufffd"


def test_bytes_that_are_neither_are_not_guessed_at():
    assert decode(bytes(range(128, 256)) * 4) is None


@pytest.mark.parametrize(
    ("raw", "binary"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", True),
        (b"%PDF-1.7\n" + bytes(range(32)) * 9, True),
        (b"PK\3\4\x14\0\0\0\x08\0", True),
        (TEXT.encode(), False),
        (TEXT.encode("utf-16"), False),
        (TEXT.encode("utf-16-le"), False),
        (TEXT.encode() * 3 + b"\0", False),
        (b"", False),
    ],
)
def test_a_binary_is_known_by_its_control_characters(raw, binary):
    assert is_binary(raw) is binary


@pytest.mark.parametrize("wrong", ["cp1256", "cp1252"])
def test_text_that_was_read_wrongly_before_it_was_saved_is_known(wrong):
    garbled = "القصف على القرية والبلدة".encode().decode(wrong, "replace")
    assert is_mojibake(garbled)
    assert not is_mojibake(TEXT)


@pytest.mark.parametrize(
    ("page", "declared"),
    [
        (b'<html><head><meta charset="windows-1256">', "windows-1256"),
        (b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=iso-8859-6'>", "iso-8859-6"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b"<html><body>charset=windows-1256", None),
        (b"<meta " + b"x" * 100_000, None),
    ],
)
def test_what_a_page_declares_is_found(page, declared):
    assert declared_in(page) == declared
