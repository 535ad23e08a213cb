"""Score the reading of places on `cases.tsv`: homonyms and ordinary words, each in a sentence of its own.

    python evals/places/measure.py [--home FOLDER]

Prints what is wrong and the share that is right, and exits with 1 below the floor. `--home` adds
the tables of a user's data folder, which must not make it worse.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from tawatur.find.place_context import resolve_places
from tawatur.find.place_mentions import PlaceMention
from tawatur.find.places import find_places
from tawatur.gazetteer.distance import km_between
from tawatur.gazetteer.index import Gazetteer
from tawatur.records.place import Place
from tawatur.segment.words import Words

CASES = Path(__file__).parent / "cases.tsv"
FLOOR = 0.90
_NEAR_KM = 10.0


@dataclass(frozen=True, slots=True)
class Case:
    text: str
    name: str
    want: str
    gloss: str


def load_cases(path: Path = CASES) -> list[Case]:
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    return [Case(*line.split("\t")) for line in lines[1:]]


def find_error(case: Case, gazetteer: Gazetteer) -> str | None:
    """What is wrong with how a case is read; None if nothing is."""
    words = Words(case.text)
    mentions = find_places(words, gazetteer)
    places = resolve_places(mentions, words, gazetteer)
    start = case.text.index(case.name)
    end = start + len(case.name)
    met = [
        (mention, place)
        for mention, place in zip(mentions, places, strict=True)
        if mention.span.start < end and start < mention.span.end
    ]
    if case.want == "none":
        return f"read as {met[0][0].name} in {met[0][1].country}" if met else None
    if not met:
        return "not read as a place"
    mention, place = max(met, key=lambda pair: pair[0].span.end - pair[0].span.start)
    return _wrong_place(case, mention, place)


def _wrong_place(case: Case, mention: PlaceMention, place: Place) -> str | None:
    shown = f"{mention.name} → {place.lat}, {place.lon} in {place.admin1}, {place.country}: {place.reason}"
    if case.want.startswith("unresolved"):
        _, *held = case.want.split(":")
        if place.lat is not None:
            return f"resolved: {shown}"
        return None if held == [place.country, place.admin1][: len(held)] else f"placed elsewhere: {shown}"
    lat, lon = map(float, case.want.split(","))
    if place.lat is None or place.lon is None:
        return f"not resolved: {shown}"
    return None if km_between((place.lat, place.lon), (lat, lon)) <= _NEAR_KM else f"elsewhere: {shown}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--home", type=Path)
    gazetteer = Gazetteer.load(parser.parse_args().home)
    cases = load_cases()
    errors = [(case, error) for case in cases if (error := find_error(case, gazetteer))]
    for case, error in errors:
        print(f"{case.text} [{case.name}] ({case.gloss}): {error}")
    right = 1 - len(errors) / len(cases)
    print(f"{len(cases) - len(errors)} of {len(cases)} right: {right:.3f} (floor {FLOOR})")
    return 0 if right >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
