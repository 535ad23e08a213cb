"""Speed of the desk over many incidents.

    python benchmarks/desk.py              50,000 incidents: some ten minutes, most of them to make the case
    python benchmarks/desk.py CASE         a case of your own

Claims are generated (`claims.py`), seeded, put into invented reports, and linked and assessed as a run does it. The
made case is kept under the system's temporary folder for the next time. Pages are asked for in one process, without a network.
Times are the processor's, since others may be at work on the machine. Before each asking the desk forgets the views that
it remembers, as it does when somebody judges.
Targets on two cores: a first view in less than 1 s, a filter in less than 300 ms.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import random
import statistics
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path

import msgspec
from claims import generate_tellings
from fastapi.testclient import TestClient

from tawatur.link import load_weights
from tawatur.link.incidents import MemoryLedger
from tawatur.link.linking import link
from tawatur.link.sides import load_sides
from tawatur.records import Claim, Document, Piece, PublishedFrom, Span, Text
from tawatur.run.assess import draw_up
from tawatur.run.desk import open_desk
from tawatur.run.keys import search_body
from tawatur.serve.app import create_app
from tawatur.serve.desk import Desk
from tawatur.store import GrowingSqliteStore, build_rows
from tawatur.store.connect import VERSION

CLAIMS = 165_000  # make some 50,000 incidents
FIRST_VIEW, FILTER = 1.0, 0.3  # seconds
TIMES = 5
_START = dt.date(2012, 1, 1)
_OUTLETS = [f"وكالة {n}" for n in range(120)]
_FILLER = "قالت المصادر إن الوضع في المنطقة ما زال متوترا وإن السكان ينتظرون وصول المساعدات منذ أيام"

ASKED = {
    "everything": "",
    "a kind": "kind=airstrike",
    "two kinds and a party": "kind=airstrike&kind=shelling&party=russia",
    "days": "from=2012-06-01&to=2012-08-31",
    "a box": "bbox=36,33,38,35",
    "a grade, disputed": "grade=fair&contested=killed",
    "an outlet": "publisher=%D9%88%D9%83%D8%A7%D9%84%D8%A9+7",
    "a common word": "q=%D8%A7%D9%84%D9%85%D9%86%D8%B7%D9%82%D8%A9",
    "a town": "q=%D8%A8%D9%84%D8%AF%D8%A9+17",
    "another order": "sort=disputed",
    "a far page": "page=900",
}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("case", nargs="?", type=Path, metavar="CASE", help="a case of your own")
    case = parser.parse_args().case or _find_case()
    began = time.process_time()
    desk = open_desk(case)
    opened = time.process_time() - began
    size = desk.index.size
    print(f"{size:,} incidents; laid out and opened in {opened:.1f} s", end="; ")
    began = time.process_time()
    desk = open_desk(case)
    print(f"opened again in {time.process_time() - began:.1f} s")
    reader = TestClient(create_app(desk), base_url="http://127.0.0.1")
    first = _measure(reader, "/incidents?lang=en", desk, times=1)
    print(f"{'first view':<26}{first * 1000:8.0f} ms")
    slowest = 0.0
    print(f"{'':<26}{'list':>8}{'json':>8}{'map':>8}{'timeline':>10}  ms, the median of {TIMES}")
    for name, asked in ASKED.items():
        parts = (
            "/incidents/list?",
            "/incidents.json?",
            "/incidents/map.json?zoom=6&",
            "/incidents/timeline.json?",
        )
        took = [_measure(reader, part + asked, desk) for part in parts]
        slowest = max(slowest, *took)
        print(
            f"{name:<26}"
            + "".join(f"{seconds * 1000:8.0f}" for seconds in took[:3])
            + f"{took[3] * 1000:10.0f}"
        )
    row = desk.index.rows[size // 2]
    print(f"{'an incident':<26}{_measure(reader, f'/incidents/{row.id}', desk) * 1000:8.0f}")
    return 0 if first < FIRST_VIEW and slowest < FILTER else 1


def _measure(reader: TestClient, address: str, desk: Desk, times: int = TIMES) -> float:
    took = []
    for _ in range(times):
        desk.index = desk.index.with_rows({})
        began = time.process_time()
        answer = reader.get(address)
        took.append(time.process_time() - began)
        assert answer.status_code == 200, (address, answer.status_code)
    return statistics.median(took)


def _find_case() -> Path:
    case = Path(tempfile.gettempdir()) / f"tawatur-desk-{CLAIMS}-{VERSION}.case"
    if not (case / "made").is_file():
        make_case(case, CLAIMS)
        (case / "made").touch()
    return case


def make_case(case: Path, number: int) -> None:
    """A case of so many claims, read by nobody."""
    tellings = list(generate_tellings(number))
    ledger = MemoryLedger(tellings)
    incidents = link(ledger.tellings, (), ledger, load_weights()).incidents
    print(f"{number:,} claims linked to {len(incidents):,} incidents", flush=True)
    with GrowingSqliteStore(case) as store:
        for _, told in groupby(tellings, key=lambda telling: telling.claim.document):
            document, text, claims = _write_report(list(told))
            store.add(
                build_rows(
                    document,
                    len(text.shown),
                    document,
                    text,
                    claims,
                    search=search_body(text.shown),
                    clean_key="",
                    claims_key="",
                )
            )
        store.commit()
        store.agree(draw_up(store, incidents, load_sides(None)))
        store.note({"finished": "made", "linked": "made"})
        store.commit()


def _write_report(told: list) -> tuple[Document, Text, list[Claim]]:
    """A report that says each claim's words in a paragraph of its own."""
    id_ = told[0].claim.document
    chance = random.Random(id_)
    shown = f"خبر {id_}\n"
    claims = []
    for telling in told:
        start = len(shown)
        place = telling.claim.place
        shown += f"{telling.quote} في {place.value.name if place else 'المنطقة'} {telling.id}"
        quote = Span(start, len(shown))
        claims.append(msgspec.structs.replace(telling.claim, quote=quote))
        shown += "".join(f" {word}" for word in chance.choices(_FILLER.split(), k=30)) + "\n"
    days = [claim.date.value.last for claim in claims if claim.date]
    document = Document(
        id=id_,
        sha256=hashlib.sha256(shown.encode()).hexdigest(),
        media="text/plain",
        name=f"{id_}.txt",
        outlet=chance.choice(_OUTLETS),
        title=f"خبر {id_}",
        published=max(days, default=_START),
        published_from=PublishedFrom.GIVEN,
    )
    return (
        document,
        Text(document=id_, received=shown, shown=shown, pieces=(Piece(0, 0, len(shown)),)),
        claims,
    )


if __name__ == "__main__":
    sys.exit(main())
