"""Read every article of a corpus beside the checkout: none may raise, and every claim has its words.

python tests/soak/corpus.py                       ../shared/corpus/*.jsonl.gz
python tests/soak/corpus.py --every 20 FILE...    every twentieth article
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tawatur.kept import user_folder
from tawatur.read import Received, read_reports
from tawatur.records import Refusal
from tawatur.run.stages import build_keys, load_reader
from tawatur.run.tasks import Task, read_task

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def read_corpus(files: list[Path], every: int = 1) -> Iterator[tuple[str, Refusal | int]]:
    """Each article's name, and its number of claims or why it was refused."""
    reader = load_reader()
    keys = build_keys(reader, user_folder())
    for found in islice(read_reports(files), 0, None, every):
        if isinstance(found, Received):
            document, data = found
            done = read_task(Task("new", document, data, len(data)), reader, keys)
            yield document.name, done if isinstance(done, Refusal) else len(done.claims)
        elif isinstance(found, Refusal):
            yield found.name, found


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--every", type=int, default=1)
    asked = parser.parse_args()
    files = asked.files or sorted(CORPUS.glob("*.jsonl.gz"))
    if not files:
        print(f"NOT TRIED: there is no corpus at {CORPUS}")
        return 0
    articles = claims = raised = refused = 0
    for name, came in read_corpus(files, asked.every):
        articles += 1
        if not isinstance(came, Refusal):
            claims += came
        elif came.code == "reader_failed":
            raised += 1
            print(f"{name}: {came.reason}", flush=True)
        else:
            refused += 1
    print(f"{articles:,} articles, {claims:,} claims, {refused} refused, {raised} raised")
    return int(raised > 0)


if __name__ == "__main__":
    sys.exit(main())
