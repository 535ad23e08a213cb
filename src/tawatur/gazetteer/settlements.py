"""What the kinds of other tables are here, and how large a village, a town and a city are."""

from __future__ import annotations

from functools import cache

import msgspec
import yaml

from tawatur.gazetteer.kinds import DATA

_CITY = 60_000  # people
_TOWN = 6_000


class Sources(msgspec.Struct, frozen=True):
    """`data/gazetteer/sources.yaml`."""

    whosonfirst: dict[str, str]
    geonames: dict[str, str]
    named: dict[str, str]


@cache
def load_sources() -> Sources:
    raw = yaml.safe_load((DATA / "sources.yaml").read_text(encoding="utf-8"))
    return msgspec.convert(raw, Sources)


def kind_of_settlement(population: int) -> str:
    """A village where nobody counted: most that tables add are."""
    return "city" if population >= _CITY else "town" if population >= _TOWN else "village"
