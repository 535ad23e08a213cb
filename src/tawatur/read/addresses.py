"""What an address says of the report behind it: the day in its path, the site it stands on."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import unquote, urlsplit

# The year first, as addresses write it: /2021/10/19/, 2018-10-19, 20181019. Without a separator all eight
# digits are wanted, and no more: six are an article's number, fourteen the moment an archive fetched a page.
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:199|20[0-3])\d)(?:(?P<gap>[/\-_.])(?P<month>\d\d?)(?P=gap)(?P<day>\d\d?)"
    r"|(?P<month2>\d\d)(?P<day2>\d\d))(?!\d)"
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d\d?)(?P<gap>[/\-_.])(?P<month>\d\d?)(?P=gap)(?P<year>(?:199|20[0-3])\d)(?!\d)"
)
_ARCHIVE = re.compile(r"^.{0,100}?/web/\d{4,14}[a-z_]{0,4}/")
_LONGEST = 2_000


def day_in(url: str) -> dt.date | None:
    """The day that the address names; None where it names none, or several.

    >>> day_in("https://example.org/news/2021/10/19/shelling"), day_in("https://example.org/news/12345678")
    (datetime.date(2021, 10, 19), None)
    """
    path = _ARCHIVE.sub("", unquote(url[:_LONGEST], errors="replace"))
    days = {day for found in _YEAR_FIRST.finditer(path) if (day := _day(found.groupdict()))}
    if not days:
        days = {day for found in _DAY_FIRST.finditer(path) if (day := _day(found.groupdict()))}
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


def _day(parts: dict[str, str | None]) -> dt.date | None:
    try:
        return dt.date(
            int(parts["year"] or 0),
            int(parts["month"] or parts.get("month2") or 0),
            int(parts["day"] or parts.get("day2") or 0),
        )
    except ValueError:
        return None
