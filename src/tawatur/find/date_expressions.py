"""Read any one expression of time: a day, a date, a month, a year, or a part of one."""

from __future__ import annotations

from tawatur.find.date_calendar import read_calendar_date
from tawatur.find.date_days import read_day
from tawatur.find.date_periods import (
    read_bare_year,
    read_month_alone,
    read_part_of_period,
    read_season,
    read_unit,
    read_year,
)
from tawatur.find.date_points import Point, Scene
from tawatur.find.date_words import Start, start_of

# What one expression can begin with; a preposition before it is read by its own rule.
POINT_STARTS = frozenset(
    {
        Start.NUMBER,
        Start.MONTH,
        Start.WEEKDAY,
        Start.TODAY,
        Start.YESTERDAY,
        Start.PART_OF_DAY,
        Start.DAY_WORD,
        Start.PART_OF_PERIOD,
        Start.UNIT,
        Start.YEAR_WORD,
        Start.SEASON,
        Start.THIS,
    }
)


def read_point(scene: Scene, at: int) -> Point | None:
    """The one expression of time that begins at a word."""
    match start_of[scene.forms[at]]:
        case Start.NUMBER:
            return read_calendar_date(scene, at) or read_bare_year(scene, at)
        case Start.MONTH:
            return read_month_alone(scene, at)
        case Start.YEAR_WORD:
            return read_year(scene, at) or read_unit(scene, at)
        case Start.UNIT:
            return read_year(scene, at) or read_unit(scene, at)
        case Start.SEASON:
            return read_season(scene, at)
        case Start.PART_OF_PERIOD:
            return read_day(scene, at) or read_part_of_period(scene, at) or read_calendar_date(scene, at)
    return read_day(scene, at)
