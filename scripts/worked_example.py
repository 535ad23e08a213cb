#!/usr/bin/env python3
"""Write the worked example of METHODOLOGY.md anew: the memo of one invented incident, as it is read now.

    python scripts/worked_example.py            write it
    python scripts/worked_example.py --check    exit 1 where METHODOLOGY.md has another

What stands around it there explains the rules and names no figure: read both again after a change.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tawatur.export.memo import write_memo
from tawatur.export.views import find_view, load_file_writer
from tawatur.run.build import build_case
from tawatur.run.case import Case, open_case

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "METHODOLOGY.md"
REPORTS = Path("examples") / "reports"
TOLD_BY = ("tuhayta-sumud.txt", "tuhayta-sumud-2.html", "taiz.jsonl", "marafi.jsonl", "ufuq.jsonl")
QUOTE = "استشهد ١٢ مواطنا من أسرة واحدة"  # of the account that the incident is found by
BEGIN, END = "<!-- written by scripts/worked_example.py -->\n", "<!-- end -->\n"
# Of each view, the columns that the rules explained here decide.
COLUMNS = {
    "acled": ("sub_event_type", "fatalities"),
    "ucdp": ("type_of_violence", "low", "best", "high", "deaths_civilians"),
    "airwars": (
        "civilian_harm_status_name",
        "civilian_non_combatants_killed_min",
        "civilian_non_combatants_killed_max",
        "belligerents_killed_max",
    ),
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Write the worked example of METHODOLOGY.md anew.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where it differs")
    asked = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    shown, after = rest.split(END)
    now = "".join(f"{line}\n" for line in write_example())
    if shown == now:
        return 0
    if asked.check:
        print(
            "The worked example of METHODOLOGY.md is not what is read now: run python scripts/worked_example.py."
        )
        return 1
    PAGE.write_text(f"{before}{BEGIN}{now}{END}{after}", encoding="utf-8")
    print("METHODOLOGY.md has the worked example as it is read now. Read the words around it again.")
    return 0


def write_example() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT):
        made = build_case(
            [REPORTS / name for name in TOLD_BY], Path(folder) / "case", home=Path(folder) / "home"
        )
        with open_case(made.case) as case:
            told = next(
                told for told in case.incidents() if any(QUOTE in case.quote(claim) for claim in told.claims)
            )
            yield "```"
            lines = list(write_memo(told, case.words, "en", case.neighbours(told)))
            while lines and not lines[-1]:
                lines.pop()
            yield from lines
            yield "```"
            yield ""
            yield "| view | column | value |"
            yield "|---|---|---|"
            for view, columns in COLUMNS.items():
                row = _find_row(case, view, told.incident.id)
                for column in columns:
                    yield f"| {view} | `{column}` | {row.get(column, '–')} |"


def _find_row(case: Case, view: str, incident: str) -> dict[str, str]:
    stream = io.BytesIO()
    load_file_writer(find_view(view), None)(case.store, stream)
    rows = csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline=""))
    return next((row for row in rows if incident in row.values()), {})


if __name__ == "__main__":
    sys.exit(main())
