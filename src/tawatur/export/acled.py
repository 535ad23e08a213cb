"""The ACLED view: 31 columns in its order, an incident an event, by its codebook's rules.

`event_id_cnty` is the incident; its notes name the claims, and `--rows claims` leads from every event to them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from tawatur.export.chain import Chain
from tawatur.export.codebooks import (
    Coded,
    admin2,
    code_all,
    load_codebook,
    load_countries,
    load_party_entries,
    load_precision_codes,
    name_party,
    place_name,
    say_claims,
    sub_event_of,
)
from tawatur.export.sentences import sentence_of_incident
from tawatur.export.spreadsheet import Row, write_rows
from tawatur.records import Count, EffectKind, Place

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_STRATEGIC = "Strategic developments"
_ATTACKS = "Violence against civilians"


class _SubEvent(NamedTuple):
    id: str
    event: str
    disorder: str


class _Sides(NamedTuple):
    first: list[str]
    second: list[str]


def write_events(chain: Chain, stream: BinaryIO) -> None:
    write_rows(
        COLUMNS, (_row(coded, chain) for coded in code_all(chain) if why_left_out(coded) is None), stream
    )


def write_left_out(chain: Chain, stream: BinaryIO) -> None:
    """Incidents that ACLED would not record, and why."""
    rows: Iterator[Row] = (
        {"incident": coded.id, "why": why} for coded in code_all(chain) if (why := why_left_out(coded))
    )
    write_rows(("incident", "why"), rows, stream)


def why_left_out(coded: Coded) -> str | None:
    place, days = coded.place, coded.days
    if not coded.claims:
        return "no voice still asserts it"
    if place is None or place.country is None:
        return "no place is settled"
    if place.country not in load_countries():
        return f"country {place.country} is in no table of codes"
    if days is None:
        return "no day is settled"
    if _time_precision(coded) is None:
        return "it is dated to more than a month"
    is_strategic = _sub_event(coded).event == _STRATEGIC
    if _geo_precision(place) is None and not is_strategic:
        return "the place is a whole country, or not placed at all"
    return None


def _row(coded: Coded, chain: Chain) -> Row:
    sub_event, place, days, country = _sub_event(coded), coded.place, coded.days, coded.country
    assert place is not None
    assert days is not None
    assert country is not None
    assert place.country is not None
    first, second = _split_sides(coded, sub_event)
    inters = [find_inter(side[0], place.country) if side else "" for side in (first, second)]
    fatalities, vague = _fatalities(coded, chain)
    day = _event_day(coded)
    order = load_codebook("acled")["inters"]
    outlets = sorted({document.outlet for document in coded.documents if document.outlet})
    return dict(
        zip(
            COLUMNS,
            (
                coded.id,
                day.isoformat(),
                day.year,
                _time_precision(coded),
                sub_event.disorder,
                sub_event.event,
                sub_event.id,
                _name_actor(first[0], country.acled) if first else None,
                "; ".join(_name_actor(value, country.acled) for value in first[1:]),
                inters[0] or None,
                _name_actor(second[0], country.acled) if second else None,
                "; ".join(_name_actor(value, country.acled) for value in second[1:]),
                inters[1] or None,
                "-".join(sorted(inters, key=order.index)) if all(inters) else None,
                "Civilians targeted" if _targets_civilians(second, sub_event) else None,
                country.iso,
                country.region,
                country.acled,
                place.admin1,
                admin2(place),
                None,  # no third division is known
                place_name(place),
                _degrees(place.lat),
                _degrees(place.lon),
                _geo_precision(place),
                "; ".join(outlets),
                None,  # the reach of an outlet is not known
                _notes(coded, vague),
                fatalities,
                None,
                None,  # the day of ACLED's own last change
            ),
            strict=True,
        )
    )


def _sub_event(coded: Coded) -> _SubEvent:
    """The first in ACLED's order of those that the claims come to."""
    ranks = {row["id"]: n for n, row in enumerate(load_codebook("acled")["sub_events"])}
    named = {name for kind in coded.types if (name := sub_event_of(kind))}
    if "territory_change" in coded.types:
        named.discard("Government regains territory")
        named.add(_territory(coded))
    if named & {"Peaceful protest"} and coded.whole(EffectKind.KILLED):
        named.add("Excessive force against protesters")
    first = min(named or {"Other"}, key=ranks.__getitem__)
    return _SubEvent(**load_codebook("acled")["sub_events"][ranks[first]])


def _territory(coded: Coded) -> str:
    if not coded.actors:
        return "Non-violent transfer of territory"
    entry = load_party_entries().get(coded.actors[0])
    is_state = entry is not None and entry.side in ("state", "foreign")
    return "Government regains territory" if is_state else "Non-state actor overtakes territory"


