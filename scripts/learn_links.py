#!/usr/bin/env python3
"""Learn the weights of links from pairs of claims that people put together or kept apart.

    python scripts/learn_links.py            print what is learned, and how it does on the half held back
    python scripts/learn_links.py --write    learn from all and write src/tawatur/data/weights/link.tsv

The table has a column of opinions, what each level seemed worth before any pair was seen. What is learned (a logistic
regression) departs from them only as far as the pairs demand, so that a level that few pairs show stays near its opinion.

Pairs come from two sets. `examples/` has the claims of every incident by hand. The reports beside the checkout
(`../shared/eval/airwars-dev`) were each coded for one incident: their claims are read by this very program, and
the one that has the coded day and place stands for it. Half of the incidents, by a hash of their names, is held back.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import tempfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from tawatur.gazetteer.distance import km_between
from tawatur.link import Telling, Weights, agree_on_incidents, build_tellings, load_weights
from tawatur.link.agreement import Level
from tawatur.link.candidates import find_candidates
from tawatur.link.pairs import compare
from tawatur.link.spots import name_key
from tawatur.link.telling import is_happening
from tawatur.link.weights import ASPECTS, TABLE
from tawatur.records import (
    Claim,
    ClaimType,
    DayRange,
    Effect,
    EffectKind,
    Place,
    Precision,
    Said,
    Span,
    Stance,
)
from tawatur.run.build import build_case
from tawatur.run.case import open_case

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "examples" / "gold"
CODED = ROOT.parent / "shared" / "eval" / "airwars-dev.jsonl"
REPORTS = ROOT.parent / "shared" / "eval" / "airwars-dev-reports.jsonl"

STIFFNESS = 6.0  # of the opinions: a level departs from its own by 1 where the pairs press for it this hard
EXAMPLE = 3.0  # a pair of the examples, written to be difficult, counts as so many of the others
VIOLENT = frozenset(
    map(
        ClaimType,
        "airstrike drone_strike shelling armed_clash bombing suicide_attack landmine chemical_attack killing"
        " execution destruction arrest abduction displacement".split(),
    )
)
# What a gold place is preceded by in its report where it is more than a town.
_BEFORE = {
    Precision.PROVINCE: ("محافظة", "بمحافظة", "ولاية", "بولاية"),
    Precision.DISTRICT: ("قضاء", "بقضاء", "منطقة", "بمنطقة"),
}


class Marked(NamedTuple):
    """A claim and the incident that people put it into."""

    telling: Telling
    incident: str


class Compared(NamedTuple):
    levels: tuple[tuple[str, Level], ...]
    is_one: bool
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn the weights of links.")
    parser.add_argument("--write", action="store_true", help="learn from all pairs and write the table")
    write = parser.parse_args().write
    opinions = load_weights(column="opinion")
    examples, everything, coded = read_examples(), *read_coded()
    learned = learn([*compare_all(examples, EXAMPLE), *compare_all(_half(coded, 0), 1.0)], opinions)
    for name, weights in (("opinions", opinions), ("learned on one half", learned)):
        print(f"{name}:")
        report(examples, everything, coded, weights)
    pairs = [*compare_all(examples, EXAMPLE), *compare_all(coded, 1.0)]
    learned = learn(pairs, opinions)
    print("learned on all:")
    report(examples, everything, coded, learned)
    table = write_table(learned, opinions, pairs)
    if write:
        Path(str(TABLE)).write_text(table, encoding="utf-8")
    else:
        print(table)


def report(
    examples: Sequence[Marked], everything: Sequence[Telling], coded: Sequence[Marked], weights: Weights
) -> None:
    found = {claim: i.id for i in agree_on_incidents(everything, weights=weights) for claim in i.claims}
    for half in (0, 1):
        marked = _half(coded, half)
        print(f"  coded reports, {'held back' if half else 'learned from'}: {_say(marked, found)}")
    alone = agree_on_incidents([marked.telling for marked in examples], weights=weights)
    print(f"  examples: {_say(examples, {claim: i.id for i in alone for claim in i.claims})}")


def _say(marked: Sequence[Marked], found: dict[str, str]) -> str:
    wanted = {claim.telling.id: claim.incident for claim in marked if claim.telling.id in found}
    both = Counter((wanted[claim], found[claim]) for claim in wanted)
    of_wanted, of_found = Counter(wanted.values()), Counter(found[claim] for claim in wanted)
    cubed = [
        sum(both[wanted[claim], found[claim]] / of[name[claim]] for claim in wanted) / len(wanted)
        for of, name in ((of_found, found), (of_wanted, wanted))
    ]
    right, predicted, gold = (
        sum(math.comb(n, 2) for n in counts.values()) for counts in (both, of_found, of_wanted)
    )
    return (
        f"B-cubed P {cubed[0]:.3f} R {cubed[1]:.3f} F1 {_f1(*cubed):.3f}; of {gold} pairs {right} found,"
        f" {predicted - right} wrongly joined ({len(wanted)} claims)"
    )


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _half(marked: Sequence[Marked], half: int) -> list[Marked]:
    return [claim for claim in marked if zlib.crc32(claim.incident.encode()) % 2 == half]


def compare_all(marked: Sequence[Marked], weight: float) -> list[Compared]:
    """The levels of every pair that linking would look at and that nothing bars."""
    tellings = {claim.telling.id: claim.telling for claim in marked}
    incident = {claim.telling.id: claim.incident for claim in marked}
    compared = []
    for one, other in find_candidates(tellings):
        agreements = compare(tellings[one], tellings[other])
        levels = tuple((aspect, agreements[aspect].level) for aspect in ASPECTS)
        if all(level is not Level.APART for _, level in levels):
            compared.append(Compared(levels, incident[one] == incident[other], weight))
    return compared


def learn(pairs: Sequence[Compared], opinions: Weights) -> Weights:
    """Logistic regression, by Newton's steps, held to the opinions."""
    names = [
        (aspect, level)
        for aspect in ASPECTS
        for level, worth in opinions.points[aspect].items()
        if level is not Level.UNKNOWN or worth  # silence stays worth nothing where it is thought to be
    ]
    column = {name: at for at, name in enumerate(names)}
    held = np.array([opinions.points[aspect][level] for aspect, level in names] + [opinions.start])
    shown = np.zeros((len(pairs), len(held)))
    for row, pair in enumerate(pairs):
        shown[row, [column[name] for name in pair.levels if name in column]] = 1
        shown[row, -1] = 1
    one = np.array([pair.is_one for pair in pairs], dtype=float)
    weight = np.array([pair.weight for pair in pairs])
    points = held.copy()
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(shown @ points, -30, 30)))
        slope = shown.T @ (weight * (one - chance)) - STIFFNESS * (points - held)
        bend = (shown * (weight * chance * (1 - chance))[:, None]).T @ shown + STIFFNESS * np.eye(len(held))
        points = points + np.linalg.solve(bend, slope)
    table: dict[str, dict[Level, float]] = defaultdict(dict)
    for (aspect, level), worth in zip(names, points[:-1], strict=True):
        table[aspect][level] = round(float(worth), 2)
    for aspect in ASPECTS:
        table[aspect] = {level: table[aspect].get(level, 0.0) for level in opinions.points[aspect]}
    return Weights(dict(table), round(float(points[-1]), 2), opinions.propose)


