"""The small words around people and the harm done to them (`data/grammar/people.yaml`), folded."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tawatur.arabic.wordlists import Forms, open_lists, read_lists


class Vocabulary(NamedTuple):
    """The lists of `people.yaml`, by their names there."""

    number_to_noun: Forms
    foremost: Forms
    noun_to_party: Forms
    noun_to_noun: Forms
    besides: Forms
    besides_to: Forms
    prepositions: Forms
    after_harm: Forms
    partitive: Forms
    one_of: Forms
    two: Forms
    some: Forms
    among_them: Forms
    one_of_them: Forms
    of_them: Forms
    they_are: Forms
    own_behind: Forms
    both_sides: Forms
    both_of_them: Forms
    between: Forms
    all_of_them: Forms
    how_many: Forms
    to_loot: Forms
    fled_from: Forms
    holding: Forms
    in_number: Forms
    fall: Forms
    after_bare_number: Forms
    tallies: Forms
    one_attack: Forms
    many_acts: Forms
    shared_out: Forms
    vague: Forms
    relatives: Forms
    particles: Forms
    meet: Forms
    befall: Forms
    or_particle: Forms
    family: Forms
    arrive: Forms
    death: Forms
    no_names: Forms
    lone_words: Forms
    no_heads: Forms
    attacks: Forms
    clause: Forms
    being: Forms
    illness: Forms
    disasters: Forms
    not_by_disasters: Forms
    weathers: Forms
    causes: Forms
    collapses: Forms
    collapsed: Forms
    fates: Forms
    unknown_fate: Forms
    mostly: Forms
    made_up_of: Forms
    freed_behind: Forms
    wounds: Forms
    captives: Forms
    grips: Forms
    well_hit: Forms
    sure_hit: Forms
    achieve: Forms
    among_hit: Forms
    courts: Forms
    freed: Forms
    not_verb: Forms
    without: Forms
    whether: Forms
    asked: Forms
    not_told: Forms
    of_news: Forms
    not_further: Forms
    preventing: Forms
    by_means: Forms
    undertake: Forms
    before_names: Forms
    names_of: Forms
    tried: Forms
    attempts: Forms
    refusals: Forms
    carriers: Forms
    of_rank: Forms
    reaching: Forms
    gunmen: Forms
    tellers: Forms


@cache
def load_vocabulary() -> Vocabulary:
    return read_lists(open_lists("people"), Vocabulary)
