"""How much is taken in: bounds that hold memory and time, whatever a file claims of itself."""

from __future__ import annotations

MIB = 1 << 20

REPORT_BYTES = 5 * MIB  # a report's text or page; the longest of 6,500 collected reports is under 0.1 MiB
LINE_BYTES = (
    4 * REPORT_BYTES
)  # a JSON line, or a row of a table: its escapes write an Arabic letter of two bytes in six
UNPACKED_BYTES = 1 << 30  # all that one archive holds, archives inside it included
ENTRIES = 100_000  # in one archive, archives inside it included
DEPTH = 3  # archives inside archives
DIRECTORY_BYTES = 64 * MIB  # a ZIP's list of contents, which is read into memory as a whole
HEADER_BYTES = MIB  # a TAR header that extends another, or a WARC header
BOOK_BYTES = 512 * MIB  # a workbook unpacked: the strings that its sheets share are held in memory
SHEET_ROWS = 1 << 20  # what a sheet can have
COLUMNS = 256  # of a sheet that are looked at
# A compressed stream of reports may be of any length, but text never packs this well: news packs 3–10 to 1,
# markup up to 30, a gzip bomb 1,000.
INFLATION = 200
INFLATION_FROM = 64 * MIB  # a short run of blanks is no bomb
