"""What came of reading a table: the places taken, the rows refused and why, the rows left out.

A row is *refused* when something is wrong with it and *left out* when it is only not wanted
(no Arabic name, a kind that reports do not name). A table in which most rows are wrong in one
way is refused whole: taking its other rows would hide that its columns are mixed up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tawatur.errors import GazetteerError
from tawatur.gazetteer.countries import load_countries
from tawatur.gazetteer.entry import Entry

MOST_PLACES = 500_000  # of one table; more is a whole continent, which would slow every start
_EXAMPLES = 3
_MOST_WRONG = 0.5  # of the rows read; above, the table is refused
_JUDGED_FROM = 20  # rows; of fewer, each is judged by itself

# What is wrong with a row, by the code that the counts are kept under.
WRONG = {
    "no_point": "it has no latitude and longitude that can be read as decimal degrees (34.69)",
    "swapped": "latitude and longitude are swapped",
    "outside": "its point lies outside its country",
    "encoding": "its name is not readable text",
    "no_identifier": "it has no identifier",
    "no_country": "its country is not said, or is not one that is known",
    "kind": "its kind, or what it says under `said`, is none that is known (the how-to on places lists them)",
    "short": "it has fewer cells than the table has columns",
}
_MEND = {
    "swapped": "Exchange the two columns and add it again.",
    "encoding": "Save it as UTF-8 and add it again.",
    "outside": "Check the country and the columns of its coordinates.",
}

Progress = Callable[[int], None]


@dataclass(slots=True)
class Intake:
    """One table as it is read."""

    file: str
    format: str
    entries: list[Entry] = field(default_factory=list)
    rows: int = 0
    merged: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.check_room(len(self.entries))

    def check_room(self, count: int) -> None:
        """Refuse a table as soon as it is seen to hold more than can be kept."""
        if count > MOST_PLACES:
            raise GazetteerError(
                f"{self.file} holds more than {MOST_PLACES:,} places. Cut it by country and add the countries you need."
            )

    def refuse(self, row: int, code: str, what: str) -> None:
        self.refused[code] += 1
        shown = self.examples.setdefault(code, [])
        if len(shown) < _EXAMPLES:
            shown.append(f"row {row}: {what}")

    def check_whole(self) -> None:
        """Refuse the table if most of its rows are wrong in one way, or if nothing was taken."""
        for code, count in self.refused.most_common(1):
            if count > _MOST_WRONG * self.rows and self.rows >= _JUDGED_FROM:
                raise GazetteerError(
                    f"{self.file}: in {count:,} of {self.rows:,} rows {WRONG[code]} ({self.examples[code][0]}). "
                    f"{_MEND.get(code, 'Mend the table and add it again.')}"
                )
        if not self.rows:
            raise GazetteerError(f"{self.file} has no rows under its header.")
        if not self.entries:
            why = [f"{count:,} {reason}" for reason, count in self.left_out.most_common(2)]
            why += [f"{self.examples[code][0]}: {WRONG[code]}" for code, _ in self.refused.most_common(3)]
            raise GazetteerError(
                f"{self.file}: none of its {self.rows:,} rows can be taken ({'; '.join(why)})."
            )


_DIGITS_OF_A_CITY = 9


def parse_point(lat: str, lon: str) -> tuple[float, float] | None:
    """A point from two cells; None if either is no number or out of range, or both are 0.

    >>> parse_point("34.69", "40.83"), parse_point("", "40"), parse_point("0", "0")
    ((34.69, 40.83), None, None)
    """
    try:
        point = float(lat.replace(",", ".")), float(lon.replace(",", "."))
    except ValueError:
        return None
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180) or point == (0.0, 0.0):
        return None
    return point


def parse_population(cell: str) -> int:
    """People; 0 where the cell holds no number that people could have.

    >>> parse_population("12,500"), parse_population("4100.0"), parse_population("many")
    (12500, 4100, 0)
    """
    whole = cell.replace(",", "").strip().partition(".")[0]
    return int(whole) if whole.isdecimal() and len(whole) <= _DIGITS_OF_A_CITY else 0


def find_fault(point: tuple[float, float], country: str) -> str | None:
    """What is wrong with a point for its country: `swapped`, `outside`, or None.

    >>> find_fault((34.69, 40.83), "SY"), find_fault((40.83, 34.69), "SY"), find_fault((15.3, 44.2), "SY")
    (None, 'swapped', 'outside')
    """
    home = load_countries().get(country)
    if home is None or home.holds(*point):
        return None
    return "swapped" if home.holds(point[1], point[0]) else "outside"


def is_readable(name: str) -> bool:
    """Whether a name is text and no accident of encodings (دمشق read as Latin-1 is Ø¯Ù…Ø´Ù‚)."""
    return "\ufffd" not in name and not any(mark in name for mark in ("Ø§", "Ù„", "Ø±", "Ù…", "Ø¯", "Ø¨"))
