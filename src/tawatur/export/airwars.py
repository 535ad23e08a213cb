"""The Airwars view: incidents in which civilians are said to be harmed, with ranges by class.

Its core columns in its order, then the ranges of every class, the summary and up to three belligerents; all
belligerents and all sources are child tables. What only its researchers can say (geolocation by imagery, names of
victims, declassified assessments) is left empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple
from urllib.parse import urlsplit

from tawatur.export.chain import Chain
from tawatur.export.codebooks import (
    Coded,
    code_all,
    load_codebook,
    load_party_entries,
    load_precision_codes,
    name_party,
    place_name,
)
from tawatur.export.labels import label
from tawatur.export.ontology import load_grade_reasons
from tawatur.export.sentences import sentence_of_incident
from tawatur.export.spreadsheet import Row, write_rows
from tawatur.records import Document, EffectKind, Figure, Voice

CORE = (
    "post_id", "post_status", "post_published", "post_modified", "permalink", "code", "previous_codes", "date_type", "date",
    "date_end", "local_time_type", "local_time", "local_time_start", "local_time_end", "local_time_of_day",
    "local_first_reported_date_time", "local_first_reported_by", "local_first_reported_url", "country_name", "country_slug",
    "location_name", "location_name_arabic", "location_name_hebrew", "location_name_ukrainian", "region",
    "strike_status_name", "strike_status_slug", "infrastructure_name", "infrastructure_slug", "strike_type_name",
    "strike_type_slug", "targeted_belligerent_name", "targeted_belligerent_slug", "observation_name", "observation_slug",
    "impact_name", "impact_slug", "total_strikes", "civilian_harm_reported", "civilian_harm_status_name",
    "civilian_harm_status_slug", "cause_of_death_injury_name", "cause_of_death_injury_slug", "geolocated", "latitude",
    "longitude", "geolocation_status_name", "geolocation_status_slug", "geolocation_accuracy_name",
    "geolocation_accuracy_slug", "geojson_caption", "geolocation_notes", "geolocation_notes_internal",
    "geolocation_sign_off_assessor", "geolocation_sign_off_date_time", "num_media", "num_victims", "num_victims_named",
    "num_victims_named_english", "num_victims_named_arabic", "num_victims_named_hebrew", "num_victims_named_ukrainian",
    "num_reconciled", "num_families", "num_individuals", "victim_average_age", "declassified_assessment", "press_release",
    "num_sources", "num_sources_twitter", "num_sources_facebook", "num_sources_telegram", "num_sources_other",
)  # fmt: skip
CLASSES = (
    "civilian_non_combatants", "children", "women", "men", "human_rights_defenders", "journalists", "trade_unionists",
    "healthcare_personnel", "other_civilian_non_combatants", "undetermined", "other_protected_persons",
    "medical_and_religious_personnel_state", "medical_and_religious_personnel_non_state", "persons_hors_de_combat",
    "belligerents", "member_of_armed_forces", "persons_directly_participating_in_hostilities",
    "civilian_role_in_military",
)  # fmt: skip
_OF_BELLIGERENT = (
    "belligerent_id", "name", "slug", "type", "assessment_name", "assessment_slug", "deaths_conceded_min",
    "deaths_conceded_max", "injuries_conceded_min", "injuries_conceded_max", "location", "mgrs_coordinate",
    "mgrs_accuracy", "civcas_statements", "strike_reports",
)  # fmt: skip
_BESIDE = 3  # belligerents that stand in the incident's own row
_KINDS = {"killed": EffectKind.KILLED, "injured": EffectKind.WOUNDED}
COLUMNS = (
    *CORE,
    *(f"{name}_{kind}_{end}" for name in CLASSES for kind in _KINDS for end in ("min", "max")),
    "summary",
    *(f"belligerent_{n}_{column}" for n in range(1, _BESIDE + 1) for column in _OF_BELLIGERENT),
)
SOURCES = ("code", "name", "language", "url", "archive_url", "media", "published", "document", "claims")


class _Range(NamedTuple):
    low: int | None
    high: int | None


_NONE = _Range(None, None)


def write_incidents(chain: Chain, stream: BinaryIO) -> None:
    write_rows(COLUMNS, (_row(coded) for coded in code_all(chain) if why_left_out(coded) is None), stream)


def write_sources(chain: Chain, stream: BinaryIO) -> None:
    write_rows(SOURCES, (row for coded in _harmful(chain) for row in _source_rows(coded)), stream)


def write_belligerents(chain: Chain, stream: BinaryIO) -> None:
    rows = ({"code": coded.id, **row} for coded in _harmful(chain) for row in _belligerents(coded))
    write_rows(("code", *_OF_BELLIGERENT), rows, stream)


def write_left_out(chain: Chain, stream: BinaryIO) -> None:
    """Incidents that are none of civilian harm, and why."""
    rows: Iterator[Row] = (
        {"incident": coded.id, "why": why} for coded in code_all(chain) if (why := why_left_out(coded))
    )
    write_rows(("incident", "why"), rows, stream)


def _harmful(chain: Chain) -> Iterator[Coded]:
    return (coded for coded in code_all(chain) if why_left_out(coded) is None)


def why_left_out(coded: Coded) -> str | None:
    if _ranges(coded)["civilian_non_combatants"] == {
        "killed": _NONE,
        "injured": _NONE,
    } and not _is_unnumbered(coded):
        return "nobody says that civilians were killed or wounded"
    return None


def _row(coded: Coded) -> Row:
    place, country = coded.place, coded.country
    first = next((d for d in coded.documents if d.published), None)
    accuracy = load_precision_codes()[place.precision].airwars if place and place.precision else None
    grade, status = coded.told.grade, _strike_status(coded)
    strike = _strike_type(coded)
    targeted = "; ".join(name_party(value) for value in coded.targets if value != "civilians")
    known: Row = {
        "code": coded.id,
        "date_type": None
        if coded.days is None
        else "single"
        if coded.days.first == coded.days.last
        else "range",
        "date": coded.days.first.isoformat() if coded.days else None,
        "date_end": coded.days.last.isoformat()
        if coded.days and coded.days.first != coded.days.last
        else None,
        "local_first_reported_date_time": first.published.isoformat() if first and first.published else None,
        "local_first_reported_by": first.outlet if first else None,
        "local_first_reported_url": first.url if first else None,
        **_named("country", country.acled if country else None),
        "location_name": place_name(place),
        "location_name_arabic": place.name if place else None,
        "region": place.admin1 if place else None,
        **_named("strike_status", status),
        **_named("strike_type", strike),
        **_named("targeted_belligerent", targeted or None),
        "civilian_harm_reported": "yes",
        **_named("civilian_harm_status", load_codebook("airwars")["grades"].get(grade)),
        "geolocated": "yes" if place and place.lat is not None else "no",
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        **_named("geolocation_accuracy", accuracy),
        "geolocation_notes": place.reason or None if place else None,
        **_count_sources(coded.documents),
        "summary": _summary(coded),
    }
    for name, of_class in _ranges(coded).items():
        for kind, range_ in of_class.items():
            known[f"{name}_{kind}_min"], known[f"{name}_{kind}_max"] = range_
    for n, row in enumerate(_belligerents(coded)[:_BESIDE], 1):
        known |= {f"belligerent_{n}_{column}": value for column, value in row.items()}
    return {column: known.get(column) for column in COLUMNS}


def _named(column: str, value: str | None) -> Row:
    return {f"{column}_name": value, f"{column}_slug": _slug(value) if value else None}


def _slug(value: str) -> str:
    return re.sub(r"[\W_]+", "-", value.lower()).strip("-")


def _ranges(coded: Coded) -> dict[str, dict[str, _Range]]:
    """From the lowest count of any voice to the highest, by class; an open count is its floor."""
    rules = load_codebook("airwars")
    figures = [f for f in coded.told.drawn.figures if f.kind in _KINDS.values()]
    ranges: dict[str, dict[str, _Range]] = {name: {} for name in CLASSES}
    for word, kind in _KINDS.items():
        wholes = [f for f in figures if f.kind is kind and f.of is None and f.who is not None]
        parties = [f for f in wholes if f.who not in rules["civilians"]]
        states = [f for f in parties if _is_state(f.who)]
        members = {
            "civilian_non_combatants": [f for f in wholes if f.who in rules["civilians"]],
            "belligerents": parties,
            "member_of_armed_forces": states,
            "persons_directly_participating_in_hostilities": [f for f in parties if f not in states],
            **{
                name: [f for f in figures if f.kind is kind and f.of == of and f.who in rules["civilians"]]
                for of, name in rules["classes"].items()
            },
        }
        for name in CLASSES:
            ranges[name][word] = _span(members.get(name, ()))
    return ranges


def _span(figures: Iterable[Figure]) -> _Range:
    counts = [count for figure in figures for count in figure.counts if not count.earlier]
    lows = [count.low for count in counts if count.low is not None]
    highs = [high for c in counts if (high := c.high if c.high is not None else c.low) is not None]
    if not highs:
        return _NONE
    return _Range(min(lows, default=0), max(highs))


def _is_unnumbered(coded: Coded) -> bool:
    """Civilians harmed without a number, for which the ranges stay empty."""
    return any(
        figure.kind in _KINDS.values() and figure.who in load_codebook("airwars")["civilians"]
        for figure in coded.told.drawn.figures
    )


def _is_state(value: str | None) -> bool:
    entry = load_party_entries().get(value or "")
    return entry is not None and entry.side in ("state", "foreign")


def _strike_status(coded: Coded) -> str:
    """Declared by who did it; contested; likely by two independent voices; else a single source's claim."""
    grade = coded.told.drawn.grade
    if grade.grade == "contested":
        status = "contested"
    elif grade.facts.get("acts"):
        status = "declared"
    else:
        status = "likely" if coded.told.drawn.independent > 1 else "single"
    return str(load_codebook("airwars")["strike_statuses"][status])


