"""Words within the name of a body that speaks, which tell of nothing beside: `نادي الأسير الفلسطيني`, `هيئة الأسرى`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.lexicon.match import Hit

_WITHIN = frozenset({"nation", "party", "effect", "act", "people", "head", "topic", "cue"})


def leave_body_names(hits: Sequence[Hit]) -> list[Hit]:
    """Hits without a nationality, a party, or a word for harm that is only part of a body's name of several words."""
    names = [
        (h.first, h.last)
        for h in hits
        if h.layer == "source" and h.form.entry.value == "body" and h.last - h.first > 1
    ]
    if not names:
        return list(hits)
    return [
        h
        for h in hits
        if h.layer not in _WITHIN
        or not any(
            first <= h.first and h.last <= last and h.last - h.first < last - first for first, last in names
        )
    ]
