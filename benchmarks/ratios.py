"""Reading beside two measures that hold on any machine: ratios of the processor's time, all in one run.

    python benchmarks/ratios.py                 some two minutes, over the invented reports of `examples/`
    python benchmarks/ratios.py --corpus FILE   over other reports (JSON lines with `text`, packed or not)
    python benchmarks/ratios.py --small --hold  half a minute; exits with 1 where a ratio fell by over a quarter

The floor is what any such work costs: folding a text and looking its forms up in one pass (Aho–Corasick). The other is
spaCy's blank Arabic pipeline with a phrase matcher over the same forms, which cuts words and looks them up, and reads nothing;
it is left out where spaCy is not installed. What is compared is done in turns, so that a machine that slows down slows all.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import resource
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from figures import FLAG, Figure, hand_over
from texts import LETTERS
from texts import load_texts as _load_texts

from tawatur.arabic.fold import fold
from tawatur.claim.gate import gate_features, has_trigger
from tawatur.claim.reader import Reader
from tawatur.lexicon.forms import FILES
from tawatur.lexicon.load import load_file
from tawatur.read.documents import build_document
from tawatur.read.warc import read_warc
from tawatur.records import Document, PublishedFrom, Text
from tawatur.segment.words import Words

HERE = Path(__file__).parent
HELD = HERE / "ratios.toml"
FALL = 0.75  # of what is held, below which a ratio has fallen
ROUNDS = 5


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="other reports: JSON lines with `text`")
    parser.add_argument("--small", action="store_true", help="fewer reports")
    parser.add_argument(
        "--hold", action="store_true", help="exit with 1 where a ratio fell by over a quarter"
    )
    parser.add_argument(FLAG, action="store_true", dest="figures", help="figures alone, a line of JSON each")
    options = parser.parse_args()
    texts = list(_load_texts(options.corpus, 60 if options.small else 400))
    letters = sum(map(len, texts))
    works = _build_works()
    took = _measure(works, texts)
    pages = _measure_pages(200 if options.small else 2000, texts)
    floor, reading = took["folding + Aho–Corasick"], took["reading"]
    if options.figures:
        hand_over(_figures(took, letters, pages))
        return 0
    print(
        f"{len(texts)} texts of {letters // len(texts):,} letters; processor time, median of {ROUNDS} rounds in turns\n"
    )
    print(f"{'':44}{'reports/s':>10}{'ratio':>8}  of")
    for name, rounds in took.items():
        ratio = median(a / b for a, b in zip(rounds, floor, strict=True))
        per_second = letters / LETTERS / median(rounds)
        print(f"{name:44}{per_second:>10,.0f}{ratio:>8.2f}  times the floor; reports of {LETTERS:,} letters")
    print(
        f"{'web archive: pages looked at and dropped':44}{pages:>10,.0f}{'':8}  pages/s, of other languages"
    )
    print(f"{'peak memory':44}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:>7} MB")
    found = {
        "floor_by_reading": median(b / a for a, b in zip(reading, floor, strict=True)),
        "reading_by_filter": median(b / a for a, b in zip(reading, took["filter alone"], strict=True)),
    }
    return _hold(found) if options.hold else 0


def _figures(took: dict[str, list[float]], letters: int, pages: float) -> Iterator[Figure]:
    memory = f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    for name, rounds in took.items():
        ratio = median(a / b for a, b in zip(rounds, took["folding + Aho–Corasick"], strict=True))
        per_second = letters / LETTERS / median(rounds)
        size = f"reports of {LETTERS:,} letters"
        yield Figure(name, f"{per_second:,.0f} reports/s", f"{ratio:.2f} times the floor", size, memory)
    yield Figure(
        "web archive, looked at and dropped", f"{pages:,.0f} pages/s", "", "pages of other languages", memory
    )


def _hold(found: dict[str, float]) -> int:
    held = tomllib.loads(HELD.read_text(encoding="utf-8"))
    fallen = {name: value for name, value in found.items() if value < FALL * held[name]}
    for name, value in found.items():
        print(f"{name}: {value:.4f}, held {held[name]:.4f}{'  FALLEN' if name in fallen else ''}")
    return 1 if fallen else 0


def _build_works() -> dict[str, Callable[[str], object]]:
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415

    reader = Reader.load()
    forms = sorted({" ".join(form.words) for name in FILES for form in load_file(name)})
    floor = AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)
    document = Document(
        id="d", sha256="", media="text/plain", name="(text)", published=dt.date(2021, 10, 19),
        published_from=PublishedFrom.GIVEN,
    )  # fmt: skip

    def read(text: str) -> object:
        return reader.read(Text(document="d", received=text, shown=text, pieces=()), document)

    def filter_(text: str) -> object:
        words = Words(text)
        hits = reader.finders.matcher.find(words)
        return has_trigger(hits) and reader.models.gate.says_yes(gate_features(hits, words))

    works: dict[str, Callable[[str], object]] = {
        "folding + Aho–Corasick": lambda text: floor.find_matches_as_indexes(fold(text)),
        "filter alone": filter_,
        "reading": read,
    }
    try:
        import spacy  # noqa: PLC0415
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415
    except ImportError:
        print("spaCy is not installed and left out: pip install 'tawatur[bench]'", file=sys.stderr)
        return works
    blank = spacy.blank("ar")
    matcher = PhraseMatcher(blank.vocab)
    matcher.add("forms", list(blank.pipe(forms)))
    works["spaCy blank(ar) + PhraseMatcher"] = lambda text: matcher(blank(text))
    return works


def _measure(works: dict[str, Callable[[str], object]], texts: Sequence[str]) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(ROUNDS + 1):  # the first warms up
        for name, work in works.items():
            began = time.process_time()
            for text in texts:
                work(text)
            if turn:
                took[name].append(time.process_time() - began)
    return took


def _measure_pages(number: int, texts: Sequence[str]) -> float:
    """Pages a second of a web archive, of which one in twenty is Arabic; each is looked at, the rest dropped."""
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False)
    words = "the council’s new budget and a café near the bridge, people said on Monday " * 90
    for n in range(number):
        said = texts[n % len(texts)] if n % 20 == 0 else words
        menu = "".join(f'<li><a href="/p/{i}" class="nav item">Section {i}</a></li>' for i in range(60))
        page = (
            f"<html><head><title>{n}</title></head><body><ul>{menu}</ul><p>{said}</p></body></html>".encode()
        )
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0"
        )
        writer.write_record(
            writer.create_warc_record(
                f"https://news.example/{n}", "response", payload=io.BytesIO(page), http_headers=headers
            )
        )
    stream.seek(0)
    began = time.process_time()
    kept = 0
    for found in read_warc("pages.warc", stream):
        try:
            build_document(found, "0" * 64)
            kept += 1
        except Exception:  # noqa: BLE001, S112
            continue
    assert kept == -(-number // 20), kept
    return number / (time.process_time() - began)


if __name__ == "__main__":
    sys.exit(main())
