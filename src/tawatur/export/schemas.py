"""The columns of the tables that a case is written in for analysis."""

from __future__ import annotations

import pyarrow as pa

_TEXT, _COUNT, _DAY, _DEGREES = pa.string(), pa.int32(), pa.date32(), pa.float64()
_MANY = pa.list_(pa.string())
_WHY = (("why", _TEXT), ("why_ar", _TEXT))  # reasons in words, in English and Arabic

SCHEMAS = {
    "documents": pa.schema(
        [
            pa.field("document", _TEXT, nullable=False),
            pa.field("sha256", _TEXT, nullable=False),
            ("media", _TEXT),
            ("file", _TEXT),
            ("outlet", _TEXT),
            ("url", _TEXT),
            ("title", _TEXT),
            ("published", _DAY),
            ("published_from", _TEXT),
            ("text", _TEXT),
        ]
    ),
    "claims": pa.schema(
        [
            pa.field("claim", _TEXT, nullable=False),
            pa.field("document", _TEXT, nullable=False),
            ("incident", _TEXT),
            ("type", _TEXT),
            ("stance", _TEXT),
            ("source", _TEXT),
            ("actors", _MANY),
            ("targets", _MANY),
            ("place", _TEXT),
            ("country", _TEXT),
            ("admin1", _TEXT),
            ("lat", _DEGREES),
            ("lon", _DEGREES),
            ("precision", _TEXT),
            ("relation", _TEXT),
            ("first", _DAY),
            ("last", _DAY),
            ("quote", _TEXT),
            ("quote_start", _COUNT),  # in `text` of the document here: what is shown
            ("quote_end", _COUNT),
            ("unresolved", pa.map_(_TEXT, _TEXT)),
        ]
    ),
    "effects": pa.schema(
        [
            pa.field("claim", _TEXT, nullable=False),
            pa.field("at", _COUNT, nullable=False),
            ("kind", _TEXT),
            ("who", _TEXT),
            ("of", _TEXT),
            ("low", _COUNT),
            ("high", _COUNT),
            ("start", _COUNT),
            ("end", _COUNT),
        ]
    ),
    "incidents": pa.schema(
        [
            pa.field("incident", _TEXT, nullable=False),
            ("anchor", _TEXT),  # its smallest claim: joins the incidents of two cases
            ("claims", _COUNT),
            ("grade", _TEXT),  # by the rule
            ("grade_rule", _TEXT),
            ("independent", _COUNT),
            ("disputed", _MANY),
            ("reasons", pa.list_(pa.struct([("left", _TEXT), ("right", _TEXT), *_WHY]))),
        ]
    ),
    "voices": pa.schema(
        [
            pa.field("incident", _TEXT, nullable=False),
            pa.field("voice", _TEXT, nullable=False),
            ("name", _TEXT),
            ("relation", _TEXT),
            ("bloc", _TEXT),
            ("through", _MANY),
            ("asserts", _MANY),
            ("denies", _MANY),
            ("copies", _MANY),
            ("withdrawn", pa.bool_()),
        ]
    ),
    "counts": pa.schema(
        [
            pa.field("incident", _TEXT, nullable=False),
            ("kind", _TEXT),
            ("who", _TEXT),  # null: everybody
            ("of", _TEXT),
            ("voice", _TEXT),
            ("claim", _TEXT),
            ("low", _COUNT),
            ("high", _COUNT),
            ("day", _DAY),
            ("earlier", pa.bool_()),
            ("partial", pa.bool_()),
            ("is_best", pa.bool_()),
        ]
    ),
    "contradictions": pa.schema(
        [
            pa.field("incident", _TEXT, nullable=False),
            ("field", _TEXT),
            ("reason", _TEXT),
            ("side", _COUNT),
            ("says", _MANY),
            ("voices", _MANY),
            ("claims", _MANY),
        ]
    ),
    "members": pa.schema(
        [
            pa.field("incident", _TEXT, nullable=False),
            pa.field("claim", _TEXT, nullable=False),
            ("copy_of", _TEXT),  # the claim in whose words it stands
        ]
    ),
    "proposals": pa.schema(
        [
            pa.field("left", _TEXT, nullable=False),  # incidents, the smaller id first
            pa.field("right", _TEXT, nullable=False),
            ("left_claim", _TEXT),
            ("right_claim", _TEXT),
            *_WHY,
            ("against", _TEXT),  # why they were not joined
            ("against_ar", _TEXT),
            ("points", pa.float64()),
        ]
    ),
    "sums": pa.schema(
        [
            pa.field("toll", _TEXT, nullable=False),  # a claim
            pa.field("incident", _TEXT, nullable=False),
            *_WHY,
        ]
    ),
    "copies": pa.schema(
        [
            pa.field("copy", _TEXT, nullable=False),  # documents
            pa.field("original", _TEXT, nullable=False),
            ("likeness", _TEXT),
            ("share", pa.float64()),
            ("start", _COUNT),  # from the first to the last of the shared words, in the copy's `text`
            ("end", _COUNT),
            ("of_start", _COUNT),  # the same in the original's
            ("of_end", _COUNT),
            *_WHY,
        ]
    ),
    "refusals": pa.schema([("file", _TEXT), ("code", _TEXT), ("reason", _TEXT)]),
}
