#!/usr/bin/env python3
"""Write evals/report.md: quality by slot, by type of claim, by country, by outlet.

Outlets are named for the examples alone; of the other sets only figures are shown.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from sets import ROOT, SETS, EvalSet, Measurement, fingerprint_gold, measure, read_gold

from tawatur.score import score
from tawatur.score.documents import ClaimSlots
from tawatur.score.pairing import pair_claims
from tawatur.score.slots import SLOTS, count_agreeing, units

REPORT = ROOT / "evals" / "report.md"


class Group:
    """Claims of one kind: how many are found, and how many of their slots are right."""

    def __init__(self) -> None:
        self.gold = self.predicted = self.paired = self.kept = 0
        self.right = self.wanted = self.given = 0

    def row(self, name: str, *, of_gold: bool) -> str:
        recall = self.paired / self.gold if self.gold else 0.0
        slots = f"{2 * self.right / (self.wanted + self.given):.2f}" if self.wanted + self.given else "–"
        precision = f"{self.kept / self.predicted:.2f}" if self.predicted else "–"
        middle = "" if of_gold else f"{self.predicted} | {precision} | "
        return f"| {name} | {self.gold} | {middle}{recall:.2f} | {slots} |"


def main() -> int:
    parts = ["# Quality, measured\n", _intro()]
    for chosen in SETS:
        if chosen.is_here:
            parts += list(_report_set(measure(chosen)))
    REPORT.write_text("\n".join(parts).rstrip("\n") + "\n", encoding="utf-8")
    print(f"{REPORT.relative_to(ROOT)} is written.")
    return 0


def _intro() -> str:
    return (
        "Written by `python evals/report.py`. A claim is *found* where a predicted claim is paired with it; "
        "slots are scored over the pairs.\n`casualties` counts (kind, who, low, high) by report, whatever claim "
        "they stand on. The floors are in `floors.toml`.\n"
    )


def _report_set(measured: Measurement) -> Iterator[str]:
    chosen, scores = measured.set, measured.scores
    yield f"## {chosen.name}\n"
    low, high = scores.interval
    yield (
        f"{scores.documents} reports, {scores.figures['claims'].gold} gold claims, {scores.predicted} predicted; "
        f"gold {fingerprint_gold(chosen)}. F1 of all slots, 95 % over reports: {low:.3f} to {high:.3f}.\n"
    )
    yield "| slot | precision | recall | F1 | gold |\n|---|---:|---:|---:|---:|"
    for slot, row in scores.figures.items():
        yield f"| {slot} | {row.precision:.3f} | {row.recall:.3f} | {row.f1:.3f} | {row.gold:,} |"
    if scores.links:
        for name, (precision, recall, f1) in (
            ("pairs", scores.links.pairwise),
            ("B-cubed", scores.links.b_cubed),
        ):
            yield f"| incidents, {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {scores.links.claims:,} |"
    countries = _read_countries(chosen)
    yield _table("type of claim", _group(measured, lambda _, __, claim: claim.type))
    by_country = _group(measured, lambda key, at, _: countries[key, at], of_gold=True)
    yield _table("country", by_country, of_gold=True)
    if chosen.name == "examples":
        yield _report_outlets(measured)


def _group(
    measured: Measurement, name: Callable[[str, int, ClaimSlots], str], *, of_gold: bool = False
) -> dict[str, Group]:
    """Claims by a name. `of_gold`: the name is known of gold claims alone, so there is no precision."""
    groups: dict[str, Group] = defaultdict(Group)
    for key, document in measured.gold.items():
        wanted = document.claims or ()
        found = (measured.predicted[key].claims or ()) if key in measured.predicted else ()
        for at, claim in enumerate(wanted):
            groups[name(key, at, claim)].gold += 1
        for at, by in pair_claims(document.text, wanted, found):
            group = groups[name(key, at, wanted[at])]
            group.paired += 1
            if not of_gold:
                groups[name(key, by, found[by])].kept += 1  # precision is over the name that was predicted
            for slot in SLOTS:
                group.right += count_agreeing(wanted[at], found[by], slot)
                group.wanted += units(wanted[at], slot).total()
                group.given += units(found[by], slot).total()
        if not of_gold:
            for at, claim in enumerate(found):
                groups[name(key, at, claim)].predicted += 1
    return groups


def _table(name: str, groups: dict[str, Group], *, of_gold: bool = False) -> str:
    rows = sorted(groups.items(), key=lambda item: (-item[1].gold, item[0]))
    middle = "" if of_gold else " predicted | precision |"
    head = f"\n| {name} | gold |{middle} recall | slots F1 of those found |\n|---|---:|{'---:|' * (2 if middle else 0)}---:|---:|"
    return "\n".join([head, *(group.row(key, of_gold=of_gold) for key, group in rows)])


def _read_countries(chosen: EvalSet) -> dict[tuple[str, int], str]:
    def country(claim: dict[str, Any]) -> str:
        return (claim["place"] or {}).get("country") or "no place"

    return {
        (document["id"], at): country(claim)
        for document in read_gold(chosen)
        for at, claim in enumerate(document["claims"])
    }


def _report_outlets(measured: Measurement) -> str:
    outlets: dict[str, list[str]] = defaultdict(list)
    for document in read_gold(measured.set):
        outlets[document["outlet"]].append(document["id"])
    lines = ["\n| outlet | reports | claims F1 | casualties F1 | slots F1 |\n|---|---:|---:|---:|---:|"]
    for outlet, keys in sorted(outlets.items()):
        scores = score(
            {key: measured.gold[key] for key in keys},
            {key: measured.predicted[key] for key in keys if key in measured.predicted},
        )
        shown = [
            f"{scores.figures[slot].f1:.2f}" if slot in scores.figures else "–"
            for slot in ("claims", "casualties", "slots")
        ]
        lines.append(f"| {outlet} | {len(keys)} | {' | '.join(shown)} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main())
