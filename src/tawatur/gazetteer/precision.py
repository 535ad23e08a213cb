"""What a place's precision is when only something near it was named, and how others write it.

The codes of ACLED, UCDP and Airwars stand in `data/gazetteer/precision.yaml`.
"""

from __future__ import annotations

from functools import cache

import msgspec
import yaml

from tawatur.gazetteer.kinds import DATA
from tawatur.records.place import Precision

_WIDE = frozenset({Precision.PROVINCE, Precision.REGION, Precision.COUNTRY})


class Codes(msgspec.Struct, frozen=True):
    """One precision in the codes of three datasets; None: they record no such place."""

    acled: int | None
    ucdp: int
    airwars: str | None


@cache
def load_codes() -> dict[Precision, Codes]:
    """The codes of every precision."""
    raw = yaml.safe_load((DATA / "precision.yaml").read_text(encoding="utf-8"))
    return {Precision(name): msgspec.convert(codes, Codes) for name, codes in raw.items()}


def to_acled(precision: Precision) -> int | None:
    return load_codes()[precision].acled


def to_ucdp(precision: Precision) -> int:
    return load_codes()[precision].ucdp


def to_airwars(precision: Precision) -> str | None:
    return load_codes()[precision].airwars


def blur(precision: Precision, relation: str | None, direction: str | None) -> Precision:
    """The precision of "near", "north of" or "in the countryside of" a place of this precision.

    >>> blur(Precision.VILLAGE, "near", None), blur(Precision.COUNTRY, None, "north")
    (<Precision.AREA: 'area'>, <Precision.REGION: 'region'>)
    """
    if direction == "middle" and not relation:
        return precision if precision not in _WIDE else Precision.REGION
    if not relation and not direction:
        return precision
    if precision is Precision.COUNTRY:
        return Precision.REGION
    if precision in _WIDE or precision is Precision.DISTRICT:
        return precision
    return Precision.AREA
