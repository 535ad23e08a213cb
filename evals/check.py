#!/usr/bin/env python3
"""Hold the project to its quality floors.

    python evals/check.py             exit 1 where a figure fell below its floor
    python evals/check.py --set       set the floors to what is measured now
    python evals/check.py --only examples
    python evals/check.py --errors 20

A set whose gold is not here is passed over, and said to be.
"""

from __future__ import annotations

import argparse
import sys

from floors import Floors, find_falls, find_rises, find_unsaid, load_floors, set_floors, write_floors
from sets import ROOT, SETS, Measurement, fingerprint_gold, measure

FLOORS = ROOT / "evals" / "floors.toml"
CHANGELOG = ROOT / "CHANGELOG.md"


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the project to its quality floors.")
    parser.add_argument("--set", action="store_true", help="set the floors to what is measured now")
    parser.add_argument("--only", choices=[chosen.name for chosen in SETS], help="measure this set alone")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list up to N errors on the examples"
    )
    asked = parser.parse_args()
    floors = load_floors(FLOORS)
    failed = False
    for chosen in SETS:
        if asked.only not in (None, chosen.name):
            continue
        if not chosen.is_here:
            print(f"{chosen.name}: not here, passed over")
            continue
        measured = measure(chosen)
        if asked.set:
            floors[chosen.name] = set_floors(
                floors.get(chosen.name), fingerprint_gold(chosen), measured.figures
            )
        failed |= not _hold(measured, floors.get(chosen.name))
        if asked.errors and chosen.name == "examples":
            print(*measured.scores.errors[: asked.errors], sep="\n")
    if asked.set:
        write_floors(FLOORS, floors)
        print(f"{FLOORS.relative_to(ROOT)} is written.")
    return int(failed)


def _hold(measured: Measurement, floors: Floors | None) -> bool:
    """Print one set's figures; whether it stands."""
    chosen, figures = measured.set, measured.figures
    print(f"{chosen.name}: {measured.scores.documents} reports, " + _line(figures))
    if floors is None:
        print(f"  has no floors: `python evals/check.py --set --only {chosen.name}`")
        return False
    falls = list(find_falls(floors, fingerprint_gold(chosen), figures))
    unsaid = list(find_unsaid(chosen.name, floors, _read_changelog()))
    for fall in falls:
        print(f"  {fall}")
    for line in unsaid:
        print(f"  CHANGELOG.md must say: {line}")
    for rise in [] if falls else find_rises(floors, figures):
        print(f"  may be held higher: {rise}")
    return not falls and not unsaid


def _line(figures: dict[str, float]) -> str:
    return ", ".join(f"{slot} {figure:.3f}" for slot, figure in figures.items())


def _read_changelog() -> str:
    return CHANGELOG.read_text(encoding="utf-8") if CHANGELOG.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