def _strike_type(coded: Coded) -> str | None:
    """That which most claims have; the order of the table settles a tie."""
    named = load_codebook("airwars")["strike_types"]
    kinds = [claim.type.value.value for claim in coded.claims]
    known = [kind for kind in named if kind in kinds]
    return label("types", max(known, key=kinds.count), "en") if known else None


def _belligerents(coded: Coded) -> list[Row]:
    """Every party that is named as having done it, and what it conceded itself."""
    named = {said.value for claim in coded.claims for said in claim.actors} - {"unknown", "civilians"}
    order = [*coded.actors, *sorted(named - set(coded.actors))]
    rows: list[Row] = []
    for value in order:
        voice = next((voice for voice in coded.told.drawn.voices if voice.id == value), None)
        killed, injured = (
            _conceded(coded, value, EffectKind.KILLED),
            _conceded(coded, value, EffectKind.WOUNDED),
        )
        rows.append(
            {
                "belligerent_id": value,
                "name": name_party(value),
                "slug": _slug(name_party(value)) or _slug(value),
                "type": "State" if _is_state(value) else "Non-state",
                **_assessment(voice),
                "deaths_conceded_min": killed.low,
                "deaths_conceded_max": killed.high,
                "injuries_conceded_min": injured.low,
                "injuries_conceded_max": injured.high,
                "location": None,
                "mgrs_coordinate": None,
                "mgrs_accuracy": None,
                "civcas_statements": len((*voice.asserts, *voice.denies)) if voice else 0,
                "strike_reports": None,
            }
        )
    return rows


