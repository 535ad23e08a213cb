"""A place as a claim names it, and the gazetteer entries it may be."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Precision(StrEnum):
    """How exactly a place is known, finest first."""

    POINT = "point"  # a building, a crossing, a base
    NEIGHBOURHOOD = "neighbourhood"
    VILLAGE = "village"
    TOWN = "town"
    AREA = "area"  # around or near a place: a countryside, a front, a field
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"  # part of a country, larger than a province or across several
    COUNTRY = "country"


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A gazetteer entry that a name may mean, with the reason for its rank."""

    id: str  # the gazetteer's own: `geonames:173576`, `tawatur:hajin`, `wof:…`
    name_ar: str
    name_en: str
    country: str
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision
    score: float = 0.0
    reason: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """The most specific place named for a happening.

    Coordinates and division are those of the best candidate; all are None where no
    candidate is good enough, and `reason` says why. Up to five candidates are kept.
    """

    name: str  # as the text writes it, without clitics
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    relation: str | None = None  # "near", "countryside", "north", …: said of the place, not the place
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
