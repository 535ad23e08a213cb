"""What the filter before reading costs and saves: claims that it holds back, articles that it lets through, time.

    python benchmarks/gate.py                              over the invented reports of `examples/`
    python benchmarks/gate.py --gold DIR [--gold DIR]      over annotated reports of your own (a JSON file for each)
    python benchmarks/gate.py --corpus FILE                and over news (JSON lines with `text` and `category`)

Recall is of annotated claims: those in reports that pass. It must be 0.995 at least. Of articles on sport, culture,
economy and technology no more than one in fifty may yield a claim. Lenience is added to the filter's log-odds: 0 is what ships.
Of the gold reports nothing but these numbers is shown.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tawatur.claim.gate import gate_features, has_trigger
from tawatur.claim.model import Feature, Model
from tawatur.claim.reader import Reader
from tawatur.clean import clean
from tawatur.records import Document, PublishedFrom, Text
from tawatur.segment.passages import cut_passages
from tawatur.segment.words import Words

GOLD = Path(__file__).resolve().parent.parent / "examples" / "gold"
QUIET = frozenset({"sport", "culture", "economy", "technology"})
LENIENCE = (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)
RECALL, SILENCE = 0.995, 0.02


class Weighed(NamedTuple):
    """A report by what the filter makes of it: its highest log-odds, `None` where no word tells of harm or an act."""

    odds: float | None
    claims: int  # annotated, or read where the filter lets everything through
    gate: float  # seconds
    whole: float

    def passes(self, lenience: float) -> bool:
        return self.odds is not None and self.odds + lenience > 0


class Open:
    """A filter that lets everything through, in doubt of what it would hold back."""

    def __init__(self, gate: Model) -> None:
        self._gate = gate

    def score(self, features: list[Feature]) -> float:
        return max(1e-6, self._gate.score(features))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--gold", type=Path, action="append", metavar="DIR", help="annotated reports; may be given again"
    )
    parser.add_argument(
        "--corpus", type=Path, metavar="FILE", help="news: JSON lines with `text`, `category`"
    )
    parser.add_argument("--lenience", type=float, nargs="+", default=LENIENCE, help="added to the log-odds")
    parser.add_argument("--every", type=int, default=1, help="of the corpus: one article in so many")
    options = parser.parse_args()
    reader = Reader.load()
    gate = reader.models.gate
    reader.models = reader.models._replace(gate=Open(gate))
    good = True
    for folder in options.gold or [GOLD]:
        weighed = [_weigh(row["text"], row, reader, gate, len(row["claims"])) for row in _load(folder)]
        claims = sum(one.claims for one in weighed)
        print(f"{folder.name}: {len(weighed)} reports, {claims:,} annotated claims")
        for lenience in options.lenience:
            kept = sum(one.claims for one in weighed if one.passes(lenience))
            through = sum(one.passes(lenience) for one in weighed)
            print(
                f"  lenience {lenience:+.1f}: recall {kept / claims:.4f}, {claims - kept} held back, {through} reports read"
            )
            good &= lenience != 0 or kept / claims >= RECALL
    if options.corpus:
        good &= _measure_corpus(options.corpus, options.every, options.lenience, reader, gate)
    return 0 if good else 1


def _measure_corpus(
    corpus: Path, every: int, leniences: Sequence[float], reader: Reader, gate: object
) -> bool:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][::every]
    weighed = [(row["category"], _weigh(row["text"], row, reader, gate, None)) for row in rows]
    quiet = [one for category, one in weighed if category in QUIET]
    whole = sum(one.whole for _, one in weighed)
    print(f"{corpus.name}: {len(weighed):,} articles, {len(quiet):,} of them on {', '.join(sorted(QUIET))}")
    silent = True
    for lenience in leniences:
        taken = sum(one.whole if one.passes(lenience) else one.gate for _, one in weighed)
        read = sum(one.passes(lenience) for _, one in weighed)
        loud = sum(one.passes(lenience) and one.claims > 0 for one in quiet)
        print(
            f"  lenience {lenience:+.1f}: {read:,} read, {loud} quiet ones ({loud / max(1, len(quiet)):.2%}) yield a claim,"
            f" {taken / whole:.2f} of the time without a filter"
        )
        silent &= lenience != 0 or loud <= SILENCE * len(quiet)
    return silent


def _weigh(
    received: str, row: dict[str, object], reader: Reader, gate: object, claims: int | None
) -> Weighed:
    day = str(row.get("published") or "")[:10]
    document = Document(
        id="d", sha256="", media="text/plain; charset=utf-8", name="(text)", outlet=row.get("outlet"),
        published=dt.date.fromisoformat(day) if day else None,
        published_from=PublishedFrom.GIVEN if day else None,
    )  # fmt: skip
    text: Text = clean(document, received.encode())
    began = time.process_time()
    odds = [
        gate.score(gate_features(hits, words))
        for words in cut_passages(Words(text.shown))
        if has_trigger(hits := reader.finders.matcher.find(words))
    ]
    looked = time.process_time()
    if claims is None:
        claims = len(reader.read(text, document).claims)
    done = time.process_time()
    return Weighed(max(odds, default=None), claims, looked - began, done - looked)


def _load(folder: Path) -> Iterator[dict[str, object]]:
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        if row["text"].strip():
            yield row


if __name__ == "__main__":
    raise SystemExit(main())
