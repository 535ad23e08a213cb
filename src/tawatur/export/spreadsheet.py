"""A row a claim, an effect or an incident, for spreadsheets.

UTF-8 with the mark that makes Excel show Arabic. Columns are named by identifiers, which do not change
with the language; where a value has a name of its own, `_en` and `_ar` beside it give it. Several
values in one cell are parted by " | ".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO, NamedTuple, TypeAlias

import msgspec

from tawatur.export import arabic, english
from tawatur.export.cells import to_cell
from tawatur.export.chain import Chain, Entry
from tawatur.export.claims import Shown
from tawatur.export.incidents import Summary, summarise
from tawatur.export.labels import Vocabulary, label, party
from tawatur.export.sentences import sentence_of_claim
from tawatur.export.told import Told, tell_all
from tawatur.export.withheld import quoted
from tawatur.records import (
    Assessment,
    Claim,
    ClaimType,
    Document,
    Effect,
    EffectKind,
    Grade,
    Incident,
    JudgedClaim,
    Piece,
    Place,
    Said,
    Span,
    Text,
)

Row: TypeAlias = dict[str, "str | int | float | None"]

_SEVERAL = " | "


def write_claim_rows(chain: Chain, stream: BinaryIO) -> None:
    write_rows(_header(_claim_rows), (row for entry in chain.entries() for row in _claim_rows(entry)), stream)


def write_effect_rows(chain: Chain, stream: BinaryIO) -> None:
    """A row an effect: every count on its own, with the claim that gives it."""
    write_rows(
        _header(_effect_rows), (row for entry in chain.entries() for row in _effect_rows(entry)), stream
    )


def write_incident_rows(chain: Chain, stream: BinaryIO) -> None:
    header = tuple(_incident_row(summarise(Told(_BARE, _BLANK.claims, {"": _BLANK.document}))))
    write_rows(header, (_incident_row(summarise(told)) for told in tell_all(chain)), stream)


def write_rows(header: Sequence[str], rows: Iterable[Row], stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(header)
    for row in rows:
        writer.writerow([to_cell(value) if isinstance(value, str) else value for value in row.values()])
    text.detach()


class _Blank(NamedTuple):
    """An entry of a claim that says nothing: what its rows are made of names the columns."""

    document: Document
    text: Text
    claims: tuple[Claim, ...]
    incidents: dict[str, str]
    judged: Mapping[str, JudgedClaim] = {}


_NOWHERE = Span(0, 1)
_BLANK = _Blank(
    Document(id="", sha256="", media="", name=""),
    Text(document="", received=" ", shown=" ", pieces=(Piece(0, 0, 1),)),
    (
        Claim(
            id="",
            document="",
            type=Said(ClaimType.OTHER, _NOWHERE),
            quote=_NOWHERE,
            effects=(Effect(kind=EffectKind.KILLED, who="unknown", span=_NOWHERE),),
        ),
    ),
    {},
)

_BARE = Incident(
    id="", claims=(), assessment=Assessment(voices=(), grade=Grade(grade=None, rule="one_voice"))
)


def _header(rows: Callable[[Entry], Iterator[Row]]) -> tuple[str, ...]:
    return tuple(next(rows(_BLANK)))


def _claim_rows(entry: Entry) -> Iterator[Row]:
    document, shown = entry.document, Shown(entry.document, entry.text)
    for claim in entry.claims:
        span = shown.span(claim.quote)
        yield {
            **_head(claim, document, entry.incidents.get(claim.id)),
            **_place(claim.place.value if claim.place else None),
            **_days(
                claim.date.value.first if claim.date else None, claim.date.value.last if claim.date else None
            ),
            **_counts(claim.effects),
            "effects_en": _SEVERAL.join(english.say_harm(effect) for effect in claim.effects),
            "effects_ar": _SEVERAL.join(arabic.say_harm(effect) for effect in claim.effects),
            "quote": quoted(entry.text, span.of(shown.text)),
            "quote_start": span.start,
            "quote_end": span.end,
            "unresolved": _SEVERAL.join(f"{slot}: {why}" for slot, why in sorted(claim.unresolved.items())),
            "sentence_en": sentence_of_claim(claim, document=document, lang="en"),
            "sentence_ar": sentence_of_claim(claim, document=document, lang="ar"),
            "url": document.url,
            "title": document.title,
            "file": document.name,
            **_review(entry.judged.get(claim.id)),
        }


def _effect_rows(entry: Entry) -> Iterator[Row]:
    document, shown = entry.document, Shown(entry.document, entry.text)
    for claim in entry.claims:
        for effect in claim.effects:
            yield {
                **_head(claim, document, entry.incidents.get(claim.id)),
                **_place(claim.place.value if claim.place else None),
                **_days(
                    claim.date.value.first if claim.date else None,
                    claim.date.value.last if claim.date else None,
                ),
                **_labelled("kind", effect.kind, "effects"),
                **_party("who", effect.who),
                **(_labelled("of", effect.of, "people")),
                "low": effect.low,
                "high": effect.high,
                "words": quoted(entry.text, shown.span(effect.span).of(shown.text)),
                **_review(entry.judged.get(claim.id)),
            }


def _incident_row(summary: Summary) -> Row:
    return {
        "incident": summary.incident,
        **_labelled("type", summary.type, "types"),
        **_place(summary.place),
        **_days(summary.first, summary.last),
        **{
            f"{kind}_{bound}": count
            for kind in EffectKind
            for bound, count in zip(("low", "high"), summary.total(kind), strict=True)
        },
        "claims": len(summary.claims),
        "documents": len(summary.documents),
        "outlets": _SEVERAL.join(summary.outlets),
        **_parties("sources", summary.sources),
        **_parties("denied_by", summary.deniers),
        **_labelled("grade", summary.grade, "grades"),
        "rule_grade": summary.rule_grade,
        "review": summary.review,
        "independent": summary.independent,
        "disputed": _SEVERAL.join(summary.disputed),
        "sentence_en": summary.sentence_en,
        "sentence_ar": summary.sentence_ar,
        "anchor": min(summary.claims, default=""),
        "claim_ids": _SEVERAL.join(summary.claims),
    }


def _review(judged: JudgedClaim | None) -> Row:
    """What a reviewer made of the claim, and the machine's value of each slot that was corrected, as JSON."""
    if judged is None:
        return {"review": None, "machine": None}
    verdict = judged.verdict.value if judged.verdict else "corrected" if judged.decided else None
    machine = {one.slot: one.machine for one in judged.decided}
    return {"review": verdict, "machine": msgspec.json.encode(machine).decode() if machine else None}


