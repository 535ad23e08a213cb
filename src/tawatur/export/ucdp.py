"""The UCDP GED view: 49 columns in its order, an incident with at least one death an event.

What the programme alone can say (its ids of conflicts and dyads, whether a dyad was active, its coding status) is
left empty. `--rows claims` leads from every event to its claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from tawatur.export.chain import Chain
from tawatur.export.codebooks import (
    Coded,
    admin2,
    code_all,
    load_codebook,
    load_party_entries,
    load_precision_codes,
    name_party,
    place_name,
)
from tawatur.export.labels import party
from tawatur.export.spreadsheet import Row, write_rows
from tawatur.export.whereabouts import say_where
from tawatur.records import EffectKind, Figure

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
    "gwnoa", "gwnob",
)  # fmt: skip
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_CELL, _ACROSS = 0.5, 720  # PRIO-GRID: degrees, and cells in a row; counted from the south-west


class _Dyad(NamedTuple):
    kind: int
    a: str
    b: str


def write_events(chain: Chain, stream: BinaryIO) -> None:
    write_rows(COLUMNS, (_row(coded) for coded in code_all(chain) if why_left_out(coded) is None), stream)


def write_left_out(chain: Chain, stream: BinaryIO) -> None:
    """Incidents that UCDP would not record, and why."""
    rows: Iterator[Row] = (
        {"incident": coded.id, "why": why} for coded in code_all(chain) if (why := why_left_out(coded))
    )
    write_rows(("incident", "why"), rows, stream)


def why_left_out(coded: Coded) -> str | None:
    figure = coded.whole(EffectKind.KILLED)
    if not coded.claims:
        return "no voice still asserts it"
    if figure is None or not (figure.best or figure.high):
        return "no number of deaths is given"
    if coded.place is None or coded.place.country is None:
        return "no place is settled"
    if coded.days is None:
        return "no day is settled"
    if (coded.days.last - coded.days.first).days > 366:
        return "it is dated to more than a year"
    if _dyad(coded) is None:
        return "no two sides are named"
    return None


def _row(coded: Coded) -> Row:
    figure, dyad, place, days = coded.whole(EffectKind.KILLED), _dyad(coded), coded.place, coded.days
    assert figure is not None
    assert dyad is not None
    assert place is not None
    assert days is not None
    deaths = _deaths(coded, figure, dyad)
    best = sum(deaths.values())
    where_prec, date_prec = _where_prec(coded), _date_prec(coded)
    states = load_codebook("ucdp")["states"]
    documents, country = coded.documents, coded.country
    known: Row = {
        "id": coded.id,
        "relid": coded.id,
        "year": days.first.year,
        "type_of_violence": dyad.kind,
        "dyad_name": f"{name_party(dyad.a)} - {name_party(dyad.b)}",
        "side_a": name_party(dyad.a),
        "side_b": name_party(dyad.b),
        "number_of_sources": len(documents),
        "source_article": "; ".join(
            ",".join(
                (
                    d.outlet or "",
                    d.published.isoformat() if d.published else "",
                    (d.title or "").replace(";", ","),
                )
            )
            for d in documents
        ),
        "source_office": ";".join(d.outlet or "" for d in documents),
        "source_date": ";".join(d.published.isoformat() if d.published else "" for d in documents),
        "source_headline": ";".join((d.title or "").replace(";", ",") for d in documents),
        "source_original": "; ".join(
            party(voice.name, "en")
            for voice in coded.told.drawn.voices
            if voice.asserts and not voice.withdrawn
        ),
        "where_prec": where_prec,
        "where_coordinates": place_name(place),
        "where_description": say_where(place, "en"),
        "adm_1": place.admin1,
        "adm_2": admin2(place),
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if place.lat is not None else None,
        "priogrid_gid": find_cell(place.lat, place.lon)
        if place.lat is not None and place.lon is not None
        else None,
        "country": country.ucdp if country else None,
        "country_id": country.gw if country else None,
        "region": country.ucdp_region if country else None,
        "event_clarity": 1 if date_prec <= 2 and where_prec is not None and where_prec <= 3 else 2,
        "date_prec": date_prec,
        "date_start": days.first.isoformat(),
        "date_end": days.last.isoformat(),
        **deaths,
        "best": best,
        "high": max(_highest(figure), best),
        "low": min(figure.low or 0, best),
        "gwnoa": states.get(dyad.a),
        "gwnob": states.get(dyad.b),
    }
    return {column: known.get(column) for column in COLUMNS}


def _dyad(coded: Coded) -> _Dyad | None:
    """The two sides. One party against civilians: one-sided violence; a state takes part: state-based."""
    organised = [value for value in coded.actors if _is_organised(value)]
    if not organised:
        return None
    first = organised[0]
    figure = coded.whole(EffectKind.KILLED)
    harmed = set(_groups_of_best(coded, figure)) if figure else set()
    against = [value for value in (*coded.targets, *organised[1:], *sorted(harmed)) if value != first]
    enemies = [value for value in against if _is_organised(value) and _bloc(value) != _bloc(first)]
    unarmed = {"civilians", "unknown"} & {*coded.targets, *harmed}
    if not enemies or (harmed <= {"civilians", "unknown"} and coded.targets[:1] == ("civilians",)):
        return _Dyad(_ONE_SIDED, first, "civilians") if unarmed else None
    second = enemies[0]
    if _is_state(second) and not _is_state(first):
        first, second = second, first
    return _Dyad(_STATE_BASED if _is_state(first) else _NON_STATE, first, second)


def _is_organised(value: str) -> bool:
    return value not in ("civilians", "unknown")


def _is_state(value: str) -> bool:
    entry = load_party_entries().get(value)
    return entry is not None and entry.side in ("state", "foreign")


def _bloc(value: str) -> str:
    entry = load_party_entries().get(value)
    return (entry.camp if entry else "") or value


def _deaths(coded: Coded, figure: Figure, dyad: _Dyad) -> dict[str, int]:
    """The best count of each group that the best total is made of; what is left over is of unknown people.

    In violence against civilians, where nobody else was killed, people whose status is not stated are civilians: one
    voice's thirteen people and another's eleven civilians leave no two of unknown status.
    """
    groups = _groups_of_best(coded, figure)
    best = figure.best or 0
    deaths = {"deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0, "deaths_unknown": 0}
    are_counted = coded.group(EffectKind.KILLED, "civilians") is not None
    if dyad.kind == _ONE_SIDED and are_counted and set(groups) <= {"civilians", "unknown"}:
        return {**deaths, "deaths_civilians": best}
    for who in groups:
        group = coded.group(EffectKind.KILLED, who)
        if group is None or who == "unknown":
            continue
        column = "deaths_unknown"
        if who == "civilians":
            column = "deaths_civilians"
        elif _bloc(who) == _bloc(dyad.a):
            column = "deaths_a"
        elif _bloc(who) == _bloc(dyad.b):
            column = "deaths_b"
        deaths[column] += group.best or 0
    deaths["deaths_unknown"] += max(0, best - sum(deaths.values()))
    return deaths


def _groups_of_best(coded: Coded, figure: Figure) -> tuple[str, ...]:
    """The groups that the best total adds up."""
    if figure.adds or figure.who is not None:
        return figure.adds or (figure.who or "",)
    return tuple(
        f.who
        for f in coded.told.drawn.figures
        if f.kind is figure.kind
        and f.who
        and f.of is None
        and any(c.voice == figure.best_by for c in f.counts)
    )


def _highest(figure: Figure) -> int:
    """The highest number that a voice gives: "at least 20" gives 20."""
    return max((c.high or c.low or 0 for c in figure.counts if not c.earlier), default=0)


def _where_prec(coded: Coded) -> int | None:
    place = coded.place
    return load_precision_codes()[place.precision].ucdp if place and place.precision else None


def _date_prec(coded: Coded) -> int:
    """1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year."""
    assert coded.days is not None
    days = (coded.days.last - coded.days.first).days + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def find_cell(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID that holds a point.

    >>> find_cell(34.69, 40.83)
    179722
    """
    row, column = int((lat + 90) // _CELL), int((lon + 180) // _CELL)
    return row * _ACROSS + column + 1
