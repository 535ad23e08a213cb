"""A claim's place as linking compares it: a point with how far it may reach."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from tawatur.arabic.fold import fold_phrase
from tawatur.records import Place, Precision

# How far from its middle something may lie that a report puts into an area of this kind, in km. A province
# or a country is known by its name as well.
REACH = {
    Precision.AREA: 15.0,
    Precision.DISTRICT: 30.0,
    Precision.PROVINCE: 90.0,
    Precision.REGION: 250.0,
    Precision.COUNTRY: 700.0,
}
_KM = 111.2  # in a degree of latitude


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """Where a claim puts its happening."""

    name: str
    key: str  # the name folded
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    reach: float  # km; 0 for a place that is a point on a map of a province
    wide: Precision | None  # of a province, a region or a country: which

    @classmethod
    def of(cls, place: Place) -> Self:
        precision = place.precision
        reach = REACH.get(precision, 0.0) if precision else 0.0
        if place.relation and reach == 0.0:
            reach = REACH[Precision.AREA]
        wide = precision if precision in _WIDE else None
        return cls(
            place.name, name_key(place.name), place.country, place.admin1, place.lat, place.lon, reach, wide
        )

    def km_to(self, other: Spot) -> float | None:
        """Kilometres between two points near each other; None where one has no coordinates.

        Of the plane: within a few hundred kilometres it errs by less than a percent.
        """
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return None
        down = self.lat - other.lat
        right = (self.lon - other.lon) * math.cos(math.radians((self.lat + other.lat) / 2))
        return _KM * math.hypot(down, right)


_WIDE = frozenset({Precision.PROVINCE, Precision.REGION, Precision.COUNTRY})


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """The name's key, with and without the article, and without the spaces that some leave out."""
    words = fold_phrase(name).split()
    return "".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)
