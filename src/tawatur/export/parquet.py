"""The tables of a case as Parquet files, for analysis: the same rows in the same order, whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from tawatur.export.chain import Chain, Entry, Sink
from tawatur.export.reasons import say_reasons
from tawatur.export.schemas import SCHEMAS
from tawatur.export.withheld import quoted
from tawatur.records import Assessment, Claim, CopyOf, Incident, Proposed, Reason, Refusal, Summed

Row = dict[str, Any]

_ROWS = 20_000  # to a group: some 10 MB of claims in memory


def write_tables(chain: Chain, sink: Sink) -> list[str]:
    """Every table, each through the sink; the names of the files."""
    _write(sink, ("documents", "claims", "effects"), _entry_rows(chain.entries()))
    _write(
        sink,
        ("incidents", "voices", "counts", "contradictions", "members"),
        _incident_rows(chain.incidents()),
    )
    _write(sink, ("proposals",), map(_proposal_row, chain.proposals()))
    _write(sink, ("sums",), map(_sum_row, chain.sums()))
    _write(sink, ("copies",), map(_copy_row, chain.copies()))
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
                "text": quoted(entry.text, entry.text.shown),
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
        "quote": quoted(entry.text, claim.quote.of(entry.text.shown)),
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
        "unresolved": sorted(claim.unresolved.items()),
    }


def _incident_rows(incidents: Iterable[Incident]) -> Iterator[tuple[str, Row]]:
    for incident in incidents:
        reasons = [
            {"left": joined.left, "right": joined.right, **_say_why(joined.why)}
            for joined in incident.reasons
        ]
        drawn = incident.assessment
        yield (
            "incidents",
            {
                "incident": incident.id,
                "anchor": incident.anchor,
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
        originals = {copied.claim: copied.of for copied in incident.copies}
        for claim in incident.claims:
            yield "members", {"incident": incident.id, "claim": claim, "copy_of": originals.get(claim)}


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


def _proposal_row(proposed: Proposed) -> tuple[str, Row]:
    left_claim, right_claim = proposed.claims
    against = _say_why(proposed.against)
    return "proposals", {
        "left": proposed.left,
        "right": proposed.right,
        "left_claim": left_claim,
        "right_claim": right_claim,
        **_say_why(proposed.why),
        "against": against["why"],
        "against_ar": against["why_ar"],
        "points": proposed.points,
    }


def _sum_row(summed: Summed) -> tuple[str, Row]:
    return "sums", {"toll": summed.toll, "incident": summed.incident, **_say_why(summed.why)}


def _copy_row(copy: CopyOf) -> tuple[str, Row]:
    return "copies", {
        "copy": copy.copy,
        "original": copy.original,
        "likeness": copy.likeness,
        "share": copy.share,
        "start": copy.span.start,
        "end": copy.span.end,
        "of_start": copy.of.start,
        "of_end": copy.of.end,
        **_say_why(copy.why),
    }


def _say_why(why: Iterable[Reason]) -> Row:
    reasons = tuple(why)
    return {"why": say_reasons(reasons, "en"), "why_ar": say_reasons(reasons, "ar")}
