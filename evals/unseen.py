#!/usr/bin/env python3
"""How well reports are read that nothing is learned from: those that `annotations/` holds out.

    python evals/unseen.py                                 the invented ones
    python evals/unseen.py --corpus news-2018.jsonl.gz     and real news, whose texts are their publishers'

No floor is held by them. They tell what to expect on reports unlike those that the lexicons were made by; dev, whose
wars and outlets are those of the training reports, reads better.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sets import ROOT, EvalSet, measure

ANNOTATIONS = ROOT / "annotations"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, help="the articles that news-2018-held-out.jsonl tells of")
    asked = parser.parse_args()
    print_figures("invented", list(_read_lines(ANNOTATIONS / "invented-held-out.jsonl")))
    if asked.corpus:
        print_figures("news", list(read_articles(asked.corpus)))


def read_articles(corpus: Path) -> Iterator[dict[str, Any]]:
    """Held-out articles with their claims, the quotations cut from their texts."""
    claims = {row["id"]: row["claims"] for row in _read_lines(ANNOTATIONS / "news-2018-held-out.jsonl")}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if article["id"] in claims:
                text = article["text"]
                told = [{**c, "quote": text[slice(*c["span"])]} for c in claims[article["id"]]]
                published = article["published"][:10]
                yield {
                    "id": article["id"],
                    "outlet": article["outlet"],
                    "published": published,
                    "text": text,
                    "claims": told,
                }


def print_figures(name: str, documents: list[dict[str, Any]]) -> None:
    """Read the documents as a user's reports, and hold what is read against their claims."""
    with tempfile.TemporaryDirectory(prefix="tawatur-unseen-") as folder:
        gold = Path(folder) / "gold"
        gold.mkdir()
        reports = Path(folder) / "reports.jsonl"
        with reports.open("w", encoding="utf-8") as out:
            for number, document in enumerate(documents):
                whole = {**document, "content": [0, len(document["text"])]}
                (gold / f"{number}.json").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
                report = {key: document[key] for key in ("id", "outlet", "published", "text")}
                out.write(json.dumps(report, ensure_ascii=False) + "\n")
        figures = measure(EvalSet(name, reports, gold)).figures
    line = ", ".join(f"{slot} {figure:.3f}" for slot, figure in figures.items())
    print(f"{name}: {len(documents)} reports, {line}")


def _read_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