def write_table(learned: Weights, opinions: Weights, pairs: Sequence[Compared]) -> str:
    """The table as it ships: the points, what was thought, and the pairs seen of one happening and of two."""
    seen = {
        is_one: Counter(name for pair in pairs if pair.is_one is is_one for name in pair.levels)
        for is_one in (True, False)
    }
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines.append("aspect\tlevel\tpoints\topinion\tof one\tof two\tmeans")
    meaning = read_meanings()
    for aspect in ASPECTS:
        for level, worth in learned.points[aspect].items():
            counts = f"{seen[True][aspect, level]}\t{seen[False][aspect, level]}"
            lines.append(
                f"{aspect}\t{level.value}\t{worth:.2f}\t{opinions.points[aspect][level]:.1f}\t{counts}\t{meaning.get((aspect, level.value), '')}"
            )
    ones = sum(pair.is_one for pair in pairs)
    lines.append(
        f"start\t\t{learned.start:.2f}\t{opinions.start:.1f}\t{ones}\t{len(pairs) - ones}\t{meaning.get(('start', ''), '')}"
    )
    lines.append(
        f"propose\t\t{learned.propose:.2f}\t{opinions.propose:.1f}\t\t\t{meaning.get(('propose', ''), '')}"
    )
    return "\n".join(lines) + "\n"


def read_meanings() -> dict[tuple[str, str], str]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {(row[0], row[1]): row[6] for row in rows if len(row) > 6}


