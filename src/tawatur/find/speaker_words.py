"""The small words around those who speak (`data/grammar/speech.yaml`), folded."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tawatur.arabic.wordlists import Forms, Groups, open_lists, read_lists


class Vocabulary(NamedTuple):
    """The lists of `speech.yaml`, by their names there."""

    opens_speech: Forms
    that: Forms
    leads_to_speech: Forms
    wording: Forms
    just_as: Forms
    likewise: Forms
    seats: Forms
    charges: Forms
    charged_with: Forms
    not_said: Forms
    untold: Forms
    openings: Forms
    adverbs: Forms
    own_side: Forms
    tellings: Forms
    before_tellings: Forms
    meanwhile: Forms
    kept_to: Forms
    tolls: Forms
    was: Forms
    which: Forms
    which_noun: Forms
    what: Forms
    claimed: Forms
    own_deed: Forms
    of_it: Forms
    as_for: Forms
    declared: Forms
    recalled: Forms
    leads: Forms
    went_on: Forms
    by: Forms
    prepositions: Forms
    conjunctions: Forms
    pointing: Forms
    denied: Forms
    part_in: Forms
    any_at_all: Forms
    was_not: Forms
    is_not: Forms
    happen: Forms
    carry_out: Forms
    lack: Forms
    occurring: Forms
    there_is_no: Forms
    there: Forms
    not_as_told: Forms
    but_for: Forms
    at_all: Forms
    rumours: Forms
    untrue: Forms
    auxiliaries: Forms
    after_bodies: Forms
    in_names: Forms
    theirs: Forms
    ordinals: Forms
    no_names: Forms
    called: Forms
    by_name_of: Forms
    noun_to_side: Forms
    belonging: Forms
    speaking_for: Forms
    spokesmen: Groups
    text_to_author: Forms
    these: Forms
    counted: Forms
    honorifics: Forms
    staff: Forms
    same: Forms
    who_is: Forms
    one_with: Groups
    outlet_tails: Forms
    of_a_medium: Forms
    media_he: Forms
    on_air: Forms
    before_short_name: Forms
    of_news: Forms
    official: Forms
    state_media: Forms
    press: Forms
    press_names: Forms
    press_numbers: Forms


@cache
def load_vocabulary() -> Vocabulary:
    return read_lists(open_lists("speech"), Vocabulary)
