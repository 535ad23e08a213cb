"""A text with the words that say something set off in it. Marks may overlap; runs of the text do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from tawatur.records import Claim, Span


class Mark(NamedTuple):
    """Words that say something: a claim as a whole, or one of its slots."""

    span: Span
    slot: str  # "claim", "actors", "place", "killed", …
    claim: str


class Run(msgspec.Struct, frozen=True):
    """Words under the same marks."""

    text: str
    slots: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()  # claims whose words begin here


def marks_of(claim: Claim) -> Iterable[Mark]:
    """A claim's quote, and the words of each of its slots."""
    yield Mark(claim.quote, "claim", claim.id)
    yield Mark(claim.type.span, "type", claim.id)
    for said in claim.actors:
        yield Mark(said.span, "actors", claim.id)
    for said in claim.targets:
        yield Mark(said.span, "targets", claim.id)
    if claim.place:
        yield Mark(claim.place.span, "place", claim.id)
    if claim.date:
        yield Mark(claim.date.span, "date", claim.id)
    if claim.source:
        yield Mark(claim.source.span, "source", claim.id)
    for effect in claim.effects:
        yield Mark(effect.span, "effects", claim.id)


def build_runs(shown: str, marks: Sequence[Mark], within: Span | None = None) -> tuple[Run, ...]:
    """The text, or a part of it, cut wherever a mark begins or ends.

    >>> runs = build_runs("abcd", [Mark(Span(1, 3), "claim", "x")])
    >>> [(run.text, run.slots, run.begins) for run in runs]
    [('a', (), ()), ('bc', ('claim',), ('x',)), ('d', (), ())]
    """
    whole = within or Span(0, len(shown))
    here = [mark for mark in marks if mark.span.meets(whole)]
    cuts = sorted(
        {whole.start, whole.end}
        | {
            edge
            for mark in here
            for edge in (mark.span.start, mark.span.end)
            if whole.start < edge < whole.end
        }
    )
    runs = []
    for start, end in pairwise(cuts):
        over = [mark for mark in here if mark.span.start <= start and mark.span.end >= end]
        runs.append(
            Run(
                shown[start:end],
                tuple(sorted({mark.slot for mark in over})),
                tuple(sorted({mark.claim for mark in over if mark.slot == "claim"})),
                tuple(
                    sorted({mark.claim for mark in over if mark.slot == "claim" and mark.span.start == start})
                ),
            )
        )
    return tuple(runs)


def paragraph_around(shown: str, span: Span) -> Span:
    """The paragraph or paragraphs in which some words stand."""
    end = shown.find("\n", span.end)
    return Span(shown.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(shown))
