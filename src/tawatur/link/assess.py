"""Draw up what the claims of an incident come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur.link.contradictions import find_contradictions
from tawatur.link.figures import build_figures
from tawatur.link.grade import count_independent, find_grade
from tawatur.link.sides import Sides
from tawatur.link.testimony import Testimony
from tawatur.link.voices import find_voices
from tawatur.records import Assessment, Copied


def assess(testimonies: Sequence[Testimony], sides: Sides, copies: Iterable[Copied] = ()) -> Assessment:
    """It depends on nothing but these, and not on their order."""
    voices = find_voices(testimonies, copies, sides)
    contradictions = find_contradictions(voices, sides)
    return Assessment(
        voices=tuple(heard.voice for heard in voices),
        contradictions=tuple(contradictions),
        figures=tuple(build_figures(voices, sides)),
        grade=find_grade(voices, contradictions, sides),
        independent=count_independent(voices),
    )