def _head(claim: Claim, document: Document, incident: str | None) -> Row:
    return {
        "claim": claim.id,
        "incident": incident,
        "document": document.id,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        **_labelled("type", claim.type.value, "types"),
        **_labelled("stance", claim.stance, "stances"),
        **_party("source", claim.source.value if claim.source else "outlet"),
        **_parties("actors", [said.value for said in claim.actors]),
        **_parties("targets", [said.value for said in claim.targets]),
    }


def _place(place: Place | None) -> Row:
    return {
        "place": place.name if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        **_labelled("precision", place.precision if place else None, "precision"),
    }


def _days(first: object, last: object) -> Row:
    return {"first": str(first) if first else None, "last": str(last) if last else None}


def _counts(effects: Sequence[Effect]) -> Row:
    """The people of a claim by kind: whole counts, which stand side by side, add up; parts of them do not."""
    row: Row = {}
    for kind in EffectKind:
        whole = [effect for effect in effects if effect.kind is kind and effect.of is None]
        whole = whole or [effect for effect in effects if effect.kind is kind]
        for bound in ("low", "high"):
            counts = [getattr(effect, bound) for effect in whole]
            row[f"{kind}_{bound}"] = sum(counts) if counts and None not in counts else None
    return row


def _labelled(column: str, value: str | None, of: Vocabulary) -> Row:
    return {
        column: value,
        f"{column}_en": label(of, value, "en") if value else None,
        f"{column}_ar": label(of, value, "ar") if value else None,
    }


def _party(column: str, value: str) -> Row:
    return {column: value, f"{column}_en": party(value, "en"), f"{column}_ar": party(value, "ar")}


def _parties(column: str, values: Sequence[str]) -> Row:
    return {
        column: _SEVERAL.join(values),
        f"{column}_en": _SEVERAL.join(party(value, "en") for value in values),
        f"{column}_ar": _SEVERAL.join(party(value, "ar") for value in values),
    }
