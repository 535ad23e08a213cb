"""Which judgements stand: an undoing is itself a judgement, and can be undone."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.records import Judgement


def sort_judgements(judgements: Iterable[Judgement]) -> list[Judgement]:
    """In the order in which they hold: that of their making, whatever order they came in."""
    return sorted(judgements, key=lambda judgement: (judgement.when, judgement.id))


def find_undone(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The identifiers of those that do not stand.

    What undoes is later than what it undoes, so that the last is settled first. An undoing that claims to be
    earlier than what it undoes could not have been made, and undoes nothing.
    """
    undone: set[str] = set()
    undoings: dict[str, list[Judgement]] = {}
    for judgement in reversed(sort_judgements(judgements)):
        if any(undoing.id not in undone for undoing in undoings.get(judgement.id, ())):
            undone.add(judgement.id)
        if judgement.field == "undo":
            undoings.setdefault(judgement.about, []).append(judgement)
    return frozenset(undone)


def find_standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that stand and say something, in the order in which they hold."""
    listed = list(judgements)
    undone = find_undone(listed)
    return [one for one in sort_judgements(listed) if one.id not in undone and one.field != "undo"]
