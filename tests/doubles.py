"""A reader that stands in for the real one: it reads one invented phrase, so that tests of the case need no lexicon.

    ٣ قتلى بقصف على هجين يوم 2018-10-12 بحسب sdf

is a shelling claim with a place, a day and a source; each part after the toll may be missing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import time
from pathlib import Path
from typing import NamedTuple

import msgspec

from tawatur.records import (
    Claim,
    ClaimType,
    DayRange,
    Document,
    Effect,
    EffectKind,
    Piece,
    Place,
    Precision,
    PublishedFrom,
    Said,
    Span,
    Stance,
    Text,
)

_PHRASE = re.compile(
    r"(?P<killed>\d+) قتلى (?P<type>بقصف|بغارة|باشتباك|بحملة) على (?P<place>\w+)"
    r"(?: يوم (?P<day>\d{4}-\d\d-\d\d))?(?: من (?P<actor>\w+))?(?: بحسب (?P<source>[\w:]+))?(?P<denied> نفي)?"
)
_TYPES = {
    "بقصف": ClaimType.SHELLING,
    "بغارة": ClaimType.AIRSTRIKE,
    "باشتباك": ClaimType.ARMED_CLASH,
    "بحملة": ClaimType.TOLL,
}
_PLACES = {
    "هجين": ("SY", "Deir ez-Zor", 34.69, 40.83, Precision.TOWN),
    "السوسة": ("SY", "Deir ez-Zor", 34.52, 40.96, Precision.TOWN),
    "الموصل": ("IQ", "Nineveh", 36.34, 43.13, Precision.TOWN),
}


class Read(NamedTuple):
    document: Document
    claims: tuple[Claim, ...]


class TableReader:
    """Reads the phrase above. Some words make it misbehave as a bad report would."""

    def __init__(self, fingerprint: str = "table 1", slow: float = 0.0) -> None:
        self.fingerprint = fingerprint
        self.slow = slow

    def read(self, text: Text, document: Document) -> Read:
        if self.slow:
            time.sleep(self.slow)
        if "يقتل القارئ" in text.shown:  # kills the reader
            import os
            import signal

            os.kill(os.getpid(), signal.SIGKILL)
        if "يعطل القارئ" in text.shown:  # breaks the reader
            raise RuntimeError("the reader has a fault")
        if (settled := re.search(r"مؤرخ (\d{4}-\d\d-\d\d)", text.shown)) and not document.published:
            day = dt.date.fromisoformat(settled[1])
            document = msgspec.structs.replace(document, published=day, published_from=PublishedFrom.TEXT)
        claims = tuple(
            _build_claim(match, document, n) for n, match in enumerate(_PHRASE.finditer(text.shown))
        )
        return Read(document, claims)


def _build_claim(match: re.Match[str], document: Document, n: int) -> Claim:
    def said(name: str, value: object) -> Said:
        return Said(value, Span(*match.span(name)), f"the word {match[name]}")

    country, admin1, lat, lon, precision = _PLACES.get(match["place"], (None, None, None, None, None))
    killed = int(match["killed"])
    return Claim(
        id=hashlib.sha256(f"{document.id} {match['type']} {match.start()}".encode()).hexdigest()[:16],
        document=document.id,
        type=said("type", _TYPES[match["type"]]),
        stance=Stance.DENIED if match["denied"] else Stance.ASSERTED,
        quote=Span(*match.span()),
        actors=(said("actor", match["actor"]),) if match["actor"] else (),
        place=said(
            "place",
            Place(name=match["place"], country=country, admin1=admin1, lat=lat, lon=lon, precision=precision),
        ),
        date=said("day", DayRange(*[dt.date.fromisoformat(match["day"])] * 2)) if match["day"] else None,
        effects=(
            Effect(
                kind=EffectKind.KILLED,
                who="civilians",
                low=killed,
                high=killed,
                span=Span(*match.span("killed")),
            ),
        ),
        source=said("source", match["source"]) if match["source"] else None,
        unresolved={} if match["day"] else {"date": "no day is named"},
    )


def plain_text(document: str, shown: str, before: str = "", after: str = "") -> Text:
    """A flat text with furniture around what is shown."""
    return Text(
        document=document,
        received=before + shown + after,
        shown=shown,
        pieces=(Piece(0, len(before), len(shown)),),
    )


def report(outlet: str, *phrases: str) -> str:
    """An invented report of at least a few Arabic words."""
    return f"أفاد مراسل {outlet} اليوم في تقرير من الميدان بما يلي.\n" + "\n".join(
        f"سقط {phrase}." for phrase in phrases
    )


def write_reports(folder: Path, reports: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in reports.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def many_reports(number: int) -> dict[str, str]:
    """Invented reports on a few incidents: tolls differ, some repeat each other."""
    places, kinds = list(_PLACES), list(_TYPES)
    return {
        f"r{n:04}": report(
            f"وكالة {n % 7}",
            f"{n % 9 + 1} قتلى {kinds[n % 3]} على {places[n % 3]} يوم 2018-10-{n % 20 + 1:02} بحسب {'sdf' if n % 2 else 'isis'}",
            f"{n % 5 + 1} قتلى {kinds[n % 2]} على {places[(n + 1) % 3]} يوم 2018-11-{n % 9 + 1:02}",
        )
        for n in range(number)
    }


def exports(case: Path) -> dict[str, bytes]:
    """Every export of a case and every file that is made from its tables, as bytes."""
    import io

    from tawatur.export.views import VIEWS, load_file_writer
    from tawatur.store import SqliteStore

    found = {
        path.relative_to(case).as_posix(): path.read_bytes()
        for path in sorted([*(case / "parquet").iterdir(), case / "manifest.json"])
    }
    with SqliteStore(case) as store:
        for view in VIEWS.values():
            for rows in () if view.is_folder else view.rows:
                stream = io.BytesIO()
                load_file_writer(view, rows)(store, stream)
                found[f"{view.name} {rows}"] = stream.getvalue()
    return found
