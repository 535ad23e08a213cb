"""Make one input out of another: the same seed gives the same inputs on every machine."""

from __future__ import annotations

import random

# What hostile or broken text holds, beside what chance makes: a few of each kind.
PIECES = tuple(
    piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogatepass")
    for piece in (
        "\u202e", "\u2066", "\u200f", "\ufeff", "\0", "\ud800", "\udfff", "\u0640", "\u064b" * 40, "\ufffd",
        "\u2028", "\x85", "\x1c", "ﻗﺼﻒ", "ﷺ", "ﷲ", "ى", "ڪ", "گ",
        "٣", "۳", "३", "３", "𝟑", "³", "Ⅲ", "㊂", "৩", "1e9", "-0", "9" * 40, "١٬٤٥٠", "1.000.000.000.000.000",
        "31/02/2018", "00/00/0000", "29 شباط 2019", "30 رمضان 1439 هـ", "9999", "0000-00-00", "اليوم", "أمس", "غدا",
        "قتل ", "وأصيب ", "بقصف ", "في ", "على ", "من ", "و", "ال", "بين 5 و", "أكثر من ", "مئات ", "ألف ", "مليار ",
        "<!--", "-->", "<script>", "</p>", "<p " + "a=" * 20, "<![CDATA[", "<!ENTITY a '&a;&a;'>", "&#x110000;", "&#0;", "&amp",
        "{", "[", '"', "\\ud800", "\\u0000", ": ", "- ", "&a [*a]", "!!python/object:os.system", "? ", "...", "---\n",
        "\t", "\n", "\r\n", ",", ";", "\r", " " * 50,
        b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"PK\3\4", b"PK\5\6", b"\x1f\x8b\x08", b"\x00" * 9, b"\xff" * 9,
        "../../etc/passwd", "C:\\", "/", "%00", "javascript:", "file:///etc/passwd", "=cmd()",
    )
)  # fmt: skip


def mutate(seeds: tuple[bytes, ...], chance: random.Random) -> bytes:
    """An input: a few changes to a seed, or to two of them grafted on each other."""
    raw = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9))):
        at = chance.randrange(len(raw) + 1)
        to = min(len(raw), at + chance.choice((1, 1, 2, 4, 9, 40)))
        match chance.randrange(8):
            case 0:
                raw[at:to] = chance.randbytes(to - at)
            case 1:
                del raw[at:to]
            case 2 | 3:
                raw[at:at] = chance.choice(PIECES)
            case 4:
                raw[at:to] = chance.choice(PIECES) * chance.choice((1, 1, 2, 30))
            case 5:
                raw[at:at] = raw[at:to] * chance.choice((1, 2, 20))
            case 6:
                other = chance.choice(seeds)
                cut = chance.randrange(len(other) + 1)
                raw[at:] = other[cut:]
            case 7 if at < len(raw):
                raw[at] ^= 1 << chance.randrange(8)
    return bytes(raw[:20_000])
