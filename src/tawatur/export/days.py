"""A day within a line: as digits in English, in words in Arabic.

After Arabic letters the parts of 2018-10-12 are shown in the other order, as if the day were the year.
"""

from __future__ import annotations

import datetime as dt

from tawatur.export.ontology import Lang, load_months


def say_day(day: dt.date, lang: Lang) -> str:
    """The day.

    >>> say_day(dt.date(2018, 10, 12), "en"), say_day(dt.date(2018, 10, 12), "ar")
    ('2018-10-12', '12 أكتوبر 2018')
    """
    return f"{day.day} {load_months().ar[day.month - 1]} {day.year}" if lang == "ar" else day.isoformat()
