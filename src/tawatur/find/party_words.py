"""The small words around the names of parties (`data/grammar/parties.yaml`), folded."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tawatur.arabic.wordlists import Forms, open_lists, read_lists


class Vocabulary(NamedTuple):
    """The lists of `parties.yaml`, by their names there."""

    authorities: Forms
    armies: Forms
    persons: Forms
    of_arms: Forms
    supposed: Forms
    supposed_that: Forms
    governors: Forms
    groups: Forms
    begins: Forms
    fathers: Forms
    units: Forms
    arms: Forms
    masculine: Forms
    doing: Forms
    over_doing: Forms
    given_up_to: Forms
    of_attack: Forms
    which: Forms
    own: Forms
    own_arms: Forms
    of_own_arms: Forms
    own_lands: Forms
    that: Forms
    our_fighters: Forms
    deeds: Forms
    before_deeds: Forms
    our_army: Forms
    hostile: Forms
    between: Forms
    agreed: Forms
    helping: Forms
    claiming: Forms
    in_the_name_of: Forms
    with_fire: Forms
    named_places: Forms
    common_bodies: Forms
    common_councils: Forms
    of_councils: Forms
    of_institutions: Forms
    affiliated: Forms
    owned: Forms
    ties: Forms
    that_is: Forms
    following: Forms
    backed: Forms
    close_to: Forms
    loose_fighters: Forms
    beside: Forms
    common_fighters: Forms
    to_them: Forms
    leading: Forms
    was: Forms
    lying_in: Forms
    men_as_objects: Forms
    grounds: Forms
    two_sides: Forms
    positions: Forms
    sides: Forms
    on_sides: Forms
    of_a_line: Forms
    of_government: Forms
    condemning: Forms
    calling: Forms
    stopping: Forms
    evidence: Forms
    managing: Forms
    performing: Forms
    charges: Forms
    befallen: Forms
    peacekeepers: Forms
    serving: Forms
    of_the_flag: Forms
    resulting: Forms
    directions: Forms
    foiling: Forms
    foiling_near: Forms
    forestalled: Forms
    under_control: Forms
    worn: Forms
    sitting: Forms
    sitting_there: Forms
    seats_of_forces: Forms
    falling: Forms
    done_by: Forms
    soldiers: Forms


@cache
def load_vocabulary() -> Vocabulary:
    return read_lists(open_lists("parties"), Vocabulary)
