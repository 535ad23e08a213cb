"""The tables of a case as Parquet files, for analysis: the same rows in the same order, whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from tawatur.export.chain import Chain, Entry, Sink
from tawatur.records import Assessment, Claim, Incident, Refusal

Row = dict[str, Any]

_ROWS = 20_000  # to a group: some 10 MB of claims in memory

_TEXT, _COUNT, _DAY, _DEGREES = pa.string(), pa.int32(), pa.date32(), pa.float64()
_MANY = pa.list_(pa.string())

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
            ("claims", _COUNT),
            ("grade", _TEXT),  # by the rule
            ("grade_rule", _TEXT),
            ("independent", _COUNT),
            ("disputed", _MANY),
            ("reasons", pa.list_(pa.struct([("left", _TEXT), ("right", _TEXT), ("why", _TEXT)]))),
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
        [pa.field("incident", _TEXT, nullable=False), pa.field("claim", _TEXT, nullable=False)]
    ),
    "refusals": pa.schema([("file", _TEXT), ("code", _TEXT), ("reason", _TEXT)]),
}


def write_tables(chain: Chain, sink: Sink) -> list[str]:
    """Every table, each through the sink; the names of the files."""
    _write(sink, ("documents", "claims", "effects"), _entry_rows(chain.entries()))
    _write(
        sink,
        ("incidents", "voices", "counts", "contradictions", "members"),
        _incident_rows(chain.incidents()),
    )
    _write(sink, ("refusals",), _refusal_rows(chain.refusals()))
    return [f"{name}.parquet" for name in SCHEMAS]


def _write(sink: Sink, names: tuple[str, ...], rows: Iterable[tuple[str, Row]]) -> None:
    """Write tables whose rows come together."""
    with ExitStack() as open_files:
        writers = {
            name: open_files.enter_context(
                pq.ParquetWriter(
                    open_files.enter_context(sink(f"{name}.parquet")), SCHEMAS[name], compression="zstd"
                )
            )
            for name in names
        }
        held: dict[str, list[Row]] = {name: [] for name in names}
        for name, row in rows:
            held[name].append(row)
            if len(held[name]) == _ROWS:
                _flush(writers[name], name, held[name])
        for name in names:
            _flush(writers[name], name, held[name])


def _flush(writer: Any, name: str, rows: list[Row]) -> None:  # noqa: ANN401 (pyarrow has no types)
    if rows:
        writer.write_table(pa.Table.from_pylist(rows, schema=SCHEMAS[name]), row_group_size=_ROWS)
        rows.clear()


def _entry_rows(entries: Iterable[Entry]) -> Iterator[tuple[str, Row]]:
    for entry in entries:
        document = entry.document
        yield (
            "documents",
            {
                "document": document.id,
                "sha256": document.sha256,
                "media": document.media,
                "file": document.name,
                "outlet": document.outlet,
                "url": document.url,
                "title": document.title,
                "published": document.published,
                "published_from": document.published_from,
                "text": entry.text.shown,
            },
        )
        for claim in entry.claims:
            yield "claims", _claim_row(claim, entry)
            for at, effect in enumerate(claim.effects):
                yield (
                    "effects",
                    {
                        "claim": claim.id,
                        "at": at,
                        "kind": effect.kind,
                        "who": effect.who,
                        "of": effect.of,
                        "low": effect.low,
                        "high": effect.high,
                        "start": effect.span.start,
                        "end": effect.span.end,
                    },
                )


def _claim_row(claim: Claim, entry: Entry) -> Row:
    place = claim.place.value if claim.place else None
    days = claim.date.value if claim.date else None
    return {
        "claim": claim.id,
        "document": claim.document,
        "incident": entry.incidents.get(claim.id),
        "type": claim.type.value,
        "stance": claim.stance,
        "source": claim.source.value if claim.source else "outlet",
        "actors": [said.value for said in claim.actors],
        "targets": [said.value for said in claim.targets],
        "place": place.name if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "relation": place.relation if place else None,
        "first": days.first if days else None,
        "last": days.last if days else None,
        "quote": claim.quote.of(entry.text.shown),
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
        "unresolved": sorted(claim.unresolved.items()),
    }


def _incident_rows(incidents: Iterable[Incident]) -> Iterator[tuple[str, Row]]:
    for incident in incidents:
        reasons = [
            {"left": joined.left, "right": joined.right, "why": joined.why} for joined in incident.reasons
        ]
        drawn = incident.assessment
        yield (
            "incidents",
            {
                "incident": incident.id,
                "claims": len(incident.claims),
                "grade": drawn.grade.grade if drawn else None,
                "grade_rule": drawn.grade.rule if drawn else None,
                "independent": drawn.independent if drawn else None,
                "disputed": drawn.disputed if drawn else None,
                "reasons": reasons,
            },
        )
        if drawn:
            yield from _drawn_rows(incident.id, drawn)
        for claim in incident.claims:
            yield "members", {"incident": incident.id, "claim": claim}


def _drawn_rows(incident: str, drawn: Assessment) -> Iterator[tuple[str, Row]]:
    for voice in drawn.voices:
        row = msgspec.structs.asdict(voice)
        yield "voices", {"incident": incident, "voice": row.pop("id"), **row}
    for figure in drawn.figures:
        head = {"incident": incident, "kind": figure.kind, "who": figure.who, "of": figure.of}
        for count in figure.counts:
            is_best = count.voice == figure.best_by and not count.earlier
            yield "counts", {**head, **msgspec.structs.asdict(count), "is_best": is_best}
    for contradiction in drawn.contradictions:
        for n, side in enumerate(contradiction.sides, 1):
            yield (
                "contradictions",
                {
                    "incident": incident,
                    "field": contradiction.field,
                    "reason": contradiction.reason,
                    "side": n,
                    **msgspec.structs.asdict(side),
                },
            )


def _refusal_rows(refusals: Iterable[Refusal]) -> Iterator[tuple[str, Row]]:
    for refusal in refusals:
        yield "refusals", {"file": refusal.name, "code": refusal.code, "reason": refusal.reason}