def read_coded() -> tuple[list[Telling], list[Marked]]:
    """Every claim that is read in the coded reports, and those that have the coded day and place."""
    if not (CODED.exists() and REPORTS.exists()):
        return [], []
    coded = {
        row["id"]: row["gold"] for row in map(json.loads, CODED.read_text(encoding="utf-8").splitlines())
    }
    everything: list[Telling] = []
    marked: list[Marked] = []
    with tempfile.TemporaryDirectory(prefix="tawatur-learn-") as folder:
        build_case([REPORTS], Path(folder) / "case", home=Path(folder) / "home")
        with open_case(Path(folder) / "case") as case:
            for entry in case.store.entries():
                quote = partial(_quote, entry.text.shown)
                tellings = list(build_tellings(entry.claims, entry.document.published, quote))
                everything += tellings
                gold = coded[entry.document.id]
                hits = [telling for telling in tellings if _is_coded(telling, gold)]
                if hits:
                    marked.append(Marked(max(hits, key=lambda t: len(t.claim.effects)), gold["incident"]))
    return everything, marked


def _quote(shown: str, claim: Claim) -> str:
    return claim.quote.of(shown)


def _is_coded(telling: Telling, gold: dict[str, Any]) -> bool:
    """Whether a claim has the coded day, give or take one, and the coded place, by name or within 10 km."""
    spot, days = telling.spot, telling.days
    if telling.kind not in VIOLENT or spot is None or days is None or telling.last - telling.first > 6:
        return False
    day = dt.date.fromisoformat(gold["date"][:10]).toordinal()
    if not telling.first - 1 <= day <= telling.last + 1:
        return False
    names = (gold.get("location_ar") or "").replace("،", ",").split(",")[:2]
    if spot.key in {name_key(name) for name in names if name.strip()}:
        return True
    if spot.lat is None or spot.lon is None or gold.get("lat") is None:
        return False
    return km_between((spot.lat, spot.lon), (gold["lat"], gold["lon"])) <= 10


def read_examples() -> list[Marked]:
    """The claims of the examples as people read them, tolls over a period left out."""
    return [
        marked
        for file in sorted(GOLD.glob("*.json"))
        for marked in _read_gold(json.loads(file.read_bytes()))
        if is_happening(marked.telling)
    ]


def _read_gold(document: dict[str, Any]) -> Iterator[Marked]:
    published = document.get("published_true") or document.get("published")
    rows = {f"{document['id']}:{n:03}": row for n, row in enumerate(document["claims"])}
    claims = [_read_claim(key, document, row) for key, row in rows.items()]
    day = dt.date.fromisoformat(published[:10]) if published else None
    for telling in build_tellings(claims, day, lambda claim: str(rows[claim.id]["quote"])):
        yield Marked(telling, rows[telling.id]["incident"])


def _read_claim(key: str, document: dict[str, Any], row: dict[str, Any]) -> Claim:
    start = document["text"].index(row["quote"])
    span = Span(start, start + len(row["quote"]))
    days = row["date"] and DayRange(*map(dt.date.fromisoformat, row["date"]))
    return Claim(
        id=key,
        document=document["id"],
        type=Said(ClaimType(row["type"]), span),
        stance=Stance(row["stance"]),
        quote=span,
        actors=_all_said(row["actors"], span),
        targets=_all_said(row["targets"], span),
        place=Said(_read_place(row["place"], document["text"]), span) if row["place"] else None,
        date=Said(days, span) if days else None,
        effects=tuple(
            Effect(
                kind=EffectKind(effect["kind"]),
                who=effect["who"],
                of=effect["of"],
                low=effect["low"],
                high=effect["high"],
                span=span,
            )
            for effect in row["effects"]
        ),
        source=None if row["source"] == "outlet" else Said(row["source"], span),
    )


def _all_said(values: Iterable[str], span: Span) -> tuple[Said[str], ...]:
    return tuple(Said(value, span) for value in values)


def _read_place(row: dict[str, Any], text: str) -> Place:
    """Gold has no precision: it is read off the words around the name."""
    name = row["name"]
    precision = None if row.get("admin1") else Precision.COUNTRY
    if row.get("lat") is not None:
        told = (wide for wide, words in _BEFORE.items() if any(f"{word} {name}" in text for word in words))
        precision = next(told, Precision.TOWN)
    return Place(
        name=name,
        country=row.get("country"),
        admin1=row.get("admin1"),
        lat=row.get("lat"),
        lon=row.get("lon"),
        precision=precision,
    )


if __name__ == "__main__":
    main()
