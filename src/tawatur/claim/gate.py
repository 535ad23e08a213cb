"""Whether a report tells of conflict at all: asked before it is read, of its words alone.

A match report attacks and a market crashes in the words of war; what tells them apart is how much of a
report's language is of war and how much of sport, money, machines or films. A report that is let through
in error costs time and may yet be found to hold no claim; one that is held back is lost, so the gate is
set to let nearly every report with a claim through.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tawatur.claim.model import Buckets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_MARTIAL_PEOPLE = frozenset({"fighters", "security"})
_OPEN = frozenset(
    {"counting", "by_with"}
)  # words of harm only beside people so put: by themselves they say nothing
_PER = 1000  # words
_DENSITY = Buckets(0, 1, 4, 8, 16, 32, 64)  # hits in a thousand words
_COUNT = Buckets(0, 1, 2, 3, 5, 9, 16)
_LENGTHS = Buckets(0, 30, 80, 200, 500, 1000)  # words of a report


def has_trigger(hits: Sequence[Hit]) -> bool:
    """Whether any word tells of an act or of harm; without one there is nothing to read."""
    return any(hit.layer in {"act", "effect"} for hit in hits)


def gate_features(hits: Sequence[Hit], words: Words) -> list[str]:
    counts: Counter[str] = Counter()
    title_end = _title_end(words)
    title: set[str] = set()
    seen: set[str] = set()
    for hit in hits:
        name = _class(hit)
        if not name:
            continue
        counts[name] += 1
        if hit.first < title_end:
            title.add(name)
        if hit.layer in {"act", "effect"}:
            seen.add(hit.form.entry.id)
    total = max(len(words), 1)
    features = [f"has:{name}" for name in seen]
    features += (f"title:{name}" for name in title)
    for name in _CLASSES:
        count = counts[name]
        features.append(f"{name}:{_COUNT[count]}")
        features.append(f"{name} in {_PER}:{_DENSITY[count * _PER // total]}")
    war = counts["act"] + counts["harm"] + counts["weapon"] + counts["party"] + counts["fighter"]
    peace = sum(counts[name] for name in _TOPICS)
    features.append(f"share of war:{10 * war // max(war + peace, 1)}")
    features.append(f"length:{_LENGTHS[total]}")
    return features


_TOPICS = ("sport", "economy", "technology", "science", "arts", "accident", "crime", "politics")
_CLASSES = (*_TOPICS, "act", "weak", "harm", "weapon", "party", "fighter", "civilian", "military")

_MILITARY = frozenset({"military", "vehicle"})


def _class(hit: Hit) -> str:
    entry = hit.form.entry
    layer = hit.layer
    if layer == "topic":
        return entry.value
    if layer == "act":
        return "weak" if entry.traits & {"weak", "anaphor"} else "act"
    if layer == "effect":
        return "" if entry.traits & _OPEN else "harm"
    if layer in {"weapon", "party"}:
        return layer
    if layer == "people":
        return (
            "fighter" if entry.value in _MARTIAL_PEOPLE else "civilian" if entry.value == "civilians" else ""
        )
    return "military" if layer == "object" and entry.value in _MILITARY else ""


def _title_end(words: Words) -> int:
    for i in range(1, min(len(words), 26)):
        if "\n" in words.gaps[i]:
            return i
    return 0
