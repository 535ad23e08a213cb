"""The small words around people and the harm done to them (`data/grammar/people.yaml`), folded."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

from tawatur.arabic.fold import fold

Forms = frozenset[str]


class Vocabulary(NamedTuple):
    """The lists of `people.yaml`, by their names there."""

    number_to_noun: Forms
    noun_to_party: Forms
    noun_to_noun: Forms
    prepositions: Forms
    after_harm: Forms
    partitive: Forms
    one_of: Forms
    two: Forms
    some: Forms
    they_are: Forms
    after_bare_number: Forms
    tallies: Forms
    vague: Forms
    relatives: Forms
    particles: Forms
    meet: Forms
    death: Forms
    no_names: Forms
    not_verb: Forms
    without: Forms
    not_told: Forms


@cache
def load_vocabulary() -> Vocabulary:
    path = resources.files("tawatur") / "data" / "grammar" / "people.yaml"
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Vocabulary(**{name: frozenset(map(fold, forms)) for name, forms in lists.items()})
