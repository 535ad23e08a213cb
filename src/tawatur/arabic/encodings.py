"""Which encoding wrote these bytes, where the text is Arabic.

Guessing is where mojibake comes from, so nothing is decoded on a guess alone: bytes are
UTF-8 when they are valid UTF-8, and anything else must read like Arabic in the encoding
that is tried. What reads like nothing stays undecoded.
"""

from __future__ import annotations

import codecs
import re

_COMMON = frozenset("اليمنوترب")
# Share of these nine letters among all characters outside ASCII: 0.57–0.72 over 600 articles, 0.45 and more in
# their first 60 letters, 0.4 in a headline; UTF-8, Russian or Western European read as windows-1256: up to 0.1.
_READS_LIKE_ARABIC = 0.3
_ASCII = re.compile(r"[\x00-\x7f]+")
_TOGETHER = re.compile("[\u0621-\u0652]{2,}")
_FUNCTION_WORD = re.compile(r"\bال|\b(?:في|من|على|إلى|الى|أن|عن|مع)\b")
_LEGACY = ("cp1256", "iso8859_6")
# The only declarations that say more than the bytes do: such a page writes its Arabic as entities.
_WESTERN = ("iso8859-1", "iso8859-15", "cp1252", "ascii")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# C0 controls that no text holds; a stray one is let pass, one in a hundred is not.
_CONTROLS = bytes([*range(8), *range(14, 27), *range(28, 32)])
_TWICE_ENCODED = re.compile("ط§ظ„|Ø§Ù„")  # ال, encoded as UTF-8 and read as windows-1256 or 1252
_DECLARATION = re.compile(
    rb"<meta\s[^<>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{1,40})"
    rb"|<\?xml\s[^<>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)


def decode(raw: bytes, declared: str | None = None) -> str | None:
    """The text of the bytes without a byte-order mark; None where no encoding makes Arabic of them.

    `declared` is what a header or a page says, and counts for less than the bytes: a page that
    calls itself windows-1256 and is valid UTF-8 is UTF-8.

    >>> decode("قصف على البلدة".encode("cp1256")), decode(bytes([233, 116, 233]))
    ('قصف على البلدة', None)
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    if wide := _find_wide(raw):
        return raw.decode(wide, "replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        pass
    readings = [text for encoding in _LEGACY if (text := _read_as(raw, encoding)) is not None]
    if readings:
        return max(readings, key=lambda text: len(_FUNCTION_WORD.findall(text)))
    if _codec(declared) in _WESTERN:
        return raw.decode("cp1252", "replace")
    return _mend(raw)


def declared_in(page: bytes) -> str | None:
    """The encoding that a page's `<meta>` or XML declaration names, within its first 4,096 bytes."""
    found = _DECLARATION.search(page, 0, 4096)
    return (found[1] or found[2]).decode("ascii", "ignore") if found else None


def is_binary(raw: bytes) -> bool:
    """Whether the bytes are no text at all: more than one control character in a hundred bytes.

    >>> is_binary(bytes(range(32))), is_binary("قصف".encode("utf-16"))
    (True, False)
    """
    if raw.startswith(tuple(mark for mark, _ in _BOMS)) or _find_wide(raw):
        return False
    head = raw[:65536]
    return 100 * (len(head) - len(head.translate(None, _CONTROLS))) > len(head)


def is_mojibake(text: str) -> bool:
    """Whether text was read in a wrong encoding before it was saved.

    >>> is_mojibake("القصف على القرية".encode().decode("cp1256")), is_mojibake("القصف على القرية")
    (True, False)
    """
    wrong = len(_TWICE_ENCODED.findall(text))
    return wrong > 1 and wrong > text.count("ال")


def find_wide(raw: bytes) -> str | None:
    """The encoding of text whose line ends are more than a byte, by its mark or without; None for all others.

    >>> find_wide("قصف,1".encode("utf-16")), find_wide("قصف,1".encode())
    ('utf-16-le', None)
    """
    marked = next((encoding for mark, encoding in _BOMS if raw.startswith(mark)), None)
    return (None if marked == "utf-8" else marked) or _find_wide(raw)


def _find_wide(raw: bytes) -> str | None:
    """UTF-16 without its mark: every second byte is 0x06 (Arabic) or 0x00 (ASCII)."""
    head = raw[:4096]
    half = len(head) // 2
    if half < 2 or b"\0" not in head:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = head[first::2], head[1 - first :: 2]
        if high.count(6) + high.count(0) > 0.9 * half and low.count(0) < 0.1 * half:
            return encoding
    return None


def _codec(declared: str | None) -> str | None:
    try:
        return codecs.lookup(declared.strip()[:40]).name if declared else None
    except (LookupError, ValueError):
        return None


def _read_as(raw: bytes, encoding: str) -> str | None:
    try:
        text = raw.decode(encoding)
    except (UnicodeError, ValueError):
        return None
    return text if _reads_like_arabic(text) else None


def _reads_like_arabic(text: str) -> bool:
    beyond_ascii = _ASCII.sub("", text)
    if not beyond_ascii:
        return False
    common = sum(beyond_ascii.count(letter) for letter in _COMMON)
    # The accents of a Western text come out as Arabic letters too, but never several in a row.
    together = sum(map(len, _TOGETHER.findall(text)))
    return common >= _READS_LIKE_ARABIC * len(beyond_ascii) and 2 * together >= len(beyond_ascii)


def _mend(raw: bytes) -> str | None:
    """UTF-8 with a few broken characters, as where a text was cut inside one; U+FFFD shows them."""
    text = raw.decode("utf-8", "replace")
    whole = sum(text.count(letter) for letter in _COMMON)
    broken = text.count("\ufffd")
    return text if whole >= 10 and broken <= 1 + whole // 50 else None
