"""The table of weights: what each level of each agreement is worth, in points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from tawatur.errors import LexiconError
from tawatur.link.agreement import Level

# What is compared, and the levels that can come of it beside `apart`.
_LEVELS = {
    aspect: frozenset(map(Level, levels.split()))
    for aspect, levels in {
        "day": "same alike near within unknown",
        "place": "same alike near within unknown unlike",
        "kind": "same near unlike",
        "parties": "same alike unknown unlike opposed",
        "people": "same unknown unlike",
        "counts": "same alike near unknown unlike far",
        "words": "same alike near unknown unlike",
        "turn": "alike unknown unlike",
        "company": "same unknown",
        "voice": "near alike unknown within unlike",
    }.items()
}
ASPECTS = tuple(_LEVELS)
_SINGLE = ("start", "propose")
_COLUMNS = ("aspect", "level", "points", "opinion")


@dataclass(frozen=True)
class Weights:
    """Points by aspect and level; a pair of claims starts with `start` and joins from 0 up."""

    points: dict[str, dict[Level, float]]
    start: float
    propose: float  # from here to 0, a pair is shown to a reviewer and not joined

    def most_of(self, aspects: tuple[str, ...]) -> float:
        """The most that these can add."""
        if aspects not in self._most:
            self._most[aspects] = sum(max(self.points[aspect].values()) for aspect in aspects)
        return self._most[aspects]

    @cached_property
    def _most(self) -> dict[tuple[str, ...], float]:
        return {}


TABLE = files("tawatur") / "data" / "weights" / "link.tsv"


@cache
def load_weights(column: str = "points") -> Weights:
    """The table that ships; of its columns, what was learned, or the opinions that it was learned from."""
    at = _COLUMNS.index(column)
    points: dict[str, dict[Level, float]] = {aspect: {} for aspect in ASPECTS}
    single: dict[str, float] = {}
    for n, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith(("#", "aspect\t")):
            continue
        row = [*line.split("\t"), "", "", ""]
        aspect, level, worth = row[0], row[1], row[at]
        if aspect not in (*ASPECTS, *_SINGLE):
            raise LexiconError(
                f"link.tsv:{n}: {aspect!r} is no agreement.\n  There are: {', '.join(ASPECTS)}."
            )
        try:
            if aspect in _SINGLE:
                single[aspect] = float(worth)
            else:
                points[aspect][Level(level)] = float(worth)
        except ValueError as error:
            raise LexiconError(f"link.tsv:{n}: {error}.\n  Columns are: {', '.join(_COLUMNS)}.") from None
    missing = [
        f"{aspect} {level.value}"
        for aspect, levels in _LEVELS.items()
        for level in sorted(levels - points[aspect].keys())
    ] + [name for name in _SINGLE if name not in single]
    if missing:
        raise LexiconError(
            f"link.tsv has no row for: {', '.join(missing)}.\n  Give each its points, 0 for none."
        )
    return Weights(points, single["start"], single["propose"])
