"""Who tells of deeds one by one: `أعلن المتحدث تنفيذ ثلاث عمليات. الأولى استهدفت سفينة. والثانية استهدفت قاعدة`.

A sentence that begins with the first or the next of them goes on with who announced them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.arabic.ordinals import ordinal_word
from tawatur.find.another import counts_deeds, is_deed_counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.attribution import Attribution
    from tawatur.segment.words import Words

_CARRIED = frozenset({"says", "continues", "colon"})


def with_enumerated(sources: list[Attribution], words: Words) -> list[Attribution]:
    """Attributions with those of the sentences that tell the deeds, in order of their verb."""
    told = {words.sentence_of[s.verb]: s for s in sources if s.by in _CARRIED}
    speaks = {words.sentence_of[s.verb] for s in sources}
    added = []
    for n in range(1, len(words.sentences)):
        begin, end = words.sentences[n]
        before = told.get(n - 1)
        if before is None or n in speaks or numbered_at(words.forms, begin) is None:
            continue
        _, last = words.sentences[n - 1]
        if before.by != "enumerated" and not any(map(counts_deeds, words.forms[before.said_at : last])):
            continue
        told[n] = replace(
            before, by="enumerated", reach_first=begin, reach_last=end, verb=begin, said_at=begin, first=begin,
            last=begin + 1, way="back", why=f"{words.shown(begin, begin + 1)} goes on with the deeds announced before",
        )  # fmt: skip
        added.append(replace(told[n], by="continues"))
    return sorted([*sources, *added], key=lambda s: s.verb) if added else sources


def numbered_at(forms: Sequence[str], at: int) -> int | None:
    """Behind what says at a word which of several deeds is told (`الأولى`, `والعملية الثانية`); None where nothing does."""
    if at < len(forms) and is_deed_counted(forms[at]):
        at += 1
    ordinal = ordinal_word(forms[at]) if at < len(forms) else None
    return at + 1 if ordinal is not None and ordinal[1] else None
