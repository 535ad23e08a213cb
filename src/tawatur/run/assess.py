"""Draw up the assessment of incidents, from the claims and words that the case holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from tawatur.link.assess import assess
from tawatur.link.sides import Sides
from tawatur.link.testimony import Testimony
from tawatur.records import Incident
from tawatur.store import SqliteStore


def draw_up(store: SqliteStore, incidents: Iterable[Incident], sides: Sides) -> Iterator[Incident]:
    """The same incidents, each with what its claims come to."""
    for incident in incidents:
        told = [Testimony.of(*found) for key in incident.claims if (found := store.testimony(key))]
        yield msgspec.structs.replace(incident, assessment=assess(told, sides, incident.copies))
