"""What an address says of the report behind it: the day in its path, the site it stands on."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import unquote, urlsplit

# The year first, as addresses write it: /2021/10/19/, 2018-10-19, 2018_10_19, 20181019. Nothing longer:
# fourteen digits are the moment an archive fetched a page.
_YEAR_FIRST = re.compile(
    r"(?<!\d)((?:19[89]|20\d)\d)([/\-_.]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)"
)
_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])([/\-_.])(0?[1-9]|1[0-2])\2((?:19[89]|20\d)\d)(?!\d)")
_ARCHIVE = re.compile(r"^.{0,100}?/web/\d{4,14}[a-z_]{0,4}/")
_LONGEST = 2_000


def day_in(url: str) -> dt.date | None:
    """The day that the address names; None where it names none, or several.

    >>> day_in("https://example.org/news/2021/10/19/shelling"), day_in("https://example.org/news/12345678")
    (datetime.date(2021, 10, 19), None)
    """
    path = _ARCHIVE.sub("", unquote(url[:_LONGEST], errors="replace"))
    days = {day for found in _YEAR_FIRST.finditer(path) if (day := _day(found[1], found[3], found[4]))}
    if not days:
        days = {day for found in _DAY_FIRST.finditer(path) if (day := _day(found[4], found[3], found[1]))}
    return days.pop() if len(days) == 1 else None


def site_of(url: str) -> str | None:
    """The host without `www.` or a port.

    >>> site_of("https://www.example.org:443/a")
    'example.org'
    """
    try:
        host = urlsplit(url[:_LONGEST]).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") or None if host else None


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