def _assessment(voice: Voice | None) -> Row:
    """What the belligerent itself says: it did it, it denies it, or nothing."""
    said = None if voice is None else "Denied" if voice.denies else "Declared"
    return {"assessment_name": said, "assessment_slug": _slug(said) if said else None}


def _conceded(coded: Coded, party: str, kind: EffectKind) -> _Range:
    """Civilians whom the party itself counts where it says that it acted alone."""
    own = {
        claim.id
        for claim in coded.claims
        if claim.source and claim.source.value == party and [said.value for said in claim.actors] == [party]
    }
    figure = coded.group(kind, "civilians")
    counts = [c for c in figure.counts if c.claim in own] if figure else []
    lows = [c.low for c in counts if c.low is not None]
    highs = [h for c in counts if (h := c.high if c.high is not None else c.low) is not None]
    return _Range(min(lows, default=0), max(highs)) if highs else _NONE


def _source_rows(coded: Coded) -> Iterator[Row]:
    for document in coded.documents:
        yield {
            "code": coded.id,
            "name": document.outlet,
            "language": "Arabic",
            "url": document.url,
            "archive_url": None,
            "media": None,
            "published": document.published.isoformat() if document.published else None,
            "document": document.id,
            "claims": " ".join(claim.id for claim in coded.told.claims if claim.document == document.id),
        }


def _count_sources(documents: list[Document]) -> Row:
    networks = load_codebook("airwars")["networks"]
    hosts = [(urlsplit(document.url or "").hostname or "").removeprefix("www.") for document in documents]
    found = {
        f"num_sources_{name}": sum(
            any(host == domain or host.endswith(f".{domain}") for domain in domains) for host in hosts
        )
        for name, domains in networks.items()
    }
    return {
        "num_sources": len(documents),
        **found,
        "num_sources_other": len(documents) - sum(found.values()),
    }


def _summary(coded: Coded) -> str:
    drawn = coded.told.drawn
    said = sentence_of_incident(coded.told.claims, documents=coded.told.documents, lang="en")
    return f"{said} Grade by rule: {load_grade_reasons()[drawn.grade.rule].en}."
