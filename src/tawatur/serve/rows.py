"""What the desk must know of an incident to list it, filter it and put it on a map: one row an incident."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from tawatur.export.incidents import Summary, summarise
from tawatur.export.told import Told
from tawatur.records import Assessment, EffectKind, Precision, ReviewState

NONE = "none"  # of a facet: the incidents that have no value there


class Row(msgspec.Struct, frozen=True, gc=False):
    """One incident of the list. Values are identifiers; words are put to them where they are shown."""

    id: str
    type: str
    first: dt.date | None
    last: dt.date | None
    place: str | None  # as the texts write it
    place_en: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    area: tuple[str, ...]  # the country, and the province in it: "SY", "SY/Homs"
    parties: tuple[str, ...]
    harms: tuple[str, ...]  # "killed", "civilians.killed", "children.killed"
    grade: str
    contested: tuple[str, ...]
    sources: tuple[str, ...]
    publishers: tuple[str, ...]
    review: tuple[str, ...]
    claims: int
    reports: int
    independent: int
    killed: tuple[int | None, int | None] | None  # the lowest and the highest that anybody gives
    gap: int  # between the lowest and the highest count of the dead, where they are disputed
    en: str
    ar: str


def build_row(told: Told) -> Row:
    summary, drawn = summarise(told), told.drawn
    place = summary.place
    settled = place is not None and place.lat is not None and bool(place.candidates)
    killed = _find_killed(drawn)
    return Row(
        id=summary.incident,
        type=summary.type,
        first=summary.first,
        last=summary.last,
        place=place.name if place else None,
        place_en=place.candidates[0].name_en if place and settled else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.precision.value if place and place.precision else None,
        area=_name_area(summary),
        parties=tuple(sorted({s.value for c in told.claims for s in (*c.actors, *c.targets)})),
        harms=tuple(sorted(set(_name_harms(told)))),
        grade=summary.grade or NONE,
        contested=summary.disputed,
        sources=summary.sources,
        publishers=tuple(sorted({document.outlet or NONE for document in told.documents.values()})),
        review=() if told.state is ReviewState.UNREVIEWED else (told.state.value,),
        claims=len(summary.claims),
        reports=len(summary.documents),
        independent=summary.independent,
        killed=killed,
        gap=_measure_gap(drawn, killed),
        en=summary.sentence_en,
        ar=summary.sentence_ar,
    )


def is_exact(row: Row) -> bool:
    """Whether the place is a settlement or finer, so that a point on a map stands for it."""
    return row.precision in (Precision.POINT, Precision.NEIGHBOURHOOD, Precision.VILLAGE, Precision.TOWN)


def _name_area(summary: Summary) -> tuple[str, ...]:
    place = summary.place
    if place is None or place.country is None:
        return ()
    return (place.country, f"{place.country}/{place.admin1}") if place.admin1 else (place.country,)


def _name_harms(told: Told) -> Iterator[str]:
    for claim in told.claims:
        for effect in claim.effects:
            yield effect.kind.value
            if effect.who == "civilians":
                yield f"civilians.{effect.kind.value}"
            if effect.of:
                yield f"{effect.of}.{effect.kind.value}"


def _find_killed(drawn: Assessment) -> tuple[int | None, int | None] | None:
    """The figure for everybody, else the widest of those for one group."""
    figures = [f for f in drawn.figures if f.kind is EffectKind.KILLED and f.of is None]
    whole = [f for f in figures if f.who is None] or sorted(figures, key=lambda f: -(f.high or f.low or 0))
    return (whole[0].low, whole[0].high) if whole else None


def _measure_gap(drawn: Assessment, killed: tuple[int | None, int | None] | None) -> int:
    if killed is None or not any(c.field == EffectKind.KILLED for c in drawn.contradictions):
        return 0
    low, high = killed
    return max(0, (high or low or 0) - (low or 0))
