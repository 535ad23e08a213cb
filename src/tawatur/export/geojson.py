"""Incidents as points on a map (RFC 7946): longitude first, WGS 84, UTF-8.

An incident whose place is not known, or is known by name alone, is a feature without a geometry, as
the standard has it: leaving it out would make the map say that it did not happen.
"""

from __future__ import annotations

from typing import Any, BinaryIO

import msgspec

from tawatur.export.chain import Chain
from tawatur.export.incidents import Summary, summarise
from tawatur.export.told import tell_all

_json = msgspec.json.Encoder()


def write_geojson(chain: Chain, stream: BinaryIO) -> None:
    stream.write(b'{"type":"FeatureCollection","features":[')
    stream.writelines(
        (b",\n" if n else b"\n") + _json.encode(_feature(summarise(told)))
        for n, told in enumerate(tell_all(chain))
    )
    stream.write(b"\n]}\n")


def _feature(summary: Summary) -> dict[str, Any]:
    place = summary.place
    has_point = place is not None and place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": summary.incident,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if place and has_point else None,
        "properties": {
            "type": summary.type,
            "first": summary.first,
            "last": summary.last,
            "place": place.name if place else None,
            "admin1": place.admin1 if place else None,
            "country": place.country if place else None,
            "precision": place.precision if place else None,
            "harms": [
                {"kind": harm.kind, "who": harm.who, "low": harm.low, "high": harm.high}
                for group in summary.harms
                for harm in group
            ],
            "claims": summary.claims,
            "outlets": summary.outlets,
            "sources": summary.sources,
            "denied_by": summary.deniers,
            "grade": summary.grade,
            "rule_grade": summary.rule_grade,
            "review": summary.review,
            "independent": summary.independent,
            "disputed": summary.disputed,
            "en": summary.sentence_en,
            "ar": summary.sentence_ar,
        },
    }
