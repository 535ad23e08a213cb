"""The end of a memo: why these claims are one incident, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tawatur.export.labels import heading
from tawatur.export.memo_lines import say_happening, say_print, wrap, write_section
from tawatur.export.neighbours import Maybe, Taken, Total
from tawatur.export.ontology import Lang
from tawatur.export.reasons import say_reasons
from tawatur.export.sentences import sentence_of_claim
from tawatur.export.told import Told
from tawatur.export.voiced import (
    phrase,
)


def write_joined(told: Told, numbers: Mapping[str, int], lang: Lang) -> Iterator[str]:
    incident = told.incident
    if incident.reasons:
        yield phrase("why_one", lang)
        for joined in incident.reasons:
            left, right = (numbers.get(key, key) for key in (joined.left, joined.right))
            yield from wrap(f"{left} + {right}: {say_reasons(joined.why, lang)}", "   ")
    elif len(told.claims) == 1:
        yield phrase("one_claim", lang)


def write_copies(
    told: Told, numbers: Mapping[str, int], copies: Iterable[Taken], lang: Lang
) -> Iterator[str]:
    """Claims in words that were taken over; then copies of a whole report that tell of it in no claim."""
    lines = [
        phrase(
            "taken_over",
            lang,
            copy=numbers[copied.claim],
            original=numbers[copied.of],
            why=say_reasons(copied.why, lang),
        )
        for copied in sorted(told.incident.copies, key=lambda copied: numbers.get(copied.claim, 0))
        if copied.claim in numbers and copied.of in numbers
    ]
    lines += [
        phrase(
            "copy_of",
            lang,
            copy=f"{say_print(taken.copy)} ({taken.copy.id})",
            original=f"{say_print(taken.original)} ({taken.original.id})",
            why=say_reasons(taken.copy_of.why, lang),
        )
        for taken in copies
        if not {taken.copy.id, taken.original.id} <= told.documents.keys()
    ]
    yield from write_section("copies", lines, lang)


def write_totals(totals: Iterable[Total], lang: Lang) -> Iterator[str]:
    lines = (
        phrase(
            "total",
            lang,
            toll=sentence_of_claim(total.claim, document=total.document, lang=lang),
            where=f"{say_print(total.document)}, {heading('claim', lang)} {total.claim.id}",
            why=say_reasons(total.summed.why, lang),
        )
        for total in totals
    )
    yield from write_section("totals", lines, lang)


def write_maybes(maybes: Iterable[Maybe], lang: Lang) -> Iterator[str]:
    lines = (
        phrase(
            "maybe",
            lang,
            incident=maybe.other.incident.id,
            what=say_happening(maybe.other, lang),
            why=say_reasons(maybe.proposed.why, lang),
            not_joined=phrase("not_joined", lang),
            against=say_reasons(maybe.proposed.against, lang),
        )
        for maybe in maybes
    )
    yield from write_section("maybes", lines, lang)
