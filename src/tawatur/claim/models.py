"""The learned decisions of reading claims, together."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.claim.model import Model, load_model


class Models(NamedTuple):
    gate: Model  # is the report about conflict
    group: Model  # do two triggers tell of one happening
    type: Model  # of which kind
    actor: Model  # did this party do it
    target: Model  # was it done to this party
    place: Model  # did it happen here
    date: Model  # did it happen then
    source: Model  # does this source say so
    harm: Model  # is this harm an effect of it
    who: Model  # were the harmed of this party
    again: Model  # which earlier draft does this one tell again, if any
    keep: Model  # is it a claim at all


def load_models() -> Models:
    return Models(*(load_model(name) for name in Models._fields))
