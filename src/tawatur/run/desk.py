"""The desk of a case: how words are folded for its search, and what areas are called."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

from tawatur.export.ontology import Pair
from tawatur.gazetteer.countries import country_entries
from tawatur.gazetteer.ordinary import load_given_names
from tawatur.gazetteer.shipped import read_provinces
from tawatur.gazetteer.spell import load_name_parts
from tawatur.lexicon.load import load_file
from tawatur.run.judged import JudgedCase
from tawatur.run.keys import search_body, search_expression
from tawatur.run.places import GazetteerPlaces
from tawatur.segment.words import Words
from tawatur.serve.desk import Desk, Search
from tawatur.serve.persons import Persons
from tawatur.store import SqliteStore

_ORGANISATIONS = frozenset({"body", "organ", "media"})  # of the lexicon's sources


def open_desk(case: Path, progress: Callable[[int, int], None] | None = None) -> Desk:
    """Lay out a case for the desk; `CaseError` says what to do where there is none."""
    return Desk(
        case,
        Search(search_body, search_expression),
        JudgedCase(SqliteStore(case)),
        persons=Persons(names_organisation),
        places=GazetteerPlaces(),
        names=name_areas(),
        scores=load_scores(),
        progress=progress,
    )


def names_organisation(name: str) -> bool:
    """Whether a name that no list knows is an organisation's: it begins with a noun for one (لجنة, نقابة, …)."""
    words = Words(name).forms
    return bool(words) and words[0].removeprefix("ال") in _organisation_nouns()


@cache
def _organisation_nouns() -> frozenset[str]:
    """Folded nouns with which names of organisations, media and parties begin, as the lexicons have them."""
    forms = [form for form in load_file("sayings") if form.entry.value in _ORGANISATIONS]
    nouns = {form.words[0].removeprefix("ال") for form in (*forms, *load_file("parties"))}
    # A party's form may begin as a person's name does: إم 23, أم خالد.
    return frozenset(nouns - load_given_names() - load_name_parts().personal)


def name_areas() -> dict[str, Pair]:
    """Countries and provinces by their names in both languages."""
    names = {entry.country: Pair(entry.name_en, entry.name_ar) for entry in country_entries()}
    names.update(
        (f"{entry.country}/{entry.admin1}", Pair(entry.name_en, entry.name_ar)) for entry in read_provinces()
    )
    return names


def load_scores() -> dict[str, dict[str, float]]:
    """F1 by slot on each set of the project's gold, as measured when the floors were last set.

    The wheel carries the floors; in a checkout they lie under `evals/`.
    """
    packed = files("tawatur").joinpath("data", "score", "floors.toml")
    path = packed if packed.is_file() else Path(__file__).parents[3] / "evals" / "floors.toml"
    if not path.is_file():
        return {}
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: {slot: measured for slot, (measured, _) in one.get("measured_and_best", {}).items()}
        for name, one in read.items()
    }
