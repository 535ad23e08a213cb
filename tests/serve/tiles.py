"""A PMTiles archive (version 3) of one picture that covers the world."""

import struct
import zlib

HEADER = 127  # bytes


def build_archive():
    picture = build_png(b"\xc8\x1e\x1e")
    directory = (
        b"\x01\x00\x01" + to_varint(len(picture)) + b"\x01"
    )  # one tile, the first, in the place of the first
    metadata = b"{}"
    at_metadata = HEADER + len(directory)
    at_tiles = at_metadata + len(metadata)
    places = (
        HEADER,
        len(directory),
        at_metadata,
        len(metadata),
        at_tiles,
        0,
        at_tiles,
        len(picture),
        1,
        1,
        1,
    )
    degrees = [round(one * 1e7) for one in (-180, -85, 180, 85)]
    header = b"PMTiles\x03" + struct.pack("<11Q6B4iB2i", *places, 1, 1, 1, 2, 0, 0, *degrees, 0, 0, 0)
    assert len(header) == HEADER
    return header + directory + metadata + picture


def build_png(colour, size=256):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\x00" + colour * size) * size
    shape = struct.pack(">2I5B", size, size, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", shape)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def to_varint(number):
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    return bytes([*made, number])
