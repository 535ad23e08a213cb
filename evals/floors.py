"""Floors: the figures that quality may not fall below, and how they may be moved.

`floors.toml` keeps for each set the fingerprint of its gold and, for each slot, what was
`measured` when the floor was last set and the `best` that ever was. Raising needs nothing. A
figure set below its best, and gold that was changed, each need a line in the changelog:

    Results: examples claims 0.812 -> 0.790, because …
    Results: examples gold 1f2e3d4c5b6a7988, because …
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SLACK = 0.005  # below what was measured: room for a change that trades one report for another
_HEAD = """\
# What quality may not fall below (F1 by slot, 0 to 1). Written by `python evals/check.py --set`;
# `evals/floors.py` says how a figure may be lowered. {slack} below `measured` is the floor.
"""


@dataclass(frozen=True, slots=True)
class Floor:
    """A figure as it was when it was set, and the best that it ever was."""

    measured: float
    best: float


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one set, and the gold that they were measured on."""

    gold: str
    slots: dict[str, Floor]


def load_floors(path: Path) -> dict[str, Floors]:
    if not path.exists():
        return {}
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: Floors(table["gold"], {slot: Floor(*pair) for slot, pair in table["measured_and_best"].items()})
        for name, table in read.items()
    }


def write_floors(path: Path, floors: Mapping[str, Floors]) -> None:
    lines = [_HEAD.format(slack=SLACK)]
    for name, of_set in floors.items():
        lines += [f"[{name}]", f'gold = "{of_set.gold}"', "", f"[{name}.measured_and_best]"]
        lines += [
            f"{slot} = [{floor.measured:.3f}, {floor.best:.3f}]" for slot, floor in of_set.slots.items()
        ]
        lines.append("")
    path.write_text("\n".join(lines).rstrip("\n") + "\n", encoding="utf-8")


def set_floors(before: Floors | None, gold: str, figures: Mapping[str, float]) -> Floors:
    """New floors from new figures. The best stands while the gold does."""
    known = before.slots if before and before.gold == gold else {}
    slots = {}
    for slot, figure in figures.items():
        measured = _cut(figure)
        slots[slot] = Floor(measured, max(measured, known[slot].best if slot in known else 0.0))
    return Floors(gold, slots)


def find_falls(floors: Floors, gold: str, figures: Mapping[str, float]) -> Iterator[str]:
    """Why the figures do not stand on the floors."""
    if floors.gold != gold:
        yield f"the gold is {gold}, and the floors were measured on {floors.gold}: set them anew"
        return
    for slot, floor in floors.slots.items():
        if slot not in figures:
            yield f"{slot} is not measured any more, and has a floor of {floor.measured:.3f}"
        elif _cut(figures[slot]) < floor.measured - SLACK:
            yield f"{slot} fell to {figures[slot]:.3f} from {floor.measured:.3f}"


def find_rises(floors: Floors, figures: Mapping[str, float]) -> Iterator[str]:
    """Figures that have risen past their floors far enough to be held there."""
    for slot, figure in figures.items():
        floor = floors.slots.get(slot)
        if floor is None or _cut(figure) > floor.measured + SLACK:
            yield f"{slot} {figure:.3f}" + (f" (was {floor.measured:.3f})" if floor else " (no floor yet)")


def find_unsaid(name: str, floors: Floors, changelog: str) -> Iterator[str]:
    """Lines that the changelog must have for these floors and has not."""
    said = [line.strip(" *-") for line in changelog.splitlines() if "Results:" in line]
    if not any(line.startswith(f"Results: {name} gold {floors.gold}") for line in said):
        yield f"Results: {name} gold {floors.gold}, because …"
    for slot, floor in floors.slots.items():
        wanted = f"Results: {name} {slot} {floor.best:.3f} -> {floor.measured:.3f}"
        if floor.measured < floor.best and not any(line.startswith(wanted) for line in said):
            yield f"{wanted}, because …"


def _cut(figure: float) -> float:
    """Three places, cut and not rounded, so that a floor never lies above what was measured."""
    return int(figure * 1000 + 1e-9) / 1000
