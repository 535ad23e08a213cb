"""An incident as a short memo.

What, where and when; its grade and why; the figures; what is disputed; who says what in which words; why
these claims are one incident; and what stands beside it. Claims are numbered in the order in which they were printed; every other
part points at them by number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from tawatur.export.labels import label
from tawatur.export.memo_beside import write_copies, write_joined, write_maybes, write_totals
from tawatur.export.memo_findings import write_disputes, write_figures, write_opening
from tawatur.export.memo_lines import say_happening, wrap, write_section
from tawatur.export.memo_voices import say_source, write_rejected, write_voices
from tawatur.export.neighbours import Neighbours
from tawatur.export.ontology import Lang
from tawatur.export.passages import Words
from tawatur.export.reasons import say_reasons
from tawatur.export.sentences import sentence_of_claim
from tawatur.export.told import Told
from tawatur.records import Claim, Document, Summed

_ALONE = Neighbours()


def write_memo(
    told: Told, find_words: Callable[[Claim], Words], lang: Lang, neighbours: Neighbours = _ALONE
) -> Iterator[str]:
    claims = sorted(told.claims, key=lambda claim: _printed(told.documents[claim.document]))
    numbers = {claim.id: n for n, claim in enumerate(claims, 1)}
    words = {claim.id: find_words(claim) for claim in claims}
    for part in (
        write_opening(told, lang),
        write_figures(told, lang),
        write_disputes(told, numbers, words, lang),
        write_voices(told, claims, numbers, words, lang),
        write_rejected(told, find_words, lang),
        write_joined(told, numbers, lang),
        write_copies(told, numbers, neighbours.copies, lang),
        write_totals(neighbours.totals, lang),
        write_maybes(neighbours.maybes, lang),
    ):
        lines = list(part)
        if lines:
            yield from lines
            yield ""


def write_total(
    total: Claim, document: Document, words: Words, within: Sequence[tuple[Summed, Told]], lang: Lang
) -> Iterator[str]:
    """A casualty total over a period, which stands in no incident, with the incidents within it."""
    yield f"{label('types', total.type.value, lang)} {total.id}"
    yield from wrap(sentence_of_claim(total, document=document, lang=lang), "")
    yield from wrap(words.marked, "   ")
    yield f"   {say_source(total, document, lang)}"
    lines = (
        f"{told.incident.id}: {say_happening(told, lang)}: {say_reasons(summed.why, lang)}."
        for summed, told in within
    )
    yield from write_section("sums", lines, lang)


def _printed(document: Document) -> dt.date:
    return document.published or dt.date.max