def _split_sides(coded: Coded, sub_event: _SubEvent) -> _Sides:
    """Who acted, and on whom; in fighting told as mutual, the first that is named and its enemies."""
    actors = list(coded.actors)
    harmed = {figure.who for figure in coded.told.drawn.figures if figure.who and figure.of is None}
    targets = [value for value in coded.targets if value not in actors]
    if not targets:
        targets = sorted(harmed - {*actors, "unknown"}, key=lambda who: (who != "civilians", who))
    if len(actors) > 1 and not coded.targets:
        lead = actors[0]
        allies = [value for value in actors[1:] if _bloc(value) == _bloc(lead)]
        return _Sides([lead, *allies], [value for value in actors[1:] if value not in allies])
    if sub_event.event == _ATTACKS:
        targets.sort(key=lambda value: value != "civilians")
        if not targets:
            targets = ["civilians"]
    if not actors and sub_event.event in (_ATTACKS, "Explosions/Remote violence", "Battles"):
        actors = ["unknown"]
    return _Sides(actors, targets)


def _targets_civilians(targets: list[str], sub_event: _SubEvent) -> bool:
    """Whether civilians are the main target of political violence."""
    return targets[:1] == ["civilians"] and sub_event.event != _STRATEGIC


def _bloc(value: str) -> str:
    entry = load_party_entries().get(value)
    return (entry.camp if entry else "") or value


def find_inter(value: str, country: str) -> str:
    """ACLED's kind of an actor, in a country: a state's forces abroad are external."""
    rules = load_codebook("acled")
    if value in rules["parties"]:
        return str(rules["parties"][value])
    entry = load_party_entries().get(value)
    if entry is None or value == "unknown":
        return str(rules["unnamed"])
    kind = rules["sides"].get(entry.side, rules["unnamed"])
    if kind == "State forces" and country not in (entry.home or ()):
        return str(rules["sides"]["foreign"])
    return str(kind)


def _name_actor(value: str, country: str) -> str:
    if value == "civilians":
        return f"Civilians ({country})"
    return f"Unidentified Armed Group ({country})" if value == "unknown" else name_party(value)


def _time_precision(coded: Coded) -> int | None:
    """1 a day; 2 up to a week; 3 up to a month."""
    assert coded.days is not None
    spread = (coded.days.last - coded.days.first).days
    return 1 if spread == 0 else 2 if spread < 7 else 3 if spread < 31 else None


def _event_day(coded: Coded) -> dt.date:
    """The middle of the days; of two, the first."""
    assert coded.days is not None
    return coded.days.first + dt.timedelta((coded.days.last - coded.days.first).days // 2)


def _geo_precision(place: Place) -> int | None:
    return load_precision_codes()[place.precision].acled if place.precision else None


def _degrees(value: float | None) -> str | None:
    return None if value is None else f"{value:.4f}"


def _fatalities(coded: Coded, chain: Chain) -> tuple[int, bool]:
    """The lowest count of any voice, and whether its words gave no number.

    "Dozens" are 12, "hundreds" 100, people without a number 3; a number for killed and wounded together is
    none of the killed.
    """
    figure = coded.whole(EffectKind.KILLED)
    if figure is None:
        return 0, False
    counts = [_count(count, coded, chain) for count in figure.counts if not count.earlier]
    said = [number for number in counts if number[0] > 0]
    exact = [
        number for number in said if not number[1]
    ]  # a vague word stands back where any voice gives a number
    return min(exact or said, default=(0, False))


def _count(count: Count, coded: Coded, chain: Chain) -> tuple[int, bool]:
    rules = load_codebook("acled")
    if count.low is None:
        return (rules["plural"], True) if count.high is None else (0, False)
    if count.high is None and (text := chain.text(_claim_document(count.claim, coded))):
        claim = next(claim for claim in coded.claims if claim.id == count.claim)
        for effect in claim.effects:
            if effect.kind is EffectKind.KILLED:
                words = effect.span.of(text.shown).split()
                for word, number in rules["vague"].items():
                    if any(said.lstrip("وفب").removeprefix("لل") == word for said in words):
                        return number, True
    return count.low, False


def _claim_document(key: str, coded: Coded) -> str:
    return next(claim.document for claim in coded.claims if claim.id == key)


def _notes(coded: Coded, vague: bool) -> str:  # noqa: FBT001 (it is only said)
    notes = [sentence_of_incident(coded.told.claims, documents=coded.told.documents, lang="en")]
    if vague:
        notes.append("The source gives no exact number; coded by ACLED's rule for vague numbers.")
    if disputed := coded.told.drawn.disputed:
        notes.append(f"Accounts differ in: {', '.join(disputed)}.")
    notes.append(f"Tawatur claims: {say_claims(coded)}.")
    return " ".join(notes)
