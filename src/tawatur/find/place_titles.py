"""Tell a title in a place's name from a person: `الشيخ مقصود`, `الشيخ رضوان`, `الشيخ زويد`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tawatur.lexicon.match import Hit

_PERSONAL = frozenset({"people", "source"})


def leave_place_titles(hits: Sequence[Hit], places: Iterable[tuple[int, int]]) -> Sequence[Hit]:
    """Without the titles inside a longer place name, unless a word for harm stands right before: `اغتيال الشيخ سعيد`.

    `places` are the words from which on, and up to which, a text names places.
    """
    names = [(first, last) for first, last in places if last - first > 1]
    if not names:
        return hits
    opening = {at for first, last in names for at in range(first, last - 1)}
    harm_ends = {h.last for h in hits if h.layer == "effect"}
    return [
        h
        for h in hits
        if not (
            h.layer in _PERSONAL
            and h.form.number == "one"
            and h.first in opening
            and h.first not in harm_ends
        )
    ]
