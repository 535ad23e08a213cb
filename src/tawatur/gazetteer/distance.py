"""Distance and direction on the globe, good to a fraction of a percent."""

from __future__ import annotations

import math

Point = tuple[float, float]  # latitude, longitude, in degrees (WGS 84)

# Bearings of the eight directions that reports name, in degrees from north.
BEARINGS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135,
    "south": 180, "southwest": 225, "west": 270, "northwest": 315,
}  # fmt: skip


def km_between(left: Point, right: Point) -> float:
    """Kilometres along the great circle.

    >>> round(km_between((33.51, 36.29), (36.20, 37.16)))   # Damascus, Aleppo
    309
    """
    lat1, lon1, lat2, lon2 = map(math.radians, (*left, *right))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 12742 * math.asin(math.sqrt(half))


def bearing(left: Point, right: Point) -> float:
    """Degrees from north in which `right` lies as seen from `left`."""
    east = (right[1] - left[1]) * math.cos(math.radians((left[0] + right[0]) / 2))
    return math.degrees(math.atan2(east, right[0] - left[0])) % 360


def turn(one: float, other: float) -> float:
    """The angle between two bearings, at most 180."""
    return abs((one - other + 180) % 360 - 180)


def moved(start: Point, direction: str, km: float) -> Point:
    """The point so many kilometres from `start` in one of the eight directions."""
    angle = math.radians(BEARINGS[direction])
    lat = start[0] + km * math.cos(angle) / 111.2
    return lat, start[1] + km * math.sin(angle) / (111.2 * math.cos(math.radians(start[0])))
