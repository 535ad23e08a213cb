"""Reports to measure on: those of a file, or the invented ones that ship, joined to a report's usual length."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "reports"
LETTERS = 2000  # of a report


def load_texts(corpus: Path | None, number: int) -> Iterator[str]:
    """At most so many texts, taken from all over the corpus."""
    files = [corpus] if corpus else sorted(EXAMPLES.glob("*.jsonl"))
    found: list[str] = []
    for file in files:
        packed = file.suffix == ".gz"
        lines = (gzip.decompress(file.read_bytes()) if packed else file.read_bytes()).splitlines()
        found += [text for line in lines if line.strip() and (text := json.loads(line).get("text"))]
    if corpus:
        yield from found[:: max(1, len(found) // number)][:number]
        return
    # The invented reports are short: several make one of a report's length.
    joined, at = [], 0
    while len(joined) < number:
        text = ""
        while len(text) < LETTERS:
            text += found[at % len(found)] + "\n\n"
            at += 1
        joined.append(text)
    yield from joined
